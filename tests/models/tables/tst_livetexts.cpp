// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/ZoneRules.h>
#include <tables/LiveTexts.h>

#include <QTest>

using namespace tickmark;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using core::LiveState;
using pipeline::LivePhase;
using pipeline::LiveStatus;

namespace {

core::Time at(const char *iso)
{
    return core::parseIsoTime(iso).value_or(core::Time());
}

const core::Time kNow = at("2025-01-27T14:30:00Z");

LiveStatus live()
{
    LiveStatus status;
    status.source = u"Kraken"_s;
    status.symbol = u"BTC-USD"_s;
    status.phase = LivePhase::Live;
    return status;
}

} // namespace

//! What badges, tooltips and pop-ups say of a live stream.
class TestLiveTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachStateHasItsWord_data();
    void eachStateHasItsWord();
    void waitingCountsDownAndNeverBelowZero();
    void ratesAreRoundedAsTheyAreRead_data();
    void ratesAreRoundedAsTheyAreRead();
    void latencyHasTheUnitThatFits_data();
    void latencyHasTheUnitThatFits();
    void theClockOfTheExchangeIsToldWithItsSign_data();
    void theClockOfTheExchangeIsToldWithItsSign();
    void gapsHaveTheirDayOnlyWhereItIsAnother();
    void aGapHasItsLength_data();
    void aGapHasItsLength();
    void theLongestGapsComeFirst();
    void gapsCloseTogetherAreOne();
    void aGapHasOneState();
    void aFailedAttemptNamesTheSourceAndNotItsAddress();
    void aRunningOutageIsNamed_data();
    void aRunningOutageIsNamed();
    void aTimeIsADateOnAnotherDay();
    void filledGapsAreToldAsFilled();
    void tradesThatWaitForTheDiskAreTold();
    void aStreamThatIsNotLiveHasNoRate();

private:
    [[nodiscard]] QString fact(const LiveStatus &status, const QString &name) const
    {
        for (const tables::LiveFact &one : tables::liveFacts(status, kNow, m_english, m_utc)) {
            if (one.name == name)
                return one.value;
        }
        return u"not told"_s;
    }

    const core::Formats m_english{u"en"_s};
    const core::Formats m_german{u"de"_s};
    const core::ZoneRules m_utc{};
};

void TestLiveTexts::eachStateHasItsWord_data()
{
    QTest::addColumn<LivePhase>("phase");
    QTest::addColumn<bool>("isBehind");
    QTest::addColumn<LiveState>("state");
    QTest::addColumn<QString>("text");
    QTest::newRow("connecting") << LivePhase::Connecting << false << LiveState::Connecting << u"connecting"_s;
    QTest::newRow("live") << LivePhase::Live << false << LiveState::Live << u"live"_s;
    QTest::newRow("the disk is full") << LivePhase::Live << true << LiveState::Behind << u"live, not stored"_s;
    QTest::newRow("lost while the disk is full") << LivePhase::Waiting << true << LiveState::Waiting << u"waiting"_s;
    QTest::newRow("ended") << LivePhase::Ended << false << LiveState::Stopped << u"stopped"_s;
    QTest::newRow("being stopped") << LivePhase::Stopping << false << LiveState::Ending << u"ending"_s;
}

void TestLiveTexts::eachStateHasItsWord()
{
    QFETCH(LivePhase, phase);
    QFETCH(bool, isBehind);
    LiveStatus status = live();
    status.phase = phase;
    status.isStoreBehind = isBehind;
    QTEST(tables::liveStateOf(status), "state");
    QTEST(tables::liveText(status, kNow, m_english), "text");
}

