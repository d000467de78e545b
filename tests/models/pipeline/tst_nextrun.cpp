// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/CalendarSet.h>
#include <pipeline/NextRun.h>

#include <QTest>

#include <set>

using namespace tickmark;
using core::Time;
using pipeline::nextRun;
using store::FetchSchedule;
using When = store::FetchSchedule::When;

namespace {

std::optional<Time> time(const char *iso)
{
    return core::parseIsoTime(iso);
}

//! "never" for nothing.
QByteArray written(const std::optional<Time> &time)
{
    return time ? QByteArray::fromStdString(core::isoTime(*time)) : QByteArrayLiteral("never");
}

std::vector<core::CalendarPtr> calendarsOf(const QByteArray &mics)
{
    static const core::CalendarSet calendars(QStringLiteral(":/calendars"));
    std::vector<core::CalendarPtr> found;
    for (const QByteArray &mic : mics.isEmpty() ? QList<QByteArray>() : mics.split(','))
        found.push_back(calendars.calendar(QString::fromLatin1(mic)).value());
    return found;
}

store::SourceSetup scheduled(When when, int everyMinutes = 60)
{
    store::SourceSetup setup;
    setup.schedule = {when, everyMinutes};
    return setup;
}

store::FetchState stateOf(const std::optional<Time> &lastRun, int failures = 0)
{
    store::FetchState state;
    state.lastRun = lastRun;
    if (failures == 0)
        state.lastSuccess = lastRun;
    state.failures = failures;
    return state;
}

//! An exchange that is closed all of 2025 and, with `forGood`, all of 2026 too.
core::CalendarPtr closedExchange(bool forGood)
{
    QByteArray holidays;
    const auto end = *core::SessionDate::fromIso(forGood ? "2026-12-31" : "2025-12-31");
    for (auto date = *core::SessionDate::fromIso("2025-01-01"); date <= end; date = date.plusDays(1))
        holidays += R"({"date":")" + QByteArray::fromStdString(date.iso()) + R"(","name":"War"},)";
    holidays.chop(1);
    const auto calendar = core::SessionCalendar::parse(
        R"({"schema":1,"mic":"XTST","name":{"de":"Probe","en":"Trial"},"zone":"UTC","version":1,
"coverage":{"from":"2020-01-01","to":"2027-12-31"},"weekdays":[1,2,3,4,5,6,7],
"hours":[{"from":"2020-01-01","open":"09:00","close":"17:00"}],"holidays":[)"
            + holidays + R"(],"early_closes":[],"late_opens":[]})",
        QStringLiteral("test"));
    return std::make_shared<const core::SessionCalendar>(calendar.value());
}

} // namespace

//! When a user's sources are asked by themselves.
class NextRunTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheSchedule_data();
    void followsTheSchedule();
    void waitsLongerAfterEachFailure_data();
    void waitsLongerAfterEachFailure();
    void looksAgainAfterACloseThatFailed_data();
    void looksAgainAfterACloseThatFailed();
    void whatWasCutComesAtOnce_data();
    void whatWasCutComesAtOnce();
    void oneDeadSymbolDoesNotSlowTheOthers();
    void serversThatWantAPauseGetIt_data();
    void serversThatWantAPauseGetIt();
    void aClockThatRanAheadStopsNothing_data();
    void aClockThatRanAheadStopsNothing();
    void closedExchanges();
    void everyMomentOfAYearHasANext_data();
    void everyMomentOfAYearHasANext();
};

