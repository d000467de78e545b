// SPDX-License-Identifier: GPL-3.0-or-later
#include "QualityBars.h"
#include <analysis/CloseComparison.h>
#include <analysis/LastCloses.h>

using namespace tickmark;
using namespace tickmark::analysis;

Q_DECLARE_METATYPE(std::vector<qint64>)
Q_DECLARE_METATYPE(std::vector<core::Split>)
Q_DECLARE_METATYPE(core::InstrumentKind)

//! What is said of stored bars, and of what nothing is said: a view that cries wolf is not looked at again.
class TestQualityCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moves_data();
    void moves();
    void aJumpKnowsItsTwoSessions();
    void realSplits_data();
    void realSplits();
    void knownSplits_data();
    void knownSplits();
    void holesAreGrouped();
    void aLongHoleIsToldApart();
    void thousandsOfHolesAreFewLines();
    void daysAgainstTheCalendar();
    void flagsOfTheImportAreToldOnce_data();
    void flagsOfTheImportAreToldOnce();
    void sourcesDisagree_data();
    void sourcesDisagree();
    void splitsAreNoDisagreement();
    void aSplitTheStoreDoesNotKnowIsNoDisagreement();
    void ratesInsideTheRangeAgree_data();
    void ratesInsideTheRangeAgree();
    void theWorstDayIsNamed();
    void lastIntradayCloses();

private:
    [[nodiscard]] core::CalendarPtr calendar(const char *mic) const
    {
        return *m_calendars.calendar(QString::fromLatin1(mic));
    }
    core::CalendarSet m_calendars{QStringLiteral(":/calendars")};
};

void TestQualityCheck::moves_data()
{
    QTest::addColumn<core::InstrumentKind>("kind");
    QTest::addColumn<std::vector<qint64>>("closes");
    QTest::addColumn<std::vector<qint64>>("volumes");
    QTest::addColumn<QByteArray>("expected");
    using enum core::InstrumentKind;
    using Prices = std::vector<qint64>;
    const Prices usual(6, 1'000'000);
    const auto row = [](const char *name, core::InstrumentKind kind, const Prices &closes, const char *expected,
                        const Prices &volumes = {}) {
        QTest::newRow(name) << kind << closes << volumes << QByteArray(expected);
    };
    row("nothing happens", Stock, {10010, 10123, 9981, 10057, 10101, 10077}, "");
    row("ten for one", Stock, {120888, 119512, 121103, 12179, 12091, 12504}, "unknown_split 1");
    row("two for one, a bonus of 1:1", Stock, {20144, 20091, 10037, 10121, 9984}, "unknown_split 1");
    row("three for two", Stock, {9031, 9012, 6005, 6043, 5987}, "unknown_split 1");
    row("seven for one", Stock, {64557, 9223, 9181, 9312}, "unknown_split 1");
    row("fifteen for one", Stock, {64557, 4304, 4331, 4297}, "unknown_split 1");
    row("twenty for one", Stock, {278467, 13921, 13877, 14012}, "unknown_split 1");
    row("one for eight", Stock, {1317, 10530, 10611, 10487}, "unknown_split 1");
    row("one for ten of a penny stock", Stock, {87, 868, 861, 877}, "unknown_split 1");
    row("a fund is split, too", Etf, {30021, 15004, 15077, 14987}, "unknown_split 1");
    row("split on the last day that there is", Stock, {20144, 20091, 10037}, "unknown_split 1");
    row("split, usual turnover", Stock, {20144, 20091, 20112, 20077, 20131, 20102, 10043, 10080}, "unknown_split 1",
        {900'000, 1'100'000, 1'000'000, 950'000, 1'050'000, 1'000'000, 2'900'000, 2'100'000});
    row("crash by half with high volume", Stock, {20144, 20091, 20112, 20077, 20131, 20102, 10043, 10080}, "",
        {900'000, 1'100'000, 1'000'000, 950'000, 1'050'000, 1'000'000, 14'000'000, 6'000'000});
    row("crash by half, back the next day", Stock, {20144, 20091, 10037, 20012, 19987}, "");
    row("crash to no simple ratio", Stock, {20144, 20091, 8765, 8712, 8801}, "");
    row("a third less", Stock, {9031, 9012, 6203, 6190, 6244}, "");
    row("crypto by half", Crypto, {420000, 419000, 209600, 208900}, "");
    row("an index has no splits", Index, {420000, 419000, 209600, 208900}, "");
    row("currency by half", Fx, {10801, 10790, 5398, 5401}, "");
    row("a price of three ticks", Stock, {2, 4, 4, 2, 1, 2}, "");
    row("hundredfold and back", Stock, {10010, 10123, 1025700, 10101, 10077}, "jump 1");
    row("a hundredth and back", Stock, {10010, 10123, 101, 10101, 10077}, "jump 1");
    row("hundredfold for good", Stock, {110, 112, 11290, 11310}, "jump 1");
    row("pence and pounds in turns", Stock, {15100, 151, 15090, 150, 15110}, "jump 2");
    row("ninety times", Stock, {110, 112, 10010, 10110}, "");
}

