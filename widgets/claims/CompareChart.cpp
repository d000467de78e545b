// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareChart.h"

#include "CompareTexts.h"
#include <charts/VerdictShape.h>
#include <claims/ClaimLabels.h>
#include <news/SafeText.h>

#include <QEvent>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <style/Fonts.h>
#include <style/RowDelegate.h>

#include <algorithm>
#include <cmath>

namespace tickmark::claimview {

using style::textFont;
using style::TextRole;

namespace {

constexpr int kRowHeight = 82;
constexpr int kMostRows = 7; // in view
constexpr double kHead = 44; // computed value, labels of the axis
constexpr double kFoot = 26; // labels of the second axis
constexpr double kMargin = 24;
constexpr double kGap = 20; // between words and plot
constexpr double kLeastWords = 110;
constexpr double kMostWords = 230;
constexpr double kLeastPlot = 120;
constexpr double kLeastWide = 600; // with a column of verdicts
constexpr double kTagRoom = 15;    // beside the computed value, without labels of the axis
constexpr double kLine = 19;
constexpr double kBarHeight = 8;
constexpr double kBarOpacity = 0.35;
constexpr double kShape = 14;
constexpr double kTwoLines = 1.8; // widths that two lines of words hold
constexpr double kRim = 2;        // around a shape, so that it stands out from lines

QString elided(const QFont &font, const QString &text, double width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
}

} // namespace

CompareChart::CompareChart(const style::Appearance &appearance, QWidget *parent)
    : QAbstractScrollArea(parent), m_appearance(appearance)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalScrollBar()->setSingleStep(kRowHeight / 2);
    connect(&appearance, &style::Appearance::changed, viewport(), qOverload<>(&QWidget::update));
    retranslate();
}

void CompareChart::setTopic(const tables::ClaimTopic *topic, tables::ClaimBookPtr book)
{
    m_topic = topic;
    m_book = std::move(book);
    m_current = -1;
    updateGeometry();
    measure();
    verticalScrollBar()->setValue(0);
}

//! Axis and scroll bar for the topic at this size.
void CompareChart::measure()
{
    m_axis = m_topic ? compareAxis(*m_topic, plotLeft(), plotRight()) : CompareAxis();
    const int room = std::max(0, int(bottom() - kHead));
    verticalScrollBar()->setPageStep(room);
    verticalScrollBar()->setRange(0, std::max(0, rows() * kRowHeight - room));
    viewport()->update();
}

void CompareChart::setCurrentRow(int row)
{
    m_current = row < rows() ? row : -1;
    QScrollBar &bar = *verticalScrollBar();
    if (m_current >= 0) {
        const int top = m_current * kRowHeight;
        bar.setValue(std::clamp(bar.value(), top + kRowHeight - bar.pageStep(), top));
    }
    viewport()->update();
}

void CompareChart::activate(int row)
{
    if (row < 0 || row >= rows() || row == m_current)
        return;
    setCurrentRow(row);
    Q_EMIT rowActivated(row);
}

QSize CompareChart::sizeHint() const
{
    return {720, int(kHead + kFoot) + std::min(rows(), kMostRows) * kRowHeight};
}

QSize CompareChart::minimumSizeHint() const
{
    return {int(kLeastWords + kGap + kLeastPlot + 2 * kMargin), sizeHint().height()};
}

QRectF CompareChart::rowRect(int row) const
{
    return {0, kHead + row * kRowHeight - verticalScrollBar()->value(), areaWidth(), kRowHeight};
}

QRect CompareChart::rowInView(int row) const
{
    return rowRect(row).intersected({0, kHead, areaWidth(), bottom() - kHead}).toAlignedRect();
}

int CompareChart::rowAt(QPointF position) const
{
    if (position.y() < kHead || position.y() >= bottom())
        return -1;
    const int row = int((position.y() - kHead + verticalScrollBar()->value()) / kRowHeight);
    return row < rows() ? row : -1;
}

bool CompareChart::isNarrow() const
{
    return areaWidth() < kLeastWide;
}

