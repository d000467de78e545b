// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the window that has to do with ticks: replay and frame times.
#include "FrameMeter.h"
#include "LiveControl.h"
#include "MainWindow.h"
#include "MessageBar.h"
#include "ReplayControl.h"
#include "StatusLine.h"

#include <QAction>

#include <desk/ChartDesk.h>

namespace tickmark::window {

namespace {

constexpr double kReplaySpeed = 60;

} // namespace

void MainWindow::connectTicks()
{
    using enum Command;
    auto *meter = new FrameMeter(*m_desk, this);
    connect((*m_actions)[FrameTimes], &QAction::toggled, meter, &FrameMeter::setShown);
    connect(meter, &FrameMeter::told, m_status, &StatusLine::setFrameTimes);
    connect(m_replay, &ReplayControl::failed, this, &MainWindow::fail);
    connect((*m_actions)[ReplayTicks], &QAction::triggered, this, [this] {
        const QStringList symbols = m_desk->activeSymbols();
        if (!symbols.isEmpty())
            replay(symbols.constFirst(), m_desk->viewRange().begin, kReplaySpeed);
    });
}

void MainWindow::replay(const QString &symbol, std::optional<core::Time> from, double speed)
{
    if (m_live->isOn(symbol)) {
        m_messages->show({MessageBar::Tone::Information,
                          tr("%1 streams live now. Stop that, and its ticks can be played again.").arg(symbol),
                          {},
                          {},
                          {}});
        return;
    }
    if (m_session)
        m_replay->start(*m_session, symbol, from, speed);
}

} // namespace tickmark::window
