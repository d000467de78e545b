// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/Time.h>
#include <core/ZoneRules.h>

#include <QTest>
#include <QTimeZone>

using namespace tickmark::core;

namespace {

Time at(const char *iso)
{
    const auto time = parseIsoTime(iso);
    if (!time)
        qFatal("not a time: %s", iso);
    return *time;
}

QByteArray iso(Time time)
{
    return QByteArray::fromStdString(isoTime(time));
}

} // namespace

//! Times shifted by an hour, or by a zone, put news beside the wrong prices.
class TestTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsIsoTimes_data();
    void readsIsoTimes();
    void refusesOtherTimes_data();
    void refusesOtherTimes();
    void datesKnowTheirWeekday();
    void offsetsAgreeWithTheSystem_data();
    void offsetsAgreeWithTheSystem();
    void localTimesAtDaylightSaving();
    void unknownZoneIsAnError();
};

void TestTime::readsIsoTimes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("utc");
    QTest::newRow("UTC") << QByteArray("2025-01-27T16:40:00Z") << QByteArray("2025-01-27T16:40:00Z");
    QTest::newRow("offset") << QByteArray("2025-01-27T11:40:00-05:00") << QByteArray("2025-01-27T16:40:00Z");
    QTest::newRow("blank, short offset") << QByteArray("2025-01-27 17:40+01") << QByteArray("2025-01-27T16:40:00Z");
    QTest::newRow("compact offset") << QByteArray("2025-01-28T01:40:00+0900") << QByteArray("2025-01-27T16:40:00Z");
    QTest::newRow("milliseconds") << QByteArray("2013-01-01T22:00:00.295Z") << QByteArray("2013-01-01T22:00:00.295Z");
    QTest::newRow("nanoseconds") << QByteArray("2013-01-01T22:00:00.000000001Z")
                                 << QByteArray("2013-01-01T22:00:00.000000001Z");
    QTest::newRow("before the epoch") << QByteArray("1969-12-31T23:59:59.5Z") << QByteArray("1969-12-31T23:59:59.500Z");
    QTest::newRow("leap day") << QByteArray("2024-02-29T00:00:00Z") << QByteArray("2024-02-29T00:00:00Z");
}

void TestTime::readsIsoTimes()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, utc);
    const auto time = parseIsoTime(text.toStdString());
    QVERIFY(time.has_value());
    QCOMPARE(iso(*time), utc);
    QCOMPARE(iso(*parseIsoTime(isoTime(*time))), utc);
}

void TestTime::refusesOtherTimes_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"", "2025-01-27", "2025-01-27T", "2025-01-27T16:40:00", "2025-02-29T00:00:00Z", "2025-01-27T24:00:00Z",
          "2025-01-27T16:60:00Z", "2025-01-27T16:40:00.Z", "2025-01-27T16:40:00.0000000001Z", "2025-01-27T16:40:00Zx",
          "0000-01-01T00:00:00Z", "3000-01-01T00:00:00Z", "27.01.2025T16:40:00Z"})
        QTest::newRow(text) << QByteArray(text);
}

void TestTime::refusesOtherTimes()
{
    QFETCH(QByteArray, text);
    QVERIFY(!parseIsoTime(text.toStdString()));
}

void TestTime::datesKnowTheirWeekday()
{
    const auto monday = SessionDate::fromIso("2025-01-27");
    QVERIFY(monday.has_value());
    QCOMPARE(monday->weekday(), 1);
    QCOMPARE(monday->plusDays(-1).weekday(), 7);
    QCOMPARE(monday->plusDays(5).iso(), std::string("2025-02-01"));
    QCOMPARE(SessionDate::fromCivil(1969, 12, 31)->days(), -1);
    QVERIFY(!SessionDate::fromCivil(2025, 2, 29));
    QVERIFY(!SessionDate::fromIso("2025-1-27"));
    QCOMPARE(SessionDate::utcDateOf(Time{-1}).iso(), std::string("1969-12-31"));
}

void TestTime::offsetsAgreeWithTheSystem_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone :
         {"America/New_York", "Europe/Berlin", "Europe/Amsterdam", "Asia/Tokyo", "Asia/Hong_Kong", "UTC", "Etc/UTC"})
        QTest::newRow(zone) << QByteArray(zone);
}

void TestTime::offsetsAgreeWithTheSystem()
{
    QFETCH(QByteArray, zone);
    const auto rules = ZoneRules::load(zone);
    QVERIFY(rules.has_value());
    const QTimeZone system(zone);
    // Every seven hours and a bit over forty years: all sides of every change are met.
    for (qint64 seconds = 631'152'000; seconds < 1'893'456'000; seconds += 25'391) {
        const int expected = system.offsetFromUtc(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC));
        QCOMPARE(rules->offsetAt(Time{seconds * kNsPerSecond}), expected * kNsPerSecond);
    }
}

void TestTime::localTimesAtDaylightSaving()
{
    const auto berlin = ZoneRules::load("Europe/Berlin");
    const auto newYork = ZoneRules::load("America/New_York");
    QVERIFY(berlin && newYork);
    const auto local = [](const char *isoLocal) { return at(QByteArray(QByteArray(isoLocal) + "Z").constData()).ns; };
    // Berlin, 30 March 2025: 02:00 to 03:00 does not exist; what lies in it is the change itself.
    QCOMPARE(iso(berlin->fromLocalNs(local("2025-03-30T01:59:59"))), QByteArray("2025-03-30T00:59:59Z"));
    QCOMPARE(iso(berlin->fromLocalNs(local("2025-03-30T02:30:00"))), QByteArray("2025-03-30T01:00:00Z"));
    QCOMPARE(iso(berlin->fromLocalNs(local("2025-03-30T03:00:00"))), QByteArray("2025-03-30T01:00:00Z"));
    // Berlin, 26 October 2025: 02:00 to 03:00 comes twice; the earlier one is meant.
    QCOMPARE(iso(berlin->fromLocalNs(local("2025-10-26T02:30:00"))), QByteArray("2025-10-26T00:30:00Z"));
    QCOMPARE(iso(berlin->fromLocalNs(local("2025-10-26T03:00:00"))), QByteArray("2025-10-26T02:00:00Z"));
    // New York, 9 March and 2 November 2025.
    QCOMPARE(iso(newYork->fromLocalNs(local("2025-03-09T02:30:00"))), QByteArray("2025-03-09T07:00:00Z"));
    QCOMPARE(iso(newYork->fromLocalNs(local("2025-11-02T01:30:00"))), QByteArray("2025-11-02T05:30:00Z"));
    QCOMPARE(iso(newYork->fromLocalNs(local("2025-11-02T02:00:00"))), QByteArray("2025-11-02T07:00:00Z"));
    QCOMPARE(newYork->dateAt(at("2025-01-28T04:59:59Z")).iso(), std::string("2025-01-27"));
}

void TestTime::unknownZoneIsAnError()
{
    const auto rules = ZoneRules::load("Europe/Atlantis");
    QVERIFY(!rules);
    QCOMPARE(rules.error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestTime)
#include "tst_time.moc"