void NextRunTest::followsTheSchedule_data()
{
    QTest::addColumn<When>("when");
    QTest::addColumn<int>("everyMinutes");
    QTest::addColumn<QByteArray>("calendars");
    QTest::addColumn<QByteArray>("lastRun");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QByteArray>("next");
    const auto row = [](const char *name, When when, int every, const char *calendars, const char *lastRun,
                        const char *now, const char *next) {
        QTest::newRow(name) << when << every << QByteArray(calendars) << QByteArray(lastRun) << QByteArray(now)
                            << QByteArray(next);
    };
    using enum FetchSchedule::When;
    row("manually, never run", Manually, 60, "XNYS", "", "2025-01-27T15:00:00Z", "never");
    row("manually, run", Manually, 60, "XNYS", "2025-01-27T15:00:00Z", "2025-01-28T15:00:00Z", "never");

    row("always, never run: now", Always, 60, "XNYS", "", "2025-01-25T03:00:00Z", "2025-01-25T03:00:00Z");
    row("always, in the night of a Sunday", Always, 60, "XNYS", "2025-01-26T02:30:00Z", "2025-01-26T03:00:00Z",
        "2025-01-26T03:30:00Z");
    row("always, overdue: now", Always, 60, "", "2025-01-20T02:30:00Z", "2025-01-26T03:00:00Z", "2025-01-26T03:00:00Z");
    row("always, an interval of none is a minute", Always, 0, "", "2025-01-26T03:00:00Z", "2025-01-26T03:00:00Z",
        "2025-01-26T03:01:00Z");
    row("always, an interval beyond all time is a year", Always, 2'000'000'000, "", "2025-01-26T03:00:00Z",
        "2025-01-26T03:00:00Z", "2026-01-27T03:00:00Z");

    row("hours, open, never run: now", SessionHours, 30, "XNYS", "", "2025-01-27T15:00:00Z", "2025-01-27T15:00:00Z");
    row("hours, before the opening", SessionHours, 30, "XNYS", "", "2025-01-27T12:00:00Z", "2025-01-27T14:30:00Z");
    row("hours, at the opening", SessionHours, 30, "XNYS", "", "2025-01-27T14:30:00Z", "2025-01-27T14:30:00Z");
    row("hours, between two runs", SessionHours, 30, "XNYS", "2025-01-27T14:50:00Z", "2025-01-27T15:00:00Z",
        "2025-01-27T15:20:00Z");
    row("hours, the next would be after the close", SessionHours, 30, "XNYS", "2025-01-27T20:45:00Z",
        "2025-01-27T20:50:00Z", "2025-01-28T14:30:00Z");
    row("hours, the close itself is closed", SessionHours, 30, "XNYS", "2025-01-27T20:30:00Z", "2025-01-27T20:50:00Z",
        "2025-01-28T14:30:00Z");
    row("hours, over the weekend", SessionHours, 30, "XNYS", "2025-01-24T20:50:00Z", "2025-01-25T12:00:00Z",
        "2025-01-27T14:30:00Z");
    row("hours, day of mourning 2025-01-09", SessionHours, 30, "XNYS", "2025-01-08T20:50:00Z", "2025-01-09T15:00:00Z",
        "2025-01-10T14:30:00Z");
    row("hours, half day after Thanksgiving", SessionHours, 30, "XNYS", "2025-11-28T17:40:00Z", "2025-11-28T17:50:00Z",
        "2025-12-01T14:30:00Z");
    row("hours, New York springs forward", SessionHours, 30, "XNYS", "2025-03-07T20:50:00Z", "2025-03-08T12:00:00Z",
        "2025-03-10T13:30:00Z");
    row("hours, New York falls back", SessionHours, 30, "XNYS", "2025-10-31T19:50:00Z", "2025-11-01T12:00:00Z",
        "2025-11-03T14:30:00Z");
    row("hours, Berlin springs forward", SessionHours, 30, "XETR", "2025-03-28T16:20:00Z", "2025-03-29T12:00:00Z",
        "2025-03-31T07:00:00Z");
    row("hours, Berlin falls back", SessionHours, 30, "XETR", "2025-10-24T15:20:00Z", "2025-10-25T12:00:00Z",
        "2025-10-27T08:00:00Z");
    row("hours, Hong Kong before lunch", SessionHours, 10, "XHKG", "2025-01-27T03:45:00Z", "2025-01-27T03:50:00Z",
        "2025-01-27T03:55:00Z");
    row("hours, Hong Kong at lunch", SessionHours, 10, "XHKG", "2025-01-27T03:55:00Z", "2025-01-27T04:10:00Z",
        "2025-01-27T05:00:00Z");
    row("hours, Hong Kong on a day without a second half", SessionHours, 10, "XHKG", "2025-01-28T03:55:00Z",
        "2025-01-28T04:10:00Z", "2025-02-03T01:30:00Z");
    row("hours, two exchanges: the one that is open", SessionHours, 30, "XNYS,XHKG", "2025-01-27T01:40:00Z",
        "2025-01-27T02:00:00Z", "2025-01-27T02:10:00Z");
    row("hours, two exchanges: New York while Hong Kong sleeps", SessionHours, 30, "XHKG,XNYS", "2025-01-27T07:50:00Z",
        "2025-01-27T09:00:00Z", "2025-01-27T14:30:00Z");
    row("hours, around the clock", SessionHours, 30, "24/7", "2025-01-25T23:50:00Z", "2025-01-25T23:55:00Z",
        "2025-01-26T00:20:00Z");
    row("hours, without a calendar: around the clock", SessionHours, 30, "", "2025-01-25T23:50:00Z",
        "2025-01-25T23:55:00Z", "2025-01-26T00:20:00Z");
    row("hours, FX on a Sunday evening in New York", SessionHours, 30, "FX", "2025-01-24T21:50:00Z",
        "2025-01-26T12:00:00Z", "2025-01-26T22:00:00Z");
    row("hours, after the calendar's years: weekdays", SessionHours, 30, "XNYS", "2035-03-09T20:50:00Z",
        "2035-03-10T12:00:00Z", "2035-03-12T13:30:00Z");

    row("close, never run: now", AfterClose, 60, "XNYS", "", "2025-01-25T03:00:00Z", "2025-01-25T03:00:00Z");
    row("close, run in the morning", AfterClose, 60, "XNYS", "2025-01-27T15:00:00Z", "2025-01-27T16:00:00Z",
        "2025-01-27T21:16:00Z");
    row("close, run when bars were not final", AfterClose, 60, "XNYS", "2025-01-27T21:14:59Z", "2025-01-27T21:15:00Z",
        "2025-01-27T21:16:00Z");
    row("close, run when they were", AfterClose, 60, "XNYS", "2025-01-27T21:15:00Z", "2025-01-27T21:16:30Z",
        "2025-01-28T21:16:00Z");
    row("close, done: tomorrow", AfterClose, 60, "XNYS", "2025-01-27T21:16:00Z", "2025-01-27T23:00:00Z",
        "2025-01-28T21:16:00Z");
    row("close, missed in the night: now", AfterClose, 60, "XNYS", "2025-01-24T21:16:00Z", "2025-01-28T07:00:00Z",
        "2025-01-28T07:00:00Z");
    row("close, Friday to Monday", AfterClose, 60, "XNYS", "2025-01-24T21:16:00Z", "2025-01-25T12:00:00Z",
        "2025-01-27T21:16:00Z");
    row("close, day of mourning 2025-01-09", AfterClose, 60, "XNYS", "2025-01-08T21:16:00Z", "2025-01-09T22:00:00Z",
        "2025-01-10T21:16:00Z");
    row("close, half day after Thanksgiving", AfterClose, 60, "XNYS", "2025-11-26T21:16:00Z", "2025-11-28T12:00:00Z",
        "2025-11-28T18:16:00Z");
    row("close, New York springs forward", AfterClose, 60, "XNYS", "2025-03-07T21:16:00Z", "2025-03-09T12:00:00Z",
        "2025-03-10T20:16:00Z");
    row("close, New York falls back", AfterClose, 60, "XNYS", "2025-10-31T20:16:00Z", "2025-11-02T12:00:00Z",
        "2025-11-03T21:16:00Z");
    row("close, Berlin springs forward", AfterClose, 60, "XETR", "2025-03-28T16:46:00Z", "2025-03-30T12:00:00Z",
        "2025-03-31T15:46:00Z");
    row("close, Berlin falls back", AfterClose, 60, "XETR", "2025-10-24T15:46:00Z", "2025-10-26T12:00:00Z",
        "2025-10-27T16:46:00Z");
    row("close, Berlin before New York", AfterClose, 60, "XNYS,XETR", "2025-01-24T21:16:00Z", "2025-01-27T12:00:00Z",
        "2025-01-27T16:46:00Z");
    row("close, New York after Berlin", AfterClose, 60, "XNYS,XETR", "2025-01-27T16:46:00Z", "2025-01-27T17:00:00Z",
        "2025-01-27T21:16:00Z");
    row("close, Hong Kong's lunch is none", AfterClose, 60, "XHKG", "2025-01-27T02:00:00Z", "2025-01-27T04:30:00Z",
        "2025-01-27T08:16:00Z");
    row("close, crypto: after midnight UTC", AfterClose, 60, "24/7", "2025-01-25T12:00:00Z", "2025-01-25T13:00:00Z",
        "2025-01-26T00:16:00Z");
    row("close, without a calendar: after midnight UTC", AfterClose, 60, "", "2025-01-25T12:00:00Z",
        "2025-01-25T13:00:00Z", "2025-01-26T00:16:00Z");
    row("close, without a calendar, shortly after midnight", AfterClose, 60, "", "2025-01-25T00:10:00Z",
        "2025-01-25T00:11:00Z", "2025-01-25T00:16:00Z");
    row("close, after the calendar's years: weekdays", AfterClose, 60, "XNYS", "2035-03-09T21:16:00Z",
        "2035-03-10T12:00:00Z", "2035-03-12T20:16:00Z");
}