void TestQualityCheck::moves()
{
    QFETCH(core::InstrumentKind, kind);
    QFETCH(std::vector<qint64>, closes);
    QFETCH(std::vector<qint64>, volumes);
    QFETCH(QByteArray, expected);
    const core::CalendarPtr sessions = calendar("XNAS");
    const auto findings = findingsOf(stock("XNAS", kind), dailySeries(), sessions,
                                     barsOf(*sessions, day("2024-06-03"), closes, volumes));
    QCOMPARE(codesOf(findings), expected);
}

//! Of several jumps the first one is told of, with the session before it.
void TestQualityCheck::aJumpKnowsItsTwoSessions()
{
    const core::CalendarPtr sessions = calendar("XNAS");
    const auto findings = findingsOf(stock(), dailySeries(), sessions,
                                     barsOf(*sessions, day("2024-06-07"), {15100, 151, 15090, 150, 15110}));
    QCOMPARE(codesOf(findings), QByteArray("jump 2"));
    QCOMPARE(findings.front().otherSession, day("2024-06-07"));
    QCOMPARE(findings.front().session, day("2024-06-10")); // a weekend lies between
    QCOMPARE(findings.front().other->units, qint64(15100));
    QCOMPARE(findings.front().value->units, qint64(151));
}

void TestQualityCheck::realSplits_data()
{
    QTest::addColumn<core::Bar>("before");
    QTest::addColumn<core::Bar>("after");
    QTest::addColumn<qint64>("newShares");
    // as traded, from public tables
    QTest::newRow("Nvidia, 10 for 1") << barOf(day("2024-06-07"), 119770, 121692, 118002, 120888, 41'238'600)
                                      << barOf(day("2024-06-10"), 12037, 12310, 11701, 12179, 314'162'700)
                                      << qint64(10);
    QTest::newRow("Apple, 4 for 1, up 3 % that day")
        << barOf(day("2020-08-28"), 50405, 50577, 49831, 49923, 46'907'479)
        << barOf(day("2020-08-31"), 12758, 13100, 12600, 12904, 225'702'700) << qint64(4);
    QTest::newRow("Tesla, 5 for 1, up 13 % that day")
        << barOf(day("2020-08-28"), 229512, 231830, 218651, 221340, 20'081'200)
        << barOf(day("2020-08-31"), 44461, 50014, 44011, 49832, 118'374'400) << qint64(5);
}

void TestQualityCheck::realSplits()
{
    QFETCH(core::Bar, before);
    QFETCH(core::Bar, after);
    QFETCH(qint64, newShares);
    const auto findings = findingsOf(stock(), dailySeries(), calendar("XNAS"), {before, after});
    QCOMPARE(codesOf(findings), QByteArray("unknown_split 1"));
    QCOMPARE(findings.front().newShares, newShares);
    QCOMPARE(findings.front().oldShares, qint64(1));
    QCOMPARE(findings.front().session, after.session);
    QCOMPARE(findings.front().other->units, before.close);
    // Once the store knows it, the prices are right as they are.
    QCOMPARE(
        codesOf(findingsOf(stock(), dailySeries(), calendar("XNAS"), {before, after}, {{after.session, newShares, 1}})),
        QByteArray());
}