double CompareChart::wordsWidth() const
{
    return std::clamp(areaWidth() * (isNarrow() ? 0.45 : 0.26), kLeastWords, kMostWords);
}

double CompareChart::plotLeft() const
{
    return std::round(kMargin + wordsWidth() + kGap);
}

double CompareChart::plotRight() const
{
    return std::round(areaWidth() - (isNarrow() ? kGap : kMargin + wordsWidth() + kGap));
}

double CompareChart::bottom() const
{
    return std::min(kHead + double(rows()) * kRowHeight, viewport()->height() - kFoot);
}

void CompareChart::resizeEvent(QResizeEvent *event)
{
    measure();
    QAbstractScrollArea::resizeEvent(event);
}

void CompareChart::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const charts::ChartTheme &theme = m_appearance.theme();
    painter.fillRect(viewport()->rect(), theme.base);
    if (!m_topic)
        return;
    painter.setClipRect(QRectF(0, kHead, areaWidth(), bottom() - kHead));
    if (m_current >= 0)
        style::paintRowBackground(painter, rowRect(m_current), theme, true, true);
    painter.setClipping(false);
    paintAxis(painter);
    paintComputed(painter);
    painter.setClipRect(QRectF(0, kHead, areaWidth(), bottom() - kHead));
    paintRows(painter);
}

void CompareChart::paintRows(QPainter &painter) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    const int first = verticalScrollBar()->value() / kRowHeight;
    for (int row = first; row < rows() && rowRect(row).top() < bottom(); ++row) {
        if (row > 0) {
            const double y = rowRect(row).top() + 0.5;
            painter.setPen(theme.grid);
            painter.drawLine(QPointF(kMargin, y), QPointF(areaWidth() - kMargin, y));
        }
        paintWords(painter, row);
        paintMark(painter, row);
        paintVerdict(painter, row);
    }
    if (hasFocus() && m_current >= 0) {
        painter.setPen(QPen(theme.accent, 1));
        painter.drawRect(rowRect(m_current).adjusted(3.5, 0.5, -0.5, -0.5));
    }
}

void CompareChart::paintAxis(QPainter &painter) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    const double bottom = this->bottom();
    painter.setPen(theme.grid);
    for (const AxisTick &tick : m_axis.ticks)
        painter.drawLine(QPointF(std::round(tick.x) + 0.5, kHead), QPointF(std::round(tick.x) + 0.5, bottom));
    painter.setPen(theme.axis);
    painter.drawLine(QPointF(plotLeft(), kHead + 0.5), QPointF(plotRight(), kHead + 0.5));
    painter.drawLine(QPointF(plotLeft(), bottom + 0.5), QPointF(plotRight(), bottom + 0.5));
    const core::Formats &formats = m_appearance.formats();
    paintLabels(painter, m_axis.ticks, axisUnit(m_topic->unit, m_axis.divisor, formats), kHead - 18);
    if (!m_axis.otherTicks.empty())
        paintLabels(painter, m_axis.otherTicks, axisUnit(m_topic->otherUnit, m_axis.divisor, formats), bottom + 5);
}

void CompareChart::paintLabels(QPainter &painter, const std::vector<AxisTick> &ticks, const QString &unit,
                               double top) const
{
    const QFont font = textFont(TextRole::Small);
    painter.setFont(font);
    painter.setPen(m_appearance.theme().secondary);
    constexpr double kHalf = 40;
    for (const AxisTick &tick : ticks) {
        if (m_axis.computed && top < kHead && std::abs(tick.x - *m_axis.computed) < kTagRoom)
            continue;
        painter.drawText(QRectF(tick.x - kHalf, top, 2 * kHalf, 16), Qt::AlignCenter,
                         m_appearance.formats().number(tick.value, tick.decimals));
    }
    const double right = ticks.empty() ? plotLeft() : std::min(plotLeft(), ticks.front().x - 24);
    painter.drawText(QRectF(kMargin, top, right - 4 - kMargin, 16), Qt::AlignRight | Qt::AlignVCenter, unit);
}

