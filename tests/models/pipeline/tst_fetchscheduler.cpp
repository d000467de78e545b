// SPDX-License-Identifier: GPL-3.0-or-later
#include "SchedulerBench.h"

#include <QSignalSpy>
#include <QTest>

using namespace tickmark;
using namespace std::chrono_literals;
using pipeline::FetchReport;
using pipeline::FetchScheduler;
using pipeline::StoreChange;
using store::FetchSchedule;
using test::SchedulerBench;
using When = store::FetchSchedule::When;

namespace {

constexpr FetchSchedule kHourly{When::Always, 60};
constexpr FetchSchedule kManually{When::Manually, 60};

QString feed(int number)
{
    return SchedulerBench::nameOf(number);
}

//! What a run says of a source that could not be asked.
core::Result<std::vector<FetchReport>> refuse(std::span<const pipeline::FetchTask> tasks)
{
    std::vector<FetchReport> reports;
    for (const pipeline::FetchTask &task : tasks) {
        FetchReport &report = reports.emplace_back();
        report.sourceId = task.setup.sourceId;
        report.error = core::Error{core::ErrorCode::InvalidInput, QStringLiteral("There is no key."), {}};
        report.errorCode = QStringLiteral("no_key");
    }
    return reports;
}

} // namespace

//! Sources that run by themselves.
class FetchSchedulerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsDueTogetherRunsTogether();
    void manyChangesAreToldOnce();
    void eachProviderHasARunOfItsOwnAndFewRunAtOnce();
    void aSourceRunsWhenItsTimeHasCome();
    void aClockThatIsSetNeitherSkipsNorRepeats_data();
    void aClockThatIsSetNeitherSkipsNorRepeats();
    void afterSleepWhatWasMissedRunsOnce();
    void newYorkClosesAndTheSourceRuns();
    void aSourceThatCannotRunIsNotAskedInCircles();
    void aStoreThatFailsIsSaid();
    void keysComeOutOfTheVault();
    void whatCameIsTold();
    void aSourceThatIsStreamedIsLeftAlone();
};

void FetchSchedulerTest::whatIsDueTogetherRunsTogether()
{
    SchedulerBench bench;
    bench.addMany(200, kHourly);
    QVERIFY(bench.start());
    QCOMPARE(bench.callCount(), 1);
    QCOMPARE(bench.calls().front().sources.size(), 200);
    QVERIFY(!bench.calls().front().asked);
    QVERIFY(bench.passAndLook(1h));
    QCOMPARE(bench.callCount(), 2);
    QCOMPARE(bench.calls().back().sources.size(), 200);
}

void FetchSchedulerTest::manyChangesAreToldOnce()
{
    SchedulerBench bench;
    bench.addMany(500, kHourly);
    QVERIFY(bench.start());
    bench.pass(1h);
    QSignalSpy status(bench.scheduler.get(), &FetchScheduler::statusChanged);
    const QSignalSpy finished(bench.scheduler.get(), &FetchScheduler::finished);
    QSignalSpy changed(bench.session.get(), &pipeline::StoreSession::changed);
    bench.scheduler->look();
    QVERIFY(bench.settle());
    QTRY_VERIFY(!status.isEmpty());
    QCOMPARE(finished.count(), 500);
    QCOMPARE(changed.count(), 1);
    QVERIFY2(status.count() <= 20, QByteArray::number(status.count()).constData());
    const auto &sources = bench.scheduler->sources();
    QVERIFY(
        std::ranges::all_of(sources, [&](const auto &one) { return one.lastRun == bench.now() && !one.isRunning; }));
}

void FetchSchedulerTest::eachProviderHasARunOfItsOwnAndFewRunAtOnce()
{
    SchedulerBench bench;
    for (int i = 0; i < 12; ++i)
        bench.add(feed(i), kHourly, QStringLiteral("provider %1").arg(i % 6));
    bench.hold();
    QVERIFY(bench.start());
    QTRY_COMPARE(bench.callCount(), 4);
    QVERIFY(bench.settleReads());
    bench.scheduler->look();
    QCOMPARE(bench.callCount(), 4);
    bench.release(2);
    QTRY_COMPARE(bench.callCount(), 6);
    bench.release(4);
    QVERIFY(bench.settle());
    QCOMPARE(bench.callCount(), 6);
    for (const test::FetchCall &call : bench.calls())
        QCOMPARE(call.sources.size(), 2);
}

void FetchSchedulerTest::aSourceRunsWhenItsTimeHasCome()
{
    SchedulerBench bench;
    const qint64 id = bench.add(feed(1), kHourly);
    QVERIFY(bench.start());
    QCOMPARE(bench.callCount(), 1);
    QCOMPARE(bench.status(id).lastSuccess, bench.now());
    QCOMPARE(bench.status(id).nextRun, core::Time{bench.now().ns + core::kNsPerHour});
    QVERIFY(bench.passAndLook(59min));
    QCOMPARE(bench.callCount(), 1);
    QVERIFY(bench.passAndLook(1min));
    QCOMPARE(bench.callCount(), 2);
    QCOMPARE(bench.calls().back().now, bench.now());
}

