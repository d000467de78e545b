// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the window that makes reports.
#include "MainWindow.h"

#include <QAction>
#include <QStackedWidget>
#include <QTimer>

#include <claimview/CompareView.h>
#include <desk/ChartDesk.h>
#include <reportview/OwnTemplates.h>
#include <reportview/ReportDialog.h>

namespace tickmark::window {

namespace {

constexpr int kSceneDelayMs = 300;
constexpr int kFriday = 5;

core::SessionDate weekdayBeside(core::SessionDate date, int step)
{
    do
        date = date.plusDays(step);
    while (date.weekday() > kFriday);
    return date;
}

//! From the session before, which its changes count from, to the one after: until then papers write about it.
void showSession(core::SessionDate session, reportview::ReportScene &scene)
{
    scene.from = weekdayBeside(session, -1);
    scene.to = weekdayBeside(session, 1);
    scene.base = scene.from;
}

//! What the charts show, as far as they show anything yet.
std::optional<reportview::ReportScene> sceneOf(const desk::ChartDesk &desk)
{
    const auto request = desk.exportRequest();
    if (!request)
        return std::nullopt;
    reportview::ReportScene scene{request->spec.from, request->spec.to, desk.base(), {}};
    for (const desk::DeskPane &pane : desk.state().panes)
        scene.symbols.append(pane.symbols);
    scene.symbols.removeDuplicates();
    return scene;
}

} // namespace

void MainWindow::connectReport()
{
    connect((*m_actions)[Command::MakeReport], &QAction::triggered, this, &MainWindow::showReport);
    // A view that is panned changes with every frame.
    auto *delay = new QTimer(this);
    delay->setSingleShot(true);
    delay->setInterval(kSceneDelayMs);
    connect(delay, &QTimer::timeout, this, [this] {
        if (const auto scene = m_report ? reportScene() : std::nullopt)
            m_report->setScene(*scene);
    });
    const auto begin = [this, delay] {
        if (m_report && !delay->isActive())
            delay->start();
    };
    connect(m_desk, &desk::ChartDesk::viewRangeChanged, this, begin);
    connect(m_desk, &desk::ChartDesk::stateChanged, this, begin);
    connect(m_middle, &QStackedWidget::currentChanged, this, begin);
}

//! While claims are compared, the session that they are about; else what the charts show.
std::optional<reportview::ReportScene> MainWindow::reportScene() const
{
    auto scene = sceneOf(*m_desk);
    const auto session = m_comparison->session();
    if (scene && session && m_middle->currentWidget() == m_comparison)
        showSession(*session, *scene);
    return scene;
}

void MainWindow::showReport()
{
    const auto scene = m_session ? reportScene() : std::nullopt;
    if (!scene)
        return;
    if (m_report) {
        m_report->setScene(*scene);
    } else {
        m_report = new reportview::ReportDialog(m_appearance, *m_session, *scene, reportview::ownTemplateFolder(),
                                                this);
        m_report->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_report->show();
    m_report->raise();
    m_report->activateWindow();
}

} // namespace tickmark::window
