// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the window that joins its lists to the charts: headlines, excerpt, watchlist, search.
#include "MainWindow.h"
#include "SearchField.h"
#include <dialogs/InstrumentsDialog.h>
#include <newsview/ExcerptView.h>
#include <newsview/HeadlinePanel.h>
#include <panels/QualityPanel.h>
#include <panels/WatchlistPanel.h>

#include <QAction>
#include <QApplication>
#include <QDockWidget>

#include <claimview/ClaimsPanel.h>
#include <desk/ChartDesk.h>

namespace tickmark::window {

void MainWindow::connectNews()
{
    using enum Command;
    const WindowActions &actions = *m_actions;
    connect(actions[NextHeadline], &QAction::triggered, this, [this] { m_headlines->step(1); });
    connect(actions[PreviousHeadline], &QAction::triggered, this, [this] { m_headlines->step(-1); });
    connect(actions[FilterList], &QAction::triggered, this, &MainWindow::filterFocusedList);
    connect(actions[ClearHeadlineFilter], &QAction::triggered, m_headlines, &newsview::HeadlinePanel::clearFilter);
    connect(m_headlines, &newsview::HeadlinePanel::shownChanged, this,
            [this](const std::optional<tables::Headline> &headline) {
                m_excerpt->setHeadline(headline);
                if (const store::StoredClaim *claim = m_claims->active();
                    claim && (!headline || headline->item.id != claim->newsId))
                    m_claims->setActive(std::nullopt);
                m_desk->selectHeadline(headline ? &headline->item : nullptr);
                m_watchlist->setHeadlineTime(headline ? std::optional(headline->item.published) : std::nullopt);
            });
    connect(m_headlines, &newsview::HeadlinePanel::instrumentActivated, this, &MainWindow::lookAt);
    connect(m_headlines, &newsview::HeadlinePanel::failed, this, &MainWindow::fail);
    connect(m_excerpt, &newsview::ExcerptView::instrumentActivated, this, &MainWindow::lookAt);
    connect(m_search, &SearchField::headlineChosen, this, [this](qint64 id) {
        m_headlinesDock->show();
        m_headlines->select(id);
    });
    connect(m_search, &SearchField::instrumentChosen, this, [this](const QString &symbol) {
        m_watchlist->select(symbol);
        m_desk->showInstrument(symbol);
    });
}

void MainWindow::connectPanels()
{
    using panels::WatchlistPanel;
    connect(m_watchlist, &WatchlistPanel::instrumentActivated, m_desk, &desk::ChartDesk::showInstrument);
    connect(m_watchlist, &WatchlistPanel::instrumentAddWanted, m_desk, &desk::ChartDesk::addInstrument);
    connect(m_watchlist, &WatchlistPanel::newPaneWanted, m_desk, &desk::ChartDesk::addPane);
    connect(m_watchlist, &WatchlistPanel::headlinesWanted, this, [this](const QString &symbol) {
        m_headlinesDock->show();
        m_headlines->setInstrumentFilter(symbol);
    });
    connect(m_watchlist, &WatchlistPanel::editWanted, this, [this](const QString &symbol) {
        if (auto *dialog = instrumentsDialog())
            dialog->select(symbol);
    });
    connect(m_watchlist, &WatchlistPanel::removeWanted, this, [this](const QString &symbol) {
        if (auto *dialog = instrumentsDialog())
            dialog->askToRemove(symbol);
    });
    connect(m_watchlist, &WatchlistPanel::newInstrumentWanted, this, [this] {
        if (auto *dialog = instrumentsDialog())
            dialog->startNew();
    });
    connect(m_watchlist, &WatchlistPanel::importWanted, (*m_actions)[Command::ImportFiles], &QAction::trigger);
    connect(m_watchlist, &WatchlistPanel::failed, this, &MainWindow::fail);
}

void MainWindow::goToSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

//! One key for every panel: claims and findings have a filter, instruments are found by the search, and everywhere else it
//! is the headlines that are meant.
void MainWindow::filterFocusedList()
{
    const QWidget *focus = QApplication::focusWidget();
    if (m_claimsDock->isAncestorOf(focus)) {
        m_claimTable->focusFilter();
    } else if (m_qualityDock->isAncestorOf(focus)) {
        m_quality->focusFilter();
    } else if (m_watchlistDock->isAncestorOf(focus)) {
        goToSearch();
    } else {
        m_headlinesDock->show();
        m_headlines->focusFilter();
    }
}

//! A mention was clicked: the instrument comes into the active chart, whatever else is in it.
void MainWindow::lookAt(const QString &symbol)
{
    m_watchlist->select(symbol);
    m_desk->addInstrument(symbol);
}

} // namespace tickmark::window