void TestQualityCheck::knownSplits_data()
{
    QTest::addColumn<std::vector<qint64>>("closes");
    QTest::addColumn<bool>("isAdjusted");
    QTest::addColumn<core::Split>("split");
    QTest::addColumn<QByteArray>("expected");
    using Prices = std::vector<qint64>;
    const core::Split ten{day("2024-06-05"), 10, 1};
    const core::Split reverse{day("2024-06-05"), 1, 10};
    QTest::newRow("as traded, shown") << Prices{120112, 121044, 12179, 12091} << false << ten << QByteArray();
    QTest::newRow("as traded, not shown")
        << Prices{12011, 12104, 12179, 12091} << false << ten << QByteArray("split_missing 1");
    QTest::newRow("as traded, shown twice")
        << Prices{1201120, 1210440, 12179, 12091} << false << ten << QByteArray("split_twice 1");
    QTest::newRow("adjusted, in them") << Prices{12011, 12104, 12179, 12091} << true << ten << QByteArray();
    QTest::newRow("adjusted, still shown")
        << Prices{120112, 121044, 12179, 12091} << true << ten << QByteArray("split_unapplied 1");
    QTest::newRow("adjusted twice") << Prices{1201, 1210, 12179, 12091} << true << ten << QByteArray("split_twice 1");
    QTest::newRow("reverse, as traded, shown") << Prices{131, 132, 1317, 1310} << false << reverse << QByteArray();
    QTest::newRow("reverse, as traded, not shown")
        << Prices{1310, 1320, 1317, 1310} << false << reverse << QByteArray("split_missing 1");
    QTest::newRow("a bonus of one for twenty is lost in the day's move")
        << Prices{10012, 10044, 10079, 10091} << false << core::Split{day("2024-06-05"), 21, 20} << QByteArray();
    QTest::newRow("the day before, by another source's date")
        << Prices{120112, 121044, 12179, 12091} << false << core::Split{day("2024-06-04"), 10, 1}
        << QByteArray("split_missing 1");
}

void TestQualityCheck::knownSplits()
{
    QFETCH(std::vector<qint64>, closes);
    QFETCH(bool, isAdjusted);
    QFETCH(core::Split, split);
    QFETCH(QByteArray, expected);
    core::Series series = dailySeries();
    if (isAdjusted)
        series.splitsUntil = day("2025-01-01");
    const core::CalendarPtr sessions = calendar("XNAS");
    const auto bars = barsOf(*sessions, day("2024-06-03"), closes);
    QCOMPARE(codesOf(findingsOf(stock(), series, sessions, bars, {split})), expected);
}

void TestQualityCheck::holesAreGrouped()
{
    const core::CalendarPtr sessions = calendar("XETR");
    std::vector<core::Bar> bars = barsOf(*sessions, day("2024-12-02"), std::vector<qint64>(40, 5000));
    const auto missing = {"2024-12-10", "2024-12-17", "2025-01-08", "2025-01-17", "2025-01-20", "2025-01-21"};
    std::erase_if(bars, [&](const core::Bar &bar) {
        return std::ranges::any_of(missing, [&](const char *iso) { return bar.session == day(iso); });
    });
    const auto findings = findingsOf(stock("XETR"), dailySeries(), sessions, bars);
    QCOMPARE(codesOf(findings), QByteArray("hole 6"));
    const std::vector<SessionRun> runs{{day("2024-12-10"), day("2024-12-10"), 1},
                                       {day("2024-12-17"), day("2024-12-17"), 1},
                                       {day("2025-01-08"), day("2025-01-08"), 1},
                                       {day("2025-01-17"), day("2025-01-21"), 3}}; // over a weekend
    QCOMPARE(findings.front().runs, runs);
}

void TestQualityCheck::aLongHoleIsToldApart()
{
    const core::CalendarPtr sessions = calendar("XETR");
    std::vector<core::Bar> bars = barsOf(*sessions, day("2024-06-03"), std::vector<qint64>(100, 5000));
    bars.erase(bars.begin() + 5);
    bars.erase(bars.begin() + 40, bars.begin() + 70);
    const auto findings = findingsOf(stock("XETR"), dailySeries(), sessions, bars);
    QCOMPARE(codesOf(findings), QByteArray("hole 30, hole 1"));
}

