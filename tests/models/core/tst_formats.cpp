// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/Formats.h>

#include <QTest>

using namespace tickmark::core;

//! What a reader sees: the same in every environment, whatever LANG or TZ says.
class TestFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers_data();
    void numbers();
    void datesAndTimes();
};

void TestFormats::numbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("german");
    QTest::addColumn<QString>("english");
    const auto row = [](const char *name, double value, int decimals, const char16_t *german, const char16_t *english) {
        QTest::newRow(name) << value << decimals << QString::fromUtf16(german) << QString::fromUtf16(english);
    };
    row("the founding case", -16.968, 2, u"\u221216,97\u00A0%", u"\u221216.97%");
    row("a rise has a plus", 0.65, 2, u"+0,65\u00A0%", u"+0.65%");
    row("zero has no sign", 0.0, 2, u"0,00\u00A0%", u"0.00%");
    row("what rounds to zero has no sign", -0.004, 2, u"0,00\u00A0%", u"0.00%");
    row("what rounds to zero has no plus", 0.004, 2, u"0,00\u00A0%", u"0.00%");
    row("half away from zero", 0.125, 2, u"+0,13\u00A0%", u"+0.13%");
    row("groups", 1234567.5, 1, u"+1.234.567,5\u00A0%", u"+1,234,567.5%");
    row("not a number is a dash", qQNaN(), 2, u"\u2013\u00A0%", u"\u2013%");
}

void TestFormats::numbers()
{
    QFETCH(double, value);
    QFETCH(int, decimals);
    QFETCH(QString, german);
    QFETCH(QString, english);
    QCOMPARE(Formats(QStringLiteral("de")).signedPercent(value, decimals), german);
    QCOMPARE(Formats(QStringLiteral("en")).signedPercent(value, decimals), english);
}

void TestFormats::datesAndTimes()
{
    const Formats german(QStringLiteral("de"));
    const Formats english(QStringLiteral("en"));
    const auto day = *SessionDate::fromIso("2025-01-27");
    QCOMPARE(german.date(day), QStringLiteral("27.01.2025"));
    QCOMPARE(english.date(day), QStringLiteral("27 Jan 2025"));
    QCOMPARE(german.longDate(day), QStringLiteral("27. Januar 2025"));
    QCOMPARE(english.monthAndYear(*SessionDate::fromIso("2025-09-01")), QStringLiteral("September 2025"));
    const auto newYork = ZoneRules::load("America/New_York");
    const Time time = *parseIsoTime("2025-01-27T16:40:00Z");
    QCOMPARE(german.shortTime(time, *newYork), QStringLiteral("27.01., 11:40"));
    QCOMPARE(english.shortTime(time, *newYork), QStringLiteral("27 Jan, 11:40"));
    QCOMPARE(german.price(Price{123450, 2}), QStringLiteral("1.234,50"));
    QCOMPARE(english.price(Price{-5, 3}), QString::fromUtf16(u"\u22120.005"));
    QCOMPARE(german.count(1348), QStringLiteral("1.348"));
}

QTEST_GUILESS_MAIN(TestFormats)
#include "tst_formats.moc"
