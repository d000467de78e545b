// SPDX-License-Identifier: GPL-3.0-or-later
#include "../tables/SessionSupport.h"
#include "ChartServer.h"
#include "FeedText.h"
#include <pipeline/FetchScheduler.h>
#include <sources/keys/KeyVault.h>

#include <QSignalSpy>
#include <QTest>

using namespace tickmark;
using pipeline::FetchScheduler;
using pipeline::SourceStatus;
using test::FaultAnswer;
using test::FaultServer;
using test::SeenRequest;

namespace {

QByteArray oneStory()
{
    return feed(item("1", "Nvidia verliert", "Nvidia verlor 17 Prozent."));
}

} // namespace

//! The whole way: a source that was set up, the scheduler, a server on loopback, the store and who is told.
class ScheduledFetchesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *way : {"DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY"})
            qunsetenv(way); // no keychain
    }
    void init()
    {
        m_session = std::make_unique<tables::TestSession>();
        QVERIFY(m_session->openWith([](store::StoreWriter &writer) -> core::Result<> {
            core::Instrument instrument;
            instrument.symbol = QStringLiteral("NVDA");
            instrument.mic = QStringLiteral("XNAS");
            instrument.currency = QStringLiteral("USD");
            return writer.addInstrument(instrument).result().map([](qint64) {});
        }));
        m_now = *core::parseIsoTime("2025-01-28T22:00:00Z");
        m_scheduler = std::make_unique<FetchScheduler>(
            *m_session->get(),
            pipeline::networkCalls(*m_session->get(), std::make_shared<sources::HttpClient>(m_options)), m_keys,
            pipeline::FetchClocks{[this] { return m_now; }, [this] { return std::chrono::nanoseconds(m_now.ns); }});
    }
    void cleanup()
    {
        m_scheduler.reset();
        m_session.reset();
    }

    void headlinesComeAndAFailureIsSaidUntilItIsOver();
    void closesComeAfterTheClose();

private:
    qint64 add(const char *name, const char *provider, const QString &address, store::FetchSchedule schedule)
    {
        store::SourceSetup setup;
        setup.name = QString::fromLatin1(name);
        setup.provider = QString::fromLatin1(provider);
        setup.address = address;
        setup.schedule = schedule;
        return m_session->get()->writer()->saveSource(setup).result().value();
    }
    //! Time goes by; until the run that is due then has ended and is shown.
    bool run(qint64 passed)
    {
        m_now.ns += passed;
        QSignalSpy ended(m_scheduler.get(), &FetchScheduler::finished);
        m_scheduler->look();
        return QTest::qWaitFor([&] { return !ended.isEmpty() && source().lastRun == m_now; });
    }
    [[nodiscard]] const SourceStatus &source() const { return m_scheduler->sources().front(); }

    sources::KeyVault m_keys{QStringLiteral("Tickmark test")};
    sources::HttpClientOptions m_options;
    std::unique_ptr<tables::TestSession> m_session;
    core::Time m_now;
    std::unique_ptr<FetchScheduler> m_scheduler;
};

void ScheduledFetchesTest::headlinesComeAndAFailureIsSaidUntilItIsOver()
{
    std::atomic_bool isDown = false;
    FaultServer server([&isDown](const SeenRequest &request, int) -> FaultAnswer {
        if (isDown)
            return {FaultServer::whole({}, {}, "404 Not Found"), FaultAnswer::End::Keep, {}};
        if (request.head.contains("If-None-Match: \"a\""))
            return {"HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n", FaultAnswer::End::Keep, {}};
        return {FaultServer::whole(oneStory(), "ETag: \"a\"\r\n"), FaultAnswer::End::Keep, {}};
    });
    add("Kontorblatt", "feed", server.url(QStringLiteral("/feed.xml")).toString(),
        {store::FetchSchedule::When::Always, 10});
    pipeline::StoreChanges told;
    connect(m_session->get(), &pipeline::StoreSession::changed, this,
            [&told](pipeline::StoreChanges what) { told |= what; });
    m_scheduler->reload();
    QTRY_VERIFY(!m_scheduler->sources().empty() && source().lastRun);
    QVERIFY2(errorSentence(source()).isEmpty(), qPrintable(errorSentence(source())));
    QCOMPARE(pipeline::answerText(*source().report), QStringLiteral("1 new"));
    QVERIFY(told.testFlag(pipeline::StoreChange::News));

    QVERIFY(run(10 * core::kNsPerMinute));
    QVERIFY(source().report->items.front().notModified);
    isDown = true;
    QVERIFY(run(10 * core::kNsPerMinute));
    QCOMPARE(source().failures, 1);
    QVERIFY(!errorSentence(source()).isEmpty());
    QVERIFY(!source().errorCode.isEmpty());
    QCOMPARE(*source().nextRun, core::Time{m_now.ns + 10 * core::kNsPerMinute});
    isDown = false;
    QVERIFY(run(10 * core::kNsPerMinute));
    QCOMPARE(source().failures, 0);
    QVERIFY(errorSentence(source()).isEmpty());
    QCOMPARE(source().lastSuccess, m_now);
}

void ScheduledFetchesTest::closesComeAfterTheClose()
{
    test::World world;
    world.first = *core::SessionDate::fromIso("2024-01-02");
    world.today = *core::SessionDate::fromIso("2025-02-28");
    test::ChartServer server(world);
    add("Closes", "yahoo", server.base(), {store::FetchSchedule::When::AfterClose, 60});
    m_scheduler->reload();
    QTRY_VERIFY(!m_scheduler->sources().empty() && source().lastRun);
    QVERIFY2(errorSentence(source()).isEmpty(), qPrintable(errorSentence(source())));
    QCOMPARE(source().nextRun, core::parseIsoTime("2025-01-29T21:16:00Z"));
    const qint64 first = source().report->items.front().totals.inserted;
    QVERIFY2(first > 200, QByteArray::number(first).constData());

    // When it is due, exactly one more session is final.
    QVERIFY(run(source().nextRun->ns - m_now.ns));
    QCOMPARE(source().report->items.front().totals.inserted, 1);
    QCOMPARE(source().nextRun, core::parseIsoTime("2025-01-30T21:16:00Z"));

    // What the user takes back comes with the next run, and stays.
    const auto bars = [this] {
        const auto reader = store::StoreReader::open(m_session->get()->path());
        return reader ? qint64((*reader)->dailyBars(1, {}).value().size()) : 0;
    };
    QVERIFY(m_session->get()->writer()->undoImport(source().report->items.front().importId).result());
    QCOMPARE(bars(), first);
    m_session->get()->tellChanged(pipeline::StoreChange::Quotes);
    m_scheduler->fetchNow();
    QTRY_COMPARE(bars(), first + 1);
}

QTEST_GUILESS_MAIN(ScheduledFetchesTest)
#include "tst_scheduledfetches.moc"