void TestQualityCheck::thousandsOfHolesAreFewLines()
{
    const core::CalendarPtr sessions = calendar("XNAS");
    std::vector<core::Bar> bars;
    for (core::SessionDate date = day("2001-01-01"); date < day("2024-01-01"); date = date.plusDays(4))
        bars.push_back(barOf(date, 1000, 1010, 990, 1000, 1)); // quotes of every fourth day
    std::erase_if(bars, [&](const core::Bar &bar) { return !sessions->isSession(bar.session); });
    const auto findings = findingsOf(stock(), dailySeries(), sessions, bars);
    QVERIFY(findings.size() <= 5);
    QVERIFY(findings.back().count > 4000);
    QVERIFY(findings.back().runs.size() < 1000); // the rest is counted, not kept
}

void TestQualityCheck::daysAgainstTheCalendar()
{
    const core::CalendarPtr sessions = calendar("XNAS");
    // Open on the 8th and the 14th; the 9th was a day of mourning, the 11th a Saturday.
    std::vector<core::Bar> bars;
    for (const char *iso : {"2025-01-08", "2025-01-09", "2025-01-11", "2025-01-14"})
        bars.push_back(barOf(day(iso), 1000, 1010, 990, 1000, 1));
    const auto findings = findingsOf(stock(), dailySeries(), sessions, bars);
    QCOMPARE(codesOf(findings), QByteArray("hole 2, closed_day 2"));
    QCOMPARE(findings.back().runs.front().first, day("2025-01-09"));
    // Where nobody knows, nothing is missing.
    const std::vector<core::Bar> old{barOf(day("1962-01-02"), 1000, 1010, 990, 1000, 1),
                                     barOf(day("1962-01-08"), 1000, 1010, 990, 1000, 1)};
    QCOMPARE(codesOf(findingsOf(stock(), dailySeries(), sessions, old)), QByteArray("unverified 2"));
    // Around the clock every day counts.
    const std::vector<core::Bar> coin{barOf(day("2025-01-03"), 1000, 1010, 990, 1000, 1),
                                      barOf(day("2025-01-06"), 1000, 1010, 990, 1000, 1)};
    QCOMPARE(codesOf(findingsOf(stock("", core::InstrumentKind::Crypto), dailySeries(), calendar(""), coin)),
             QByteArray("hole 2"));
}

void TestQualityCheck::flagsOfTheImportAreToldOnce_data()
{
    QTest::addColumn<core::InstrumentKind>("kind");
    QTest::addColumn<quint32>("flag");
    QTest::addColumn<QByteArray>("expected");
    using enum core::InstrumentKind;
    QTest::newRow("range") << Stock << quint32(core::kBarRangeBroken) << QByteArray("range_broken 2");
    QTest::newRow("flat") << Stock << quint32(core::kBarFlatWithoutVolume) << QByteArray("flat 2");
    QTest::newRow("a reference rate is flat") << Fx << quint32(core::kBarFlatWithoutVolume) << QByteArray();
    QTest::newRow("nothing") << Stock << quint32(core::kBarNotPositive) << QByteArray("not_positive 2");
    QTest::newRow("oil below zero") << Commodity << quint32(core::kBarNotPositive) << QByteArray();
    QTest::newRow("twice in the file") << Stock << quint32(core::kBarDuplicate) << QByteArray("duplicate 2");
    QTest::newRow("rounded") << Stock << quint32(core::kBarRounded) << QByteArray();
}

void TestQualityCheck::flagsOfTheImportAreToldOnce()
{
    QFETCH(core::InstrumentKind, kind);
    QFETCH(quint32, flag);
    QFETCH(QByteArray, expected);
    const core::CalendarPtr sessions = calendar("XNAS");
    std::vector<core::Bar> bars = barsOf(*sessions, day("2025-01-21"), {1000, 1001, 1002, 1003, 1004});
    bars[1].flags = bars[3].flags = flag;
    const auto findings = findingsOf(stock("XNAS", kind), dailySeries(), sessions, bars);
    QCOMPARE(codesOf(findings), expected);
    if (!findings.empty())
        QCOMPARE(findings.front().session, bars[1].session);
}

