// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/CalendarSet.h>

#include <QTest>

using namespace tickmark::core;

namespace {

SessionDate day(const QByteArray &iso)
{
    return *SessionDate::fromIso(iso.toStdString());
}

} // namespace

//! The shipped calendars against days that everybody can look up.
class TestCalendarData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coversThirtyYears_data();
    void coversThirtyYears();
    void knownDays_data();
    void knownDays();

private:
    CalendarSet m_calendars{QStringLiteral(":/calendars")};
};

void TestCalendarData::coversThirtyYears_data()
{
    QTest::addColumn<QString>("mic");
    QTest::addColumn<int>("fewest");
    QTest::addColumn<int>("most");
    QTest::newRow("New York") << QStringLiteral("XNYS") << 248 << 253;
    QTest::newRow("Nasdaq") << QStringLiteral("XNAS") << 248 << 253;
    QTest::newRow("Xetra") << QStringLiteral("XETR") << 250 << 257;
    QTest::newRow("Amsterdam") << QStringLiteral("XAMS") << 250 << 259;
    QTest::newRow("Tokyo") << QStringLiteral("XTKS") << 240 << 249;
    QTest::newRow("Hong Kong") << QStringLiteral("XHKG") << 240 << 252;
    QTest::newRow("currencies") << QStringLiteral("FX") << 255 << 262;
    QTest::newRow("round the clock") << QStringLiteral("24/7") << 365 << 366;
}

void TestCalendarData::coversThirtyYears()
{
    QFETCH(QString, mic);
    QFETCH(int, fewest);
    QFETCH(int, most);
    const auto calendar = m_calendars.calendar(mic);
    QVERIFY2(calendar.has_value(), calendar ? "" : qPrintable(calendar.error().message + calendar.error().detail));
    QVERIFY((*calendar)->coverageFrom() <= day("2000-01-01"));
    QVERIFY((*calendar)->coverageTo() >= day("2030-12-31"));
    for (int year = 2000; year <= 2030; ++year) {
        const auto sessions = (*calendar)->sessions(*SessionDate::fromCivil(year, 1, 1),
                                                    *SessionDate::fromCivil(year, 12, 31));
        QVERIFY2(int(sessions.size()) >= fewest && int(sessions.size()) <= most,
                 qPrintable(QStringLiteral("%1: %2 sessions").arg(year).arg(sessions.size())));
        Time previousEnd{std::numeric_limits<qint64>::min()};
        for (const Session &session : sessions) {
            QVERIFY(previousEnd <= session.hours.begin);
            QVERIFY(session.hours.begin < session.hours.end);
            previousEnd = session.hours.end;
        }
    }
}

void TestCalendarData::knownDays_data()
{
    QTest::addColumn<QString>("mic");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<QByteArray>("utcHours");
    const auto row = [](const char *name, const char *mic, const char *date, const char *utc) {
        QTest::newRow(name) << QString::fromLatin1(mic) << QByteArray(date) << QByteArray(utc);
    };
    row("New York, winter", "XNYS", "2025-01-27", "14:30-21:00");
    row("New York, summer", "XNYS", "2025-07-01", "13:30-20:00");
    row("New York, only Berlin not yet on summer time", "XNYS", "2025-03-10", "13:30-20:00");
    row("New York mourns Carter", "XNYS", "2025-01-09", "closed");
    row("Nasdaq mourns Carter", "XNAS", "2025-01-09", "closed");
    row("New York, September 2001", "XNYS", "2001-09-12", "closed");
    row("New York, storm Sandy", "XNYS", "2012-10-30", "closed");
    row("New York, Juneteenth before it was one", "XNYS", "2021-06-18", "13:30-20:00");
    row("New York, Juneteenth", "XNYS", "2023-06-19", "closed");
    row("New York, day after Thanksgiving", "XNYS", "2024-11-29", "14:30-18:00");
    row("Nasdaq, Christmas Eve", "XNAS", "2024-12-24", "14:30-18:00");
    row("New York, Good Friday", "XNYS", "2025-04-18", "closed");
    row("New York, Martin Luther King Day", "XNYS", "2025-01-20", "closed");
    row("Xetra, winter", "XETR", "2025-01-27", "08:00-16:30");
    row("Xetra, until eight in the evening", "XETR", "2002-01-28", "08:00-19:00");
    row("Xetra, half day at the year's end", "XETR", "2024-12-30", "08:00-13:00");
    row("Xetra, New Year's Eve", "XETR", "2024-12-31", "closed");
    row("Xetra, Labour Day", "XETR", "2025-05-01", "closed");
    row("Xetra, Whit Monday is traded now", "XETR", "2025-06-09", "07:00-15:30");
    row("Amsterdam, winter", "XAMS", "2025-01-27", "08:00-16:30");
    row("Amsterdam, Christmas Eve", "XAMS", "2024-12-24", "08:00-13:05");
    row("Tokyo, close at half past three", "XTKS", "2025-01-27", "00:00-06:30");
    row("Tokyo, close at three", "XTKS", "2024-11-01", "00:00-06:00");
    row("Tokyo, outage", "XTKS", "2020-10-01", "closed");
    row("Tokyo, enthronement", "XTKS", "2019-05-01", "closed");
    row("Hong Kong, usual day", "XHKG", "2025-01-27", "01:30-08:00");
    row("Hong Kong, Lunar New Year's Eve", "XHKG", "2025-01-28", "01:30-04:00");
    row("Hong Kong, Lunar New Year", "XHKG", "2025-01-29", "closed");
    row("Hong Kong, third day", "XHKG", "2025-01-31", "closed");
    row("currencies, Monday starts on Sunday", "FX", "2025-01-27", "22:00-22:00");
    row("currencies, Saturday", "FX", "2025-01-25", "closed");
    row("currencies, New Year", "FX", "2025-01-01", "closed");
    row("round the clock, Sunday", "24/7", "2025-01-26", "00:00-00:00");
}

void TestCalendarData::knownDays()
{
    QFETCH(QString, mic);
    QFETCH(QByteArray, date);
    QFETCH(QByteArray, utcHours);
    const auto calendar = m_calendars.calendar(mic);
    QVERIFY(calendar.has_value());
    const auto session = (*calendar)->session(day(date));
    QByteArray hours = "closed";
    if (session) {
        hours = QByteArray::fromStdString(isoTime(session->hours.begin)).mid(11, 5) + '-'
                + QByteArray::fromStdString(isoTime(session->hours.end)).mid(11, 5);
    }
    QCOMPARE(hours, utcHours);
}

QTEST_GUILESS_MAIN(TestCalendarData)
#include "tst_calendardata.moc"