void CompareChart::paintComputed(QPainter &painter) const
{
    if (!m_axis.computed)
        return;
    const charts::ChartTheme &theme = m_appearance.theme();
    const double bottom = this->bottom();
    if (m_axis.doubt)
        painter.fillRect(QRectF(m_axis.doubt->low, kHead, m_axis.doubt->high - m_axis.doubt->low, bottom - kHead),
                         theme.computed);
    painter.fillRect(QRectF(std::round(*m_axis.computed) - 1, kHead - 22, 2, bottom - kHead + 22), theme.text);

    const QFont bold = textFont(TextRole::Title);
    const QString label = computedLabel(*m_topic, m_appearance.formats());
    const double width = QFontMetricsF(bold).horizontalAdvance(label) + 2;
    const double left = std::clamp(*m_axis.computed - width / 2, kMargin, areaWidth() - kMargin - width);
    painter.setFont(bold);
    painter.setPen(theme.text);
    painter.drawText(QRectF(left, 2, width, 18), Qt::AlignCenter, label);
    if (!m_axis.doubt)
        return;
    const QFont small = textFont(TextRole::Small);
    const QString note = tr("±1% of the share count");
    const QRectF place(left + width + 8, 2, QFontMetricsF(small).horizontalAdvance(note) + 2, 18);
    if (place.right() > areaWidth() - kMargin)
        return; // the sum has it, too
    painter.setFont(small);
    painter.setPen(theme.secondary);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, note);
}

void CompareChart::paintWords(QPainter &painter, int row) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    const tables::TopicClaim &member = m_topic->claims[std::size_t(row)];
    const tables::ClaimNews &news = m_book->newsOf(*member.claim);
    const double width = plotLeft() - kGap - kMargin;
    const QFont bold = textFont(TextRole::Title);
    const QFont small = textFont(TextRole::Small);
    const QFont sentence = textFont(TextRole::Sentence);
    //: words of a text in quotation marks
    const QString quote = tr("“%1”").arg(news::visibleLine(member.claim->claim.text));
    const double quoteWidth = QFontMetricsF(sentence).horizontalAdvance(quote);
    const bool isWrapped = quoteWidth > width && !isNarrow();
    const int lines = isWrapped || isNarrow() ? 4 : 3;
    QRectF line(kMargin, rowRect(row).top() + (kRowHeight - lines * kLine) / 2, width, kLine);

    const QString time = m_appearance.formats().shortTime(news.published, m_appearance.zone());
    const double timeWidth = QFontMetricsF(small).horizontalAdvance(time) + 2;
    const QString publisher = elided(bold, news::visibleLine(news.publisher), width - timeWidth - 6);
    painter.setFont(bold);
    painter.setPen(theme.text);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, publisher);
    const double end = QFontMetricsF(bold).horizontalAdvance(publisher) + 6;
    painter.setFont(small);
    painter.setPen(theme.secondary);
    painter.drawText(line.adjusted(end, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, time);

    line.translate(0, kLine);
    painter.setFont(sentence);
    painter.setPen(theme.text);
    const double shown = isWrapped ? kTwoLines * width : width;
    painter.drawText(isWrapped ? line.adjusted(0, 0, 0, kLine) : line,
                     int(Qt::AlignVCenter | Qt::AlignLeft | (isWrapped ? Qt::TextWordWrap : Qt::TextSingleLine)),
                     elided(sentence, quote, shown));
    line.translate(0, isWrapped ? 2 * kLine : kLine);
    painter.setFont(small);
    painter.setPen(theme.secondary);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                     elided(small, readingText(member.claim->claim, m_appearance.formats()), width));
}

