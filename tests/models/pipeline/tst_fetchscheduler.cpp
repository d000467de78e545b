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

//! Sources that run by themselves, and what a user does to them meanwhile.
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
    void askingRunsWhateverTheScheduleSays();
    void askingBeforeTheStoreWasReadIsKept();
    void cancellingOneLetsTheOthersGoOn();
    void cancellingAllEndsAll();
    void nothingRunsWhilePaused();
    void aRemovedSourceEnds();
    void aChangedSourceRunsAgain();
    void aRenamedSourceGoesOn();
    void aSourceThatCannotRunIsNotAskedInCircles();
    void aStoreThatFailsIsSaid();
    void keysComeOutOfTheVault();
    void whatCameIsTold();
    void aStoreThatIsLostRunsNothing();
    void aStoreForReadingOnlyRunsNothing();
    void goingEndsWhatRuns();
    void aTrialAnswersAndEndsWithTheScheduler();
    void answersAreSaidInAFewWords();
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

void FetchSchedulerTest::askingRunsWhateverTheScheduleSays()
{
    SchedulerBench bench;
    const qint64 manual = bench.add(feed(1), kManually);
    const qint64 hourly = bench.add(feed(2), kHourly);
    store::SourceSetup off;
    off.name = feed(3);
    off.provider = QStringLiteral("feed");
    off.isEnabled = false;
    const qint64 disabled = bench.save(off);
    QVERIFY(bench.start());
    QCOMPARE(bench.callCount(), 1);
    QVERIFY(!bench.status(manual).nextRun);

    bench.hold();
    bench.scheduler->fetchNow(manual);
    QTRY_COMPARE(bench.callCount(), 2);
    QVERIFY(bench.status(manual).isRunning);
    QVERIFY(bench.calls().back().asked);
    bench.scheduler->fetchNow(manual); // it is running already
    bench.release();
    QVERIFY(bench.settle());
    QCOMPARE(bench.callCount(), 2);

    bench.release(2);
    bench.scheduler->fetchNow();
    QVERIFY(bench.settle());
    QCOMPARE(bench.callCount(), 3);
    QCOMPARE(bench.calls().back().sources, QStringList({feed(1), feed(2)}));
    bench.scheduler->fetchNow(disabled);
    QVERIFY(bench.settle());
    QCOMPARE(bench.calls().back().sources, QStringList(feed(3)));
    QCOMPARE(bench.status(hourly).failures, 0);
}

void FetchSchedulerTest::askingBeforeTheStoreWasReadIsKept()
{
    SchedulerBench bench;
    QVERIFY(bench.start());
    const qint64 id = bench.add(feed(1), kManually);
    bench.scheduler->fetchNow(id);
    QTRY_COMPARE(bench.callCount(), 1);
    QVERIFY(bench.settle());
    QCOMPARE(bench.calls().back().sources, QStringList(feed(1)));
}

void FetchSchedulerTest::cancellingOneLetsTheOthersGoOn()
{
    SchedulerBench bench;
    const qint64 unwanted = bench.add(feed(1), kHourly);
    bench.add(feed(2), kHourly);
    bench.hold();
    QVERIFY(bench.start());
    QTRY_COMPARE(bench.callCount(), 1);
    bench.scheduler->cancel(unwanted);
    QTRY_COMPARE(bench.callCount(), 2);
    QCOMPARE(bench.calls().back().sources, QStringList(feed(2)));
    bench.release();
    QVERIFY(bench.settle());
    QCOMPARE(bench.callCount(), 2);
    QCOMPARE(bench.status(unwanted).failures, 0); // the user's wish is no failure
    QVERIFY(bench.status(unwanted).errorCode.isEmpty());
    bench.release();
    QVERIFY(bench.passAndLook(1h));
    QCOMPARE(bench.calls().back().sources.size(), 2);
}

void FetchSchedulerTest::cancellingAllEndsAll()
{
    SchedulerBench bench;
    for (int i = 0; i < 10; ++i)
        bench.add(feed(i), kHourly, QStringLiteral("provider %1").arg(i));
    bench.hold();
    QVERIFY(bench.start());
    QTRY_COMPARE(bench.callCount(), 4); // six of them wait
    bench.scheduler->cancel();
    QVERIFY(bench.settle());
    QVERIFY(bench.passAndLook(59min));
    QCOMPARE(bench.callCount(), 4);
    bench.release(10);
    QVERIFY(bench.passAndLook(1min));
    QCOMPARE(bench.callCount(), 14);
}

