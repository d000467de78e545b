// SPDX-License-Identifier: GPL-3.0-or-later
#include "SchedulerBench.h"
#include <pipeline/NextRun.h>

#include <QSignalSpy>
#include <QTest>

using namespace tickmark;
using namespace std::chrono_literals;
using pipeline::FetchScheduler;
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

} // namespace

//! What a user does to sources that run by themselves, and what becomes of them with the store.
class FetchWishesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void askingRunsWhateverTheScheduleSays();
    void askingBeforeTheStoreWasReadIsKept();
    void cancellingOneLetsTheOthersGoOn();
    void cancellingAllEndsAll();
    void nothingRunsWhilePaused();
    void aRemovedSourceEnds();
    void aChangedSourceRunsAgain_data();
    void aChangedSourceRunsAgain();
    void aRescheduledSourceGoesOn();
    void aStoreThatIsLostRunsNothing();
    void aStoreForReadingOnlyRunsNothing();
    void goingEndsWhatRuns();
    void aTrialAnswersAndEndsWithTheScheduler();
    void answersAreSaidInAFewWords();
};

void FetchWishesTest::askingRunsWhateverTheScheduleSays()
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

void FetchWishesTest::askingBeforeTheStoreWasReadIsKept()
{
    SchedulerBench bench;
    QVERIFY(bench.start());
    const qint64 id = bench.add(feed(1), kManually);
    bench.scheduler->fetchNow(id);
    QTRY_COMPARE(bench.callCount(), 1);
    QVERIFY(bench.settle());
    QCOMPARE(bench.calls().back().sources, QStringList(feed(1)));
}

void FetchWishesTest::cancellingOneLetsTheOthersGoOn()
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
    QCOMPARE(bench.status(unwanted).errorCode, QStringLiteral("stopped"));
    QVERIFY(!hasFailed(bench.status(unwanted)));
    QVERIFY(bench.status(unwanted).nextRun > bench.now());
    bench.release();
    QVERIFY(bench.passAndLook(1h));
    QCOMPARE(bench.calls().back().sources.size(), 2);
}

void FetchWishesTest::cancellingAllEndsAll()
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

void FetchWishesTest::nothingRunsWhilePaused()
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

void FetchWishesTest::aRemovedSourceEnds()
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

void FetchWishesTest::aChangedSourceRunsAgain_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");
    QTest::newRow("another address") << feed(1) << QStringLiteral("https://example.com/other");
    QTest::newRow("another name") << QStringLiteral("Another name") << QStringLiteral("https://example.com/feed");
}

void FetchWishesTest::aChangedSourceRunsAgain()
{
    QFETCH(const QString, name);
    QFETCH(const QString, address);
    SchedulerBench bench;
    const qint64 id = bench.add(feed(1), kHourly);
    bench.hold();
    QVERIFY(bench.start());
    QTRY_COMPARE(bench.callCount(), 1);
    store::SourceSetup changed = bench.setup(id);
    changed.name = name;
    changed.address = address;
    bench.save(changed);
    bench.scheduler->reload();
    QTRY_COMPARE(bench.callCount(), 2);
    bench.release();
    QVERIFY(bench.settle());
    QCOMPARE(bench.setup(id).address, address);
    QCOMPARE(bench.callCount(), 2);
    QCOMPARE(bench.calls().back().sources, QStringList(name)); // what it brings stands under that
}

void FetchWishesTest::aRescheduledSourceGoesOn()
{
    SchedulerBench bench;
    const qint64 id = bench.add(feed(1), kHourly);
    bench.hold();
    QVERIFY(bench.start());
    QTRY_COMPARE(bench.callCount(), 1);
    store::SourceSetup rescheduled = bench.setup(id);
    rescheduled.priority = 7;
    rescheduled.schedule.everyMinutes = 10;
    bench.save(rescheduled);
    bench.scheduler->reload();
    QVERIFY(bench.settleReads());
    bench.release();
    QVERIFY(bench.settle());
    QCOMPARE(bench.callCount(), 1);
    QCOMPARE(bench.status(id).nextRun, core::Time{bench.now().ns + 10 * core::kNsPerMinute});
}

void FetchWishesTest::aStoreThatIsLostRunsNothing()
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

void FetchWishesTest::aStoreForReadingOnlyRunsNothing()
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

void FetchWishesTest::goingEndsWhatRuns()
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

void FetchWishesTest::aTrialAnswersAndEndsWithTheScheduler()
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

void FetchWishesTest::answersAreSaidInAFewWords()
{
    pipeline::FetchReport report;
    QCOMPARE(pipeline::answerText(report), QStringLiteral("Nothing new"));
    report.items.resize(3);
    report.items[0].totals.inserted = 12;
    report.items[1].totals.replaced = 3;
    QCOMPARE(pipeline::answerText(report), QStringLiteral("12 new, 3 replaced"));
    report.items[2].error = core::Error{};
    QCOMPARE(pipeline::answerText(report), QStringLiteral("12 new, 3 replaced, 1 failed"));
}

QTEST_GUILESS_MAIN(FetchWishesTest)
#include "tst_fetchwishes.moc"