void TestLiveTexts::waitingCountsDownAndNeverBelowZero()
{
    LiveStatus status = live();
    status.phase = LivePhase::Waiting;
    status.retryAt = core::Time{kNow.ns + 11'200'000'000};
    QCOMPARE(tables::liveText(status, kNow, m_english), u"waiting, 12 s"_s);
    status.retryAt = core::Time{kNow.ns - core::kNsPerSecond};
    QCOMPARE(tables::liveText(status, kNow, m_english), u"waiting, 0 s"_s);
}

void TestLiveTexts::ratesAreRoundedAsTheyAreRead_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("german");
    QTest::newRow("nothing") << 0.0 << u"0/s"_s << u"0/s"_s;
    QTest::newRow("one every five seconds") << 0.2 << u"0.2/s"_s << u"0,2/s"_s;
    QTest::newRow("many") << 1250.4 << u"1,250/s"_s << u"1.250/s"_s;
    QTest::newRow("very many") << 50'000.0 << u"50,000/s"_s << u"50.000/s"_s;
}

void TestLiveTexts::ratesAreRoundedAsTheyAreRead()
{
    QFETCH(double, rate);
    QTEST(tables::rateText(rate, m_english), "english");
    QTEST(tables::rateText(rate, m_german), "german");
}

void TestLiveTexts::latencyHasTheUnitThatFits_data()
{
    QTest::addColumn<std::chrono::nanoseconds>("latency");
    QTest::addColumn<QString>("text");
    QTest::newRow("less than a millisecond") << std::chrono::nanoseconds(310us) << u"0.3 ms"_s;
    QTest::newRow("some milliseconds") << std::chrono::nanoseconds(42ms) << u"42 ms"_s;
    QTest::newRow("more than a second") << std::chrono::nanoseconds(1510ms) << u"1.5 s"_s;
}

void TestLiveTexts::latencyHasTheUnitThatFits()
{
    QFETCH(std::chrono::nanoseconds, latency);
    QTEST(tables::latencyText(latency, m_english), "text");
}

void TestLiveTexts::theClockOfTheExchangeIsToldWithItsSign_data()
{
    QTest::addColumn<std::chrono::nanoseconds>("skew");
    QTest::addColumn<QString>("german");
    QTest::newRow("ahead") << std::chrono::nanoseconds(310ms) << u"+0,3 s"_s;
    QTest::newRow("behind") << std::chrono::nanoseconds(-2500ms) << u"\u22122,5 s"_s;
    QTest::newRow("the same") << std::chrono::nanoseconds(10ms) << u"0,0 s"_s;
    QTest::newRow("ten minutes ahead") << std::chrono::nanoseconds(602s) << u"+10 min 2 s"_s;
    QTest::newRow("ten minutes behind") << std::chrono::nanoseconds(-602s) << u"\u221210 min 2 s"_s;
}

void TestLiveTexts::theClockOfTheExchangeIsToldWithItsSign()
{
    QFETCH(std::chrono::nanoseconds, skew);
    QTEST(tables::skewText(skew, m_german), "german");
}

void TestLiveTexts::gapsHaveTheirDayOnlyWhereItIsAnother()
{
    const core::TimeRange today{at("2025-01-27T14:03:05.7Z"), at("2025-01-27T14:03:41Z")};
    const core::TimeRange overnight{at("2025-01-26T23:59:00Z"), at("2025-01-27T00:01:00Z")};
    QCOMPARE(tables::gapText(today, kNow, m_english, m_utc), u"14:03:05 to 14:03:41 (35 s)"_s);
    QCOMPARE(tables::gapText(overnight, kNow, m_english, m_utc), u"26 Jan 2025, 23:59:00 to 00:01:00 (2 min 0 s)"_s);
}

void TestLiveTexts::aGapHasItsLength_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("german");
    QTest::newRow("next to nothing") << qint64(3) << u"14:03:05 (0.1 s)"_s << u"14:03:05 (0,1 s)"_s;
    QTest::newRow("in one second") << qint64(400) << u"14:03:05 (0.4 s)"_s << u"14:03:05 (0,4 s)"_s;
    QTest::newRow("over the end of a second")
        << qint64(900) << u"14:03:05 to 14:03:06 (0.9 s)"_s << u"14:03:05 to 14:03:06 (0,9 s)"_s;
    QTest::newRow("minutes") << qint64(545'000) << u"14:03:05 to 14:12:10 (9 min 5 s)"_s
                             << u"14:03:05 to 14:12:10 (9 min 5 s)"_s;
    QTest::newRow("hours") << qint64(7'500'000) << u"14:03:05 to 16:08:05 (2 h 5 min)"_s
                           << u"14:03:05 to 16:08:05 (2 h 5 min)"_s;
}