void FetchSchedulerTest::aClockThatIsSetNeitherSkipsNorRepeats_data()
{
    QTest::addColumn<int>("hours");
    QTest::newRow("an hour forward") << 1;
    QTest::newRow("an hour back") << -1;
    QTest::newRow("ten years forward") << 87'600;
    QTest::newRow("ten years back") << -87'600;
}

void FetchSchedulerTest::aClockThatIsSetNeitherSkipsNorRepeats()
{
    QFETCH(const int, hours);
    SchedulerBench bench;
    const qint64 id = bench.add(feed(1), kHourly);
    QVERIFY(bench.start());
    QCOMPARE(bench.callCount(), 1);
    bench.pass(30min);
    bench.setClock(std::chrono::hours(hours));
    QVERIFY(bench.passAndLook(29min));
    QCOMPARE(bench.callCount(), 1);
    QCOMPARE(bench.status(id).nextRun, core::Time{bench.now().ns + core::kNsPerMinute});
    QVERIFY(bench.passAndLook(1min));
    QCOMPARE(bench.callCount(), 2);
    QVERIFY(bench.passAndLook(59min));
    QCOMPARE(bench.callCount(), 2);
    QVERIFY(bench.passAndLook(1min));
    QCOMPARE(bench.callCount(), 3);
}

void FetchSchedulerTest::afterSleepWhatWasMissedRunsOnce()
{
    SchedulerBench bench;
    bench.add(feed(1), kHourly);
    QVERIFY(bench.start());
    QVERIFY(bench.passAndLook(9h));
    QCOMPARE(bench.callCount(), 2);
    QVERIFY(bench.passAndLook(59min));
    QCOMPARE(bench.callCount(), 2);
}

void FetchSchedulerTest::newYorkClosesAndTheSourceRuns()
{
    SchedulerBench bench("2025-01-27T15:00:00Z");
    const qint64 id = bench.add(QStringLiteral("Closes"), {When::AfterClose, 60}, QStringLiteral("yahoo"));
    QVERIFY(bench.start());
    QCOMPARE(bench.callCount(), 1); // never run before
    QCOMPARE(bench.status(id).nextRun, core::parseIsoTime("2025-01-27T21:16:00Z"));
    QVERIFY(bench.passAndLook(6h + 15min));
    QCOMPARE(bench.callCount(), 1);
    // The wall clock is corrected by half a second between planning and running: not twice for one close.
    bench.setClock(-500ms);
    QVERIFY(bench.passAndLook(1min));
    QVERIFY(bench.passAndLook(1s));
    QVERIFY(bench.passAndLook(1s));
    QCOMPARE(bench.callCount(), 2);
    QCOMPARE(bench.status(id).nextRun, core::parseIsoTime("2025-01-28T21:16:00Z"));
}

void FetchSchedulerTest::aSourceThatCannotRunIsNotAskedInCircles()
{
    SchedulerBench bench;
    const qint64 id = bench.add(feed(1), {When::Always, 5});
    bench.script = [](std::span<const pipeline::FetchTask> tasks, const pipeline::FetchOptions &,
                      const std::stop_token &, const pipeline::FetchProgress &) { return refuse(tasks); };
    QVERIFY(bench.start());
    QVERIFY(bench.settle());
    QCOMPARE(bench.callCount(), 1);
    QCOMPARE(bench.status(id).errorCode, QStringLiteral("no_key"));
    QCOMPARE(bench.status(id).errorText, QStringLiteral("There is no key."));
    QCOMPARE(bench.status(id).failures, 1);
    QCOMPARE(bench.status(id).lastRun, bench.now());
    QVERIFY(!bench.status(id).lastSuccess);
    for (int i = 0; i < 24; ++i)
        QVERIFY(bench.passAndLook(5min));
    // After 5, 5, 5, 10 (8), 20 (16) and 35 (32) minutes; looked at every 5.
    QCOMPARE(bench.callCount(), 7);
    QCOMPARE(bench.status(id).failures, 7);
    QCOMPARE(bench.status(id).nextRun, core::Time{bench.calls().back().now.ns + 64 * core::kNsPerMinute});
    bench.script = {};
    bench.scheduler->fetchNow(id);
    QVERIFY(bench.settle());
    QVERIFY(bench.status(id).errorCode.isEmpty());
    QCOMPARE(bench.status(id).failures, 0);
    QCOMPARE(bench.status(id).nextRun, core::Time{bench.now().ns + 5 * core::kNsPerMinute});
}