void TestQualityCheck::sourcesDisagree_data()
{
    QTest::addColumn<qint64>("reference");
    QTest::addColumn<int>("referenceDecimals");
    QTest::addColumn<qint64>("value");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<bool>("disagree");
    QTest::newRow("one exchange's last trade against the official close")
        << qint64(11842) << 2 << qint64(11851) << 2 << false;
    QTest::newRow("just within half a percent") << qint64(20000) << 2 << qint64(20100) << 2 << false;
    QTest::newRow("just above") << qint64(20000) << 2 << qint64(20102) << 2 << true;
    QTest::newRow("just below") << qint64(20000) << 2 << qint64(19898) << 2 << true;
    QTest::newRow("another number of decimals") << qint64(11842) << 2 << qint64(1184200) << 4 << false;
    QTest::newRow("rounded to a cent") << qint64(123) << 4 << qint64(1) << 2 << false;
    QTest::newRow("one tick of a penny stock") << qint64(5) << 2 << qint64(6) << 2 << false;
    QTest::newRow("three ticks of a penny stock") << qint64(5) << 2 << qint64(8) << 2 << true;
    QTest::newRow("pence and pounds") << qint64(15120) << 2 << qint64(151) << 2 << true;
}

void TestQualityCheck::sourcesDisagree()
{
    QFETCH(qint64, reference);
    QFETCH(int, referenceDecimals);
    QFETCH(qint64, value);
    QFETCH(int, decimals);
    QFETCH(bool, disagree);
    CloseComparison comparison(stock());
    const core::SessionDate session = day("2025-01-27");
    const std::vector<SessionClose> first{{session, reference, reference, reference}};
    const std::vector<SessionClose> second{{session, value, value, value}};
    QVERIFY(comparison.add(dailySeries(1, "yahoo", referenceDecimals), first, {}).empty());
    const auto findings = comparison.add(dailySeries(2, "stooq", decimals), second, {});
    QCOMPARE(!findings.empty(), disagree);
    if (!disagree)
        return;
    QCOMPARE(findings.front().series.source, QStringLiteral("stooq"));
    QCOMPARE(findings.front().otherSeries->source, QStringLiteral("yahoo"));
    QCOMPARE(findings.front().value->units, value);
    QCOMPARE(findings.front().other->units, reference);
}

//! One source as traded, one with the split in its prices.
void TestQualityCheck::splitsAreNoDisagreement()
{
    const core::CalendarPtr sessions = calendar("XNAS");
    const std::vector<core::Split> splits{{day("2024-06-10"), 10, 1}, {day("2024-06-12"), 2, 1}};
    core::Series traded = dailySeries(1, "stooq");
    core::Series adjusted = dailySeries(2, "yahoo", 4);
    adjusted.splitsUntil = day("2025-01-01");
    CloseComparison comparison(stock());
    const auto addTo = [&](const core::Series &series, const std::vector<qint64> &closes) -> QByteArray {
        SeriesQuality quality(stock(), series, sessions, splits);
        std::vector<SessionClose> own;
        for (const core::Bar &bar : barsOf(*sessions, day("2024-06-06"), closes)) {
            quality.add(bar);
            own.push_back({bar.session, bar.close, bar.low, bar.high});
        }
        const auto findings = quality.finish();
        return codesOf(findings) + codesOf(comparison.add(series, own, quality.splitsShown()));
    };
    QCOMPARE(addTo(traded, {120998, 120888, 12179, 12091, 6260, 6467}), QByteArray());
    QCOMPARE(addTo(adjusted, {604990, 604440, 608950, 604550, 626000, 646700}), QByteArray());
    QCOMPARE(addTo(dailySeries(3, "wrong"), {120998, 130888, 12179, 12091, 6260, 6467}), QByteArray("disagreement 1"));
}