void NextRunTest::followsTheSchedule()
{
    QFETCH(const When, when);
    QFETCH(const int, everyMinutes);
    QFETCH(const QByteArray, calendars);
    QFETCH(const QByteArray, lastRun);
    QFETCH(const QByteArray, now);
    QFETCH(const QByteArray, next);
    std::vector<store::FetchState> states;
    if (!lastRun.isEmpty())
        states.push_back(stateOf(time(lastRun)));
    store::SourceSetup setup = scheduled(when, everyMinutes);
    QCOMPARE(written(nextRun(setup, states, calendarsOf(calendars), *time(now))), next);
    setup.isEnabled = false;
    QVERIFY(!nextRun(setup, states, calendarsOf(calendars), *time(now)));
}

void NextRunTest::waitsLongerAfterEachFailure_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<QByteArray>("next");
    const auto row = [](int failures, const char *next) {
        QTest::addRow("%d", failures) << failures << QByteArray(next);
    };
    row(0, "2025-01-27T12:05:00Z");
    row(1, "2025-01-27T12:05:00Z"); // 1 minute is less than the 5 of the schedule
    row(3, "2025-01-27T12:05:00Z");
    row(4, "2025-01-27T12:08:00Z");
    row(5, "2025-01-27T12:16:00Z");
    row(9, "2025-01-27T16:16:00Z");
    row(10, "2025-01-27T18:00:00Z");
    row(11, "2025-01-27T18:00:00Z");
    row(2'000'000'000, "2025-01-27T18:00:00Z");
}

