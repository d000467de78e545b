// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the window that knows where its parts stand, and what goes where there is little room.
#include "HintLine.h"
#include "MainWindow.h"
#include "MessageBar.h"
#include <newsview/ExcerptView.h>
#include <newsview/HeadlinePanel.h>
#include <panels/ReplayBar.h>
#include <panels/WatchlistPanel.h>

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <claimview/ClaimsPanel.h>
#include <claimview/CompareView.h>
#include <desk/ChartDesk.h>
#include <style/DockHead.h>

#include <algorithm>

namespace tickmark::window {

namespace {

constexpr int kWatchlistWidth = 264;
constexpr int kNewsWidth = 428;
constexpr int kLeastNewsWidth = 320;
// In a narrower window the middle comes first.
constexpr int kRoomForBothSides = 900;
constexpr int kRoomForOneSide = 800;
constexpr int kRoomForCharts = 480;
constexpr int kRoomForComparison = 680;

} // namespace

void MainWindow::buildCentre()
{
    auto *hint = new HintLine(m_appearance, m_settings, QStringLiteral("charts"));
    m_hints.push_back(hint);
    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(hint);
    m_middle->addWidget(m_desk);
    m_middle->addWidget(m_comparison);
    column->addWidget(m_middle, 1);
    column->addWidget(m_replayBar);
    setCentralWidget(centre);
}

QDockWidget *MainWindow::addDock(const char *name, Qt::DockWidgetArea area, QWidget *content, HintLine *hint)
{
    auto *dock = new QDockWidget(this);
    dock->setObjectName(QString::fromLatin1(name));
    dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable
                      | QDockWidget::DockWidgetFloatable);
    m_hints.push_back(hint);
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(hint);
    if (content)
        column->addWidget(content, 1);
    dock->setWidget(inside);
    addDockWidget(area, dock);
    m_actions->panels()->addAction(dock->toggleViewAction());
    return dock;
}

void MainWindow::buildDocks()
{
    const auto hint = [this](const char *key) {
        return new HintLine(m_appearance, m_settings, QString::fromLatin1(key));
    };
    m_watchlistDock = addDock("watchlist", Qt::LeftDockWidgetArea, nullptr, hint("watchlist"));
    m_watchlist = new panels::WatchlistPanel(m_appearance, m_watchlistDock);
    static_cast<QVBoxLayout *>(m_watchlistDock->widget()->layout())->addWidget(m_watchlist, 1);
    m_headlines = new newsview::HeadlinePanel(m_appearance);
    m_headlinesDock = addDock("headlines", Qt::RightDockWidgetArea, m_headlines, hint("headlines"));
    m_headlinesDock->setTitleBarWidget(m_headlines->makeHead(m_headlinesDock));
    m_excerptDock = addDock("excerpt", Qt::RightDockWidgetArea, nullptr, hint("excerpt"));
    m_excerpt = new newsview::ExcerptView(m_appearance, m_excerptDock);
    static_cast<QVBoxLayout *>(m_excerptDock->widget()->layout())->addWidget(m_excerpt, 1);
    m_claimTable = new claimview::ClaimsPanel(m_appearance);
    m_claimsDock = addDock("claims", Qt::BottomDockWidgetArea, m_claimTable, hint("claims"));
    m_claimsDock->setTitleBarWidget(m_claimTable->makeHead(m_claimsDock));
    m_claimsDock->hide(); // all claims at once are asked for
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
}

//! As in the first start, but for what there is no room for.
void MainWindow::placeDocks()
{
    const QList<QDockWidget *> docks{m_watchlistDock, m_headlinesDock, m_excerptDock};
    m_hiddenForRoom.clear();
    m_claimsDock->setFloating(false);
    m_claimsDock->hide();
    addDockWidget(Qt::BottomDockWidgetArea, m_claimsDock);
    for (QDockWidget *dock : docks) {
        dock->setFloating(false);
        dock->show();
    }
    addDockWidget(Qt::LeftDockWidgetArea, m_watchlistDock);
    addDockWidget(Qt::RightDockWidgetArea, m_headlinesDock);
    splitDockWidget(m_headlinesDock, m_excerptDock, Qt::Vertical);
    resizeDocks({m_watchlistDock, m_headlinesDock}, {kWatchlistWidth, kNewsWidth}, Qt::Horizontal);
    resizeDocks({m_headlinesDock, m_excerptDock}, {460, 440}, Qt::Vertical);
    layout()->activate(); // so that widths are those asked for
    makeRoom();
}

//! Where there is no room for the middle between them, the panels at the sides go, and come back with the room.
void MainWindow::makeRoom()
{
    const std::pair<QDockWidget *, int> docks[] = {
        {m_watchlistDock, kRoomForBothSides}, {m_headlinesDock, kRoomForOneSide}, {m_excerptDock, kRoomForOneSide}};
    for (const auto &[dock, room] : docks) {
        if (width() < room && dock->isVisibleTo(this) && !dock->isFloating()) {
            dock->hide();
            m_hiddenForRoom.push_back(dock);
        } else if (width() >= room && std::erase(m_hiddenForRoom, dock) > 0) {
            const bool isReplaced = dock == m_watchlistDock && m_middle->currentWidget() == m_comparison;
            if (isReplaced)
                m_hadWatchlist = true; // comes with the charts
            else
                dock->show();
        }
    }
    narrowNews();
}

//! The headlines give way, down to a width that they can still be read in. They do not get it back: it may be the user's.
void MainWindow::narrowNews()
{
    if (!m_headlinesDock->isVisibleTo(this) || m_headlinesDock->isFloating())
        return;
    const bool isBeside = m_watchlistDock->isVisibleTo(this) && !m_watchlistDock->isFloating();
    const int room = m_middle->currentWidget() == m_comparison ? kRoomForComparison : kRoomForCharts;
    const int left = width() - room - (isBeside ? m_watchlistDock->width() : 0);
    const int least = std::max(left, kLeastNewsWidth);
    if (m_headlinesDock->width() > least)
        resizeDocks({m_headlinesDock}, {least}, Qt::Horizontal);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    makeRoom();
}

} // namespace tickmark::window
