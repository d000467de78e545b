// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the window that knows where its parts stand, and what goes where there is little room.
#include "HintLine.h"
#include "MainWindow.h"
#include "MessageBar.h"
#include <newsview/ExcerptView.h>
#include <newsview/HeadlinePanel.h>
#include <panels/QualityPanel.h>
#include <panels/ReplayBar.h>
#include <panels/WatchlistPanel.h>

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <claimview/ClaimsPanel.h>
#include <claimview/CompareRules.h>
#include <claimview/CompareSum.h>
#include <claimview/CompareView.h>
#include <desk/ChartDesk.h>
#include <style/DockHead.h>

#include <algorithm>

namespace tickmark::window {

namespace {

constexpr int kWatchlistWidth = 264;
constexpr int kNewsWidth = 428;
constexpr int kLeastNewsWidth = 320;
constexpr int kLeastBelow = 300; // a table there, with what it says of a row
constexpr int kRoomAbove = 400;  // menu bar to status line, with three charts that can be read
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
    connect(m_middle, &QStackedWidget::currentChanged, hint,
            [this, hint] { hint->setWanted(m_middle->currentWidget() == m_desk); });
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
    m_quality = new panels::QualityPanel(m_appearance);
    m_qualityDock = addDock("quality", Qt::BottomDockWidgetArea, m_quality, hint("quality"));
    m_qualityDock->setTitleBarWidget(m_quality->makeHead(m_qualityDock));
    for (QDockWidget *dock : {m_claimsDock, m_qualityDock})
        dock->hide(); // they are asked for
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    m_sumDock = new QDockWidget(this);
    m_sumDock->setObjectName(QStringLiteral("sum"));
    m_sumDock->setWidget(m_comparison->sum());
    m_sumDock->setTitleBarWidget(m_comparison->sum()->makeHead(m_sumDock));
    m_rulesDock = new QDockWidget(this);
    m_rulesDock->setObjectName(QStringLiteral("rules"));
    m_rulesDock->setWidget(m_comparison->rules());
    m_rulesDock->setTitleBarWidget(m_comparison->rules()->makeHead(m_rulesDock));
    for (QDockWidget *dock : {m_sumDock, m_rulesDock}) {
        dock->setFeatures(m_claimsDock->features());
        dock->widget()->show();
        m_actions->panels()->addAction(dock->toggleViewAction());
    }
    placeComparison();
}

//! As in the first start, but for what there is no room for.
void MainWindow::placeDocks()
{
    const QList<QDockWidget *> docks{m_watchlistDock, m_headlinesDock, m_excerptDock};
    m_hiddenForRoom.clear();
    for (QDockWidget *dock : {m_claimsDock, m_qualityDock}) {
        dock->setFloating(false);
        dock->hide();
        addDockWidget(Qt::BottomDockWidgetArea, dock);
    }
    for (QDockWidget *dock : docks) {
        dock->setFloating(false);
        dock->show();
    }
    addDockWidget(Qt::LeftDockWidgetArea, m_watchlistDock);
    addDockWidget(Qt::RightDockWidgetArea, m_headlinesDock);
    splitDockWidget(m_headlinesDock, m_excerptDock, Qt::Vertical);
    resizeDocks({m_watchlistDock, m_headlinesDock}, {kWatchlistWidth, kNewsWidth}, Qt::Horizontal);
    resizeDocks({m_headlinesDock, m_excerptDock}, {460, 440}, Qt::Vertical);
    placeComparison();
    layout()->activate(); // so that widths are those asked for
    makeRoom();
}

//! The sum above the excerpt, the reading rules below it, both only beside the comparison.
void MainWindow::placeComparison()
{
    m_waiting = {m_sumDock, m_rulesDock};
    for (QDockWidget *dock : m_waiting)
        dock->setFloating(false);
    splitDockWidget(m_headlinesDock, m_sumDock, Qt::Vertical);
    splitDockWidget(m_excerptDock, m_rulesDock, Qt::Vertical);
    for (QDockWidget *dock : m_waiting)
        dock->hide();
    m_isComparisonPlaced = false;
    if (m_middle->currentWidget() == m_comparison)
        exchangeDocks(true);
}

//! The topics stand where the watchlist does, the sum where the headlines do; each waits for its own middle.
void MainWindow::exchangeDocks(bool isComparing)
{
    std::vector<QDockWidget *> gone;
    const std::pair<QDockWidget *, bool> docks[] = {
        {m_watchlistDock, false}, {m_headlinesDock, false}, {m_sumDock, true}, {m_rulesDock, true}};
    for (const auto &[dock, isOfComparison] : docks) {
        if (isOfComparison == isComparing)
            continue;
        if (std::erase(m_hiddenForRoom, dock) > 0 || (dock->isVisibleTo(this) && !dock->isFloating())) {
            dock->hide();
            gone.push_back(dock);
        }
    }
    for (QDockWidget *dock : std::exchange(m_waiting, std::move(gone)))
        dock->show();
    if (!isComparing || std::exchange(m_isComparisonPlaced, true))
        return;
    const auto wanted = [](const QDockWidget &dock) {
        return dock.widget()->sizeHint().height() + dock.titleBarWidget()->sizeHint().height();
    };
    const int all = m_middle->height();
    const int sum = std::max(wanted(*m_sumDock), all * 2 / 5); // the sum of a market value has most lines
    const int rules = wanted(*m_rulesDock);
    resizeDocks({m_sumDock, m_excerptDock, m_rulesDock}, {sum, std::max(all - sum - rules, 1), rules}, Qt::Vertical);
}

//! Where there is no room for the middle between them, the panels at the sides go, and come back with the room.
void MainWindow::makeRoom()
{
    const std::pair<QDockWidget *, int> docks[] = {{m_watchlistDock, kRoomForBothSides},
                                                   {m_headlinesDock, kRoomForOneSide},
                                                   {m_excerptDock, kRoomForOneSide},
                                                   {m_sumDock, kRoomForOneSide},
                                                   {m_rulesDock, kRoomForOneSide}};
    for (const auto &[dock, room] : docks) {
        if (width() < room && dock->isVisibleTo(this) && !dock->isFloating()) {
            dock->hide();
            m_hiddenForRoom.push_back(dock);
        } else if (width() >= room && std::erase(m_hiddenForRoom, dock) > 0) {
            dock->show();
        }
    }
    narrowNews();
}

//! The headlines give way, down to a width that they can still be read in. They do not get it back: it may be the user's.
void MainWindow::narrowNews()
{
    const bool isComparing = m_middle->currentWidget() == m_comparison;
    QDockWidget *news = isComparing ? m_sumDock : m_headlinesDock;
    if (!news->isVisibleTo(this) || news->isFloating())
        return;
    const bool isBeside = m_watchlistDock->isVisibleTo(this) && !m_watchlistDock->isFloating();
    const int room = isComparing ? kRoomForComparison : kRoomForCharts;
    const int left = width() - room - (isBeside ? m_watchlistDock->width() : 0);
    const int least = std::max(left, kLeastNewsWidth);
    if (news->width() > least)
        resizeDocks({news}, {least}, Qt::Horizontal);
}

//! A table in the lower third, unless the user has it elsewhere; two of them share the room as tabs.
void MainWindow::openBelow(QDockWidget &dock)
{
    const bool wasHidden = dock.isHidden();
    QDockWidget *other = &dock == m_claimsDock ? m_qualityDock : m_claimsDock;
    if (wasHidden && !dock.isFloating() && other->isVisible() && !other->isFloating())
        tabifyDockWidget(other, &dock);
    for (QTabBar *tabs : findChildren<QTabBar *>(Qt::FindDirectChildrenOnly))
        tabs->setAccessibleName(tr("Panels"));
    dock.show();
    dock.raise();
    if (wasHidden && !dock.isFloating())
        resizeDocks({&dock}, {std::max(height() / 3, std::min(kLeastBelow, height() - kRoomAbove))}, Qt::Vertical);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    makeRoom();
}

} // namespace tickmark::window
