// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ClaimsPanel that has to do with single claims: which one is active, and what can be done about it.
#include "ClaimActions.h"
#include "ClaimsPanel.h"
#include "ClaimsTable.h"
#include "PublisherTable.h"
#include "VerdictPopup.h"

#include <QAction>
#include <QHeaderView>
#include <QScopedValueRollback>

#include <algorithm>

namespace tickmark::claimview {

//! For mouse and keyboard the same: the menu of a row, with the menu key, too; Enter explains.
void ClaimsPanel::buildActions()
{
    m_explain->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_explain->setShortcutContext(Qt::WidgetShortcut);
    m_explain->setObjectName(QStringLiteral("explain"));
    m_showHeadline->setObjectName(QStringLiteral("showHeadline"));
    QList<QAction *> ofRow{m_explain};
    for (QAction *action : m_claimActions->all())
        ofRow.append(action);
    ofRow.append(m_showHeadline);
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    ofRow.append(separator);
    m_table->insertActions(m_table->actions().value(0), ofRow); // before what is about the whole table
    m_table->addAction(m_export);
    m_publishers->addAction(m_export);
    connect(m_explain, &QAction::triggered, this, &ClaimsPanel::explain);
    connect(m_showHeadline, &QAction::triggered, this, &ClaimsPanel::requestHeadline);
    connect(m_export, &QAction::triggered, this, &ClaimsPanel::askForFile);
}

void ClaimsPanel::connectRows()
{
    const QItemSelectionModel *selection = m_table->selectionModel();
    connect(selection, &QItemSelectionModel::currentRowChanged, this, &ClaimsPanel::currentChanged);
    connect(selection, &QItemSelectionModel::selectionChanged, this, &ClaimsPanel::selectionChanged);
    connect(m_table, &QTableView::doubleClicked, this, &ClaimsPanel::explain);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, m_popup, &QWidget::close);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ClaimsPanel::restoreSelection);
}

//! The rows were reset: the claim that was selected is selected again where it is.
void ClaimsPanel::restoreSelection()
{
    const QScopedValueRollback quiet(m_isSelecting, true);
    const int column = std::max(0, m_table->currentIndex().column());
    const QModelIndex index = m_active && m_model.table() ? m_model.indexOf(*m_active, column) : QModelIndex();
    m_table->setCurrentIndex(index);
    if (index.isValid())
        m_table->scrollTo(index);
    selectionChanged(); // a model that is reset does not say so
}

void ClaimsPanel::setActive(const std::optional<store::ClaimKey> &key)
{
    if (key == m_active)
        return;
    m_active = key;
    if (m_popup->claim() && m_popup->claim() != key)
        m_popup->close();
    restoreSelection();
}

void ClaimsPanel::currentChanged()
{
    const QModelIndex index = m_table->currentIndex();
    if (m_isSelecting || !index.isValid())
        return;
    const store::ClaimKey key = m_model.claimAt(index.row()).key();
    if (m_active == key)
        return;
    m_active = key;
    m_popup->close();
    Q_EMIT claimActivated(key);
}

void ClaimsPanel::selectionChanged()
{
    const QItemSelection selection = m_table->selectionModel()->selection();
    const bool isOne = selection.size() == 1 && selection.front().height() == 1;
    m_explain->setEnabled(isOne);
    m_showHeadline->setEnabled(isOne);
    m_claimActions->setClaim(isOne ? std::optional(m_model.claimAt(selection.front().top()).key()) : std::nullopt);
}

void ClaimsPanel::explain()
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return;
    m_table->scrollTo(index);
    const QRect cell = m_table->visualRect(index);
    m_popup->open(m_model.claimAt(index.row()).key(),
                  QRect(m_table->viewport()->mapToGlobal(cell.topLeft()), cell.size()));
}

void ClaimsPanel::requestHeadline()
{
    if (const QModelIndex index = m_table->currentIndex(); index.isValid())
        Q_EMIT headlineRequested(m_model.claimAt(index.row()).newsId);
}

} // namespace tickmark::claimview