void CompareChart::paintVerdict(QPainter &painter, int row) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    const tables::TopicClaim &member = m_topic->claims[std::size_t(row)];
    const claims::Verdict &verdict = *member.claim->verdict;
    const core::Formats &formats = m_appearance.formats();
    const QFont font = textFont(TextRole::Normal);
    const QFont small = textFont(TextRole::Small);
    const QString words = claims::verdictWords(member.claim->claim, verdict, formats.locale());
    const QString note = distanceNote(*m_topic, member, formats);
    const double wordsWidth = QFontMetricsF(font).horizontalAdvance(words) + 2;
    const bool isNarrow = this->isNarrow();
    const double top = isNarrow         ? (kRowHeight + 2 * kLine) / 2
                       : note.isEmpty() ? (kRowHeight - kLine) / 2
                                        : kRowHeight / 2.0 - kLine;
    QRectF line(isNarrow ? kMargin : plotRight() + kGap, rowRect(row).top() + top, 0, kLine);
    line.setRight(areaWidth() - kMargin);
    const QRectF box(line.left(), line.center().y() - charts::kVerdictBox / 2, charts::kVerdictBox,
                     charts::kVerdictBox);
    const QColor ground = row == m_current ? theme.tint : theme.base;
    line.setLeft(box.right() + 6);
    if (isNarrow) { // over the lines of the plot
        const double noteWidth = QFontMetricsF(small).horizontalAdvance(note) + kGap;
        painter.fillRect(QRectF(line.topLeft(), QSizeF(wordsWidth + noteWidth, kLine - 2)), ground);
    }
    charts::paintVerdictShape(painter, box, verdict.code, theme, ground);
    painter.setFont(font);
    painter.setPen(charts::verdictColor(theme, verdict.code));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, elided(font, words, line.width()));
    if (isNarrow)
        line.setLeft(line.left() + wordsWidth + kGap / 2);
    else
        line.translate(0, kLine);
    painter.setFont(small);
    painter.setPen(theme.secondary);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, elided(small, note, line.width()));
}

void CompareChart::paintMark(QPainter &painter, int row) const
{
    const CompareMark &mark = m_axis.marks[std::size_t(row)];
    if (!mark.x)
        return;
    const charts::ChartTheme &theme = m_appearance.theme();
    const claims::VerdictCode code = m_topic->claims[std::size_t(row)].claim->verdict->code;
    const QColor color = charts::verdictColor(theme, code);
    const double y = rowRect(row).center().y();
    if (mark.bar) {
        QColor fill = color;
        fill.setAlphaF(float(kBarOpacity));
        painter.fillRect(QRectF(mark.bar->low, y - kBarHeight / 2, mark.bar->high - mark.bar->low, kBarHeight), fill);
        painter.setPen(color);
        if (mark.endsLeft)
            painter.drawLine(QPointF(mark.bar->low, y - 5), QPointF(mark.bar->low, y + 5));
        if (mark.endsRight)
            painter.drawLine(QPointF(mark.bar->high, y - 5), QPointF(mark.bar->high, y + 5));
    }
    const QColor ground = row == m_current ? theme.tint : theme.base;
    const QRectF box(*mark.x - kShape / 2, y - kShape / 2, kShape, kShape);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawEllipse(box.adjusted(-kRim, -kRim, kRim, kRim));
    painter.restore();
    charts::paintVerdictShape(painter, box, code, theme, ground);
}

void CompareChart::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton || event->button() == Qt::RightButton)
        activate(rowAt(event->position()));
}

void CompareChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int row = rowAt(event->position()); row >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT explainRequested(row);
}

void CompareChart::keyPressEvent(QKeyEvent *event)
{
    const int page = std::max(1, verticalScrollBar()->pageStep() / kRowHeight);
    switch (event->key()) {
    case Qt::Key_Down:
        activate(std::min(m_current + 1, rows() - 1));
        return;
    case Qt::Key_Up:
        activate(std::max(m_current - 1, 0));
        return;
    case Qt::Key_PageDown:
        activate(std::min(m_current + page, rows() - 1));
        return;
    case Qt::Key_PageUp:
        activate(std::max(m_current - page, 0));
        return;
    case Qt::Key_Home:
        activate(0);
        return;
    case Qt::Key_End:
        activate(rows() - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT explainRequested(m_current);
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void CompareChart::focusInEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusInEvent(event);
}

void CompareChart::focusOutEvent(QFocusEvent *event)
{
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

void CompareChart::retranslate()
{
    setAccessibleName(tr("Claims on one axis"));
}

void CompareChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QAbstractScrollArea::changeEvent(event);
}

} // namespace tickmark::claimview
