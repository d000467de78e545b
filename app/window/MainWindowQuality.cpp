// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the window that has to do with what is suspicious about the quotes.
#include "MainWindow.h"
#include "MessageBar.h"
#include <panels/QualityPanel.h>
#include <panels/WatchlistPanel.h>

#include <QAction>
#include <QDir>
#include <QDockWidget>

#include <desk/ChartDesk.h>

namespace tickmark::window {

using panels::QualityPanel;

void MainWindow::connectQuality()
{
    connect((*m_actions)[Command::ShowQuality], &QAction::triggered, this, &MainWindow::showQuality);
    connect(m_quality, &QualityPanel::showOnChartRequested, this, &MainWindow::showQuotes);
    connect(m_quality, &QualityPanel::correctionRequested, this, &MainWindow::correctBar);
    connect(m_quality, &QualityPanel::failed, this, &MainWindow::fail);
    connect(m_quality, &QualityPanel::exported, this, [this](const QString &path) {
        tellWritten(tr("The findings are in %1.").arg(QDir::toNativeSeparators(path)), path);
    });
}

void MainWindow::showQuality()
{
    openBelow(*m_qualityDock);
    m_quality->focusFilter();
}

void MainWindow::showQuotes(const QString &symbol, core::SessionDate session)
{
    showMiddle(Command::ShowCharts);
    lookAt(symbol);
    // noon in London is that day in every exchange's session, or just beside it
    m_desk->reveal(core::Time{session.utcMidnight().ns + core::kNsPerDay / 2});
}

} // namespace tickmark::window
