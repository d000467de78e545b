// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickDelegate.h"

namespace tickmark::reportview {

namespace {

constexpr int kCellMargin = 12; // see style::RowDelegate

} // namespace

bool TickDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    QStyleOptionViewItem item = option;
    item.rect.adjust(kCellMargin, 0, -kCellMargin, 0);
    return RowDelegate::editorEvent(event, model, item, index);
}

} // namespace tickmark::reportview
