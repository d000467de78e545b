// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../tables/SessionSupport.h"
#include <core/Instrument.h>
#include <pipeline/FetchScheduler.h>
#include <sources/keys/KeyVault.h>

#include <QSemaphore>

#include <atomic>
#include <functional>
#include <mutex>
#include <vector>

namespace tickmark::pipeline {

struct FetchSchedulerTestAccess
{
    static bool isReading(const FetchScheduler &scheduler) { return scheduler.m_isReading; }
};

} // namespace tickmark::pipeline

namespace tickmark::test {

//! One call of the scripted fetchSources().
struct FetchCall
{
    QStringList sources;
    QList<QByteArray> keys;
    core::Time now;
    bool asked = false;
};

//! A scheduler on a real store, with clocks that the test sets and runs that the test writes. Without a script every run
//! goes well at once, adds one row per source and keeps states as fetchSources() does.
class SchedulerBench
{
public:
    using Script = std::function<core::Result<std::vector<pipeline::FetchReport>>(
        std::span<const pipeline::FetchTask> tasks, const pipeline::FetchOptions &options, const std::stop_token &stop,
        const pipeline::FetchProgress &progress)>;

    explicit SchedulerBench(const char *now = "2025-01-27T15:00:00Z") : m_wall(core::parseIsoTime(now)->ns)
    {
        for (const char *way : {"DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY"})
            qunsetenv(way); // no keychain
        m_isOpen = session.openWith([](store::StoreWriter &writer) -> core::Result<> {
            core::Instrument instrument;
            instrument.symbol = QStringLiteral("NVDA");
            instrument.mic = QStringLiteral("XNAS");
            instrument.currency = QStringLiteral("USD");
            return writer.addInstrument(instrument).result().map([](qint64) {});
        });
        keys = std::make_unique<sources::KeyVault>(QStringLiteral("Tickmark test"));
    }
    ~SchedulerBench()
    {
        m_held.release(1000);
        scheduler.reset();
    }

    //! Reads the set-ups; false when they did not come.
    bool start()
    {
        if (!m_isOpen)
            return false;
        pipeline::FetchCalls calls;
        calls.fetch = [this](std::span<const pipeline::FetchTask> tasks, const pipeline::FetchOptions &options,
                             const std::stop_token &stop,
                             const pipeline::FetchProgress &progress) { return fetch(tasks, options, stop, progress); };
        calls.attempt = attempt;
        scheduler = std::make_unique<pipeline::FetchScheduler>(
            *session.get(), std::move(calls), *keys,
            pipeline::FetchClocks{[this] { return core::Time{m_wall}; }, [this] { return m_monotonic; }});
        scheduler->reload();
        return m_holds ? settleReads() : settle();
    }

    [[nodiscard]] static QString nameOf(int number)
    {
        return QStringLiteral("Feed %1").arg(number, 3, 10, QLatin1Char('0'));
    }
    [[nodiscard]] static store::SourceSetup made(const QString &name, store::FetchSchedule schedule,
                                                 const QString &provider = QStringLiteral("feed"))
    {
        store::SourceSetup setup;
        setup.name = name;
        setup.provider = provider;
        setup.address = QStringLiteral("https://example.com/feed");
        setup.schedule = schedule;
        return setup;
    }
    //! Adds a source, or changes it; its id.
    qint64 save(store::SourceSetup setup) { return session->writer()->saveSource(std::move(setup)).result().value(); }
    qint64 add(const QString &name, store::FetchSchedule schedule, const QString &provider = QStringLiteral("feed"))
    {
        return save(made(name, schedule, provider));
    }
    void addMany(int count, store::FetchSchedule schedule)
    {
        QFuture<core::Result<qint64>> last;
        for (int i = 0; i < count; ++i)
            last = session->writer()->saveSource(made(nameOf(i), schedule));
        last.waitForFinished(); // the writer keeps the order
    }
    [[nodiscard]] store::SourceSetup setup(qint64 id) const { return status(id).setup; }