void FetchSchedulerTest::nothingRunsWhilePaused()
{
    SchedulerBench bench;
    const qint64 id = bench.add(feed(1), kHourly);
    bench.hold();
    QVERIFY(bench.start());
    QTRY_COMPARE(bench.callCount(), 1);
    bench.scheduler->pauseAll(true);
    QVERIFY(bench.settle());
    QVERIFY(!bench.status(id).nextRun);
    bench.release();
    QVERIFY(bench.passAndLook(5h));
    QCOMPARE(bench.callCount(), 1);
    bench.scheduler->fetchNow(id); // the user's own wish
    QVERIFY(bench.settle());
    QCOMPARE(bench.callCount(), 2);
    bench.release();
    bench.pass(1h);
    bench.scheduler->pauseAll(false);
    QVERIFY(bench.settle());
    QCOMPARE(bench.callCount(), 3);
}

void FetchSchedulerTest::aRemovedSourceEnds()
{
    SchedulerBench bench;
    const qint64 id = bench.add(feed(1), kHourly);
    bench.hold();
    QVERIFY(bench.start());
    QTRY_COMPARE(bench.callCount(), 1);
    QVERIFY(bench.session->writer()->removeSource(id).result());
    bench.scheduler->reload();
    QTRY_VERIFY(!bench.scheduler->isRunning());
    QVERIFY(bench.settle());
    QVERIFY(bench.scheduler->sources().empty());
    QVERIFY(bench.passAndLook(2h));
    QCOMPARE(bench.callCount(), 1);
}

void FetchSchedulerTest::aChangedSourceRunsAgain()
{
    SchedulerBench bench;
    const qint64 id = bench.add(feed(1), kHourly);
    bench.hold();
    QVERIFY(bench.start());
    QTRY_COMPARE(bench.callCount(), 1);
    store::SourceSetup changed = bench.setup(id);
    changed.address = QStringLiteral("https://example.com/other");
    bench.save(changed);
    bench.scheduler->reload();
    QTRY_COMPARE(bench.callCount(), 2);
    bench.release();
    QVERIFY(bench.settle());
    QCOMPARE(bench.setup(id).address, changed.address);
    QCOMPARE(bench.callCount(), 2);
}

void FetchSchedulerTest::aRenamedSourceGoesOn()
{
    SchedulerBench bench;
    const qint64 id = bench.add(feed(1), kHourly);
    bench.hold();
    QVERIFY(bench.start());
    QTRY_COMPARE(bench.callCount(), 1);
    store::SourceSetup renamed = bench.setup(id);
    renamed.name = QStringLiteral("Another name");
    renamed.schedule.everyMinutes = 10;
    bench.save(renamed);
    bench.scheduler->reload();
    QVERIFY(bench.settleReads());
    bench.release();
    QVERIFY(bench.settle());
    QCOMPARE(bench.callCount(), 1);
    QCOMPARE(bench.status(id).nextRun, core::Time{bench.now().ns + 10 * core::kNsPerMinute});
}

//! Such a run leaves no state in the store.
void FetchSchedulerTest::aSourceThatCannotRunIsNotAskedInCircles()
{
    SchedulerBench bench;
    const qint64 id = bench.add(feed(1), {When::Always, 5});
    bench.script = [](std::span<const pipeline::FetchTask> tasks, const pipeline::FetchOptions &,
                      const std::stop_token &) { return refuse(tasks); };
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
    bench.script = [](std::span<const pipeline::FetchTask>, const pipeline::FetchOptions &,
                      const std::stop_token &) -> core::Result<std::vector<FetchReport>> {
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
                      const std::stop_token &) { return refuse(tasks); };
    bench.scheduler->fetchNow(quotes);
    QVERIFY(bench.settle());
    QVERIFY(!told); // nothing new, nothing to be read again
}

