// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Appearance.h"

#include <QStyledItemDelegate>

class QPainter;

namespace tickmark::style {

//! Background of one row of a list or table: base, or the tint with a 3 px accent bar at the left when it is selected
//! (draw the bar in the first column only). Text keeps its colour.
void paintRowBackground(QPainter &painter, const QRectF &row, const charts::ChartTheme &theme, bool selected,
                        bool withBar);

//! Direction of a price move: a triangle in a box of `size` px around `centre`, pointing up or down, in the
//! theme's colours. Nothing for zero.
void paintDirection(QPainter &painter, QPointF centre, const charts::ChartTheme &theme, int direction, double size = 6);

//! A mention or other small word in a frame, 16 px high, left edge and top at `topLeft`; returns its width.
double paintChip(QPainter &painter, QPointF topLeft, const QString &text, const charts::ChartTheme &theme);
[[nodiscard]] double chipWidth(const QString &text);

//! For ordinary tables: the row's background as above, 26 px high, 12 px of margin, role colours kept.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit RowDelegate(const Appearance &appearance, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Appearance &m_appearance;
};

} // namespace tickmark::style
