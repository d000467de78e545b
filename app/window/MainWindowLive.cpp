// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the window that has to do with live streams: menus, badges, what is said of them.
#include "LiveControl.h"
#include "LiveMenu.h"
#include "LivePopup.h"
#include "LiveWatch.h"
#include "MainWindow.h"
#include "MessageBar.h"
#include "ReplayControl.h"
#include "SourceWatch.h"
#include "StatusLine.h"
#include <dialogs/SourcesDialog.h>
#include <panels/WatchlistPanel.h>

#include <QAction>
#include <QMenu>

#include <desk/ChartDesk.h>

namespace tickmark::window {

namespace {

QString keyOf(LiveWatch::Trouble trouble)
{
    return QStringLiteral("live %1").arg(int(trouble));
}

} // namespace

void MainWindow::connectLive()
{
    connect(m_live, &LiveControl::changed, this, &MainWindow::showLive);
    connect(m_live, &LiveControl::ended, this, [this](const QString &sentence) {
        m_messages->show({MessageBar::Tone::Error, sentence, {}, {}, {}});
    });
    connect(m_desk, &desk::ChartDesk::activePaneChanged, this, &MainWindow::updateLiveAction);
    connect(m_desk, &desk::ChartDesk::menuOpening, this, &MainWindow::addLiveMenu);
    connect(m_watchlist, &panels::WatchlistPanel::menuOpening, this, &MainWindow::addLiveMenu);
    connect(m_actions->live(), &QMenu::aboutToShow, this, &MainWindow::fillLiveMenu);
    connect((*m_actions)[Command::ToggleLive], &QAction::triggered, this, &MainWindow::toggleLive);
    const auto open = [this](const QStringList &symbols, const QRect &anchor) { m_livePopup->open(symbols, anchor); };
    connect(m_desk, &desk::ChartDesk::liveWanted, this, open);
    connect(m_status, &StatusLine::liveWanted, this, [open](const QRect &anchor) { open({}, anchor); });
    connect(m_livePopup, &LivePopup::stopWanted, m_live, &LiveControl::stop);
    connect(m_livePopup, &LivePopup::stopAllWanted, m_live, &LiveControl::stopAll);
    connect(m_livePopup, &LivePopup::retryWanted, this,
            [this](qint64 sourceId, bool isEnded) { isEnded ? m_live->restart(sourceId) : m_live->retryNow(); });
    connect(m_livePopup, &LivePopup::sourceWanted, this, &MainWindow::showSource);
    connect(m_liveWatch, &LiveWatch::began, this, [this](LiveWatch::Trouble trouble) { tellTrouble(trouble); });
    connect(m_liveWatch, &LiveWatch::passed, this,
            [this](LiveWatch::Trouble trouble) { m_messages->withdraw(keyOf(trouble)); });
}

void MainWindow::showLive()
{
    const std::vector<pipeline::LiveStatus> &streams = m_live->streams();
    m_desk->setLive(streams);
    m_watchlist->setLive(streams);
    m_status->setLive(streams);
    m_livePopup->setStreams(streams);
    m_liveWatch->setStreams(streams);
    updateLiveAction();
}

//! Of the active chart: its first instrument that can be streamed.
QString MainWindow::liveSymbol() const
{
    for (const QString &symbol : m_desk->activeSymbols()) {
        if (!m_live->choices(symbol).empty() || !m_live->offers(symbol).empty())
            return symbol;
    }
    return {};
}

void MainWindow::updateLiveAction()
{
    QAction *action = (*m_actions)[Command::ToggleLive];
    const QString symbol = liveSymbol();
    action->setEnabled(!symbol.isEmpty());
    action->setChecked(!symbol.isEmpty() && m_live->isOn(symbol));
}

void MainWindow::toggleLive()
{
    const QString symbol = liveSymbol();
    if (symbol.isEmpty())
        return;
    if (m_live->isOn(symbol))
        m_live->stop(symbol);
    else if (!m_live->choices(symbol).empty())
        startLive(symbol, 0);
    else
        offerSource(m_live->offers(symbol).front().code, symbol);
    updateLiveAction(); // a click checks it, whatever came of it
}

void MainWindow::startLive(const QString &symbol, qint64 sourceId)
{
    m_replay->end(); // it would play into the same chart
    m_live->start(symbol, sourceId);
    m_desk->showLive(symbol);
}

void MainWindow::offerSource(const QString &provider, const QString &symbol)
{
    if (auto *dialog = m_sourceWatch->showDialog())
        dialog->addFor(provider, symbol);
}

void MainWindow::showSource(qint64 sourceId)
{
    if (auto *dialog = m_sourceWatch->showDialog())
        dialog->select(sourceId);
}

void MainWindow::addLiveMenu(QMenu *menu, const QStringList &symbols)
{
    addLiveEntries(*menu, symbols, *m_live,
                   {[this](const QString &symbol, qint64 sourceId) { startLive(symbol, sourceId); },
                    [this](const QString &symbol) { m_live->stop(symbol); },
                    [this](const QString &provider, const QString &symbol) { offerSource(provider, symbol); }});
}

//! The instruments of the active chart, and what streams beside them.
void MainWindow::fillLiveMenu()
{
    QMenu *menu = m_actions->live();
    menu->clear();
    QStringList symbols = m_desk->activeSymbols();
    for (const QString &symbol : m_live->symbolsOn()) {
        if (!symbols.contains(symbol))
            symbols += symbol;
    }
    addLiveMenu(menu, symbols);
    if (m_session && !m_session->writer())
        menu->addAction(tr("This database can only be read: nothing can be streamed into it"))->setEnabled(false);
    else if (menu->isEmpty())
        menu->addAction(tr("No exchange that streams has the instruments of this chart"))->setEnabled(false);
    menu->addSeparator();
    QAction *stop = menu->addAction(tr("&Stop all"), m_live, &LiveControl::stopAll);
    stop->setEnabled(!m_live->symbolsOn().isEmpty());
}

void MainWindow::tellTrouble(LiveWatch::Trouble trouble)
{
    const auto make = [this, trouble] {
        const core::Error error = m_liveWatch->message(trouble);
        MessageBar::Message message{MessageBar::Tone::Error, error.message, error.detail, {}, {}};
        message.key = keyOf(trouble);
        if (trouble == LiveWatch::Trouble::Lost) {
            message.step = tr("Try now");
            message.take = [this] { m_live->retryNow(); };
        } else if (trouble == LiveWatch::Trouble::Ended) {
            message.step = tr("Show the source");
            message.take = [this, source = m_liveWatch->sourceIn(trouble)] { showSource(source); };
        }
        return message;
    };
    MessageBar::Message message = make();
    message.anew = make;
    m_messages->show(std::move(message));
}

} // namespace tickmark::window
