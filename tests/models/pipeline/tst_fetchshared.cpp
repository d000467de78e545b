// SPDX-License-Identifier: GPL-3.0-or-later
#include "SchedulerBench.h"

#include <QSignalSpy>
#include <QTest>

using namespace tickmark;
using namespace std::chrono_literals;
using pipeline::FetchProgress;
using pipeline::FetchReport;
using pipeline::FetchScheduler;
using pipeline::FetchTask;
using pipeline::StoreChange;
using store::FetchSchedule;
using test::SchedulerBench;
using When = store::FetchSchedule::When;

namespace {

constexpr FetchSchedule kHourly{When::Always, 60};

FetchReport brought(const FetchTask &task)
{
    FetchReport report;
    report.sourceId = task.setup.sourceId;
    report.source = task.setup.name;
    report.provider = task.setup.provider;
    report.items.emplace_back().importId = 1;
    report.items.back().totals.inserted = 1;
    return report;
}

} // namespace

//! Sources that share a run, of which one takes its time.
class FetchSharedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_go.tryAcquire(m_go.available());
        m_bench = std::make_unique<SchedulerBench>();
        m_quick = m_bench->add(QStringLiteral("Quick"), kHourly);
        m_slow = m_bench->add(QStringLiteral("Slow"), kHourly);
        m_bench->script = [this](auto tasks, const auto &options, const auto &stop, const auto &progress) {
            return run(tasks, options, stop, progress);
        };
    }
    void cleanup()
    {
        m_go.release(10);
        m_bench.reset();
    }

    void whatOneBroughtIsShownBeforeTheOtherEnds();
    void countsAreThoseOfTheSourceAndOfAll();
    void oneThatIsThroughCanBeAskedForAgain();
    void stoppingTheSlowOneLeavesTheOther();

private:
    //! All but the slow one end at once; that one when the test says so.
    core::Result<std::vector<FetchReport>> run(std::span<const FetchTask> tasks, const pipeline::FetchOptions &options,
                                               const std::stop_token &stop, const FetchProgress &progress)
    {
        std::vector<FetchReport> reports;
        for (const FetchTask &task : tasks) {
            reports.push_back(brought(task));
            if (task.setup.sourceId == m_slow)
                continue;
            store::FetchState state;
            state.sourceId = task.setup.sourceId;
            state.revision = task.setup.revision;
            state.lastRun = state.lastSuccess = options.now;
            if (const auto saved = m_bench->session->writer()->saveFetchStates({state}).result(); !saved)
                return tl::unexpected(saved.error());
            progress({task.setup.sourceId, task.setup.name, 3, 3, 3, 10, &reports.back()});
        }
        const auto slow = std::ranges::find(tasks, m_slow, [](const FetchTask &it) { return it.setup.sourceId; });
        if (slow != tasks.end()) {
            progress({m_slow, slow->setup.name, 2, 7, 5, 10, nullptr});
            const std::stop_callback wake(stop, [this] { m_go.release(); });
            m_go.acquire();
        }
        if (stop.stop_requested())
            return core::failure(core::ErrorCode::Cancelled, {});
        return reports;
    }
    [[nodiscard]] const pipeline::SourceStatus &quick() const { return m_bench->status(m_quick); }
    [[nodiscard]] const pipeline::SourceStatus &slow() const { return m_bench->status(m_slow); }
    bool startUntilQuickEnded()
    {
        m_bench->hold();
        m_bench->release(10);
        return m_bench->start() && QTest::qWaitFor([this] { return quick().lastSuccess.has_value(); });
    }

    std::unique_ptr<SchedulerBench> m_bench;
    QSemaphore m_go;
    qint64 m_quick = 0;
    qint64 m_slow = 0;
};

void FetchSharedTest::whatOneBroughtIsShownBeforeTheOtherEnds()
{
    pipeline::StoreChanges told;
    connect(m_bench->session.get(), &pipeline::StoreSession::changed, this,
            [&told](pipeline::StoreChanges what) { told |= what; });
    QVERIFY(startUntilQuickEnded());
    QVERIFY(slow().isRunning);
    QVERIFY(!quick().isRunning);
    QCOMPARE(pipeline::answerText(*quick().report), QStringLiteral("1 new"));
    QCOMPARE(quick().nextRun, core::Time{m_bench->now().ns + core::kNsPerHour});
    QTRY_VERIFY(told.testFlag(StoreChange::News));
    QVERIFY(slow().isRunning);
    // what the slow one brings is told too, and each end once
    told = {};
    const QSignalSpy finished(m_bench->scheduler.get(), &FetchScheduler::finished);
    m_go.release();
    QVERIFY(m_bench->settle());
    QVERIFY(told.testFlag(StoreChange::News));
    QCOMPARE(finished.count(), 1);
    QCOMPARE(finished.front().front().value<FetchReport>().source, QStringLiteral("Slow"));
    QCOMPARE(m_bench->callCount(), 1);
}

void FetchSharedTest::countsAreThoseOfTheSourceAndOfAll()
{
    QVERIFY(startUntilQuickEnded());
    QTRY_COMPARE(slow().total, 7);
    QCOMPARE(slow().done, 2);
    QCOMPARE(m_bench->scheduler->progress().done, 5);
    QCOMPARE(m_bench->scheduler->progress().total, 10);
    m_go.release();
    QVERIFY(m_bench->settle());
    QCOMPARE(m_bench->scheduler->progress().total, 0);
}

void FetchSharedTest::oneThatIsThroughCanBeAskedForAgain()
{
    QVERIFY(startUntilQuickEnded());
    m_bench->pass(1min);
    m_bench->scheduler->fetchNow(m_quick);
    QTRY_COMPARE(quick().lastSuccess, m_bench->now());
    QVERIFY(slow().isRunning);
    QCOMPARE(m_bench->callCount(), 2);
    QCOMPARE(m_bench->calls().back().sources, QStringList(QStringLiteral("Quick")));
}

void FetchSharedTest::stoppingTheSlowOneLeavesTheOther()
{
    QVERIFY(startUntilQuickEnded());
    m_bench->scheduler->cancel(m_slow);
    QVERIFY(m_bench->settle());
    QCOMPARE(m_bench->callCount(), 1); // the other one had ended well: it is not run again
    QVERIFY(quick().errorCode.isEmpty());
    QCOMPARE(slow().errorCode, QStringLiteral("stopped"));
    QVERIFY(!hasFailed(slow()));
}

QTEST_GUILESS_MAIN(FetchSharedTest)
#include "tst_fetchshared.moc"
