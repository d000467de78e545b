// SPDX-License-Identifier: GPL-3.0-or-later
#include "PaneHead.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <style/Fonts.h>
#include <style/IconButton.h>
#include <style/LiveBadge.h>
#include <style/RowDelegate.h>

#include <ranges>

namespace tickmark::desk {

namespace {

constexpr int kMargin = 12;
constexpr double kNoteGap = 8;
constexpr double kReadingGap = 18; // between the date and the values, and between values
constexpr double kSampleWidth = 12;
constexpr double kSampleGap = 6;
constexpr double kNameGap = 4;
constexpr double kLeastTitle = 80; // values give way before the title does
constexpr qsizetype kKnownByColor = 4;
constexpr double kLeastNote = 40; // a shorter rest of a note says nothing
constexpr int kAccent = 2;

double widthOf(const QString &text, style::TextRole role = style::TextRole::Normal)
{
    return QFontMetricsF(style::textFont(role)).horizontalAdvance(text);
}

} // namespace

PaneHead::PaneHead(int pane, const style::Appearance &appearance, QWidget *parent)
    : QWidget(parent),
      m_pane(pane),
      m_appearance(appearance),
      m_live(new style::LiveBadge(appearance)),
      m_follow(new style::IconButton(style::Sign::ToEnd, appearance)),
      m_link(new style::IconButton(style::Sign::Linked, appearance)),
      m_more(new style::IconButton(style::Sign::More, appearance)),
      m_close(new style::IconButton(style::Sign::Close, appearance))
{
    setFixedHeight(kHeight);
    m_link->setCheckable(true); // the sign is accented while linked
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kMargin, 0, 6, 0);
    row->setSpacing(2);
    row->addStretch();
    for (QToolButton *button :
         {static_cast<QToolButton *>(m_live), static_cast<QToolButton *>(m_follow), static_cast<QToolButton *>(m_link),
          static_cast<QToolButton *>(m_more), static_cast<QToolButton *>(m_close)})
        row->addWidget(button);
    m_follow->setObjectName(QStringLiteral("follow"));
    m_follow->hide();
    connect(m_live, &QToolButton::clicked, this,
            [this] { Q_EMIT liveWanted(m_pane, QRect(m_live->mapToGlobal(QPoint()), m_live->size())); });
    connect(m_follow, &QToolButton::clicked, this, [this] { Q_EMIT followWanted(m_pane); });
    connect(m_link, &QToolButton::clicked, this, [this] { Q_EMIT linkToggled(m_pane); });
    connect(m_close, &QToolButton::clicked, this, [this] { Q_EMIT closeWanted(m_pane); });
    connect(m_more, &QToolButton::clicked, this,
            [this] { Q_EMIT menuWanted(m_pane, m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    connect(&appearance, &style::Appearance::changed, this, qOverload<>(&QWidget::update));
    retranslate();
}

void PaneHead::setReading(const charts::PaneReading &reading)
{
    m_reading = reading;
    retranslate();
    update();
}

void PaneHead::setWarning(const QString &warning)
{
    if (warning == m_warning)
        return;
    m_warning = warning;
    retranslate();
    update();
}

void PaneHead::setLinked(bool linked)
{
    m_linked = linked;
    m_link->setSign(linked ? style::Sign::Linked : style::Sign::Unlinked);
    m_link->setChecked(linked);
    retranslate();
}

void PaneHead::setActive(bool active)
{
    m_active = active;
    update();
}

void PaneHead::setLive(std::optional<core::LiveState> state, const QString &word, const QString &tip)
{
    m_live->setState(state, word, tip);
    update();
}

void PaneHead::setFollowOffered(bool offered)
{
    if (m_follow->isHidden() != offered)
        return;
    m_follow->setVisible(offered);
    update();
}

int PaneHead::buttonsLeft() const
{
    const QWidget *first = !m_live->isHidden()     ? static_cast<const QWidget *>(m_live)
                           : !m_follow->isHidden() ? static_cast<const QWidget *>(m_follow)
                                                   : m_link;
    return first->x();
}

QWidget *PaneHead::followInTabOrder(QWidget *before)
{
    for (QToolButton *button :
         {static_cast<QToolButton *>(m_live), static_cast<QToolButton *>(m_follow), static_cast<QToolButton *>(m_link),
          static_cast<QToolButton *>(m_more), static_cast<QToolButton *>(m_close)}) {
        setTabOrder(before, button);
        before = button;
    }
    return before;
}

void PaneHead::retranslate()
{
    m_link->setPurpose(m_linked ? tr("Give this chart a time axis of its own")
                                : tr("Share the time axis of the other charts"));
    m_follow->setPurpose(tr("Back to the newest trade, and follow it"));
    m_more->setPurpose(tr("What this chart shows"));
    m_close->setPurpose(tr("Close this chart"));
    QStringList values{m_reading.when};
    for (const charts::CurveReading &curve : m_reading.curves)
        values.append(curve.name + u' ' + curve.text);
    setAccessibleName(m_reading.title);
    QStringList parts{m_warning, m_reading.note, values.join(QStringLiteral(", "))};
    parts.removeAll(QString());
    setAccessibleDescription(parts.join(QStringLiteral("; ")));
}

double PaneHead::curveWidth(const charts::CurveReading &curve, const Fit &fit) const
{
    const double sample = fit.samples || curve.direction != 0 ? kSampleWidth + kSampleGap : 0;
    const double name = fit.names ? widthOf(curve.name) + kNameGap : 0;
    return sample + name + widthOf(curve.text);
}

double PaneHead::readingsWidth(const Fit &fit) const
{
    double width = fit.when && !m_reading.when.isEmpty() ? widthOf(m_reading.when) : 0;
    for (const charts::CurveReading &curve : m_reading.curves | std::views::take(fit.shown))
        width += (width > 0 ? kReadingGap : 0) + curveWidth(curve, fit);
    if (const QString rest = restText(fit); !rest.isEmpty())
        width += kReadingGap + widthOf(rest);
    return width;
}

//! "+7": curves whose values found no room.
QString PaneHead::restText(const Fit &fit) const
{
    const auto left = qsizetype(m_reading.curves.size()) - fit.shown;
    return left > 0 ? u'+' + QString::number(left) : QString();
}

PaneHead::Fit PaneHead::fit() const
{
    Fit fit;
    const double right = buttonsLeft() - kMargin;
    const double room = right - kMargin - kReadingGap;
    const double title = widthOf(m_reading.title, style::TextRole::Title);
    // A single curve is named by the title.
    fit.names = m_reading.curves.size() != 1 || !m_reading.title.startsWith(m_reading.curves.front().name);
    fit.samples = fit.names;
    fit.shown = qsizetype(m_reading.curves.size());
    const auto isTooWide = [&] { return std::min(title, kLeastTitle) + readingsWidth(fit) > room; };
    // A few curves are known by their colours; of many, the first ones keep their names.
    if (title + readingsWidth(fit) > room && fit.shown <= kKnownByColor)
        fit.names = false;
    while (fit.names && fit.shown > kKnownByColor - 1 && title + readingsWidth(fit) > room)
        --fit.shown;
    if (title + readingsWidth(fit) > room)
        fit.when = false;
    while (fit.shown > 0 && isTooWide())
        --fit.shown;
    fit.readingsLeft = right - readingsWidth(fit);
    const double left = std::max(0.0, fit.readingsLeft - kMargin - kReadingGap);
    const QFontMetricsF titleMetrics(style::textFont(style::TextRole::Title));
    fit.title = title <= left ? m_reading.title : titleMetrics.elidedText(m_reading.title, Qt::ElideRight, left);
    const double rest = left - title - kNoteGap;
    const QString note = m_warning.isEmpty() ? m_reading.note : m_warning;
    if (rest >= std::min(kLeastNote, widthOf(note)))
        fit.note = QFontMetricsF(style::textFont(style::TextRole::Normal)).elidedText(note, Qt::ElideRight, rest);
    return fit;
}

void PaneHead::paintEvent(QPaintEvent *)
{
    const charts::ChartTheme &theme = m_appearance.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.window);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.border);
    if (m_active)
        painter.fillRect(QRect(0, 0, width(), kAccent), theme.accent);
    const Fit fit = this->fit();
    const QRectF line(kMargin, 0, width(), height() - 1);
    painter.setFont(style::textFont(style::TextRole::Title));
    painter.setPen(theme.text);
    painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, fit.title);
    const double noteLeft = widthOf(fit.title, style::TextRole::Title) + kNoteGap;
    painter.setFont(style::textFont(style::TextRole::Normal));
    painter.setPen(theme.secondary);
    painter.drawText(line.adjusted(noteLeft, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine, fit.note);
    paintReadings(painter, fit);
}

void PaneHead::paintReadings(QPainter &painter, const Fit &fit) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    const double middle = (height() - 1) / 2.0;
    double x = fit.readingsLeft;
    const auto write = [&](const QString &text, const QColor &color) {
        painter.setPen(color);
        painter.drawText(QRectF(x, 0, width(), height() - 1), Qt::AlignVCenter | Qt::TextSingleLine, text);
        x += widthOf(text);
    };
    if (fit.when && !m_reading.when.isEmpty()) {
        write(m_reading.when, theme.secondary);
        x += kReadingGap;
    }
    for (const charts::CurveReading &curve : m_reading.curves | std::views::take(fit.shown)) {
        if (curve.direction != 0)
            style::paintDirection(painter, QPointF(x + kSampleWidth / 2, middle), theme, curve.direction);
        else if (fit.samples)
            painter.fillRect(QRectF(x, std::floor(middle) - 0.5, kSampleWidth, 2), curve.color);
        if (fit.samples || curve.direction != 0)
            x += kSampleWidth + kSampleGap;
        if (fit.names) {
            write(curve.name, theme.text);
            x += kNameGap;
        }
        write(curve.text, curve.isFinal ? theme.text : theme.placeholder);
        x += kReadingGap;
    }
    write(restText(fit), theme.secondary);
}

