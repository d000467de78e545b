// SPDX-License-Identifier: GPL-3.0-or-later
#include <claims/Judge.h>

#include <QTest>

#include <cmath>
#include <limits>

using namespace tickmark::claims;

Q_DECLARE_METATYPE(ClaimKind)
Q_DECLARE_METATYPE(Hedge)

//! An interval that is too wide calls wrong numbers right, one too narrow calls rounded numbers wrong.
class TestInterval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofEveryHedge_data();
    void ofEveryHedge();
    void indexLevelsMayBeCut_data();
    void indexLevelsMayBeCut();
    void takesItsEnds_data();
    void takesItsEnds();
};

void TestInterval::ofEveryHedge_data()
{
    QTest::addColumn<Hedge>("hedge");
    QTest::addColumn<double>("number");
    QTest::addColumn<double>("second"); // of a range, else the same
    QTest::addColumn<double>("half");
    QTest::addColumn<double>("secondHalf");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    const double inf = std::numeric_limits<double>::infinity();

    const auto one = [](const char *name, Hedge hedge, double x, double half, double low, double high) {
        QTest::newRow(name) << hedge << x << x << half << half << low << high;
    };
    one("17 %", Hedge::Exact, 17, 0.5, 16.5, 17.5);
    one("14,4 %", Hedge::Exact, 14.4, 0.05, 14.35, 14.45);
    one("600 billion", Hedge::Exact, 600, 15, 585, 615);
    one("450 billion", Hedge::Exact, 450, 5, 445, 455);
    one("unchanged: 0,0 %", Hedge::Exact, 0, 0.05, -0.05, 0.05);
    one("almost 17 %: no more than two half units below", Hedge::Almost, 17, 0.5, 16, 17);
    one("almost 20 %", Hedge::Almost, 20, 0.5, 19, 20);
    one("fast 3,1 %: five percent of it", Hedge::Almost, 3.1, 0.05, 2.945, 3.1);
    one("about 12 %", Hedge::About, 12, 0.5, 11, 13);
    one("about 600 billion", Hedge::About, 600, 15, 570, 630);
    one("over 563 billion", Hedge::Over, 563, 0.5, 563, 619.3);
    one("over 5 %: two half units are more than a tenth", Hedge::Over, 5, 0.5, 5, 6);
    one("at least 10 %", Hedge::AtLeast, 10, 0.5, 10, inf);
    one("less than 10 %", Hedge::AtMost, 10, 0.5, 9, 10);
    one("less than 1 %", Hedge::AtMost, 1, 0.5, 0, 1);
    one("up to 2 %", Hedge::UpTo, 2, 0.5, 1.5, 2.5);
    QTest::newRow("five to six") << Hedge::Exact << 5.0 << 6.0 << 0.5 << 0.5 << 4.5 << 6.5;
    QTest::newRow("11,1 to 15") << Hedge::Exact << 11.1 << 15.0 << 0.05 << 0.5 << 11.05 << 15.5;
    QTest::newRow("about 10 to 20") << Hedge::About << 10.0 << 20.0 << 0.25 << 0.5 << 9.5 << 21.0;
    QTest::newRow("over 5 to 6") << Hedge::Over << 5.0 << 6.0 << 0.5 << 0.5 << 5.0 << 7.0;
}

void TestInterval::ofEveryHedge()
{
    QFETCH(double, number);
    QFETCH(double, second);
    QFETCH(double, half);
    QFETCH(double, secondHalf);
    QFETCH(Hedge, hedge);
    QFETCH(double, low);
    QFETCH(double, high);
    Claim claim;
    claim.hedge = hedge;
    claim.low = number;
    claim.high = second;
    claim.lowHalfUnit = half;
    claim.highHalfUnit = secondHalf;
    const Interval interval = intervalOf(claim);
    QVERIFY2(std::abs(interval.low - low) < 1e-12, qPrintable(QString::number(interval.low, 'g', 15)));
    QVERIFY2(interval.high == high || std::abs(interval.high - high) < 1e-12,
             qPrintable(QString::number(interval.high, 'g', 15)));
}

void TestInterval::indexLevelsMayBeCut_data()
{
    QTest::addColumn<ClaimKind>("kind");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<double>("half");
    QTest::addColumn<double>("high");
    const QString points = kPointsUnit.toString();
    QTest::newRow("44.713 points: 44.713,99 as well") << ClaimKind::Level << points << 0.5 << 44714.0;
    QTest::newRow("44.713,6 points are rounded") << ClaimKind::Level << points << 0.05 << 44713.05;
    QTest::newRow("a price is rounded") << ClaimKind::Level << QStringLiteral("USD") << 0.5 << 44713.5;
    QTest::newRow("a move in points is rounded") << ClaimKind::Points << points << 0.5 << 44713.5;
}

void TestInterval::indexLevelsMayBeCut()
{
    Claim claim;
    claim.low = claim.high = 44713;
    QFETCH(double, half);
    claim.lowHalfUnit = claim.highHalfUnit = half;
    QFETCH(ClaimKind, kind);
    claim.kind = kind;
    QFETCH(QString, unit);
    claim.unit = unit;
    const Interval interval = intervalOf(claim);
    QCOMPARE(interval.low, 44713 - half);
    QTEST(interval.high, "high");
}

void TestInterval::takesItsEnds_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<bool>("meets");
    QTest::newRow("its low end as binary has it") << 0.1 + 0.2 << 0.1 + 0.2 << true; // 0.30000000000000004
    QTest::newRow("its high end") << 0.7 << 0.7 << true;
    QTest::newRow("a millionth outside is outside") << 0.700001 << 0.700001 << false;
    QTest::newRow("a millionth below is outside") << 0.299999 << 0.299999 << false;
    QTest::newRow("a range around it") << -5.0 << 5.0 << true;
    QTest::newRow("a range that touches") << -5.0 << 0.3 << true;
    QTest::newRow("a range that ends before") << -5.0 << 0.2 << false;
    QTest::newRow("a range that begins after") << 0.8 << 5.0 << false;
}

void TestInterval::takesItsEnds()
{
    QFETCH(double, from);
    QFETCH(double, to);
    QTEST((Interval{0.3, 0.7}.meets(from, to)), "meets");
}

QTEST_GUILESS_MAIN(TestInterval)
#include "tst_interval.moc"
