// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/CalendarSet.h>
#include <core/TimeScale.h>

#include <QTest>

#include <algorithm>
#include <random>

using namespace tickmark::core;

namespace {

Time at(const char *iso)
{
    return *parseIsoTime(iso);
}

TimeRange range(const char *from, const char *to)
{
    return {at(from), at(to)};
}

} // namespace

//! A time axis that is not monotone, or moves by an hour twice a year, pins headlines to wrong prices.
class TestTimeScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsNightsWeekendsAndHolidays();
    void keepsSessionLengthOverDaylightSaving_data();
    void keepsSessionLengthOverDaylightSaving();
    void cutsLunch();
    void halfDaysAreShorter();
    void unionOfExchanges();
    void roundTheClockMarketsJoinOnlyAlone();
    void isTheSameWhateverIsInView();
    void roundTripOnRandomTimes_data();
    void roundTripOnRandomTimes();
    void degenerateScales();

private:
    TimeScale scaleOf(const QStringList &mics, TimeRange view) const
    {
        std::vector<CalendarPtr> calendars;
        for (const QString &mic : mics)
            calendars.push_back(*m_calendars.calendar(mic));
        return TimeScale::tradingTime(calendars, view);
    }

    CalendarSet m_calendars{QStringLiteral(":/calendars")};
};

void TestTimeScale::cutsNightsWeekendsAndHolidays()
{
    const TimeScale scale = scaleOf({QStringLiteral("XNYS")}, range("2025-01-13T00:00:00Z", "2025-02-07T00:00:00Z"));
    const qint64 fridayClose = scale.toAxis(at("2025-01-17T21:00:00Z"));
    // Friday's close, the weekend, Martin Luther King Day and Tuesday's opening are one place.
    for (const char *closed : {"2025-01-18T12:00:00Z", "2025-01-20T16:00:00Z", "2025-01-21T14:30:00Z"})
        QCOMPARE(scale.toAxis(at(closed)), fridayClose);
    QCOMPARE(scale.toTime(fridayClose), at("2025-01-21T14:30:00Z"));
    QCOMPARE(scale.toAxis(at("2025-01-21T14:30:01Z")) - fridayClose, kNsPerSecond);
    // The day of mourning costs no place either.
    QCOMPARE(scale.toAxis(at("2025-01-10T14:30:00Z")), scale.toAxis(at("2025-01-08T21:00:00Z")));
    QVERIFY(!scale.isOpen(at("2025-01-27T14:29:59.999999999Z")));
    QVERIFY(scale.isOpen(at("2025-01-27T14:30:00Z")));
    QVERIFY(!scale.isOpen(at("2025-01-27T21:00:00Z")));
}

void TestTimeScale::keepsSessionLengthOverDaylightSaving_data()
{
    QTest::addColumn<QString>("mic");
    QTest::addColumn<QByteArray>("fridayOpen");
    QTest::addColumn<QByteArray>("mondayOpen");
    QTest::addColumn<qint64>("length");
    const auto row = [](const char *name, const char *mic, const char *friday, const char *monday, qint64 length) {
        QTest::newRow(name) << QString::fromLatin1(mic) << QByteArray(friday) << QByteArray(monday) << length;
    };
    const qint64 newYork = 6 * kNsPerHour + 30 * kNsPerMinute;
    const qint64 xetra = 8 * kNsPerHour + 30 * kNsPerMinute;
    row("New York, spring", "XNYS", "2025-03-07T14:30:00Z", "2025-03-10T13:30:00Z", newYork);
    row("New York, autumn", "XNYS", "2025-10-31T13:30:00Z", "2025-11-03T14:30:00Z", newYork);
    row("Berlin, spring", "XETR", "2025-03-28T08:00:00Z", "2025-03-31T07:00:00Z", xetra);
    row("Berlin, autumn", "XETR", "2025-10-24T07:00:00Z", "2025-10-27T08:00:00Z", xetra);
    row("currencies, spring", "FX", "2025-03-06T22:00:00Z", "2025-03-09T21:00:00Z", 24 * kNsPerHour);
}

void TestTimeScale::keepsSessionLengthOverDaylightSaving()
{
    QFETCH(QString, mic);
    QFETCH(QByteArray, fridayOpen);
    QFETCH(QByteArray, mondayOpen);
    QFETCH(qint64, length);
    const Time friday = at(fridayOpen.constData());
    const Time monday = at(mondayOpen.constData());
    const TimeScale scale = scaleOf({mic}, {friday, monday});
    QCOMPARE(scale.toAxis(monday) - scale.toAxis(friday), length);
    QCOMPARE(scale.toTime(scale.toAxis(monday)), monday);
    QCOMPARE(scale.toTime(scale.toAxis(friday) + length - 1).ns, friday.ns + length - 1);
}

void TestTimeScale::cutsLunch()
{
    const TimeScale scale = scaleOf({QStringLiteral("XTKS")}, range("2025-01-27T00:00:00Z", "2025-01-28T00:00:00Z"));
    const qint64 noon = scale.toAxis(at("2025-01-27T02:30:00Z"));
    QCOMPARE(scale.toAxis(at("2025-01-27T03:00:00Z")), noon);
    QCOMPARE(scale.toAxis(at("2025-01-27T03:30:00Z")), noon);
    QCOMPARE(scale.toTime(noon), at("2025-01-27T03:30:00Z"));
    QCOMPARE(scale.toAxis(at("2025-01-27T06:30:00Z")) - scale.toAxis(at("2025-01-27T00:00:00Z")),
             5 * kNsPerHour + 30 * kNsPerMinute);
}

