// SPDX-License-Identifier: GPL-3.0-or-later
#include <ticks/RowTable.h>

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>
#include <random>

using namespace tickmark::ticks;

namespace {

//! How a price becomes a position, and back.
struct Scale
{
    int rows = 0;
    std::function<double(qint64)> position;
    std::function<double(double)> priceNear;
    double low = 0; //!< prices of the plot's bottom and top
    double high = 0;
};

Scale linear(int rows, double low, double high)
{
    return {rows, [=](qint64 price) { return (high - double(price)) / (high - low) * rows; },
            [=](double row) { return high - row * (high - low) / rows; }, low, high};
}

Scale logarithmic(int rows, double low, double high)
{
    const double range = std::log(high / low);
    return {rows, [=](qint64 price) { return std::log(high / double(price)) / range * rows; },
            [=](double row) { return high * std::exp(-row * range / rows); }, low, high};
}

//! Percent of a base price.
Scale percent(int rows, double base, double low, double high)
{
    const auto told = [base](double price) { return (price / base - 1) * 100; };
    return {rows, [=](qint64 price) { return (told(high) - told(double(price))) / (told(high) - told(low)) * rows; },
            [=](double row) { return ((told(high) - row * (told(high) - told(low)) / rows) / 100 + 1) * base; }, low,
            high};
}

} // namespace

Q_DECLARE_METATYPE(Scale)

//! A row too high or low, and the curve of the summaries is not that of the ticks.
class TestRowTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithThePosition_data();
    void agreesWithThePosition();
    void neverFallsAsPricesRise_data() { agreesWithThePosition_data(); }
    void neverFallsAsPricesRise();
    void findsTheRowFromABadGuess();
    void asksTheScaleSeldom_data();
    void asksTheScaleSeldom();
    void tellsHowFarOutside();
    void putsWhatALogarithmCannotShowBelow();
    void knowsWhatIsCovered();
};

void TestRowTable::agreesWithThePosition_data()
{
    QTest::addColumn<Scale>("scale");
    QTest::newRow("linear") << linear(3600, 1'674'100, 1'702'350);
    QTest::newRow("linear, many prices to a row") << linear(900, 1e12, 7e15);
    QTest::newRow("linear, many rows to a price") << linear(3600, 100.37, 120.71);
    QTest::newRow("linear through zero") << linear(777, -37'630, 52'110);
    QTest::newRow("linear, a whole number of prices to a row") << linear(1000, 0, 5000);
    QTest::newRow("one row") << linear(1, 10, 1000);
    QTest::newRow("logarithmic") << logarithmic(3600, 1'674'100, 1'702'350);
    QTest::newRow("logarithmic over six decades") << logarithmic(3600, 37, 41'000'000);
    QTest::newRow("percent") << percent(3600, 1'690'033, 1'674'100, 1'702'350);
    QTest::newRow("percent of a price far off") << percent(1203, 17, 1'674'100, 1'702'350);
    QTest::newRow("nearly the whole range of prices") << linear(500, -9e18, 9e18);
    QTest::newRow("more than the whole range of prices") << linear(500, -9e22, 9e22);
}

void TestRowTable::agreesWithThePosition()
{
    QFETCH(const Scale, scale);
    const RowTable table(scale.rows, scale.position, scale.priceNear);
    QCOMPARE(table.rows(), scale.rows);
    std::mt19937_64 random(42);
    const double low = std::max(scale.low, -9.2e18);
    const double high = std::min(scale.high, 9.2e18);
    int compared = 0;
    for (int i = 0; i < 20'000; ++i) {
        const double share = double(random() % 1'000'003) / 1'000'003 * 1.2 - 0.1; // a little outside, too
        const double price = std::clamp(low + share * (high - low), -9.2e18, 9.2e18);
        if (price <= 0 && scale.low > 0)
            continue;
        const double position = scale.position(qint64(price));
        if (std::abs(position - std::round(position)) < 1e-9 * std::max(1.0, std::abs(position)))
            continue;
        ++compared;
        QCOMPARE(table.row(qint64(price)), int(std::floor(position)));
    }
    QVERIFY(compared > 50);
}

