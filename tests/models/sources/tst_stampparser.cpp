// SPDX-License-Identifier: GPL-3.0-or-later
#include <sources/StampParser.h>

#include <QTest>

using namespace tickmark;
using sources::DateForm;

Q_DECLARE_METATYPE(DateForm)

//! Dates and times in all the forms that files have.
class StampParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryForm_data();
    void readsEveryForm();
    void refuses_data();
    void refuses();
    void refusesTimesOfDay_data();
    void refusesTimesOfDay();
    void takesTheDateFromOutside();
};

namespace {

//! "2025-01-27", "2025-01-27 09:30:00", "2025-01-27 09:30:00 -5h".
QString shown(const sources::Stamp &stamp)
{
    QString text = QString::fromStdString(stamp.date.iso());
    if (stamp.hasTime)
        text += QLatin1Char(' ') + QString::fromStdString(core::isoTime(core::Time{stamp.time.ns})).mid(11).chopped(1);
    if (stamp.time.offsetNs)
        text += QStringLiteral(" %1min").arg(*stamp.time.offsetNs / core::kNsPerMinute);
    return text;
}

} // namespace

void StampParserTest::readsEveryForm_data()
{
    QTest::addColumn<DateForm>("form");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, DateForm form, const char *text, const char *expected) {
        QTest::newRow(name) << form << QByteArray(text) << QString::fromLatin1(expected);
    };
    const DateForm ymd = DateForm::YearMonthDay;
    const DateForm dmy = DateForm::DayMonthYear;
    const DateForm mdy = DateForm::MonthDayYear;
    row("ISO date", ymd, "2025-01-27", "2025-01-27");
    row("ISO date between blanks", ymd, " 2025-01-27\t", "2025-01-27");
    row("slashes, year first", ymd, "2025/1/7", "2025-01-07");
    row("first index years", ymd, "1896-05-26", "1896-05-26");
    row("ISO with time", ymd, "2025-01-27T09:30:00", "2025-01-27 09:30:00");
    row("ISO with minutes only", ymd, "2025-01-27 09:30", "2025-01-27 09:30:00");
    row("ISO with Z", ymd, "2025-01-27T14:30:00Z", "2025-01-27 14:30:00 0min");
    row("ISO with milliseconds and Z", ymd, "2025-01-27T14:30:00.065Z", "2025-01-27 14:30:00.065 0min");
    row("ISO with nanoseconds", ymd, "2025-01-27 14:30:00.123456789", "2025-01-27 14:30:00.123456789");
    row("pandas with offset", ymd, "2025-01-27 09:30:00-05:00", "2025-01-27 09:30:00 -300min");
    row("offset without colon", ymd, "2025-01-27T09:30:00+0530", "2025-01-27 09:30:00 330min");
    row("offset of hours", ymd, "2025-01-27 09:30:00+01", "2025-01-27 09:30:00 60min");
    row("UTC as a word", ymd, "2025-01-27 09:30:00 UTC", "2025-01-27 09:30:00 0min");
    row("German date", dmy, "27.01.2025", "2025-01-27");
    row("German date of two digits", dmy, "27.01.25", "2025-01-27");
    row("two digits of the last century", dmy, "10.09.98", "1998-09-10");
    row("German without zeros", dmy, "7.1.2025", "2025-01-07");
    row("German with time", dmy, "27.01.2025 17:35", "2025-01-27 17:35:00");
    row("German with comma and time", dmy, "27.01.2025, 17:35:10", "2025-01-27 17:35:10");
    row("Dukascopy", dmy, "27.01.2025 00:05:00.000 GMT+0100", "2025-01-27 00:05:00 60min");
    row("British slashes", dmy, "27/01/2025", "2025-01-27");
    row("ECB with month name", dmy, "13 April 2026", "2026-04-13");
    row("German month name", dmy, "3. M\xC3\xA4rz 2025", "2025-03-03");
    row("short month name", dmy, "27-Jan-25", "2025-01-27");
    row("American slashes", mdy, "01/27/2025", "2025-01-27");
    row("American of two digits", mdy, "1/27/25", "2025-01-27");
    row("American with PM", mdy, "1/27/2025 4:00:00 PM", "2025-01-27 16:00:00");
    row("American midnight", mdy, "1/27/2025 12:00 AM", "2025-01-27 00:00:00");
    row("American month name", mdy, "Jan 27, 2025", "2025-01-27");
    row("compact", DateForm::Compact, "20250127", "2025-01-27");
    row("compact with milliseconds", DateForm::Compact, "20200101 170000065", "2020-01-01 17:00:00.065");
    row("compact with seconds", DateForm::Compact, "20250127 093000", "2025-01-27 09:30:00");
    row("compact in one word", DateForm::Compact, "20250127093000", "2025-01-27 09:30:00");
    row("compact with clock", DateForm::Compact, "20250127 09:30", "2025-01-27 09:30:00");
    row("epoch seconds", DateForm::EpochSeconds, "1737988200", "2025-01-27 14:30:00 0min");
    row("epoch seconds with fraction", DateForm::EpochSeconds, "1737988200.25", "2025-01-27 14:30:00.250 0min");
    row("epoch milliseconds", DateForm::EpochMilliseconds, "1381132800464", "2013-10-07 08:00:00.464 0min");
    row("epoch milliseconds with fraction", DateForm::EpochMilliseconds, "1381132800464.5",
        "2013-10-07 08:00:00.464500 0min");
    row("epoch microseconds", DateForm::EpochMicroseconds, "1737988200000001", "2025-01-27 14:30:00.000001 0min");
    row("epoch nanoseconds", DateForm::EpochNanoseconds, "1737988200000000007", "2025-01-27 14:30:00.000000007 0min");
}

