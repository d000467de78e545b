// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/CalendarSet.h>
#include <core/SessionCalendar.h>

#include <QTest>

using namespace tickmark::core;

namespace {

const QByteArray kValid = R"({"schema":1,"mic":"XTST","name":{"de":"Probe","en":"Trial"},"zone":"Europe/Berlin",
"version":3,"coverage":{"from":"2020-01-01","to":"2020-12-31"},"weekdays":[1,2,3,4,5],
"hours":[{"from":"2020-01-01","open":"09:00","close":"17:30","lunch":["12:00","13:00"]},
{"from":"2020-07-01","open":"08:00","close":"20:00"}],
"holidays":[{"date":"2020-01-01","name":"New Year"},{"date":"2020-04-10","name":"Good Friday"}],
"early_closes":[{"date":"2020-03-02","close":"12:00","name":"Half day"}],
"late_opens":[{"date":"2020-03-03","open":"13:00","name":"Storm"}]})";

SessionDate day(const char *iso)
{
    return *SessionDate::fromIso(iso);
}

QByteArray hours(const std::optional<Session> &session)
{
    if (!session)
        return "closed";
    QByteArray text = QByteArray::fromStdString(isoTime(session->hours.begin)).mid(11, 5);
    if (session->lunch) {
        text += '-' + QByteArray::fromStdString(isoTime(session->lunch->begin)).mid(11, 5) + ' '
                + QByteArray::fromStdString(isoTime(session->lunch->end)).mid(11, 5);
    }
    return text + '-' + QByteArray::fromStdString(isoTime(session->hours.end)).mid(11, 5);
}

} // namespace

class TestSessionCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsHours_data();
    void readsHours();
    void flagsWhatItDoesNotCover();
    void quotesOverrideAHoliday();
    void findsNeighbours();
    void refusesMalformedFiles_data();
    void refusesMalformedFiles();
    void shippedSetNamesWhatItHas();
};

void TestSessionCalendar::readsHours_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<QByteArray>("utcHours");
    const auto row = [](const char *name, const char *date, const char *utc) {
        QTest::newRow(name) << QByteArray(date) << QByteArray(utc);
    };
    row("winter day with lunch", "2020-01-02", "08:00-11:00 12:00-16:30");
    row("summer time", "2020-06-30", "07:00-10:00 11:00-15:30");
    row("hours changed over the years", "2020-07-01", "06:00-18:00");
    row("holiday", "2020-04-10", "closed");
    row("Saturday", "2020-01-04", "closed");
    row("half day ends with the morning", "2020-03-02", "08:00-11:00");
    row("late open has no lunch left", "2020-03-03", "12:00-16:30");
}

void TestSessionCalendar::readsHours()
{
    QFETCH(QByteArray, date);
    QFETCH(QByteArray, utcHours);
    const auto calendar = SessionCalendar::parse(kValid, QStringLiteral("valid"));
    QVERIFY(calendar.has_value());
    QCOMPARE(hours(calendar->session(day(date.constData()))), utcHours);
}

void TestSessionCalendar::flagsWhatItDoesNotCover()
{
    const auto calendar = SessionCalendar::parse(kValid, QStringLiteral("valid"));
    QVERIFY(calendar->session(day("2020-05-04"))->verified);
    QVERIFY(!calendar->session(day("2021-01-01"))->verified);
    QVERIFY(!calendar->session(day("1995-06-01"))->verified);
    QVERIFY(!calendar->isSession(day("2021-01-02")));
}

void TestSessionCalendar::quotesOverrideAHoliday()
{
    const auto calendar = SessionCalendar::parse(kValid, QStringLiteral("valid"));
    const std::vector<SessionDate> traded{day("2020-04-10"), day("2020-04-11"), day("2020-04-14")};
    const SessionCalendar with = calendar->withTradedDays(traded);
    QVERIFY(with.session(day("2020-04-10"))->tradedHoliday);
    QVERIFY(with.session(day("2020-04-11"))->tradedHoliday);
    QVERIFY(!with.session(day("2020-04-14"))->tradedHoliday);
    QVERIFY(!calendar->isSession(day("2020-04-10")));
    QCOMPARE(with.holidayName(day("2020-04-10")), QStringLiteral("Good Friday"));
}

