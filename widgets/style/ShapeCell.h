// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartTheme.h>
#include <charts/VerdictShape.h>

class QModelIndex;
class QPainter;
class QStyleOptionViewItem;

namespace tickmark::style {

//! A cell of a table: a verdict's shape, then the words of `index` in the verdict's colour, on the background of its row.
void paintShapeCell(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                    claims::VerdictCode shape, const charts::ChartTheme &theme);
//! What such a cell is wider by than one of words alone.
[[nodiscard]] int shapeCellRoom();

} // namespace tickmark::style
