// SPDX-License-Identifier: GPL-3.0-or-later
#include <news/FeedDates.h>

#include <QTest>

using namespace tickmark;
using namespace Qt::StringLiterals;

//! An item of a feed stands at the time at which it was published, however the feed writes that.
class FeedDatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dates_data();
    void dates();
    void noDates_data();
    void noDates();
};

void FeedDatesTest::dates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const char *expected) {
        QTest::newRow(name) << text << QString::fromLatin1(expected);
    };
    row("RFC 2822", u"Mon, 27 Jan 2025 16:40:07 +0100"_s, "2025-01-27T15:40:07Z");
    row("RFC 822, GMT", u"Mon, 27 Jan 2025 16:40:07 GMT"_s, "2025-01-27T16:40:07Z");
    row("RFC 822, two digits of the year", u"27 Jan 25 16:40 EST"_s, "2025-01-27T21:40:00Z");
    row("RFC 822, of the last century", u"27 Jan 99 16:40 GMT"_s, "1999-01-27T16:40:00Z");
    row("year counted from 1900", u"27 Jan 125 16:40 GMT"_s, "2025-01-27T16:40:00Z");
    row("RFC 850", u"Monday, 27-Jan-25 16:40:07 GMT"_s, "2025-01-27T16:40:07Z");
    row("asctime", u"Mon Jan 27 16:40:07 2025"_s, "2025-01-27T16:40:07Z");
    row("asctime with a zone", u"Mon Jan 27 16:40:07 PST 2025"_s, "2025-01-28T00:40:07Z");
    row("comment behind the offset", u"Mon, 27 Jan 2025 16:40:07 +0100 (CET)"_s, "2025-01-27T15:40:07Z");
    row("offset behind the zone", u"27 Jan 2025 16:40 GMT+1"_s, "2025-01-27T15:40:00Z");
    row("unknown zone", u"27 Jan 2025 16:40 XYZT"_s, "2025-01-27T16:40:00Z");
    row("W3C", u"2025-01-27T16:40:07+01:00"_s, "2025-01-27T15:40:07Z");
    row("W3C with fractions", u"2025-01-27T16:40:07.25Z"_s, "2025-01-27T16:40:07.250Z");
    row("more digits than nanoseconds", u"2025-01-27T16:40:07.1234567891234Z"_s, "2025-01-27T16:40:07.123456789Z");
    row("W3C without seconds", u"2025-01-27T16:40Z"_s, "2025-01-27T16:40:00Z");
    row("W3C, hour alone", u"2025-01-27T16Z"_s, "2025-01-27T16:00:00Z");
    row("no zone", u"2025-01-27T16:40:07"_s, "2025-01-27T16:40:07Z");
    row("behind UTC", u"2025-01-27 16:40:07 -05:00"_s, "2025-01-27T21:40:07Z");
    row("day", u"2025-01-27"_s, "2025-01-27T00:00:00Z");
    row("month", u"2025-01"_s, "2025-01-01T00:00:00Z");
    row("year", u"2025"_s, "2025-01-01T00:00:00Z");
    row("day of the year", u"2025-027"_s, "2025-01-27T00:00:00Z");
    row("compact", u"20250127T164007Z"_s, "2025-01-27T16:40:07Z");
    row("fourteen digits", u"20250127164007"_s, "2025-01-27T16:40:07Z");
    row("slashes", u"2025/01/27 16:40:07 EST"_s, "2025-01-27T21:40:07Z");
    row("SQL Server", u"2025-01-27 16:40:07.0"_s, "2025-01-27T16:40:07Z");
    row("German", u"Montag, 27. Januar 2025, 16:40 Uhr"_s, "2025-01-27T16:40:00Z");
    row("German with a zone", u"am 27. März 2025 um 16:40 MEZ"_s, "2025-03-27T15:40:00Z");
    row("German in digits", u"05.02.2025 16:40"_s, "2025-02-05T16:40:00Z");
    row("American", u"Jan 27, 2025 4:40 PM"_s, "2025-01-27T16:40:00Z");
    row("American, after midnight", u"January 27, 2025 12:05 a.m. EST"_s, "2025-01-27T05:05:00Z");
    row("American in digits", u"02/05/2025 4:40 PM"_s, "2025-02-05T16:40:00Z");
    row("Korean", u"2025년 01월 27일  16:40:07"_s, "2025-01-27T16:40:07Z");
    row("Korean, afternoon", u"2025-01-27 오후 04:40:07"_s, "2025-01-27T16:40:07Z");
    row("Greek", u"Δευ, 27 Ιαν 2025 16:40:07 EST"_s, "2025-01-27T21:40:07Z");
    row("Hungarian", u"2025-július-13T9:15-05:00"_s, "2025-07-13T14:15:00Z");
    row("midnight at the day's end", u"2025-01-27T24:00:00Z"_s, "2025-01-28T00:00:00Z");
    row("leap second", u"2016-12-31T23:59:60Z"_s, "2017-01-01T00:00:00Z");
    row("in the future", u"2099-12-31T23:59:59Z"_s, "2099-12-31T23:59:59Z");
    row("blanks around", u"  Mon,  27 Jan 2025\n16:40:07 GMT "_s, "2025-01-27T16:40:07Z");
}

void FeedDatesTest::dates()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto time = news::parseFeedDate(text);
    QVERIFY(time.has_value());
    QCOMPARE(QString::fromStdString(core::isoTime(*time)), expected);
}

void FeedDatesTest::noDates_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("words") << u"yesterday"_s;
    QTest::newRow("day that is none") << u"Sat, 30 Feb 2025 10:00:00 GMT"_s;
    QTest::newRow("month that is none") << u"2025-13-01"_s;
    QTest::newRow("hour that is none") << u"2025-01-27T25:00:00Z"_s;
    QTest::newRow("minute that is none") << u"2025-01-27T10:61:00Z"_s;
    QTest::newRow("day of the year that is none") << u"2025-366"_s;
    QTest::newRow("beyond the nanoseconds") << u"9999-12-31T00:00:00Z"_s;
    QTest::newRow("before the nanoseconds") << u"0001-01-01T00:00:00Z"_s;
    QTest::newRow("a price") << u"118.42 dollars"_s;
    QTest::newRow("ten thousand digits") << QString(10'000, u'1');
    QTest::newRow("too many numbers") << u"1 2 3 4 5"_s;
    QTest::newRow("offset that is none") << u"2025-01-27T10:00:00+99:99"_s;
}

void FeedDatesTest::noDates()
{
    QFETCH(QString, text);
    QVERIFY(!news::parseFeedDate(text));
}

QTEST_APPLESS_MAIN(FeedDatesTest)
#include "tst_feeddates.moc"