void TestSessionCalendar::findsNeighbours()
{
    const auto calendar = SessionCalendar::parse(kValid, QStringLiteral("valid"));
    QCOMPARE(calendar->sessionBefore(day("2020-04-13"))->date, day("2020-04-09"));
    QCOMPARE(calendar->sessionAfter(day("2020-04-09"))->date, day("2020-04-13"));
    // Before the opening, the session of the day before is the latest one that had opened.
    QCOMPARE(calendar->latestOpenedBy(*parseIsoTime("2020-01-03T07:59:59Z"))->date, day("2020-01-02"));
    QCOMPARE(calendar->latestOpenedBy(*parseIsoTime("2020-01-03T08:00:00Z"))->date, day("2020-01-03"));
    QCOMPARE(calendar->latestOpenedBy(*parseIsoTime("2020-01-05T23:00:00Z"))->date, day("2020-01-03"));
    QCOMPARE(calendar->sessions(day("2020-04-06"), day("2020-04-13")).size(), std::size_t(5));
}

void TestSessionCalendar::refusesMalformedFiles_data()
{
    QTest::addColumn<QByteArray>("data");
    const auto changed = [](const char *before, const char *after) {
        QByteArray data = kValid;
        if (!data.contains(before))
            qFatal("the row changes nothing");
        return data.replace(before, after);
    };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut short") << kValid.left(kValid.size() / 2);
    QTest::newRow("other schema") << changed("\"schema\":1", "\"schema\":2");
    QTest::newRow("no market") << changed("XTST", "");
    QTest::newRow("unknown zone") << changed("Europe/Berlin", "Europe/Atlantis");
    QTest::newRow("weekday eight") << changed("[1,2,3,4,5]", "[1,2,8]");
    QTest::newRow("coverage reversed") << changed("\"to\":\"2020-12-31\"", "\"to\":\"2019-12-31\"");
    QTest::newRow("no such date") << changed("2020-04-10", "2020-04-31");
    QTest::newRow("holidays unsorted") << changed("2020-04-10", "2019-12-31");
    QTest::newRow("holiday twice") << changed("2020-04-10", "2020-01-01");
    QTest::newRow("holiday outside the coverage") << changed("2020-04-10", "2021-04-02");
    QTest::newRow("closes before it opens") << changed("\"close\":\"20:00\"", "\"close\":\"07:00\"");
    QTest::newRow("lunch outside the hours") << changed("\"13:00\"]", "\"18:00\"]");
    QTest::newRow("half past 25") << changed("\"close\":\"12:00\"", "\"close\":\"25:30\"");
    QTest::newRow("hours start after the coverage")
        << changed("{\"from\":\"2020-01-01\",\"open\"", "{\"from\":\"2020-02-01\",\"open\"");
}

void TestSessionCalendar::refusesMalformedFiles()
{
    QFETCH(QByteArray, data);
    const auto calendar = SessionCalendar::parse(data, QStringLiteral("broken.json"));
    QVERIFY(!calendar);
    QVERIFY(!calendar.error().message.isEmpty());
}

void TestSessionCalendar::shippedSetNamesWhatItHas()
{
    const CalendarSet calendars(QStringLiteral(":/calendars"));
    QVERIFY(calendars.mics().contains(QStringLiteral("XNYS")));
    QVERIFY(calendars.mics().contains(QStringLiteral("24/7")));
    QCOMPARE((*calendars.calendar(QString()))->mic(), QStringLiteral("24/7"));
    const auto unknown = calendars.calendar(QStringLiteral("../XNYS"));
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestSessionCalendar)
#include "tst_sessioncalendar.moc"
