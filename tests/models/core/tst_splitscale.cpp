// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/SplitScale.h>

#include <QTest>

#include <limits>

using namespace tickmark::core;

namespace {

SessionDate day(const char *iso)
{
    return *SessionDate::fromIso(iso);
}

const std::vector<Split> kNvidia{{day("2021-07-20"), 4, 1}, {day("2024-06-10"), 10, 1}};
const std::vector<Split> kReverse{{day("2023-03-01"), 1, 8}};

} // namespace

//! A price on the wrong side of a split is wrong tenfold: every case that a source, a split and a day can make.
class TestSplitScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesPricesToADay_data();
    void takesPricesToADay();
    void bothKindsOfSourcesAgree();
    void roundsHalfToEven_data();
    void roundsHalfToEven();
    void decimalsKeepPricesExact_data();
    void decimalsKeepPricesExact();
    void refusesWhatDoesNotFit();
    void volumesGoTheOtherWay();
    void tellsWhichSplitsItCrosses();
};

void TestSplitScale::takesPricesToADay_data()
{
    QTest::addColumn<std::vector<Split>>("splits");
    QTest::addColumn<QByteArray>("session");
    QTest::addColumn<QByteArray>("until"); // empty: as traded
    QTest::addColumn<QByteArray>("reference");
    QTest::addColumn<qint64>("stored"); // in cents
    QTest::addColumn<qint64>("wanted"); // in hundredths of a cent
    const auto row = [](const char *name, const std::vector<Split> &splits, const char *session, const char *until,
                        const char *reference, qint64 stored, qint64 wanted) {
        QTest::newRow(name) << splits << QByteArray(session) << QByteArray(until) << QByteArray(reference) << stored
                            << wanted;
    };
    row("the day before ten for one", kNvidia, "2024-06-07", "", "2025-01-27", 120888, 1'208'880);
    row("the ex date is traded in new shares", kNvidia, "2024-06-10", "", "2025-01-27", 12179, 1'217'900);
    row("across both splits", kNvidia, "2021-07-19", "", "2025-01-27", 75119, 187'798); // 18.77975
    row("between the splits", kNvidia, "2021-07-20", "", "2025-01-27", 18612, 186'120);
    row("to the day before the second", kNvidia, "2021-07-19", "", "2024-06-07", 75119, 1'877'975);
    row("splits are in it already", kNvidia, "2024-06-07", "2025-01-27", "2025-01-27", 12089, 1'208'900);
    row("one of two is in it", kNvidia, "2021-07-19", "2021-12-31", "2025-01-27", 18780, 187'800);
    row("back to what was traded", kNvidia, "2024-05-28", "2025-01-27", "2024-05-28", 11390, 11'390'000);
    row("back across both", kNvidia, "2021-07-19", "2025-01-27", "2021-07-19", 1878, 7'512'000);
    row("splits up to the day before the ex date", kNvidia, "2024-06-07", "2024-06-09", "2024-06-10", 120888,
        1'208'880);
    row("splits up to the ex date", kNvidia, "2024-06-07", "2024-06-10", "2024-06-10", 12089, 1'208'900);
    row("a day after the reference stays as it was traded", kNvidia, "2024-06-11", "", "2024-06-07", 12091, 1'209'100);
    row("a source that is ahead of a session after the reference", kNvidia, "2024-06-07", "2024-06-10", "2024-05-01",
        12089, 12'089'000);
    row("reverse split", kReverse, "2023-02-28", "", "2024-01-01", 125, 100'000);
    row("reverse split taken back", kReverse, "2023-02-28", "2024-01-01", "2023-02-28", 1000, 12'500);
    row("no split", {}, "2024-06-07", "", "2025-01-27", 120888, 12'088'800);
    row("below zero, as oil was", kNvidia, "2024-06-07", "", "2025-01-27", -3763, -37'630);
}

void TestSplitScale::takesPricesToADay()
{
    QFETCH(std::vector<Split>, splits);
    QFETCH(QByteArray, session);
    QFETCH(QByteArray, until);
    QFETCH(QByteArray, reference);
    QFETCH(qint64, stored);
    QFETCH(qint64, wanted);
    const SplitScale scale(splits, until.isEmpty() ? std::nullopt : SessionDate::fromIso(until.toStdString()),
                           day(reference));
    const auto ratio = scale.at(day(session));
    QVERIFY(ratio.has_value());
    QCOMPARE(*priceAfter(stored, *ratio, 2, 4), wanted);
}

//! The same history as traded, and with all splits in it.
void TestSplitScale::bothKindsOfSourcesAgree()
{
    struct Close
    {
        const char *session;
        qint64 traded;   // cents
        qint64 adjusted; // thousandths of a cent
    };
    const SessionDate today = day("2025-01-27");
    for (const Close &close : {Close{"2021-07-19", 75120, 1'878'000}, Close{"2021-07-20", 18612, 1'861'200},
                               Close{"2024-06-07", 120888, 12'088'800}, Close{"2024-06-10", 12179, 12'179'000}}) {
        const auto fromTraded = SplitScale(kNvidia, {}, today).at(day(close.session));
        const auto fromAdjusted = SplitScale(kNvidia, today, today).at(day(close.session));
        QVERIFY(fromAdjusted->isOne());
        QCOMPARE(*priceAfter(close.traded, *fromTraded, 2, 5), close.adjusted);
        const auto back = SplitScale(kNvidia, today, day(close.session)).at(day(close.session));
        QCOMPARE(*priceAfter(close.adjusted, *back, 5, 5), close.traded * 1000);
    }
}

void TestSplitScale::roundsHalfToEven_data()
{
    QTest::addColumn<qint64>("units");
    QTest::addColumn<qint64>("newShares");
    QTest::addColumn<qint64>("rounded");
    QTest::newRow("a third") << qint64(10000) << qint64(3) << qint64(3333);
    QTest::newRow("two thirds") << qint64(20000) << qint64(3) << qint64(6667);
    QTest::newRow("half to even below") << qint64(5) << qint64(2) << qint64(2);
    QTest::newRow("half to even above") << qint64(7) << qint64(2) << qint64(4);
    QTest::newRow("negative half to even below") << qint64(-5) << qint64(2) << qint64(-2);
    QTest::newRow("negative half to even above") << qint64(-7) << qint64(2) << qint64(-4);
    QTest::newRow("negative two thirds") << qint64(-20000) << qint64(3) << qint64(-6667);
}

void TestSplitScale::roundsHalfToEven()
{
    QFETCH(qint64, units);
    QFETCH(qint64, newShares);
    QFETCH(qint64, rounded);
    QCOMPARE(*priceAfter(units, {newShares, 1}, 2, 2), rounded);
}

void TestSplitScale::decimalsKeepPricesExact_data()
{
    QTest::addColumn<int>("decimals");
    QTest::addColumn<qint64>("newShares");
    QTest::addColumn<qint64>("oldShares");
    QTest::addColumn<int>("after");
    QTest::newRow("no split") << 2 << qint64(1) << qint64(1) << 2;
    QTest::newRow("ten for one") << 2 << qint64(10) << qint64(1) << 3;
    QTest::newRow("four for one") << 2 << qint64(4) << qint64(1) << 4;
    QTest::newRow("forty for one") << 2 << qint64(40) << qint64(1) << 5;
    QTest::newRow("reverse") << 2 << qint64(1) << qint64(8) << 2;
    QTest::newRow("three for two") << 2 << qint64(3) << qint64(2) << 6;
    QTest::newRow("never more than are kept") << 7 << qint64(64) << qint64(1) << kMaxDecimals;
}

void TestSplitScale::decimalsKeepPricesExact()
{
    QFETCH(int, decimals);
    QFETCH(qint64, newShares);
    QFETCH(qint64, oldShares);
    QTEST(decimalsAfter(decimals, {newShares, oldShares}), "after");
}

void TestSplitScale::refusesWhatDoesNotFit()
{
    constexpr qint64 kMost = std::numeric_limits<qint64>::max();
    QVERIFY(!priceAfter(kMost, {1, 8}, 2, 2));
    QVERIFY(!priceAfter(kMost, {1, 1}, 2, 3));
    QVERIFY(!priceAfter(kMost, {1, kMost}, 0, kMaxDecimals)); // not even in 128 bits
    QCOMPARE(*priceAfter(std::numeric_limits<qint64>::min(), {1, 1}, 2, 2), std::numeric_limits<qint64>::min());
    const SessionDate before = day("2000-01-01");
    const SessionDate after = day("2030-01-01");
    const std::vector<Split> tooMany{{day("2001-01-01"), kMost, 1}, {day("2002-01-01"), 3, 1}};
    QVERIFY(!shareRatio(tooMany, before, after));
    // what cancels out fits
    const std::vector<Split> cancel{{day("2001-01-01"), kMost, 1}, {day("2002-01-01"), 3, kMost}};
    QCOMPARE(*shareRatio(cancel, before, after), (ShareRatio{3, 1}));
    const std::vector<Split> nonsense{{day("2001-01-01"), 0, 1}};
    QVERIFY(!shareRatio(nonsense, before, after));
    QVERIFY(shareRatio(nonsense, after, after)); // does not come into it
}

void TestSplitScale::volumesGoTheOtherWay()
{
    const auto ratio = SplitScale(kNvidia, {}, day("2025-01-27")).at(day("2024-06-07"));
    QCOMPARE(*sharesAfter(41'238'580, *ratio, 0, 0), qint64(412'385'800));
    const auto reverse = SplitScale(kReverse, {}, day("2025-01-27")).at(day("2023-02-28"));
    QCOMPARE(*sharesAfter(1004, *reverse, 0, 0), qint64(126)); // 125.5
}

void TestSplitScale::tellsWhichSplitsItCrosses()
{
    const SplitScale scale(kNvidia, day("2021-12-31"), day("2025-01-27"));
    QVERIFY(!scale.crosses(kNvidia[0], day("2021-07-19")));
    QVERIFY(scale.crosses(kNvidia[1], day("2021-07-19")));
    QVERIFY(scale.crosses(kNvidia[1], day("2024-06-07")));
    QVERIFY(!scale.crosses(kNvidia[1], day("2024-06-10")));
}

QTEST_GUILESS_MAIN(TestSplitScale)
#include "tst_splitscale.moc"
