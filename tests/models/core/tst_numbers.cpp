// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/DecimalParser.h>
#include <core/Price.h>

#include <QTest>

#include <random>

using namespace tickmark::core;

//! A wrong digit in a price is the worst thing the program could show.
class TestNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsExactly_data();
    void readsExactly();
    void refuses_data();
    void refuses();
    void printsAndReadsBack();
    void rescalesOnlyWithoutLoss();
    void comparesByValue();
};

void TestNumbers::readsExactly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("decimal");
    QTest::addColumn<char>("group");
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<bool>("rounded");
    const auto row = [](const char *name, const char *text, char decimal, char group, const char *plain,
                        bool rounded = false) {
        QTest::newRow(name) << QByteArray(text) << decimal << group << QByteArray(plain) << rounded;
    };
    row("plain", "118.42", '.', '\0', "118.42");
    row("trailing zeros stay", "118.40", '.', '\0', "118.40");
    row("whole", "42", '.', '\0', "42");
    row("German with groups", "1.234.567,89", ',', '.', "1234567.89");
    row("English with groups", "1,234,567.89", '.', ',', "1234567.89");
    row("Swiss groups", "1'234.5", '.', '\'', "1234.5");
    row("blank groups", "1 234,5", ',', ' ', "1234.5");
    row("no-break blank groups",
        "1\xC2\xA0"
        "234,5",
        ',', ' ', "1234.5");
    row("narrow no-break blank groups",
        "1\xE2\x80\xAF"
        "234,5",
        ',', ' ', "1234.5");
    row("minus", "-0.5", '.', '\0', "-0.5");
    row("typographic minus",
        "\xE2\x88\x92"
        "16,97",
        ',', '\0', "-16.97");
    row("plus and blanks", "  +3 ", '.', '\0', "3");
    row("no digit before the mark", ".25", '.', '\0', "0.25");
    row("no digit after the mark", "25.", '.', '\0', "25");
    row("exponent of a spreadsheet", "1.2E+05", '.', '\0', "120000");
    row("negative exponent", "5e-3", '.', '\0', "0.005");
    row("eight decimals", "0.00000001", '.', '\0', "0.00000001");
    row("largest", "9223372036854775807", '.', '\0', "9223372036854775807");
    row("half goes to even, down", "1.000000005", '.', '\0', "1.00000000", true);
    row("half goes to even, up", "1.000000015", '.', '\0', "1.00000002", true);
    row("a float printed in full", "118.41999816894531", '.', '\0', "118.41999817", true);
    row("only zeros dropped", "1.5000000000", '.', '\0', "1.50000000");
    row("more decimals than are looked at", "0.1000000000000000000000000000001", '.', '\0', "0.10000000", true);
}

void TestNumbers::readsExactly()
{
    QFETCH(QByteArray, text);
    QFETCH(char, decimal);
    QFETCH(char, group);
    QFETCH(QByteArray, plain);
    QFETCH(bool, rounded);
    const auto parsed = parseNumber(text.toStdString(), {decimal, group});
    QVERIFY(parsed.has_value());
    QCOMPARE(QByteArray::fromStdString(toPlainText(parsed->value)), plain);
    QCOMPARE(parsed->rounded, rounded);
}

void TestNumbers::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("group");
    QTest::addColumn<int>("fault");
    const auto row = [](const char *name, const QByteArray &text, char group, NumberFault fault) {
        QTest::newRow(name) << text << group << int(fault);
    };
    row("nothing", "", '\0', NumberFault::Empty);
    row("blanks", "  ", '\0', NumberFault::Empty);
    row("sign alone", "-", '\0', NumberFault::NotANumber);
    row("mark alone", ".", '\0', NumberFault::NotANumber);
    row("NaN", "NaN", '\0', NumberFault::NotANumber);
    row("infinity", "inf", '\0', NumberFault::NotANumber);
    row("hexadecimal", "0x10", '\0', NumberFault::NotANumber);
    row("two marks", "1.2.3", '\0', NumberFault::NotANumber);
    row("group of two", "1,23", ',', NumberFault::NotANumber);
    row("group of four", "1,2345", ',', NumberFault::NotANumber);
    row("first group of four", "1234,567", ',', NumberFault::NotANumber);
    row("group not expected", "1,234", '\0', NumberFault::NotANumber);
    row("trailing letters", "12 EUR", '\0', NumberFault::NotANumber);
    row("one too large", "9223372036854775808", '\0', NumberFault::OutOfRange);
    row("exponent too large", "1e30", '\0', NumberFault::OutOfRange);
    row("exponent absurd", "1e999", '\0', NumberFault::NotANumber);
    row("ten thousand digits", QByteArray(10'000, '7'), '\0', NumberFault::OutOfRange);
    row("large with eight decimals", "99999999999999.12345678", '\0', NumberFault::OutOfRange);
}

void TestNumbers::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(char, group);
    QFETCH(int, fault);
    const auto parsed = parseNumber(text.toStdString(), {'.', group});
    QVERIFY(!parsed.has_value());
    QCOMPARE(int(parsed.error()), fault);
}

void TestNumbers::printsAndReadsBack()
{
    std::mt19937_64 random(7);
    for (int i = 0; i < 20'000; ++i) {
        const Price price{qint64(random()) >> (random() % 63), int(random() % (kMaxDecimals + 1))};
        if (price.units == std::numeric_limits<qint64>::min())
            continue;
        const auto back = parseNumber(toPlainText(price));
        QVERIFY(back.has_value());
        QCOMPARE(back->value.units, price.units);
        QCOMPARE(back->value.decimals, price.decimals);
    }
    QCOMPARE(toPlainText(Price{std::numeric_limits<qint64>::min(), 0}), std::string("-9223372036854775808"));
}

void TestNumbers::rescalesOnlyWithoutLoss()
{
    QCOMPARE(rescaled(Price{11842, 2}, 4)->units, qint64(1184200));
    QCOMPARE(rescaled(Price{11840, 2}, 1)->units, qint64(1184));
    QVERIFY(!rescaled(Price{11842, 2}, 1));
    QVERIFY(!rescaled(Price{std::numeric_limits<qint64>::max(), 0}, 1));
}

void TestNumbers::comparesByValue()
{
    QVERIFY(compare(Price{150, 2}, Price{15, 1}) == 0);
    QVERIFY(compare(Price{-151, 2}, Price{-15, 1}) < 0);
    QVERIFY(compare(Price{std::numeric_limits<qint64>::max(), 8}, Price{std::numeric_limits<qint64>::max(), 0}) < 0);
}

QTEST_GUILESS_MAIN(TestNumbers)
#include "tst_numbers.moc"
