// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <style/RowDelegate.h>

namespace tickmark::reportview {

//! Rows with a tick: drawn as any other row, and ticked where the box is drawn. Owned by its view; GUI thread.
class TickDelegate : public style::RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
};

} // namespace tickmark::reportview
