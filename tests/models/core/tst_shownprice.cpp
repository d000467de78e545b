// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/ShownPrice.h>

#include <QTest>

#include <limits>

using namespace tickmark::core;

//! A price has as many digits as its source gives, not those that a division leaves.
class TestShownPrice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void digits_data();
    void digits();
    void roundsHalfAwayFromZero_data();
    void roundsHalfAwayFromZero();
    void roughPricesAreShort_data();
    void roughPricesAreShort();
    void decimalsOfAValue();
};

void TestShownPrice::digits_data()
{
    QTest::addColumn<qint64>("units");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<int>("own");
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("reckoned");
    const auto row = [](const char *name, qint64 units, int decimals, int own, const char *told, const char *reckoned) {
        QTest::newRow(name) << units << decimals << own << QString::fromLatin1(told) << QString::fromLatin1(reckoned);
    };
    row("as traded", 11842, 2, 2, "118.42", "118.42");
    row("three for one, even", 105'840'000, 6, 2, "105.84", "105.84");
    row("three for one, uneven", 101'496'667, 6, 2, "101.50", "101.497");
    row("of a source with four decimals", 10'149'666'667, 8, 4, "101.4967", "101.4967");
    row("ten for one", 120'888, 3, 2, "120.89", "120.888");
    row("reckoned in binary", 11'669'630'001, 8, 8, "116.6963", "116.6963");
    row("idle zeros that are quoted stay", 104'680, 5, 5, "1.04680", "1.04680");
    row("those of a series that has rounded a division do not", 11'724'000, 5, 5, "117.24", "117.24");
    row("nor at a lower price of it", 4'576'000, 5, 5, "45.76", "45.76");
    row("a currency", 104'681, 5, 5, "1.04681", "1.04681");
    row("a coin", 10'133'248'000'000, 8, 8, "101332.48", "101332.48");
    row("a small coin", 1'234, 8, 8, "0.00001234", "0.00001234");
    row("long ago, before many splits", 12'834'821, 8, 2, "0.1283", "0.128348");
    row("whole units", 2'707'667, 3, 0, "2708", "2707.67");
    row("nothing", 0, 6, 2, "0.00", "0.00");
    row("below zero", -105'846'667, 6, 2, "-105.85", "-105.847");
}

void TestShownPrice::digits()
{
    QFETCH(qint64, units);
    QFETCH(int, decimals);
    QFETCH(int, own);
    const Price exact{units, decimals};
    QTEST(QString::fromStdString(toPlainText(shownPrice(exact, own))), "told");
    QTEST(QString::fromStdString(toPlainText(shownPrice(exact, own, PriceUse::Reckoned))), "reckoned");
}

void TestShownPrice::roundsHalfAwayFromZero_data()
{
    QTest::addColumn<qint64>("units");
    QTest::addColumn<qint64>("rounded");
    QTest::newRow("down") << qint64(149) << qint64(1);
    QTest::newRow("half") << qint64(150) << qint64(2);
    QTest::newRow("below zero, half") << qint64(-150) << qint64(-2);
    QTest::newRow("below zero") << qint64(-149) << qint64(-1);
    const qint64 largest = std::numeric_limits<qint64>::max();
    QTest::newRow("the largest") << largest << largest / 100;
}

void TestShownPrice::roundsHalfAwayFromZero()
{
    QFETCH(qint64, units);
    const Price price = roundedTo({units, 4}, 2);
    QCOMPARE(price.decimals, 2);
    QTEST(price.units, "rounded");
    QCOMPARE(roundedTo({units, 4}, 6).units, units);
}

void TestShownPrice::roughPricesAreShort_data()
{
    QTest::addColumn<qint64>("cents");
    QTest::addColumn<double>("doubt");
    QTest::addColumn<bool>("isRough");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, qint64 cents, double doubt, bool isRough, const char *told) {
        QTest::newRow(name) << cents << doubt << isRough << QString::fromLatin1(told);
    };
    row("exact", 45760, 0, false, "457.60");
    row("to the cent", 45760, 0.005, false, "457.60");
    row("three for one", 30450, 0.015, true, "304.50");
    row("ten for one", 120890, 0.05, true, "1208.9");
    row("twenty for one", 45760, 0.1, true, "457.6");
    row("a hundred for one", 45760, 0.5, true, "458");
    row("many splits", 45760, 120, true, "458");
}

void TestShownPrice::roughPricesAreShort()
{
    QFETCH(qint64, cents);
    QFETCH(double, doubt);
    const Price exact{cents, 2};
    QTEST(isRough(exact, 2, doubt), "isRough");
    QTEST(QString::fromStdString(toPlainText(knownPrice(exact, doubt))), "told");
}

void TestShownPrice::decimalsOfAValue()
{
    QCOMPARE(shownDecimals(101.49666667, 8, 2), 2);
    QCOMPARE(shownDecimals(0.12834821, 8, 2), 4);
    QCOMPARE(shownDecimals(1e30, 8, 2), 2);
}

QTEST_APPLESS_MAIN(TestShownPrice)
#include "tst_shownprice.moc"
