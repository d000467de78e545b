// SPDX-License-Identifier: GPL-3.0-or-later
#include "RangeStrip.h"

#include <charts/VerdictShape.h>

#include <QPainter>

#include <style/Fonts.h>

#include <algorithm>
#include <cmath>

namespace tickmark::claimview {

namespace {

constexpr double kLine = 16;                          // of a label, px
constexpr double kBar = 8;                            // height
constexpr double kBarTop = 2 * kLine + 8;             // below the labels
constexpr double kBelow = kBarTop + kBar + 8;         // labels under it
constexpr double kEdge = charts::kVerdictBox / 2 + 1; // room for a shape at the end of the axis
constexpr double kApart = 8;                          // between two labels
constexpr double kTick = 10;                          // of the close beyond the bar

QFont nameFont()
{
    return style::textFont(style::TextRole::Small);
}

QFont valueFont(bool isAbove)
{
    return style::textFont(isAbove ? style::TextRole::Title : style::TextRole::Small);
}

//! Where they overlap each gives way by half, but not over an edge.
void moveApart(QRectF &left, QRectF &right, double width)
{
    const double overlap = left.right() + kApart - right.left();
    if (overlap <= 0)
        return;
    left.moveLeft(std::max(left.left() - overlap / 2, 0.0));
    right.moveLeft(left.right() + kApart);
    if (right.right() > width) {
        right.moveRight(width);
        left.moveRight(std::min(left.right(), right.left() - kApart));
    }
}

} // namespace

RangeStrip::RangeStrip(const style::Appearance &appearance, RangeStripData strip, QWidget *parent)
    : QWidget(parent), m_appearance(appearance), m_data(std::move(strip))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Range of the session"));
    QStringList words;
    for (const StripMark *mark : {&m_data.low, &m_data.open, &m_data.high, &m_data.close, &m_data.claim})
        words += QStringLiteral("%1 %2 %3").arg(mark->name, mark->text, mark->move).trimmed();
    setAccessibleDescription(words.join(QStringLiteral("; ")));
}

QSize RangeStrip::sizeHint() const
{
    const bool hasMoves = !m_data.low.move.isEmpty();
    return {200, int(kBelow + (hasMoves ? 2 : 1) * kLine)};
}

double RangeStrip::lowest() const
{
    return std::min({m_data.low.value, m_data.close.value, m_data.claim.value});
}

double RangeStrip::highest() const
{
    return std::max({m_data.high.value, m_data.close.value, m_data.claim.value});
}

double RangeStrip::xOf(double value) const
{
    const double span = highest() - lowest();
    const double room = width() - 2 * kEdge;
    return span > 0 ? kEdge + (value - lowest()) / span * room : kEdge + room / 2;
}

QRectF RangeStrip::labelBox(const StripMark &mark, double x, double top, bool isAbove) const
{
    const QFontMetricsF names(nameFont());
    const QFontMetricsF values(valueFont(isAbove));
    const QString first = isAbove ? mark.name : QString(mark.name + u' ' + mark.text);
    const QString second = isAbove ? (mark.move.isEmpty() ? mark.text : mark.move) : mark.move;
    const double wide = std::ceil(std::max(names.horizontalAdvance(first), values.horizontalAdvance(second)));
    const double left = std::clamp(x - wide / 2, 0.0, std::max(width() - wide, 0.0));
    return {left, top, wide, 2 * kLine};
}

std::pair<QRectF, QRectF> RangeStrip::endBoxes() const
{
    QRectF low = labelBox(m_data.low, xOf(m_data.low.value), kBelow, false);
    QRectF high = labelBox(m_data.high, xOf(m_data.high.value), kBelow, false);
    moveApart(low, high, width());
    return {low, high};
}

bool RangeStrip::isOpenShown() const
{
    const QRectF open = labelBox(m_data.open, xOf(m_data.open.value), kBelow, false).adjusted(-kApart, 0, kApart, 0);
    const auto [low, high] = endBoxes();
    return !open.intersects(low) && !open.intersects(high);
}

void RangeStrip::paintAbove(QPainter &painter) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    QRectF close = labelBox(m_data.close, xOf(m_data.close.value), 0, true);
    QRectF claim = labelBox(m_data.claim, xOf(m_data.claim.value), 0, true);
    QRectF &left = m_data.close.value <= m_data.claim.value ? close : claim;
    QRectF &right = m_data.close.value <= m_data.claim.value ? claim : close;
    moveApart(left, right, width());
    const auto paint = [&](const StripMark &mark, const QRectF &box, const QColor &color) {
        const QRectF line(box.left(), box.top(), box.width(), kLine);
        painter.setFont(nameFont());
        painter.setPen(theme.secondary);
        painter.drawText(line, Qt::AlignCenter, mark.name);
        painter.setFont(valueFont(true));
        painter.setPen(color);
        painter.drawText(line.translated(0, kLine), Qt::AlignCenter, mark.move.isEmpty() ? mark.text : mark.move);
    };
    paint(m_data.close, close, theme.text);
    paint(m_data.claim, claim, charts::verdictColor(theme, m_data.code));
}

void RangeStrip::paintBelow(QPainter &painter) const
{
    const charts::ChartTheme &theme = m_appearance.theme();
    painter.setFont(nameFont());
    painter.setPen(theme.secondary);
    const auto paint = [&](const StripMark &mark, const QRectF &box, Qt::Alignment alignment) {
        const QRectF line(box.left(), box.top(), box.width(), kLine);
        painter.drawText(line, alignment, mark.name + u' ' + mark.text);
        painter.drawText(line.translated(0, kLine), alignment, mark.move);
    };
    const auto [low, high] = endBoxes();
    paint(m_data.low, low, Qt::AlignLeft);
    paint(m_data.high, high, Qt::AlignRight);
    if (isOpenShown())
        paint(m_data.open, labelBox(m_data.open, xOf(m_data.open.value), kBelow, false), Qt::AlignHCenter);
}

void RangeStrip::paintEvent(QPaintEvent *)
{
    const charts::ChartTheme &theme = m_appearance.theme();
    QPainter painter(this);
    const double low = xOf(m_data.low.value);
    const double high = xOf(m_data.high.value);
    const double middle = kBarTop + kBar / 2;
    painter.fillRect(QRectF(kEdge, middle - 0.5, width() - 2 * kEdge, 1), theme.border);
    painter.fillRect(QRectF(low, kBarTop, std::max(high - low, 1.0), kBar), theme.computed);
    painter.fillRect(QRectF(std::round(xOf(m_data.open.value)), kBarTop, 1, kBar), theme.secondary);
    painter.fillRect(QRectF(std::round(xOf(m_data.close.value)) - 1, kBarTop - kTick / 2, 2, kBar + kTick), theme.text);
    const QPointF claim(xOf(m_data.claim.value), middle);
    const QRectF box(claim.x() - charts::kVerdictBox / 2, claim.y() - charts::kVerdictBox / 2, charts::kVerdictBox,
                     charts::kVerdictBox);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.popup);
    painter.drawEllipse(box.adjusted(-1.5, -1.5, 1.5, 1.5)); // the shape stands off the bar
    painter.setRenderHint(QPainter::Antialiasing, false);
    charts::paintVerdictShape(painter, box, m_data.code, theme, theme.popup);
    paintAbove(painter);
    paintBelow(painter);
}

} // namespace tickmark::claimview
