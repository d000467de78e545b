// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the scheduler that starts runs and takes what they bring.
#include "FetchScheduler.h"
#include "WhenDone.h"
#include <sources/keys/KeyVault.h>
#include <sources/providers/ProviderList.h>

#include <QPointer>

#include <algorithm>

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

bool hasBrought(const FetchReport &report)
{
    return std::ranges::any_of(report.items, [](const FetchedItem &item) { return item.importId != 0; });
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
            run.refused.push_back(failedReport(run.tasks.at(task).setup, key.error(), QStringLiteral("keychain")));
        if (--run.keysMissing == 0)
            launch(runId);
    });
}

void FetchScheduler::launch(quint64 runId)
{
    const Run &run = m_runs.at(runId);
    std::vector<FetchTask> tasks = run.tasks;
    std::erase_if(tasks, [&run](const FetchTask &task) {
        return std::ranges::find(run.refused, task.setup.sourceId, &FetchReport::sourceId) != run.refused.end();
    });
    const auto progress = [gate = m_gate, runId](qint64 done, qint64 total, const QString &source) {
        const std::lock_guard lock(gate->mutex);
        if (FetchScheduler *scheduler = gate->scheduler)
            QMetaObject::invokeMethod(
                scheduler, [=] { scheduler->takeProgress(runId, done, total, source); }, Qt::QueuedConnection);
    };
    const auto work = [fetch = m_calls.fetch, tasks = std::move(tasks), options = run.options,
                       stop = run.stop.get_token(), progress]() -> RunResult {
        if (stop.stop_requested())
            return core::failure(core::ErrorCode::Cancelled, {});
        if (tasks.empty())
            return std::vector<FetchReport>();
        return fetch(tasks, options, stop, progress);
    };
    whenDone(m_session.run(work), this, [this, runId](const RunResult &result) { end(runId, result); });
}

void FetchScheduler::takeProgress(quint64 runId, qint64 done, qint64 total, const QString &source)
{
    const auto run = m_runs.find(runId);
    if (run == m_runs.end())
        return;
    run->second.hasAnswers = true;
    const auto &tasks = run->second.tasks;
    const auto task = std::ranges::find(tasks, source, [](const FetchTask &it) { return it.setup.name; });
    SourceStatus *status = task == tasks.end() ? nullptr : statusOf(task->setup.sourceId);
    if (!status)
        return;
    status->done = done;
    status->total = total;
    tellStatus();
    Q_EMIT progressed(status->setup.sourceId, done, total);
}

void FetchScheduler::end(quint64 runId, const RunResult &result)
{
    const Run run = std::move(m_runs.extract(runId).mapped());
    const bool cancelled = !result && result.error().code == core::ErrorCode::Cancelled;
    std::vector<FetchReport> reports = run.refused;
    if (result) {
        reports.insert(reports.end(), result->begin(), result->end());
    } else if (!cancelled) {
        reports.clear();
        for (const FetchTask &task : run.tasks)
            reports.push_back(failedReport(task.setup, result.error(), QStringLiteral("store")));
    }
    for (const FetchTask &task : run.tasks) {
        const auto report = std::ranges::find(reports, task.setup.sourceId, &FetchReport::sourceId);
        endSource(run, task.setup.sourceId, report == reports.end() ? nullptr : &*report, cancelled);
    }
    reload();
    look();
    tellStatus();

    // Whoever listens may do away with the scheduler.
    const QPointer<FetchScheduler> guard(this);
    const auto provider = providerInfo(run.tasks.front().setup.provider);
    if (result ? std::ranges::any_of(reports, hasBrought) : run.hasAnswers)
        m_session.tellChanged(provider && provider->kind == ProviderKind::News ? StoreChange::News
                                                                               : StoreChange::Quotes);
    for (const FetchReport &report : reports) {
        if (guard)
            Q_EMIT finished(report);
    }
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
        timing.own.errorText = failed ? report->error->message : QString();
        if (report && !failed)
            timing.own.lastSuccess = run.options.now;
    }
    const bool wasCut = cancelled && !report && ending == Ending::No;
    const bool asked = run.options.ignoreRetryAfter;
    if ((wasCut || ending == Ending::Outdated) && (asked || (status->setup.isEnabled && !m_isPaused)))
        timing.wish = asked ? Wish::Now : Wish::Again;
}

} // namespace tickmark::pipeline