void NextRunTest::waitsLongerAfterEachFailure()
{
    QFETCH(const int, failures);
    QFETCH(const QByteArray, next);
    const std::vector states{stateOf(time("2025-01-27T12:00:00Z"), failures)};
    QCOMPARE(written(nextRun(scheduled(When::Always, 5), states, {}, *time("2025-01-27T12:00:30Z"))), next);
}

void NextRunTest::looksAgainAfterACloseThatFailed_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<QByteArray>("lastRun");
    QTest::addColumn<QByteArray>("next");
    const auto row = [](const char *name, int failures, const char *lastRun, const char *next) {
        QTest::newRow(name) << failures << QByteArray(lastRun) << QByteArray(next);
    };
    row("once more after 15 minutes", 1, "2025-01-27T21:16:00Z", "2025-01-27T21:31:00Z");
    row("then later", 6, "2025-01-27T22:00:00Z", "2025-01-27T22:32:00Z");
    row("up to 6 hours", 30, "2025-01-27T21:16:00Z", "2025-01-28T03:16:00Z");
    row("not sooner for the next close", 30, "2025-01-28T18:00:00Z", "2025-01-29T00:00:00Z");
    row("nor a little after it", 8, "2025-01-28T19:30:00Z", "2025-01-28T21:38:00Z");
}

void NextRunTest::looksAgainAfterACloseThatFailed()
{
    QFETCH(const int, failures);
    QFETCH(const QByteArray, lastRun);
    QFETCH(const QByteArray, next);
    const std::vector states{stateOf(time(lastRun), failures)};
    QCOMPARE(written(nextRun(scheduled(When::AfterClose), states, calendarsOf("XNYS"), *time(lastRun))), next);
}