bool PaneHead::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const Fit fit = this->fit();
    const QString note = m_warning.isEmpty() ? m_reading.note : m_warning;
    const bool isCut = fit.title != m_reading.title || fit.note != note || !fit.names || !fit.when
                       || fit.shown < qsizetype(m_reading.curves.size());
    QStringList lines{m_reading.title, note, m_reading.when};
    for (const charts::CurveReading &curve : m_reading.curves)
        lines.append(curve.name + u' ' + curve.text);
    lines.removeAll(QString());
    if (isCut)
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                           lines.join(u'\n').toHtmlEscaped().replace(u'\n', QLatin1String("<br>")), this);
    else
        QToolTip::hideText();
    return true;
}

void PaneHead::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    m_pressed = event->pos();
    m_dragging = false;
    Q_EMIT activated(m_pane);
}

void PaneHead::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return event->ignore();
    m_dragging = m_dragging || (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (m_dragging)
        Q_EMIT dragged(m_pane, event->globalPosition().toPoint());
}

void PaneHead::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    Q_EMIT dropped(m_pane, event->globalPosition().toPoint());
}

void PaneHead::contextMenuEvent(QContextMenuEvent *event)
{
    Q_EMIT menuWanted(m_pane, event->globalPos());
    event->accept();
}

void PaneHead::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tickmark::desk