//! It is told as what it is, once, not as a disagreement over all the years before.
void TestQualityCheck::aSplitTheStoreDoesNotKnowIsNoDisagreement()
{
    const core::CalendarPtr sessions = calendar("XNAS");
    CloseComparison comparison(stock());
    QByteArray codes;
    for (const auto &[id, closes] : {std::pair(1, std::vector<qint64>{12098, 12089, 12179, 12091}),
                                     std::pair(2, std::vector<qint64>{120980, 120890, 12179, 12091})}) {
        SeriesQuality quality(stock(), dailySeries(id), sessions, {});
        std::vector<SessionClose> own;
        for (const core::Bar &bar : barsOf(*sessions, day("2024-06-06"), closes)) {
            quality.add(bar);
            own.push_back({bar.session, bar.close, bar.low, bar.high});
        }
        codes += codesOf(quality.finish());
        codes += codesOf(comparison.add(dailySeries(id), own, quality.splitsShown()));
    }
    QCOMPARE(codes, QByteArray("unknown_split 1"));
}

void TestQualityCheck::ratesInsideTheRangeAgree_data()
{
    QTest::addColumn<core::InstrumentKind>("kind");
    QTest::addColumn<qint64>("rate");
    QTest::addColumn<bool>("disagree");
    using enum core::InstrumentKind;
    QTest::newRow("a reference rate of the afternoon") << Fx << qint64(10410) << false;
    QTest::newRow("a rate that nobody dealt at") << Fx << qint64(10310) << true;
    QTest::newRow("one price of a share is no reference rate") << Stock << qint64(10410) << true;
}

void TestQualityCheck::ratesInsideTheRangeAgree()
{
    QFETCH(core::InstrumentKind, kind);
    QFETCH(qint64, rate);
    QFETCH(bool, disagree);
    CloseComparison comparison(stock("FX", kind));
    const core::SessionDate session = day("2025-01-27");
    const std::vector<SessionClose> market{{session, 10492, 10395, 10533}};
    const std::vector<SessionClose> fixing{{session, rate, rate, rate}};
    QVERIFY(comparison.add(dailySeries(1, "yahoo", 4), market, {}).empty());
    QCOMPARE(!comparison.add(dailySeries(2, "ecb", 4), fixing, {}).empty(), disagree);
}

void TestQualityCheck::theWorstDayIsNamed()
{
    CloseComparison comparison(stock());
    std::vector<SessionClose> first;
    std::vector<SessionClose> second;
    for (qint32 i = 0; i < 10; ++i) {
        const core::SessionDate date = day("2025-01-20").plusDays(i);
        first.push_back({date, 10000, 9900, 10100});
        second.push_back({date, i == 4 ? 10500 : i == 5 || i == 8 ? 10100 : 10001, 9900, 10600});
    }
    QVERIFY(comparison.add(dailySeries(1, "yahoo"), first, {}).empty());
    const auto findings = comparison.add(dailySeries(2, "stooq"), second, {});
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(findings.front().count, qint64(3));
    QCOMPARE(findings.front().runs.size(), std::size_t(2));
    QCOMPARE(findings.front().session, day("2025-01-24"));
    QVERIFY(std::abs(findings.front().percent - 5.0) < 1e-9);
    // A third source is held against the first that has the session.
    const std::vector<SessionClose> third{{day("2025-01-24"), 10500, 1, 2}, {day("2025-02-03"), 7, 7, 7}};
    QCOMPARE(comparison.add(dailySeries(3, "ariva"), third, {}).front().otherSeries->source, QStringLiteral("yahoo"));
}

void TestQualityCheck::lastIntradayCloses()
{
    LastCloses closes(calendar("XNAS"), 5 * core::kNsPerMinute);
    const auto add = [&](const char *time, qint64 close) {
        core::Bar bar;
        bar.start = *core::parseIsoTime(time);
        bar.open = bar.high = bar.low = bar.close = close;
        closes.add(bar);
    };
    add("2025-01-27T13:00:00Z", 12800); // before the opening
    add("2025-01-27T14:30:00Z", 12480);
    add("2025-01-27T20:55:00Z", 11851);
    add("2025-01-27T21:05:00Z", 11790); // after the close
    add("2025-01-28T14:30:00Z", 12160);
    add("2025-01-28T16:00:00Z", 12500); // not to the close
    const auto taken = closes.take();
    QCOMPARE(taken.size(), std::size_t(1));
    QCOMPARE(taken.front().session, day("2025-01-27"));
    QCOMPARE(taken.front().close, qint64(11851));
    QCOMPARE(taken.front().high, qint64(12480));
}

QTEST_GUILESS_MAIN(TestQualityCheck)
#include "tst_qualitycheck.moc"