void FetchSchedulerTest::aStoreThatIsLostRunsNothing()
{
    SchedulerBench bench;
    const qint64 id = bench.add(feed(1), kHourly);
    bench.hold();
    QVERIFY(bench.start());
    QTRY_COMPARE(bench.callCount(), 1);
    QVERIFY(!bench.scheduler->whyIdle());
    QSignalSpy lost(bench.session.get(), &pipeline::StoreSession::lost);
    QVERIFY(QFile::remove(bench.session.path()));
    QVERIFY(!lost.isEmpty() || lost.wait(5000));
    QTRY_VERIFY(!bench.scheduler->isRunning()); // ended
    QVERIFY(bench.scheduler->whyIdle());
    QVERIFY(!bench.status(id).nextRun);
    bench.pass(2h);
    bench.scheduler->look();
    bench.scheduler->fetchNow(id);
    QVERIFY(!bench.scheduler->isRunning());
    QCOMPARE(bench.callCount(), 1);
}

void FetchSchedulerTest::aStoreForReadingOnlyRunsNothing()
{
    SchedulerBench writing;
    const qint64 id = writing.add(feed(1), kHourly);
    auto opened = pipeline::StoreSession::open(writing.session.path(), writing.session->sharedCalendars());
    QTRY_VERIFY(opened.isFinished());
    const auto second = opened.takeResult().value();
    QVERIFY(!second->writer());
    sources::KeyVault keys(QStringLiteral("Tickmark test"));
    FetchScheduler scheduler(*second, {}, keys, pipeline::systemClocks());
    scheduler.reload();
    QTRY_COMPARE(scheduler.sources().size(), 1u); // shown all the same
    QVERIFY(scheduler.whyIdle());
    QVERIFY(!scheduler.sources().front().nextRun);
    scheduler.look();
    scheduler.fetchNow(id);
    QVERIFY(!scheduler.isRunning());
}

void FetchSchedulerTest::goingEndsWhatRuns()
{
    SchedulerBench bench;
    bench.add(feed(1), kHourly);
    bench.hold();
    QVERIFY(bench.start());
    QTRY_COMPARE(bench.callCount(), 1);
    bench.scheduler.reset();
    bench.session.close(); // waits for its jobs, which nobody releases
    QCOMPARE(bench.callCount(), 1);
}

void FetchSchedulerTest::aTrialAnswersAndEndsWithTheScheduler()
{
    SchedulerBench bench;
    bench.attempt = [](const pipeline::FetchTask &task, core::Time,
                       const std::stop_token &stop) -> core::Result<pipeline::SourceTrial> {
        if (task.key == "wait") {
            QSemaphore ended;
            const std::stop_callback end(stop, [&ended] { ended.release(); });
            ended.acquire();
            return core::failure(core::ErrorCode::Cancelled, {});
        }
        pipeline::SourceTrial trial;
        trial.address = task.setup.address;
        return trial;
    };
    QVERIFY(bench.start());
    store::SourceSetup setup;
    setup.address = QStringLiteral("https://example.com/feed");
    const auto answered = bench.scheduler->tryNow(setup, "key");
    QTRY_VERIFY(answered.isFinished());
    QCOMPARE(answered.result()->address, setup.address);
    std::stop_source closed;
    const auto ofADialog = bench.scheduler->tryNow(setup, "wait", closed.get_token());
    closed.request_stop();
    QTRY_VERIFY(ofADialog.isFinished());
    QCOMPARE(ofADialog.result().error().code, core::ErrorCode::Cancelled);
    const auto ofAWindow = bench.scheduler->tryNow(setup, "wait");
    bench.scheduler.reset();
    QTRY_VERIFY(ofAWindow.isFinished());
    QVERIFY(bench.session->writer());
}

void FetchSchedulerTest::answersAreSaidInAFewWords()
{
    FetchReport report;
    QCOMPARE(pipeline::answerText(report), QStringLiteral("Nothing new"));
    report.items.resize(3);
    report.items[0].totals.inserted = 12;
    report.items[1].totals.replaced = 3;
    QCOMPARE(pipeline::answerText(report), QStringLiteral("12 new, 3 replaced"));
    report.items[2].error = core::Error{};
    QCOMPARE(pipeline::answerText(report), QStringLiteral("12 new, 3 replaced, 1 failed"));
}

QTEST_GUILESS_MAIN(FetchSchedulerTest)
#include "tst_fetchscheduler.moc"
