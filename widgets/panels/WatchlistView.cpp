// SPDX-License-Identifier: GPL-3.0-or-later
#include "WatchlistView.h"

#include "WatchlistDelegate.h"

#include <QApplication>
#include <QClipboard>
#include <QDrag>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>

#include <algorithm>

namespace tickmark::panels {

using tables::WatchlistModel;

WatchlistView::WatchlistView(const style::Appearance &appearance, WatchlistModel &model, QWidget *parent)
    : QTreeView(parent), m_appearance(appearance), m_model(model)
{
    setItemDelegate(new WatchlistDelegate(appearance, this));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setExpandsOnDoubleClick(false);
    setIndentation(0);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setModel(&model);
    for (int column = 1; column < WatchlistModel::kColumns; ++column)
        setColumnHidden(column, true);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &WatchlistView::remember);
    // after the selection model, which empties itself then
    connect(&model, &QAbstractItemModel::modelReset, this, &WatchlistView::restore);
    connect(&appearance, &style::Appearance::changed, viewport(), qOverload<>(&QWidget::update));
    restore();
}

QStringList WatchlistView::selectedSymbols() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, [](const QModelIndex &a, const QModelIndex &b) {
        const int groupA = a.parent().row();
        const int groupB = b.parent().row();
        return groupA != groupB ? groupA < groupB : a.row() < b.row();
    });
    QStringList symbols;
    for (const QModelIndex &row : rows) {
        if (const tables::WatchEntry *entry = m_model.entry(row))
            symbols += entry->instrument.symbol;
    }
    return symbols;
}

QString WatchlistView::currentSymbol() const
{
    const tables::WatchEntry *entry = m_model.entry(currentIndex());
    return entry ? entry->instrument.symbol : QString();
}

bool WatchlistView::selectSymbol(const QString &symbol)
{
    const QModelIndex index = m_model.indexOf(symbol);
    if (!index.isValid())
        return false;
    setCurrentIndex(index);
    scrollTo(index);
    return true;
}

void WatchlistView::remember()
{
    m_selected = selectedSymbols();
    m_current = currentSymbol();
    m_position = verticalScrollBar()->value();
}

void WatchlistView::restore()
{
    expandAll();
    if (m_model.instrumentCount() == 0)
        return; // what was selected may come back with the next rows
    if (const QModelIndex current = m_model.indexOf(m_current); current.isValid())
        selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    for (const QString &symbol : std::as_const(m_selected)) {
        if (const QModelIndex index = m_model.indexOf(symbol); index.isValid())
            selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    verticalScrollBar()->setValue(m_position);
}

void WatchlistView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    setColumnWidth(0, viewport()->width());
    Q_EMIT resized();
}

// So that the first key moves on from a row that can be seen.
void WatchlistView::focusInEvent(QFocusEvent *event)
{
    QTreeView::focusInEvent(event);
    if (!selectionModel()->hasSelection() && currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void WatchlistView::keyPressEvent(QKeyEvent *event)
{
    if (event == QKeySequence::Copy)
        copySelected();
    else
        QTreeView::keyPressEvent(event);
}

// Only the symbols go with the pointer: the picture of whole rows would hide where they can be dropped.
void WatchlistView::startDrag(Qt::DropActions actions)
{
    QMimeData *symbols = m_model.mimeData(selectionModel()->selectedRows());
    if (!symbols)
        return;
    auto *drag = new QDrag(this);
    drag->setMimeData(symbols);
    drag->exec(actions, Qt::CopyAction);
}

void WatchlistView::copySelected()
{
    QStringList lines;
    for (const QString &symbol : selectedSymbols()) {
        const QModelIndex index = m_model.indexOf(symbol);
        QStringList cells;
        for (const int column :
             {WatchlistModel::SymbolColumn, WatchlistModel::PriceColumn, WatchlistModel::ChangeColumn})
            cells += index.siblingAtColumn(column).data(Qt::DisplayRole).toString();
        lines += cells.join(u'\t').replace(QChar(0x2212), u'-');
    }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace tickmark::panels