void TestLiveTexts::aGapHasItsLength()
{
    QFETCH(qint64, ms);
    const core::Time begin = at("2025-01-27T14:03:05.2Z");
    const core::TimeRange gap{begin, core::Time{begin.ns + ms * 1'000'000}};
    QTEST(tables::gapText(gap, kNow, m_english, m_utc), "english");
    QTEST(tables::gapText(gap, kNow, m_german, m_utc), "german");
}

void TestLiveTexts::theLongestGapsComeFirst()
{
    LiveStatus status = live();
    status.gaps = {{at("2025-01-27T10:00:00Z"), at("2025-01-27T10:09:05Z")},
                   {at("2025-01-27T11:00:00Z"), at("2025-01-27T11:00:30Z")},
                   {at("2025-01-27T12:00:00Z"), at("2025-01-27T12:00:00.4Z")},
                   {at("2025-01-27T13:00:00Z"), at("2025-01-27T13:00:00.3Z")},
                   {at("2025-01-27T14:00:00Z"), at("2025-01-27T14:00:30Z")}};
    QCOMPARE(fact(status, u"Gaps"_s), u"10:00:00 to 10:09:05 (9 min 5 s): open\n14:00:00 to 14:00:30 (30 s): open\n"
                                      "11:00:00 to 11:00:30 (30 s): open\nand 2 more"_s);
}

void TestLiveTexts::gapsCloseTogetherAreOne()
{
    LiveStatus status = live();
    status.gaps = {{at("2025-01-27T10:00:00Z"), at("2025-01-27T10:00:10Z")},
                   {at("2025-01-27T10:00:10.9Z"), at("2025-01-27T10:00:20Z")},
                   {at("2025-01-27T10:00:21Z"), at("2025-01-27T10:00:22Z")}};
    QCOMPARE(fact(status, u"Gaps"_s), u"10:00:00 to 10:00:20 (20 s): open\n10:00:21 to 10:00:22 (1.0 s): open"_s);
}

void TestLiveTexts::aGapHasOneState()
{
    LiveStatus status = live();
    status.gaps = {{at("2025-01-27T14:00:00Z"), at("2025-01-27T14:01:00Z")}};
    const QString gap = u"14:00:00 to 14:01:00 (60 s): "_s;
    QCOMPARE(fact(status, u"Gaps"_s), gap + u"open"_s);
    QCOMPARE(fact(status, u"Why they stay"_s), u"not told"_s);
    status.isBackfilling = true;
    QCOMPARE(fact(status, u"Gaps"_s), gap + u"is being filled"_s);
    // The exchange is asked again, whether an answer is awaited just now or not.
    status.backfillError = core::Error{core::ErrorCode::Io, u"any"_s, {}};
    status.backfillErrorCode = u"server_failed"_s;
    status.backfillErrorNames = {u"Kraken"_s};
    for (const bool isAsking : {true, false}) {
        status.isBackfilling = isAsking;
        QCOMPARE(fact(status, u"Gaps"_s), gap + u"is being filled"_s);
        QVERIFY(fact(status, u"Last attempt"_s).contains(u"Kraken"_s));
        QCOMPARE(fact(status, u"Why they stay"_s), u"not told"_s);
    }
    // It answers, and does not give them: that it stays is what counts, and it does not change with every try.
    status.isBackfilling = true;
    status.backfillErrorCode = u"not_given"_s;
    status.backfillErrorNames = {u"Kraken"_s, u"BTC-USD"_s};
    QCOMPARE(fact(status, u"Gaps"_s), gap + u"not filled so far"_s);
    QCOMPARE(fact(status, u"Last attempt"_s), u"not told"_s);
    QVERIFY2(fact(status, u"Why they stay"_s).startsWith(u"Kraken does not give"_s),
             qPrintable(fact(status, u"Why they stay"_s)));
    QVERIFY(!tables::liveTip(status, kNow, m_english, m_utc).contains(u"being"_s));
}

