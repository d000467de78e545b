// SPDX-License-Identifier: GPL-3.0-or-later
#include "RowDelegate.h"

#include "Fonts.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tickmark::style {

namespace {

constexpr double kBarWidth = 3;
constexpr double kChipHeight = 16;
constexpr double kChipPadding = 5;
constexpr int kRowHeight = 26;
constexpr int kCellMargin = 6;

} // namespace

void paintRowBackground(QPainter &painter, const QRectF &row, const charts::ChartTheme &theme, bool selected,
                        bool withBar)
{
    if (!selected)
        return;
    painter.fillRect(row, theme.tint);
    if (withBar)
        painter.fillRect(QRectF(row.left(), row.top(), kBarWidth, row.height()), theme.accent);
}

void paintDirection(QPainter &painter, QPointF centre, const charts::ChartTheme &theme, int direction, double size)
{
    if (direction == 0)
        return;
    const double half = size / 2;
    const double tip = direction > 0 ? -half : half;
    const QPolygonF triangle{centre + QPointF(0, tip * 0.9), centre + QPointF(-half, -tip * 0.8),
                             centre + QPointF(half, -tip * 0.8)};
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(direction > 0 ? theme.up : theme.down);
    painter.drawPolygon(triangle);
    painter.restore();
}

double chipWidth(const QString &text)
{
    return std::ceil(QFontMetricsF(textFont(TextRole::Small)).horizontalAdvance(text)) + 2 * kChipPadding;
}

double paintChip(QPainter &painter, QPointF topLeft, const QString &text, const charts::ChartTheme &theme)
{
    const QRectF frame(topLeft, QSizeF(chipWidth(text), kChipHeight));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.buttonBorder, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    painter.setFont(textFont(TextRole::Small));
    painter.setPen(theme.secondary);
    painter.drawText(frame, Qt::AlignCenter, text);
    painter.restore();
    return frame.width();
}

RowDelegate::RowDelegate(const Appearance &appearance, QObject *parent)
    : QStyledItemDelegate(parent), m_appearance(appearance)
{}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const bool selected = item.state & QStyle::State_Selected;
    const bool first = index.column() == 0 || item.viewItemPosition == QStyleOptionViewItem::Beginning
                       || item.viewItemPosition == QStyleOptionViewItem::OnlyOne;
    paintRowBackground(*painter, item.rect, m_appearance.theme(), selected, first);
    // Fusion would fill the row with the accent and turn the text white.
    item.state &= ~QStyle::State_Selected;
    item.palette.setBrush(QPalette::Highlight, Qt::NoBrush);
    item.rect.adjust(kCellMargin, 0, -kCellMargin, 0);
    if (selected)
        item.backgroundBrush = Qt::NoBrush;
    QStyledItemDelegate::paint(painter, item, index);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width() + 2 * kCellMargin, std::max(size.height(), kRowHeight)};
}

} // namespace tickmark::style
