// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the scheduler that starts runs and takes what they bring.
#include "FetchScheduler.h"
#include "NextRun.h"
#include "WhenDone.h"
#include <sources/keys/KeyVault.h>
#include <sources/providers/ProviderList.h>

#include <QPointer>

#include <algorithm>
#include <utility>

namespace tickmark::pipeline {

using core::Result;
using sources::providerInfo;
using sources::ProviderKind;

namespace {

FetchReport failedReport(const store::SourceSetup &setup, const core::Error &error, const QString &code)
{
    FetchReport report;
    report.sourceId = setup.sourceId;
    report.source = setup.name;
    report.provider = setup.provider;
    report.error = error;
    report.errorCode = code;
    return report;
}

StoreChange changeOf(const QString &provider)
{
    const auto info = providerInfo(provider);
    return info && info->kind == ProviderKind::News ? StoreChange::News : StoreChange::Quotes;
}

StoreChanges broughtBy(const FetchReport &report)
{
    const bool hasBrought = std::ranges::any_of(report.items,
                                                [](const FetchedItem &item) { return item.importId != 0; });
    return hasBrought ? StoreChanges(changeOf(report.provider)) : StoreChanges();
}

} // namespace

void FetchScheduler::begin(const std::vector<qint64> &sourceIds, bool asked)
{
    const quint64 runId = ++m_lastRunId;
    Run &run = m_runs[runId];
    run.options.now = m_clocks.wall();
    run.options.ignoreRetryAfter = asked;
    for (const qint64 id : sourceIds) {
        SourceStatus &status = *statusOf(id);
        status.isRunning = true;
        status.done = 0;
        status.total = 0;
        status.nextRun.reset();
        Timing &timing = m_timings.at(id);
        timing.run = runId;
        timing.wish = Wish::None;
        timing.ending = Ending::No;
        timing.due.reset();
        timing.wallAhead = wallAhead();
        run.tasks.push_back({status.setup, {}});
    }
    tellStatus();
    const auto provider = providerInfo(run.tasks.front().setup.provider);
    if (!provider || !provider->needsKey) {
        launch(runId);
        return;
    }
    run.keysMissing = run.tasks.size();
    for (std::size_t i = 0; i < run.tasks.size(); ++i)
        readKey(runId, i);
}

void FetchScheduler::readKey(quint64 runId, std::size_t task)
{
    const QString uuid = m_runs.at(runId).tasks.at(task).setup.uuid;
    whenDone(m_keys.read(uuid), this, [this, runId, task](const Result<QByteArray> &key) {
        Run &run = m_runs.at(runId);
        if (key)
            run.tasks.at(task).key = *key;
        else
            run.tasks.at(task).keyError = key.error();
        if (--run.keysMissing == 0)
            launch(runId);
    });
}

void FetchScheduler::launch(quint64 runId)
{
    const Run &run = m_runs.at(runId);
    const auto progress = [gate = m_gate, runId](const FetchStep &step) {
        const std::lock_guard lock(gate->mutex);
        FetchScheduler *scheduler = gate->scheduler;
        if (!scheduler)
            return;
        FetchStep passed = step;
        passed.ended = nullptr; // valid here only
        if (!step.ended)
            QMetaObject::invokeMethod(
                scheduler, [=] { scheduler->takeStep(runId, passed); }, Qt::QueuedConnection);
        else
            QMetaObject::invokeMethod(
                scheduler,
                [=, report = *step.ended] {
                    scheduler->takeStep(runId, passed);
                    scheduler->takeEnd(runId, report);
                },
                Qt::QueuedConnection);
    };
    const auto work = [fetch = m_calls.fetch, tasks = run.tasks, options = run.options, stop = run.stop.get_token(),
                       progress]() -> RunResult {
        if (stop.stop_requested())
            return core::failure(core::ErrorCode::Cancelled, {});
        return fetch(tasks, options, stop, progress);
    };
    whenDone(m_session.run(work), this, [this, runId](const RunResult &result) { end(runId, result); });
}

void FetchScheduler::takeStep(quint64 runId, const FetchStep &step)
{
    const auto run = m_runs.find(runId);
    if (run == m_runs.end())
        return;
    run->second.count = {step.runDone, step.runAsked};
    SourceStatus *status = statusOf(step.sourceId);
    if (!status || m_timings.at(step.sourceId).run != runId)
        return;
    status->done = step.done;
    status->total = step.asked;
    tellStatus();
}

void FetchScheduler::takeEnd(quint64 runId, const FetchReport &report)
{
    const auto run = m_runs.find(runId);
    if (run == m_runs.end() || !run->second.ended.insert(report.sourceId).second)
        return;
    endSource(run->second, report.sourceId, &report, false);
    m_brought |= broughtBy(report);
    if (m_brought && !m_tellBrought.isActive())
        m_tellBrought.start();
    reload();
    tellStatus();
    Q_EMIT finished(report);
}

void FetchScheduler::end(quint64 runId, const RunResult &result)
{
    const Run run = std::move(m_runs.extract(runId).mapped());
    const bool cancelled = !result && result.error().code == core::ErrorCode::Cancelled;
    std::vector<FetchReport> reports;
    if (result) {
        reports = *result;
    } else if (!cancelled) {
        for (const FetchTask &task : run.tasks)
            reports.push_back(failedReport(task.setup, result.error(), QStringLiteral("store")));
    }
    std::erase_if(reports, [&run](const FetchReport &report) { return run.ended.contains(report.sourceId); });
    for (const FetchTask &task : run.tasks) {
        if (run.ended.contains(task.setup.sourceId))
            continue;
        const auto report = std::ranges::find(reports, task.setup.sourceId, &FetchReport::sourceId);
        endSource(run, task.setup.sourceId, report == reports.end() ? nullptr : &*report, cancelled);
    }
    reload();
    look();
    tellStatus();

    for (const FetchReport &report : reports)
        m_brought |= broughtBy(report);
    if (!result && run.count.done > 0) // of what was cut, some may have been kept
        m_brought |= changeOf(run.tasks.front().setup.provider);
    // Whoever listens may do away with the scheduler.
    const QPointer<FetchScheduler> guard(this);
    tellBrought();
    for (const FetchReport &report : reports) {
        if (guard)
            Q_EMIT finished(report);
    }
}

void FetchScheduler::tellBrought()
{
    m_tellBrought.stop();
    if (const StoreChanges brought = std::exchange(m_brought, {}))
        m_session.tellChanged(brought);
}

void FetchScheduler::endSource(const Run &run, qint64 sourceId, const FetchReport *report, bool cancelled)
{
    SourceStatus *status = statusOf(sourceId);
    if (!status)
        return; // removed meanwhile
    Timing &timing = m_timings.at(sourceId);
    const Ending ending = std::exchange(timing.ending, Ending::No);
    timing.run = 0;
    status->isRunning = false;
    if (report)
        status->report = *report;
    const bool failed = report && report->error;
    // Not every run leaves a trace in the store; without one the source would be due again at once.
    if (report || !cancelled || ending == Ending::Dropped) {
        timing.own.lastRun = run.options.now;
        timing.own.failures = failed ? status->failures + 1 : 0;
        timing.own.errorCode = failed ? report->errorCode : QString();
        timing.own.errorNames = failed ? report->errorNames : QStringList();
        timing.own.errorText = failed ? report->error->message : QString();
        if (!report && ending == Ending::Dropped) {
            timing.own.errorCode = kStoppedCode;
            timing.own.errorNames = QStringList{status->setup.name};
        }
        if (report && !failed)
            timing.own.lastSuccess = run.options.now;
    }
    const bool wasCut = cancelled && !report && ending == Ending::No;
    const bool asked = run.options.ignoreRetryAfter;
    if ((wasCut || ending == Ending::Outdated) && (asked || (status->setup.isEnabled && !m_isPaused)))
        timing.wish = asked ? Wish::Now : Wish::Again;
}

} // namespace tickmark::pipeline