void TestRowTable::neverFallsAsPricesRise()
{
    QFETCH(const Scale, scale);
    const RowTable table(scale.rows, scale.position, scale.priceNear);
    for (int row = -3; row <= scale.rows + 3; ++row) {
        const double edge = scale.priceNear(row);
        if (std::abs(edge) > 9e18)
            continue;
        const qint64 near = qint64(edge);
        int before = std::numeric_limits<int>::max();
        for (qint64 price = near - 4; price <= near + 4; ++price) {
            if (price <= 0 && scale.low > 0)
                continue;
            const int now = table.row(price);
            QVERIFY2(now <= before, qPrintable(QString::number(price)));
            before = now;
        }
    }
}

void TestRowTable::findsTheRowFromABadGuess()
{
    const Scale scale = linear(400, 1000, 90'000);
    const RowTable good(scale.rows, scale.position, scale.priceNear);
    const RowTable zero(scale.rows, scale.position, [](double) { return 0.0; });
    const RowTable nan(scale.rows, scale.position, [](double) { return std::nan(""); });
    const RowTable far(scale.rows, scale.position, [](double row) { return row * 1e300; });
    for (qint64 price = 0; price < 100'000; price += 13) {
        QCOMPARE(zero.row(price), good.row(price));
        QCOMPARE(nan.row(price), good.row(price));
        QCOMPARE(far.row(price), good.row(price));
    }
}

//! Each frame of a zoom makes a table: a logarithm asked for again and again would hold it up.
void TestRowTable::asksTheScaleSeldom_data()
{
    QTest::addColumn<Scale>("scale");
    QTest::newRow("linear") << linear(3600, 1'674'100, 1'702'350);
    QTest::newRow("linear, many rows to a price") << linear(3600, 100.37, 120.71);
    QTest::newRow("logarithmic") << logarithmic(3600, 1'674'100, 1'702'350);
    QTest::newRow("percent") << percent(3600, 1'690'033, 1'674'100, 1'702'350);
}

void TestRowTable::asksTheScaleSeldom()
{
    QFETCH(const Scale, scale);
    int positions = 0;
    int prices = 0;
    const RowTable table(
        scale.rows,
        [&](qint64 price) {
            ++positions;
            return scale.position(price);
        },
        [&](double row) {
            ++prices;
            return scale.priceNear(row);
        });
    QCOMPARE(table.rows(), scale.rows);
    QVERIFY2(positions <= scale.rows * 21 / 10, qPrintable(QString::number(positions)));
    QVERIFY2(prices <= scale.rows / 4, qPrintable(QString::number(prices)));
}

void TestRowTable::tellsHowFarOutside()
{
    const Scale scale = linear(100, 0, 1000);
    const RowTable table(scale.rows, scale.position, scale.priceNear);
    QCOMPARE(table.row(1001), -1);
    QCOMPARE(table.row(2005), -101);
    QCOMPARE(table.row(-1), 100);
    QCOMPARE(table.row(-995), 199);
    QCOMPARE(table.row(std::numeric_limits<qint64>::max()), -RowTable::kFarthest);
    QCOMPARE(table.row(std::numeric_limits<qint64>::min()), RowTable::kFarthest);
}

void TestRowTable::putsWhatALogarithmCannotShowBelow()
{
    const Scale scale = logarithmic(100, 10, 1000);
    const RowTable table(scale.rows, scale.position, scale.priceNear);
    QCOMPARE(table.row(0), RowTable::kFarthest);
    QCOMPARE(table.row(-5), RowTable::kFarthest);
    QCOMPARE(table.row(11), int(std::floor(scale.position(11))));
}

void TestRowTable::knowsWhatIsCovered()
{
    const Scale scale = linear(10, 0, 1000); // rows of 100 prices
    const RowTable table(scale.rows, scale.position, scale.priceNear);
    QVERIFY(table.isCovered(310, 690, 350, 650)); // the same rows as their bounds
    QVERIFY(table.isCovered(400, 500, 350, 650));
    QVERIFY(!table.isCovered(290, 500, 350, 650));
    QVERIFY(!table.isCovered(400, 710, 350, 650));
}

QTEST_GUILESS_MAIN(TestRowTable)
#include "tst_rowtable.moc"
