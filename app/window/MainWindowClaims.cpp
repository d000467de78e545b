// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the window that has to do with claims and their verdicts.
#include "MainWindow.h"
#include "MessageBar.h"
#include "ToolRow.h"
#include <newsview/ExcerptView.h>
#include <newsview/HeadlinePanel.h>
#include <tables/ClaimStatement.h>

#include <QAction>
#include <QDir>
#include <QDockWidget>
#include <QStackedWidget>

#include <claimview/CheckTextDialog.h>
#include <claimview/ClaimsPanel.h>
#include <claimview/CompareFilterBar.h>
#include <claimview/CompareView.h>
#include <desk/ChartDesk.h>

namespace tickmark::window {

using claimview::ClaimsPanel;
using newsview::ExcerptView;

void MainWindow::connectClaims()
{
    using enum Command;
    const WindowActions &actions = *m_actions;
    for (const Command command : {ShowCharts, CompareClaims})
        connect(actions[command], &QAction::triggered, this, [this, command] { showMiddle(command); });
    connect(actions[ShowClaims], &QAction::triggered, this, [this] {
        openBelow(*m_claimsDock);
        m_claimTable->focusFilter();
    });
    connect(actions[CheckText], &QAction::triggered, this, &MainWindow::checkText);
    QUndoStack &undo = m_claims->undoStack();
    connect(actions[Undo], &QAction::triggered, &undo, &QUndoStack::undo);
    connect(actions[Redo], &QAction::triggered, &undo, &QUndoStack::redo);
    connect(&undo, &QUndoStack::indexChanged, this, &MainWindow::updateActions);

    connect(m_claims, &ClaimControl::bookChanged, this, [this](const tables::ClaimBookPtr &book) {
        m_headlines->setClaims(book);
        m_excerpt->setClaims(book);
        m_claimTable->setBook(book);
        m_comparison->setBook(book);
    });
    connect(m_claims, &ClaimControl::activeChanged, this, &MainWindow::showActiveClaim);
    connect(m_claims, &ClaimControl::failed, this, &MainWindow::fail);
}

void MainWindow::connectClaimViews()
{
    m_excerpt->setUndoStack(&m_claims->undoStack());
    connect(m_excerpt, &ExcerptView::claimActivated, m_claims, &ClaimControl::setActive);
    connect(m_excerpt, &ExcerptView::compareRequested, this, &MainWindow::compareClaim);
    connect(m_excerpt, &ExcerptView::showOnChartRequested, this, &MainWindow::showClaimOnChart);
    connect(m_excerpt, &ExcerptView::exported, this, &MainWindow::tellExported);
    connect(m_excerpt, &ExcerptView::failed, this, &MainWindow::fail);
    connect(m_claimTable, &ClaimsPanel::claimActivated, this, &MainWindow::lookAtClaim);
    m_claimTable->setUndoStack(&m_claims->undoStack());
    connect(m_claimTable, &ClaimsPanel::compareRequested, this, &MainWindow::compareClaim);
    connect(m_claimTable, &ClaimsPanel::showOnChartRequested, this, &MainWindow::showClaimOnChart);
    connect(m_claimTable, &ClaimsPanel::headlineRequested, this, &MainWindow::showHeadline);
    connect(m_claimTable, &ClaimsPanel::exported, this, &MainWindow::tellExported);
    connect(m_claimTable, &ClaimsPanel::failed, this, &MainWindow::fail);
    using claimview::CompareView;
    m_comparisonTools = m_tools->insertWidget(m_tools->actions().constFirst(), m_comparison->filterBar());
    m_comparisonTools->setVisible(false);
    m_comparison->setUndoStack(&m_claims->undoStack());
    connect(m_comparison, &CompareView::claimActivated, this, &MainWindow::lookAtClaim);
    connect(m_comparison, &CompareView::headlineRequested, this, &MainWindow::showHeadline);
    connect(m_comparison, &CompareView::showOnChartRequested, this, &MainWindow::showClaimOnChart);
    connect(m_comparison, &CompareView::leaveRequested, this, [this] { showMiddle(Command::ShowCharts); });
    connect(m_comparison, &CompareView::exported, this, &MainWindow::tellExported);
    connect(m_comparison, &CompareView::failed, this, &MainWindow::fail);
    m_desk->setHeadlineNotes([this](qint64 newsId) { return m_headlines->verdictWords(newsId); });
}

void MainWindow::setClaimSession(pipeline::StoreSession *session)
{
    m_excerpt->setSession(session);
    m_claimTable->setSession(session);
    m_comparison->setStore(session);
    if (m_checkText)
        m_checkText->setSession(session);
    m_claims->setSession(session);
}

void MainWindow::showActiveClaim(const store::StoredClaim *claim)
{
    const auto key = claim ? std::optional(claim->key()) : std::nullopt;
    m_excerpt->setActiveClaim(key);
    m_claimTable->setActive(key);
    m_comparison->setActive(key);
    m_desk->setClaim(claim && !tables::isDismissed(*claim) ? std::optional(*claim) : std::nullopt);
}

void MainWindow::showHeadline(qint64 newsId)
{
    m_headlinesDock->show();
    m_excerptDock->show();
    m_headlines->select(newsId);
}

void MainWindow::tellExported(const QString &path)
{
    tellWritten(tr("The claims are in %1.").arg(QDir::toNativeSeparators(path)), path);
}

//! From where its text is not shown: the headline comes with it.
void MainWindow::lookAtClaim(const store::ClaimKey &key)
{
    m_headlines->select(key.newsId);
    m_claims->setActive(key);
}

void MainWindow::showClaimOnChart(const store::ClaimKey &key)
{
    showMiddle(Command::ShowCharts);
    m_claims->setActive(key);
    const store::StoredClaim *claim = m_claims->active();
    if (claim && claim->claim.subject.instrumentId != 0)
        lookAt(claim->claim.subject.symbol);
}

void MainWindow::compareClaim(const store::ClaimKey &key)
{
    m_claims->setActive(key);
    m_comparison->setActive(key);
    showMiddle(Command::CompareClaims);
}

void MainWindow::showMiddle(Command command)
{
    const bool compare = command == Command::CompareClaims;
    if (compare != (m_middle->currentWidget() == m_comparison)) {
        m_middle->setCurrentWidget(compare ? static_cast<QWidget *>(m_comparison) : m_desk);
        exchangeDocks(compare);
        makeRoom();
        m_middle->currentWidget()->setFocus(Qt::OtherFocusReason); // not whatever is left of what gave way
        if (compare)
            m_comparison->chooseFirst(); // text and numbers beside it are of one claim
    }
    m_tools->setComparing(compare);
    m_comparisonTools->setVisible(compare);
    updateActions();
}

void MainWindow::checkText()
{
    if (!m_checkText) {
        m_checkText = new claimview::CheckTextDialog(m_appearance, this);
        m_checkText->setSession(m_session.get());
        connect(m_checkText, &claimview::CheckTextDialog::exported, this, &MainWindow::tellExported);
        connect(m_checkText, &claimview::CheckTextDialog::failed, this, &MainWindow::fail);
    }
    const auto headline = m_headlines->selected();
    m_checkText->proposePublished(headline ? std::optional(headline->item.published) : std::nullopt);
    m_checkText->show();
    m_checkText->raise();
    m_checkText->activateWindow();
}

} // namespace tickmark::window