void FetchSchedulerTest::aStoreThatFailsIsSaid()
{
    SchedulerBench bench;
    const qint64 id = bench.add(feed(1), kHourly);
    bench.script = [](std::span<const pipeline::FetchTask>, const pipeline::FetchOptions &, const std::stop_token &,
                      const pipeline::FetchProgress &) -> core::Result<std::vector<FetchReport>> {
        return core::failure(core::ErrorCode::DiskFull, QStringLiteral("The disk is full."));
    };
    QVERIFY(bench.start());
    QCOMPARE(bench.callCount(), 1);
    QCOMPARE(bench.status(id).errorText, QStringLiteral("The disk is full."));
    QCOMPARE(bench.status(id).report->error->code, core::ErrorCode::DiskFull);
    QVERIFY(*bench.status(id).nextRun > bench.now());
}

void FetchSchedulerTest::keysComeOutOfTheVault()
{
    SchedulerBench bench;
    const qint64 withKey = bench.add(QStringLiteral("With key"), kManually, QStringLiteral("alphavantage"));
    const qint64 without = bench.add(QStringLiteral("Without"), kManually, QStringLiteral("feed"));
    QVERIFY(bench.start());
    for (const qint64 id : {withKey, without}) {
        const auto written = bench.keys->write(bench.setup(id).uuid, "s3cret");
        QTRY_VERIFY(written.isFinished());
    }
    bench.scheduler->fetchNow(withKey);
    QVERIFY(bench.settle());
    QCOMPARE(bench.calls().back().keys, QList<QByteArray>({"s3cret"}));
    bench.scheduler->fetchNow(without);
    QVERIFY(bench.settle());
    QCOMPARE(bench.calls().back().keys, QList<QByteArray>({""})); // nobody may ask for it
}

void FetchSchedulerTest::whatCameIsTold()
{
    SchedulerBench bench;
    const qint64 news = bench.add(QStringLiteral("News"), kManually, QStringLiteral("feed"));
    const qint64 quotes = bench.add(QStringLiteral("Quotes"), kManually, QStringLiteral("yahoo"));
    QVERIFY(bench.start());
    pipeline::StoreChanges told;
    connect(bench.session.get(), &pipeline::StoreSession::changed, this,
            [&told](pipeline::StoreChanges what) { told |= what; });
    bench.scheduler->fetchNow(news);
    QVERIFY(bench.settle());
    QCOMPARE(told, pipeline::StoreChanges(StoreChange::News));
    told = {};
    bench.scheduler->fetchNow(quotes);
    QVERIFY(bench.settle());
    QCOMPARE(told, pipeline::StoreChanges(StoreChange::Quotes));
    told = {};
    bench.script = [](std::span<const pipeline::FetchTask> tasks, const pipeline::FetchOptions &,
                      const std::stop_token &, const pipeline::FetchProgress &) { return refuse(tasks); };
    bench.scheduler->fetchNow(quotes);
    QVERIFY(bench.settle());
    QVERIFY(!told); // nothing new, nothing to be read again
}

//! The stream stores the same trades.
void FetchSchedulerTest::aSourceThatIsStreamedIsLeftAlone()
{
    SchedulerBench bench;
    const qint64 streamed = bench.add(feed(1), kHourly);
    const qint64 other = bench.add(feed(2), kHourly);
    QVERIFY(bench.start());
    QCOMPARE(bench.callCount(), 1);

    bench.scheduler->setStreamed({streamed});
    QVERIFY(bench.status(streamed).isStreamed);
    QVERIFY(!bench.status(streamed).nextRun);
    QVERIFY(bench.status(other).nextRun);
    QVERIFY(bench.passAndLook(61min));
    QCOMPARE(bench.callCount(), 2);
    QCOMPARE(bench.calls().back().sources, QStringList{feed(2)});
    bench.scheduler->fetchNow(streamed);
    QVERIFY(bench.settle());
    QCOMPARE(bench.callCount(), 2);

    bench.scheduler->setStreamed({});
    QVERIFY(bench.settle());
    QVERIFY(!bench.status(streamed).isStreamed);
    QCOMPARE(bench.callCount(), 3); // it was due meanwhile
    QCOMPARE(bench.calls().back().sources, QStringList{feed(1)});

    // what runs is ended, and does not begin again
    bench.hold();
    bench.pass(61min);
    bench.scheduler->look();
    QTRY_COMPARE(bench.callCount(), 4);
    QVERIFY(bench.status(streamed).isRunning);
    bench.scheduler->setStreamed({streamed, other});
    QVERIFY(bench.settle());
    QVERIFY(!bench.status(streamed).isRunning);
    QVERIFY(bench.passAndLook(61min));
    QCOMPARE(bench.callCount(), 4);
}

QTEST_GUILESS_MAIN(FetchSchedulerTest)
#include "tst_fetchscheduler.moc"