void TestLiveTexts::aFailedAttemptNamesTheSourceAndNotItsAddress()
{
    LiveStatus status = live();
    status.gaps = {{at("2025-01-27T14:00:00Z"), at("2025-01-27T14:01:00Z")}};
    const QStringList names{u"https://api.kraken.com/0/public/Trades"_s};
    status.backfillError = core::Error{core::ErrorCode::Io, u"any"_s, {}};
    status.backfillErrorCode = u"server_failed"_s;
    status.backfillErrorNames = names;
    const QString sentence = fact(status, u"Last attempt"_s);
    QVERIFY2(sentence.contains(u"Kraken"_s), qPrintable(sentence));
    QVERIFY2(!sentence.contains(u"://"_s), qPrintable(sentence));
}

void TestLiveTexts::aRunningOutageIsNamed_data()
{
    QTest::addColumn<LivePhase>("phase");
    QTest::addColumn<qint64>("received");
    QTest::addColumn<QString>("gaps");
    const QString lost = u"14:29:10 until now: no connection"_s;
    QTest::newRow("live") << LivePhase::Live << qint64(5) << u"none"_s;
    QTest::newRow("waiting for the next try") << LivePhase::Waiting << qint64(5) << lost;
    QTest::newRow("trying again") << LivePhase::Connecting << qint64(5) << lost;
    QTest::newRow("ended") << LivePhase::Ended << qint64(5) << lost;
    QTest::newRow("never connected: the last trade is of another day") << LivePhase::Waiting << qint64(0) << u"none"_s;
    QTest::newRow("being stopped") << LivePhase::Stopping << qint64(5) << u"none"_s;
}

void TestLiveTexts::aRunningOutageIsNamed()
{
    QFETCH(LivePhase, phase);
    QFETCH(qint64, received);
    LiveStatus status = live();
    status.phase = phase;
    status.received = received;
    status.lastTrade = at("2025-01-27T14:29:10.4Z");
    QTEST(fact(status, u"Gaps"_s), "gaps");
}

void TestLiveTexts::aTimeIsADateOnAnotherDay()
{
    QCOMPARE(tables::liveStamp(at("2025-01-27T14:03:05.7Z"), kNow, m_english, m_utc), u"14:03"_s);
    QCOMPARE(tables::liveStamp(at("2025-01-26T23:59:59Z"), kNow, m_german, m_utc), u"26.01.2025"_s);
}

void TestLiveTexts::filledGapsAreToldAsFilled()
{
    LiveStatus status = live();
    QCOMPARE(fact(status, u"Gaps"_s), u"none"_s);
    status.backfilled = 1234;
    QCOMPARE(fact(status, u"Gaps"_s), u"none; 1,234 trades were fetched afterwards"_s);
}

void TestLiveTexts::tradesThatWaitForTheDiskAreTold()
{
    LiveStatus status = live();
    status.received = status.stored = 5000;
    QCOMPARE(fact(status, u"Trades since the start"_s), u"5,000"_s);
    QCOMPARE(fact(status, u"Of these stored"_s), u"5,000"_s);
    status.stored = 4990;
    status.waiting = 10; // of the last moment: nothing to tell
    QCOMPARE(fact(status, u"Of these stored"_s), u"4,990"_s);
    status.stored = 4800;
    status.waiting = 200;
    status.isStoreBehind = true;
    QCOMPARE(fact(status, u"Of these stored"_s), u"4,800; 200 more wait for the disk"_s);
}

void TestLiveTexts::aStreamThatIsNotLiveHasNoRate()
{
    LiveStatus status = live();
    status.perSecond = 12;
    QCOMPARE(fact(status, u"Trades per second"_s), u"12/s"_s);
    status.phase = LivePhase::Waiting;
    QCOMPARE(fact(status, u"Trades per second"_s), u"\u2013"_s);
}

QTEST_GUILESS_MAIN(TestLiveTexts)
#include "tst_livetexts.moc"