void NextRunTest::whatWasCutComesAtOnce_data()
{
    QTest::addColumn<When>("when");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QByteArray>("next");
    const auto row = [](const char *name, When when, QLatin1String code, const char *next) {
        QTest::newRow(name) << when << QString(code) << QByteArray(next);
    };
    row("always", When::Always, pipeline::kCutCode, "2025-01-28T15:00:00Z");
    row("trading hours", When::SessionHours, pipeline::kCutCode, "2025-01-28T15:00:00Z");
    row("after the close", When::AfterClose, pipeline::kCutCode, "2025-01-28T15:00:00Z");
    row("only when asked", When::Manually, pipeline::kCutCode, "never");
    row("stopped by the user", When::AfterClose, pipeline::kStoppedCode, "2025-01-28T21:16:00Z");
}

void NextRunTest::whatWasCutComesAtOnce()
{
    QFETCH(const When, when);
    QFETCH(const QString, code);
    QFETCH(const QByteArray, next);
    std::vector<store::FetchState> states{stateOf(time("2025-01-28T14:59:00Z")), stateOf(time("2025-01-28T14:59:00Z"))};
    states.back().lastSuccess.reset();
    states.back().errorCode = code;
    QCOMPARE(written(nextRun(scheduled(when), states, calendarsOf("XNAS"), *time("2025-01-28T15:00:00Z"))), next);
}

void NextRunTest::oneDeadSymbolDoesNotSlowTheOthers()
{
    const auto lastRun = time("2025-01-27T12:00:00Z");
    std::vector states{stateOf(lastRun), stateOf(lastRun, 12)};
    QCOMPARE(written(nextRun(scheduled(When::Always, 5), states, {}, *lastRun)), "2025-01-27T12:05:00Z");
    const pipeline::LastRun last = pipeline::lastRunOf(states, *lastRun);
    QCOMPARE(last.failuresOfAll, 0);
    QCOMPARE(last.failuresOfAny, 12);
    // One that is not asked for any more does not stand for the others.
    states = {stateOf(time("2024-01-27T12:00:00Z")), stateOf(lastRun, 12)};
    QCOMPARE(written(nextRun(scheduled(When::Always, 5), states, {}, *lastRun)), "2025-01-27T18:00:00Z");
}

void NextRunTest::serversThatWantAPauseGetIt_data()
{
    QTest::addColumn<When>("when");
    QTest::addColumn<QByteArray>("retryAt");
    QTest::addColumn<QByteArray>("next");
    const auto row = [](const char *name, When when, const char *retryAt, const char *next) {
        QTest::newRow(name) << when << QByteArray(retryAt) << QByteArray(next);
    };
    using enum FetchSchedule::When;
    row("later than the schedule", Always, "2025-01-27T16:00:00Z", "2025-01-27T16:00:00Z");
    row("sooner than the schedule", Always, "2025-01-27T15:00:10Z", "2025-01-27T15:05:00Z");
    row("until the exchange has closed", SessionHours, "2025-01-27T22:00:00Z", "2025-01-28T14:30:00Z");
    row("after the close", AfterClose, "2025-01-27T22:00:00Z", "2025-01-27T22:00:00Z");
    row("for years: a week", Always, "2099-01-01T00:00:00Z", "2025-02-03T15:00:00Z");
}

void NextRunTest::serversThatWantAPauseGetIt()
{
    QFETCH(const When, when);
    QFETCH(const QByteArray, retryAt);
    QFETCH(const QByteArray, next);
    std::vector states{stateOf(time("2025-01-27T15:00:00Z"), 1), stateOf(time("2025-01-27T15:00:00Z"))};
    states.front().retryAt = time(retryAt);
    QCOMPARE(written(nextRun(scheduled(when, 5), states, calendarsOf("XNYS"), *time("2025-01-27T15:00:10Z"))), next);
}

void NextRunTest::aClockThatRanAheadStopsNothing_data()
{
    QTest::addColumn<When>("when");
    QTest::newRow("always") << When::Always;
    QTest::newRow("hours") << When::SessionHours;
    QTest::newRow("close") << When::AfterClose;
}

