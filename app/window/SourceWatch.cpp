// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceWatch.h"

#include "SourceControl.h"
#include <dialogs/SourceAdvice.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace tickmark::window {

using pipeline::FetchScheduler;
using pipeline::SourceStatus;

namespace {

constexpr std::chrono::milliseconds kTogether{700};

} // namespace

SourceWatch::SourceWatch(style::Appearance &appearance, SourceControl &control, QWidget &window)
    : QObject(&window), m_appearance(appearance), m_control(control), m_window(window)
{
    m_tell.setSingleShot(true);
    m_tell.setInterval(kTogether);
    connect(&m_tell, &QTimer::timeout, this, &SourceWatch::tellFailures);
    connect(&control, &SourceControl::started, this, &SourceWatch::follow);
}

SourceWatch::~SourceWatch() = default;

void SourceWatch::setSession(pipeline::StoreSession *session)
{
    delete m_dialog;
    m_session = session;
    m_scheduler = nullptr;
    m_known.clear();
    m_untold.clear();
    m_told.clear();
    m_hasLooked = false;
    m_tell.stop();
    look();
}

void SourceWatch::follow(FetchScheduler *scheduler)
{
    m_scheduler = scheduler;
    connect(scheduler, &FetchScheduler::statusChanged, this, &SourceWatch::look);
    look();
}

void SourceWatch::look()
{
    SourceGlance glance;
    std::set<qint64> failing;
    if (m_scheduler) {
        glance.isPaused = m_scheduler->isPaused() && !m_scheduler->sources().empty();
        for (const SourceStatus &source : m_scheduler->sources()) {
            glance.running += source.isRunning ? 1 : 0;
            if (pipeline::hasFailed(source)) {
                glance.failing += source.setup.name;
                failing.insert(source.setup.sourceId);
            }
        }
        if (glance.running > 0) {
            glance.done = m_scheduler->progress().done;
            glance.total = m_scheduler->progress().total;
        }
        if (!std::exchange(m_hasLooked, !m_scheduler->sources().empty() || m_hasLooked))
            m_known = failing;
    }
    std::erase_if(m_known, [&](qint64 id) { return !failing.contains(id); });
    std::erase_if(m_untold, [&](qint64 id) { return !failing.contains(id); });
    for (const qint64 id : failing) {
        if (!m_known.insert(id).second)
            continue;
        m_untold.insert(id);
        m_tell.start();
    }
    if (glance != std::exchange(m_glance, glance))
        Q_EMIT glanceChanged(m_glance);
}

void SourceWatch::tellFailures()
{
    const std::set<qint64> untold = std::exchange(m_untold, {});
    if (!m_scheduler || untold.empty() || (m_dialog && m_dialog->isVisible()))
        return;
    m_told = untold;
    Q_EMIT failed();
}

core::Error SourceWatch::failure() const
{
    std::vector<const SourceStatus *> failing;
    QStringList names;
    if (m_scheduler) {
        for (const SourceStatus &source : m_scheduler->sources()) {
            if (source.errorCode.isEmpty() || !m_told.contains(source.setup.sourceId))
                continue;
            failing.push_back(&source);
            names += source.setup.name;
        }
    }
    if (failing.empty())
        return {};
    if (failing.size() > 1)
        return {core::ErrorCode::Io, tr("%Ln sources could not be fetched.", nullptr, int(failing.size())),
                names.join(u'\n')};
    const SourceStatus &source = *failing.front();
    const QString &name = source.setup.name;
    const QString sentence = errorSentence(source);
    const QString text = sentence.contains(name) ? sentence
                                                 : tr("%1: %2", "source, what went wrong").arg(name, sentence);
    const bool repeats = !m_scheduler->isPaused() && source.setup.runsByItself();
    return {core::ErrorCode::Io, text, dialogs::sourceAdvice(source.errorCode, repeats)};
}

dialogs::SourcesDialog *SourceWatch::showDialog()
{
    FetchScheduler *scheduler = m_control.scheduler();
    if (!m_session || !scheduler)
        return nullptr;
    if (!m_dialog) {
        const dialogs::SourceTools tools{*m_session, *scheduler, m_control.keys(), pipeline::systemClocks().wall};
        m_dialog = new dialogs::SourcesDialog(m_appearance, tools, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
    return m_dialog;
}

bool SourceWatch::closeDialog()
{
    return !m_dialog || m_dialog->close();
}

} // namespace tickmark::window