void StampParserTest::readsEveryForm()
{
    QFETCH(DateForm, form);
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const auto stamp = sources::StampParser(form).parse({text.constData(), size_t(text.size())});
    QVERIFY(stamp.has_value());
    QCOMPARE(shown(*stamp), expected);
}

void StampParserTest::refuses_data()
{
    QTest::addColumn<DateForm>("form");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("outOfRange");
    const auto bad = [](const char *name, DateForm form, const char *text) {
        QTest::newRow(name) << form << QByteArray(text) << false;
    };
    const auto far = [](const char *name, DateForm form, const char *text) {
        QTest::newRow(name) << form << QByteArray(text) << true;
    };
    bad("empty", DateForm::YearMonthDay, "");
    bad("30 February", DateForm::YearMonthDay, "2025-02-30");
    bad("29 February of a common year", DateForm::DayMonthYear, "29.02.2025");
    bad("mixed marks", DateForm::YearMonthDay, "2025-01/27");
    bad("something behind", DateForm::YearMonthDay, "2025-01-27x");
    bad("hour 25", DateForm::YearMonthDay, "2025-01-27 25:00");
    bad("hour 24", DateForm::YearMonthDay, "2025-01-27 24:00");
    bad("offset of 99 hours", DateForm::YearMonthDay, "2025-01-27 09:00+99:00");
    bad("zone by abbreviation", DateForm::YearMonthDay, "2025-01-27 09:00 EST");
    bad("13 PM", DateForm::MonthDayYear, "1/27/2025 13:00 PM");
    bad("month first where the day is", DateForm::DayMonthYear, "01/27/2025");
    bad("year of three digits", DateForm::DayMonthYear, "27.01.202");
    bad("unknown month", DateForm::DayMonthYear, "27 Foo 2025");
    bad("seven digits", DateForm::Compact, "2025012");
    bad("compact month 13", DateForm::Compact, "20251301");
    bad("scientific number", DateForm::EpochSeconds, "1.7e9");
    bad("two points", DateForm::EpochSeconds, "1737988200.1.2");
    bad("not decided", DateForm::DayOrMonthFirst, "01/02/2025");
    far("year 1066", DateForm::YearMonthDay, "1066-10-14");
    far("year 9999", DateForm::YearMonthDay, "9999-12-31");
    far("milliseconds read as seconds", DateForm::EpochSeconds, "1737988200000");
    far("before 1970", DateForm::EpochSeconds, "-86400");
    far("twenty digits", DateForm::EpochNanoseconds, "17379882000000000070");
    far("a second day of milliseconds", DateForm::MillisecondsOfDay, "86400000");
}

void StampParserTest::refuses()
{
    QFETCH(DateForm, form);
    QFETCH(QByteArray, text);
    QFETCH(bool, outOfRange);
    const auto stamp = sources::StampParser(form).parse({text.constData(), size_t(text.size())});
    QVERIFY(!stamp.has_value());
    QCOMPARE(stamp.error() == sources::StampFault::OutOfRange, outOfRange);
}

void StampParserTest::refusesTimesOfDay_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "9", "930", "25:00", "09:60", "09:30:60", "09:3", "2460", "09:30:00.", "09-30"})
        QTest::newRow(text) << QByteArray(text);
}

void StampParserTest::refusesTimesOfDay()
{
    QFETCH(QByteArray, text);
    QVERIFY(!sources::parseTimeOfDay({text.constData(), size_t(text.size())}));
}

void StampParserTest::takesTheDateFromOutside()
{
    const sources::StampParser parser(DateForm::MillisecondsOfDay, core::SessionDate::fromCivil(2014, 5, 7));
    const auto stamp = parser.parse("43.821");
    QVERIFY(stamp.has_value());
    QCOMPARE(shown(*stamp), QStringLiteral("2014-05-07 00:00:00.043821"));
}

QTEST_GUILESS_MAIN(StampParserTest)
#include "tst_stampparser.moc"