void TestTimeScale::halfDaysAreShorter()
{
    const TimeScale scale = scaleOf({QStringLiteral("XNYS")}, range("2024-11-25T00:00:00Z", "2024-12-05T00:00:00Z"));
    QCOMPARE(scale.toAxis(at("2024-12-02T14:30:00Z")) - scale.toAxis(at("2024-11-29T14:30:00Z")),
             3 * kNsPerHour + 30 * kNsPerMinute);
}

void TestTimeScale::unionOfExchanges()
{
    const TimeScale scale = scaleOf({QStringLiteral("XNYS"), QStringLiteral("XETR"), QStringLiteral("XNAS")},
                                    range("2025-01-27T00:00:00Z", "2025-01-28T00:00:00Z"));
    // 08:00 Xetra opens, 14:30 New York, 16:30 Xetra closes, 21:00 New York: one stretch of 13 hours.
    QCOMPARE(scale.toAxis(at("2025-01-27T21:00:00Z")) - scale.toAxis(at("2025-01-27T08:00:00Z")), 13 * kNsPerHour);
    QCOMPARE(scale.toAxis(at("2025-01-28T03:00:00Z")), scale.toAxis(at("2025-01-27T21:00:00Z")));
}

void TestTimeScale::roundTheClockMarketsJoinOnlyAlone()
{
    const TimeRange view = range("2025-01-24T00:00:00Z", "2025-01-28T00:00:00Z");
    const TimeScale together = scaleOf({QStringLiteral("24/7"), QStringLiteral("FX"), QStringLiteral("XNYS")}, view);
    QVERIFY(!together.isOpen(at("2025-01-25T12:00:00Z")));
    const TimeScale alone = scaleOf({QStringLiteral("24/7")}, view);
    QVERIFY(alone.isOpen(at("2025-01-25T12:00:00Z")));
    QCOMPARE(alone.openRanges().size(), std::size_t(1));
}

void TestTimeScale::isTheSameWhateverIsInView()
{
    const QStringList mics{QStringLiteral("XNYS")};
    const TimeScale recent = scaleOf(mics, range("2025-01-13T00:00:00Z", "2025-02-07T00:00:00Z"));
    const TimeScale wide = scaleOf(mics, range("1995-01-13T00:00:00Z", "2029-02-07T00:00:00Z"));
    for (const char *iso : {"2000-01-03T15:00:00Z", "2012-10-31T15:00:00Z", "2025-01-27T16:40:00Z"})
        QCOMPARE(recent.toAxis(at(iso)), wide.toAxis(at(iso)));
    QVERIFY(wide.toAxis(at("1999-06-01T15:00:00Z")) < 0);
}

void TestTimeScale::roundTripOnRandomTimes_data()
{
    QTest::addColumn<QStringList>("mics");
    QTest::newRow("New York") << QStringList{QStringLiteral("XNYS")};
    QTest::newRow("Tokyo with lunch") << QStringList{QStringLiteral("XTKS")};
    QTest::newRow("Hong Kong with half days") << QStringList{QStringLiteral("XHKG")};
    QTest::newRow("all together") << QStringList{QStringLiteral("XNYS"), QStringLiteral("XETR"), QStringLiteral("XAMS"),
                                                 QStringLiteral("XTKS"), QStringLiteral("XHKG")};
    QTest::newRow("currencies") << QStringList{QStringLiteral("FX")};
}

void TestTimeScale::roundTripOnRandomTimes()
{
    QFETCH(QStringList, mics);
    const TimeRange view = range("2004-01-01T00:00:00Z", "2029-01-01T00:00:00Z");
    const TimeScale scale = scaleOf(mics, view);
    const auto open = scale.openRanges();
    std::mt19937_64 random(20250127);
    std::uniform_int_distribution<qint64> anyTime(view.begin.ns, view.end.ns);
    Time earlier = view.begin;
    for (int i = 0; i < 20'000; ++i) {
        const Time time{anyTime(random)};
        const qint64 x = scale.toAxis(time);
        // The naive reading of the contract: the time itself when open, else the next opening.
        const auto next = std::lower_bound(open.begin(), open.end(), time,
                                           [](const TimeRange &r, Time t) { return r.end <= t; });
        QVERIFY(next != open.end());
        const Time expected = next->contains(time) ? time : next->begin;
        QCOMPARE(scale.toTime(x), expected);
        QCOMPARE(scale.toAxis(scale.toTime(x)), x);
        QVERIFY((time < earlier) ? x <= scale.toAxis(earlier) : x >= scale.toAxis(earlier));
        earlier = time;
    }
}

void TestTimeScale::degenerateScales()
{
    const TimeScale calendarTime = TimeScale::calendarTime();
    QCOMPARE(calendarTime.toAxis(at("2025-01-25T12:00:00Z")), at("2025-01-25T12:00:00Z").ns);
    QCOMPARE(calendarTime.toTime(5).ns, qint64(5));
    const TimeScale nothing = TimeScale::tradingTime({});
    QCOMPARE(nothing.toAxis(at("2025-01-25T12:00:00Z")), qint64(0));
    QCOMPARE(nothing.toTime(77), TimeScale::kOrigin);
    const TimeScale one = TimeScale::tradingTime({range("2025-01-27T14:30:00Z", "2025-01-27T21:00:00Z"),
                                                  {at("2025-01-28T00:00:00Z"), at("2025-01-28T00:00:00Z")}});
    QCOMPARE(one.openRanges().size(), std::size_t(1));
    QCOMPARE(one.toTime(one.toAxis(at("2026-01-01T00:00:00Z"))), at("2025-01-27T21:00:00Z"));
    QCOMPARE(one.toTime(-kNsPerDay), at("2025-01-27T14:30:00Z"));
}

QTEST_GUILESS_MAIN(TestTimeScale)
#include "tst_timescale.moc"
