// SPDX-License-Identifier: GPL-3.0-or-later
#include <charts/ValueTicks.h>

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace tickmark::charts;

namespace {

constexpr double kGap = 40;

QString written(const std::vector<ValueTick> &ticks)
{
    QStringList texts;
    for (const ValueTick &tick : ticks)
        texts.append(QString::number(tick.value, 'f', tick.decimals));
    return texts.join(u' ');
}

} // namespace

//! Values nobody would write on an axis by hand, or too many of them, make a chart unreadable.
class TestValueTicks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesRoundValues_data();
    void writesRoundValues();
    void keepsItsDistanceOnEveryScale_data();
    void keepsItsDistanceOnEveryScale();
    void zeroIsExact();
    void mapsBothWays();
    void flatCurvesGetRoom();
    void percentOnALogAxis();
};

void TestValueTicks::writesRoundValues_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("height");
    QTest::addColumn<bool>("logarithmic");
    QTest::addColumn<QString>("ticks");
    QTest::newRow("percent of the founding case") << -31.4 << 6.4 << 402. << false << "-30 -25 -20 -15 -10 -5 0 5";
    QTest::newRow("same, lower pane") << -31.4 << 6.4 << 270. << false << "-30 -20 -10 0";
    QTest::newRow("fractions") << 1.0231 << 1.0489 << 400. << false << "1.025 1.030 1.035 1.040 1.045";
    QTest::newRow("volume") << 0. << 876. << 270. << false << "0 200 400 600 800";
    QTest::newRow("below zero only") << -9.3 << -2.1 << 170. << false << "-8 -6 -4";
    QTest::newRow("log over decades") << 0.8 << 1500. << 600. << true << "1 2 5 10 20 50 100 200 500 1000";
    QTest::newRow("log, crowded") << 0.8 << 1500. << 260. << true << "1 10 100 1000";
    QTest::newRow("log within a factor of two") << 98. << 180. << 300. << true << "100 120 140 160 180";
}

void TestValueTicks::writesRoundValues()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(double, height);
    QFETCH(bool, logarithmic);
    QTEST(written(valueTicks(YMap({low, high}, 0, height, logarithmic), kGap)), "ticks");
}

void TestValueTicks::keepsItsDistanceOnEveryScale_data()
{
    QTest::addColumn<bool>("logarithmic");
    QTest::newRow("linear") << false;
    QTest::newRow("logarithmic") << true;
}

void TestValueTicks::keepsItsDistanceOnEveryScale()
{
    QFETCH(bool, logarithmic);
    for (double low = 1e-7; low < 1e9; low *= 13.7) {
        for (double ratio = 1.0005; ratio < 1e7; ratio *= 2.9) {
            const YMap map({low, low * ratio}, 10, 310, logarithmic);
            const auto ticks = valueTicks(map, kGap);
            QVERIFY2(ticks.size() >= 2, qPrintable(QStringLiteral("%1 to %2").arg(low).arg(low * ratio)));
            for (std::size_t i = 0; i < ticks.size(); ++i) {
                QVERIFY(map.y(ticks[i].value) >= 10 - 1e-6 && map.y(ticks[i].value) <= 310 + 1e-6);
                if (i > 0)
                    QVERIFY(map.y(ticks[i - 1].value) - map.y(ticks[i].value) >= kGap * 0.55 - 1e-6);
            }
        }
    }
}

void TestValueTicks::zeroIsExact()
{
    for (const ValueTick &tick : valueTicks(YMap({-0.31, 0.42}, 0, 400, false), kGap)) {
        if (std::abs(tick.value) < 1e-6)
            QVERIFY(tick.value == 0 && !std::signbit(tick.value));
    }
}

void TestValueTicks::mapsBothWays()
{
    for (const bool logarithmic : {false, true}) {
        const YMap map({2, 900}, 33, 471, logarithmic);
        QCOMPARE(map.y(2), 471.);
        QCOMPARE(map.y(900), 33.);
        for (double value = 2; value < 900; value *= 1.3)
            QVERIFY(std::abs(map.valueAt(map.y(value)) / value - 1) < 1e-12);
    }
}

void TestValueTicks::flatCurvesGetRoom()
{
    for (const double value : {0., 118.42, -3.5, 1e-9}) {
        const ValueRange range = padded({value, value}, 0.1, false);
        QVERIFY(range.low < value && value < range.high);
    }
    const ValueRange logarithmic = padded({118.42, 118.42}, 0.1, true);
    QVERIFY(0 < logarithmic.low && logarithmic.low < 118.42 && 118.42 < logarithmic.high);
}

void TestValueTicks::percentOnALogAxis()
{
    const YMap map({-60, 900}, 0, 600, YScale::LogPercent);
    // Doubling is as high as halving is low, and every value comes back.
    QVERIFY(std::abs((map.y(0) - map.y(100)) - (map.y(-50) - map.y(0))) < 1e-9);
    for (double value = -59; value < 900; value += 13.7)
        QVERIFY(std::abs(map.valueAt(map.y(value)) - value) < 1e-9);
    const auto ticks = valueTicks(map, 40);
    QVERIFY(ticks.size() >= 4);
    QVERIFY(std::ranges::any_of(ticks, [](const ValueTick &tick) { return tick.value == 0; }));
    for (std::size_t i = 1; i < ticks.size(); ++i)
        QVERIFY(map.y(ticks[i - 1].value) - map.y(ticks[i].value) >= 40 - 1e-9);
    const ValueRange room = padded({-60, 900}, 0.1, YScale::LogPercent);
    QVERIFY(room.low < -60 && room.low > -100 && room.high > 900);
}

QTEST_GUILESS_MAIN(TestValueTicks)
#include "tst_valueticks.moc"
