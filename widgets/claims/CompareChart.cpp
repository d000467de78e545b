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

#include <style/Fonts.h>
#include <style/RowDelegate.h>

#include <algorithm>
#include <cmath>

namespace tickmark::claimview {

using style::textFont;
using style::TextRole;

namespace {

constexpr int kRowHeight = 82;
constexpr double kHead = 44; // computed value, labels of the axis
constexpr double kFoot = 26; // labels of the second axis
constexpr double kMargin = 12;
constexpr double kGap = 20; // between words and plot
constexpr double kLeastWords = 110;
constexpr double kMostWords = 230;
constexpr double kLeastPlot = 120;
constexpr double kLine = 19;
constexpr double kBarHeight = 8;
constexpr double kBarOpacity = 0.35;
constexpr double kShape = 14;
constexpr double kRim = 2; // around a shape, so that it stands out from lines

QString elided(const QFont &font, const QString &text, double width)
{
    return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
}

double wordsWidth(double width)
{
    return std::clamp(width * 0.26, kLeastWords, kMostWords);
}

} // namespace

CompareChart::CompareChart(const style::Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_appearance(appearance)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&appearance, &style::Appearance::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void CompareChart::setTopic(const tables::ClaimTopic *topic, tables::ClaimBookPtr book)
{
    m_topic = topic;
    m_book = std::move(book);
    m_current = -1;
    updateGeometry();
    update();
}

void CompareChart::setCurrentRow(int row)
{
    m_current = row < rows() ? row : -1;
    update();
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
    return {720, int(kHead + kFoot) + rows() * kRowHeight};
}

QSize CompareChart::minimumSizeHint() const
{
    return {int(2 * (kLeastWords + kMargin + kGap) + kLeastPlot), sizeHint().height()};
}

QRectF CompareChart::rowRect(int row) const
{
    return {0, kHead + row * kRowHeight, double(width()), kRowHeight};
}

double CompareChart::plotLeft() const
{
    return std::round(kMargin + wordsWidth(width()) + kGap);
}

double CompareChart::plotRight() const
{
    return std::round(width() - kMargin - wordsWidth(width()) - kGap);
}

void CompareChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const charts::ChartTheme &theme = m_appearance.theme();
    painter.fillRect(rect(), theme.base);
    if (!m_topic)
        return;
    if (m_current >= 0)
        style::paintRowBackground(painter, rowRect(m_current), theme, true, true);
    const CompareAxis axis = compareAxis(*m_topic, plotLeft(), plotRight());
    paintAxis(painter, axis);
    paintComputed(painter, axis);
    for (int row = 0; row < rows(); ++row) {
        paintWords(painter, row);
        paintMark(painter, row, axis.marks[std::size_t(row)]);
        paintVerdict(painter, row);
    }
    if (hasFocus() && m_current >= 0) {
        painter.setPen(QPen(theme.accent, 1));
        painter.drawRect(rowRect(m_current).adjusted(3.5, 0.5, -0.5, -0.5));
    }
}

void CompareChart::paintAxis(QPainter &painter, const CompareAxis &axis) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    const double bottom = kHead + rows() * kRowHeight;
    painter.setPen(theme.grid);
    for (const AxisTick &tick : axis.ticks)
        painter.drawLine(QPointF(std::round(tick.x) + 0.5, kHead), QPointF(std::round(tick.x) + 0.5, bottom));
    for (int row = 1; row < rows(); ++row)
        painter.drawLine(QPointF(kMargin, rowRect(row).top() + 0.5),
                         QPointF(width() - kMargin, rowRect(row).top() + 0.5));
    painter.setPen(theme.axis);
    painter.drawLine(QPointF(plotLeft(), kHead + 0.5), QPointF(plotRight(), kHead + 0.5));
    painter.drawLine(QPointF(plotLeft(), bottom + 0.5), QPointF(plotRight(), bottom + 0.5));
    const core::Formats &formats = m_appearance.formats();
    paintLabels(painter, axis.ticks, axisUnit(m_topic->unit, axis.divisor, formats), kHead - 18);
    if (!axis.otherTicks.empty())
        paintLabels(painter, axis.otherTicks, axisUnit(m_topic->otherUnit, axis.divisor, formats), bottom + 5);
}

void CompareChart::paintLabels(QPainter &painter, const std::vector<AxisTick> &ticks, const QString &unit,
                               double top) const
{
    const QFont font = textFont(TextRole::Small);
    painter.setFont(font);
    painter.setPen(m_appearance.theme().secondary);
    constexpr double kHalf = 40;
    for (const AxisTick &tick : ticks)
        painter.drawText(QRectF(tick.x - kHalf, top, 2 * kHalf, 16), Qt::AlignCenter,
                         m_appearance.formats().number(tick.value, tick.decimals));
    const double right = ticks.empty() ? plotLeft() : std::min(plotLeft(), ticks.front().x - 24);
    painter.drawText(QRectF(kMargin, top, right - 4 - kMargin, 16), Qt::AlignRight | Qt::AlignVCenter, unit);
}