    //! Until nothing runs or is read any more.
    bool settle()
    {
        return QTest::qWaitFor([this] { return !scheduler->isRunning() && !isReading(); });
    }
    //! The same while runs are held.
    bool settleReads()
    {
        return QTest::qWaitFor([this] { return !isReading(); });
    }

    //! Time goes by.
    void pass(std::chrono::nanoseconds time)
    {
        m_monotonic += time;
        m_wall += time.count();
    }
    //! Somebody sets the wall clock.
    void setClock(std::chrono::nanoseconds by) { m_wall += by.count(); }
    [[nodiscard]] core::Time now() const { return core::Time{m_wall}; }
    bool passAndLook(std::chrono::nanoseconds time)
    {
        pass(time);
        scheduler->look();
        return settle();
    }

    [[nodiscard]] std::vector<FetchCall> calls() const
    {
        const std::lock_guard lock(m_mutex);
        return m_calls;
    }
    [[nodiscard]] int callCount() const { return int(calls().size()); }
    [[nodiscard]] const pipeline::SourceStatus &status(qint64 id) const
    {
        for (const pipeline::SourceStatus &status : scheduler->sources()) {
            if (status.setup.sourceId == id)
                return status;
        }
        qFatal("no such source");
    }

    //! Runs wait for release(), or until they are stopped.
    void hold() { m_holds = true; }
    void release(int runs = 1) { m_held.release(runs); }

    tables::TestSession session;
    std::unique_ptr<sources::KeyVault> keys;
    Script script;
    std::function<core::Result<pipeline::SourceTrial>(const pipeline::FetchTask &, core::Time, const std::stop_token &)>
        attempt;
    std::unique_ptr<pipeline::FetchScheduler> scheduler;

private:
    [[nodiscard]] bool isReading() const { return pipeline::FetchSchedulerTestAccess::isReading(*scheduler); }

    core::Result<std::vector<pipeline::FetchReport>> fetch(std::span<const pipeline::FetchTask> tasks,
                                                           const pipeline::FetchOptions &options,
                                                           const std::stop_token &stop,
                                                           const pipeline::FetchProgress &progress)
    {
        {
            const std::lock_guard lock(m_mutex);
            FetchCall call{{}, {}, options.now, options.ignoreRetryAfter};
            for (const pipeline::FetchTask &task : tasks) {
                call.sources.append(task.setup.name);
                call.keys.append(task.key);
            }
            m_calls.push_back(std::move(call));
        }
        const std::stop_callback wake(stop, [this] { m_held.release(); });
        if (m_holds)
            m_held.acquire();
        if (stop.stop_requested())
            return core::failure(core::ErrorCode::Cancelled, {});
        return script ? script(tasks, options, stop, progress) : succeed(tasks, options, progress);
    }

    core::Result<std::vector<pipeline::FetchReport>> succeed(std::span<const pipeline::FetchTask> tasks,
                                                             const pipeline::FetchOptions &options,
                                                             const pipeline::FetchProgress &progress)
    {
        std::vector<pipeline::FetchReport> reports;
        std::vector<store::FetchState> states;
        for (const pipeline::FetchTask &task : tasks) {
            pipeline::FetchReport report;
            report.sourceId = task.setup.sourceId;
            report.source = task.setup.name;
            report.provider = task.setup.provider;
            report.items.emplace_back().importId = 1;
            report.items.back().totals.inserted = 1;
            reports.push_back(report);
            store::FetchState state;
            state.sourceId = task.setup.sourceId;
            state.revision = task.setup.revision;
            state.lastRun = options.now;
            state.lastSuccess = options.now;
            states.push_back(state);
            const auto done = qint64(reports.size());
            progress({task.setup.sourceId, task.setup.name, 1, 1, done, qint64(tasks.size()), nullptr});
        }
        if (auto saved = session->writer()->saveFetchStates(std::move(states)).result(); !saved)
            return tl::unexpected(saved.error());
        return reports;
    }

    bool m_isOpen = false;
    qint64 m_wall;
    std::chrono::nanoseconds m_monotonic{5'000'000'000};
    mutable std::mutex m_mutex;
    std::vector<FetchCall> m_calls;
    std::atomic_bool m_holds = false;
    QSemaphore m_held;
};

} // namespace tickmark::test