void NextRunTest::aClockThatRanAheadStopsNothing()
{
    QFETCH(const When, when);
    const auto now = time("2025-01-27T15:00:00Z");
    std::vector states{stateOf(time("2031-01-27T15:00:00Z"), 5)};
    states.front().retryAt = time("2031-01-28T15:00:00Z");
    QCOMPARE(nextRun(scheduled(when), states, calendarsOf("XNYS"), *now), now);
    QVERIFY(!pipeline::lastRunOf(states, *now).at);
    // Once it has run, that counts, whatever else stands there.
    states.push_back(stateOf(now));
    QVERIFY(*nextRun(scheduled(when), states, calendarsOf("XNYS"), *now) > *now);
    // A clock that was set right by seconds is no reason to run again.
    states = {stateOf(time("2025-01-27T15:00:20Z"))};
    QVERIFY(*nextRun(scheduled(when), states, calendarsOf("XNYS"), *now) > *now);
}

void NextRunTest::closedExchanges()
{
    const std::vector states{stateOf(time("2025-01-05T12:00:00Z"))};
    const Time now = *time("2025-01-05T12:00:00Z");
    const std::vector closedForAYear{closedExchange(false)};
    QCOMPARE(written(nextRun(scheduled(When::SessionHours), states, closedForAYear, now)), "2026-01-01T09:00:00Z");
    QCOMPARE(written(nextRun(scheduled(When::AfterClose), states, closedForAYear, now)), "2026-01-01T17:16:00Z");
    const std::vector closedForGood{closedExchange(true)};
    QCOMPARE(written(nextRun(scheduled(When::SessionHours), states, closedForGood, now)), "never");
    QCOMPARE(written(nextRun(scheduled(When::AfterClose), states, closedForGood, now)), "never");
    const std::vector withAnother{closedForGood.front(), calendarsOf("XNYS").front()};
    QCOMPARE(written(nextRun(scheduled(When::AfterClose), states, withAnother, now)), "2025-01-06T21:16:00Z");
}

void NextRunTest::everyMomentOfAYearHasANext_data()
{
    QTest::addColumn<QByteArray>("calendars");
    for (const char *mics : {"XNYS", "XETR", "XHKG", "XTKS", "FX", "24/7", "XNYS,XETR,XHKG", ""})
        QTest::newRow(*mics ? mics : "none") << QByteArray(mics);
}

//! A year that is lived through: every session's close is followed by one run, and hours hold.
void NextRunTest::everyMomentOfAYearHasANext()
{
    QFETCH(const QByteArray, calendars);
    const auto all = calendarsOf(calendars);
    const Time end = *time("2026-01-01T00:00:00Z");
    Time now = *time("2025-01-01T00:00:00Z");
    int runs = 0;
    for (; now < end; ++runs) {
        const std::vector states{stateOf(now)};
        const auto next = nextRun(scheduled(When::AfterClose), states, all, now);
        QVERIFY(next && *next > now);
        now = *next;
    }
    std::set<Time> closes;
    for (const core::CalendarPtr &calendar : all) {
        for (const core::Session &session :
             calendar->sessions(*core::SessionDate::fromIso("2024-12-25"), *core::SessionDate::fromIso("2026-01-05"))) {
            const Time due{session.hours.end.ns + 16 * core::kNsPerMinute};
            if (due > *time("2025-01-01T00:01:00Z") && due < end)
                closes.insert(due);
        }
    }
    QCOMPARE(runs, (all.empty() ? 365 : int(closes.size())) + 1); // and the first one after the year

    now = *time("2025-01-01T00:00:00Z");
    while (now < end) {
        const std::vector states{stateOf(now)};
        const auto next = nextRun(scheduled(When::SessionHours, 45), states, all, now);
        QVERIFY(next && next->ns >= now.ns + 45 * core::kNsPerMinute);
        const auto trades = [&](const core::CalendarPtr &calendar) {
            const auto session = calendar->session(calendar->sessionDateOf(*next));
            return session && session->hours.contains(*next) && !(session->lunch && session->lunch->contains(*next));
        };
        QVERIFY2(all.empty() || std::ranges::any_of(all, trades), written(next).constData());
        now = *next;
    }
}

QTEST_APPLESS_MAIN(NextRunTest)
#include "tst_nextrun.moc"