void CompareChart::paintComputed(QPainter &painter, const CompareAxis &axis) const
{
    if (!axis.computed)
        return;
    const charts::ChartTheme &theme = m_appearance.theme();
    const double bottom = kHead + rows() * kRowHeight;
    if (axis.doubt)
        painter.fillRect(QRectF(axis.doubt->low, kHead, axis.doubt->high - axis.doubt->low, bottom - kHead),
                         theme.computed);
    painter.fillRect(QRectF(std::round(*axis.computed) - 1, kHead - 22, 2, bottom - kHead + 22), theme.text);

    const QFont bold = textFont(TextRole::Title);
    const QString label = computedLabel(*m_topic, m_appearance.formats());
    const double width = QFontMetricsF(bold).horizontalAdvance(label) + 2;
    const double left = std::clamp(*axis.computed - width / 2, kMargin, this->width() - kMargin - width);
    painter.setFont(bold);
    painter.setPen(theme.text);
    painter.drawText(QRectF(left, 2, width, 18), Qt::AlignCenter, label);
    if (!axis.doubt)
        return;
    const QFont small = textFont(TextRole::Small);
    const QString note = tr("±1% of the share count");
    const double noteLeft = left + width + 8;
    painter.setFont(small);
    painter.setPen(theme.secondary);
    painter.drawText(QRectF(noteLeft, 2, this->width() - kMargin - noteLeft, 18), Qt::AlignLeft | Qt::AlignVCenter,
                     elided(small, note, this->width() - kMargin - noteLeft));
}

void CompareChart::paintWords(QPainter &painter, int row) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    const tables::TopicClaim &member = m_topic->claims[std::size_t(row)];
    const tables::ClaimNews &news = m_book->newsOf(*member.claim);
    const double width = plotLeft() - kGap - kMargin;
    QRectF line(kMargin, rowRect(row).top() + (kRowHeight - 3 * kLine) / 2, width, kLine);

    const QFont bold = textFont(TextRole::Title);
    const QFont small = textFont(TextRole::Small);
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
    const QFont sentence = textFont(TextRole::Sentence);
    painter.setFont(sentence);
    painter.setPen(theme.text);
    //: words of a text in quotation marks
    const QString quote = tr("“%1”").arg(news::visibleLine(member.claim->claim.text));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, elided(sentence, quote, width));
    line.translate(0, kLine);
    painter.setFont(small);
    painter.setPen(theme.secondary);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                     elided(small, intervalText(member, m_appearance.formats()), width));
}

void CompareChart::paintVerdict(QPainter &painter, int row) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    const tables::TopicClaim &member = m_topic->claims[std::size_t(row)];
    const claims::Verdict &verdict = *member.claim->verdict;
    const QString off = offAmount(*m_topic, member, m_appearance.formats());
    const double left = plotRight() + kGap;
    const double height = off.isEmpty() ? kLine : 2 * kLine;
    QRectF line(left, rowRect(row).top() + (kRowHeight - height) / 2, width() - kMargin - left, kLine);
    const QRectF box(left, line.center().y() - charts::kVerdictBox / 2, charts::kVerdictBox, charts::kVerdictBox);
    const QColor ground = row == m_current ? theme.tint : theme.base;
    charts::paintVerdictShape(painter, box, verdict.code, theme, ground);
    line.setLeft(box.right() + 6);
    const QFont font = textFont(TextRole::Normal);
    painter.setFont(font);
    painter.setPen(charts::verdictColor(theme, verdict.code));
    const QString words = claims::verdictWords(member.claim->claim, verdict, m_appearance.formats().locale());
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, elided(font, words, line.width()));
    line.translate(0, kLine);
    const QFont small = textFont(TextRole::Small);
    painter.setFont(small);
    painter.setPen(theme.secondary);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, elided(small, off, line.width()));
}

void CompareChart::paintMark(QPainter &painter, int row, const CompareMark &mark) const
{
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
    const double y = event->position().y() - kHead;
    if (event->button() == Qt::LeftButton && y >= 0)
        activate(int(y / kRowHeight));
    QWidget::mousePressEvent(event);
}

void CompareChart::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && m_current + 1 < rows())
        activate(m_current + 1);
    else if (event->key() == Qt::Key_Up && m_current > 0)
        activate(m_current - 1);
    else
        QWidget::keyPressEvent(event);
}

void CompareChart::focusInEvent(QFocusEvent *event)
{
    update();
    QWidget::focusInEvent(event);
}

void CompareChart::focusOutEvent(QFocusEvent *event)
{
    update();
    QWidget::focusOutEvent(event);
}

void CompareChart::retranslate()
{
    setAccessibleName(tr("Claims on one axis"));
}

void CompareChart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tickmark::claimview
