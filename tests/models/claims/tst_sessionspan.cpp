// SPDX-License-Identifier: GPL-3.0-or-later
#include <claims/Judge.h>
#include <core/CalendarSet.h>

#include <QTest>

using namespace tickmark;
using namespace tickmark::claims;

Q_DECLARE_METATYPE(ClaimTime)

namespace {

core::SessionDate day(const char *iso)
{
    return core::SessionDate::fromIso(iso).value();
}

ClaimTime undated(int shift = 0, int sessions = 1, bool endStated = true)
{
    return {std::nullopt, shift, ClaimTime::Span::Sessions, sessions, endStated};
}

ClaimTime on(const char *date, int shift = 0, int sessions = 1, bool endStated = true)
{
    return {day(date), shift, ClaimTime::Span::Sessions, sessions, endStated};
}

ClaimTime since(ClaimTime::Span span, const char *date = nullptr)
{
    ClaimTime time{std::nullopt, 0, span, 1, true};
    if (date)
        time.date = day(date);
    return time;
}

//! "2025-01-24 to 2025-01-27, 1", or "none".
QString shown(const std::optional<SessionSpan> &span)
{
    if (!span)
        return QStringLiteral("none");
    return QStringLiteral("%1 to %2, %3")
        .arg(QString::fromStdString(span->base.iso()), QString::fromStdString(span->last.iso()))
        .arg(span->count);
}

} // namespace

//! A claim compared with another day's quotes is called wrong though it is right.
class TestSessionSpan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofAText_data();
    void ofAText();
    void openEndedSpansMayBegin();
    void asksForQuotesAround_data();
    void asksForQuotesAround();

private:
    core::CalendarSet m_calendars{QStringLiteral(":/calendars")};
};

void TestSessionSpan::ofAText_data()
{
    QTest::addColumn<QString>("mic");
    QTest::addColumn<QByteArray>("published");
    QTest::addColumn<ClaimTime>("time");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *mic, const char *published, const ClaimTime &time,
                        const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(mic) << QByteArray(published) << time
                            << QString::fromLatin1(expected);
    };
    using Span = ClaimTime::Span;
    row("during the session", "XNAS", "2025-01-27T16:40:00Z", undated(), "2025-01-24 to 2025-01-27, 1");
    row("at the very opening", "XNAS", "2025-01-27T14:30:00Z", undated(), "2025-01-24 to 2025-01-27, 1");
    row("a second before it opens: Friday", "XNAS", "2025-01-27T14:29:59Z", undated(), "2025-01-23 to 2025-01-24, 1");
    row("at night", "XNAS", "2025-01-28T03:00:00Z", undated(), "2025-01-24 to 2025-01-27, 1");
    row("on the weekend", "XNAS", "2025-01-26T12:00:00Z", undated(), "2025-01-23 to 2025-01-24, 1");
    row("on a holiday", "XNAS", "2025-01-20T17:20:00Z", undated(), "2025-01-16 to 2025-01-17, 1");
    row("after a holiday the base is Friday", "XNYS", "2025-01-21T22:50:00Z", undated(), "2025-01-17 to 2025-01-21, 1");
    row("after a day of mourning", "XNYS", "2025-01-10T22:00:00Z", undated(), "2025-01-08 to 2025-01-10, 1");
    row("summer time: opens at 13:30", "XNAS", "2025-03-10T13:30:00Z", undated(), "2025-03-07 to 2025-03-10, 1");
    row("winter time: not yet at 13:30", "XNAS", "2025-03-07T13:30:00Z", undated(), "2025-03-05 to 2025-03-06, 1");
    row("Xetra in summer opens at 7:00", "XETR", "2025-03-31T07:00:00Z", undated(), "2025-03-28 to 2025-03-31, 1");
    row("Tokyo at lunch", "XTKS", "2025-01-28T02:45:00Z", undated(), "2025-01-27 to 2025-01-28, 1");
    row("Tokyo's own date", "XTKS", "2025-01-26T23:59:00Z", undated(), "2025-01-23 to 2025-01-24, 1");
    row("Tokyo opened", "XTKS", "2025-01-27T00:00:00Z", undated(), "2025-01-24 to 2025-01-27, 1");
    row("Tokyo after New Year", "XTKS", "2025-01-06T05:00:00Z", undated(), "2024-12-30 to 2025-01-06, 1");
    row("Hong Kong's half day", "XHKG", "2025-01-28T09:00:00Z", undated(), "2025-01-27 to 2025-01-28, 1");
    row("Hong Kong over the new year", "XHKG", "2025-01-31T09:00:00Z", undated(), "2025-01-27 to 2025-01-28, 1");
    row("crypto on Sunday", "24/7", "2025-01-26T12:00:00Z", undated(), "2025-01-25 to 2025-01-26, 1");
    row("currencies on Sunday evening trade Monday", "FX", "2025-01-26T23:00:00Z", undated(),
        "2025-01-24 to 2025-01-27, 1");

    row("the day stated", "XNAS", "2025-01-29T12:00:00Z", on("2025-01-27"), "2025-01-24 to 2025-01-27, 1");
    row("Tokyo's session of the date", "XTKS", "2025-01-27T20:00:00Z", on("2025-01-27"), "2025-01-24 to 2025-01-27, 1");
    row("stated but a weekend", "XNAS", "2025-01-29T12:00:00Z", on("2025-01-26"), "none");
    row("stated but a holiday", "XNYS", "2025-01-21T12:00:00Z", on("2025-01-20"), "none");
    row("crypto on a stated Saturday", "24/7", "2025-01-29T12:00:00Z", on("2025-01-25"), "2025-01-24 to 2025-01-25, 1");
    row("stated today before the opening: the session before", "XNAS", "2025-01-27T13:00:00Z", on("2025-01-27"),
        "2025-01-23 to 2025-01-24, 1");
    row("stated tomorrow", "XNAS", "2025-01-27T16:00:00Z", on("2025-01-28"), "none");
    row("stated years ahead", "XNAS", "2025-01-27T16:00:00Z", on("2031-01-28"), "none");
    row("stated at the end of dates", "XNAS", "2025-01-27T16:00:00Z", on("9999-12-31"), "none");
    row("stated at the beginning of dates", "XNAS", "2025-01-27T16:00:00Z", on("0001-01-01"), "none");
    row("published in the age of sail", "XNAS", "1700-01-01T00:00:00Z", undated(), "none");
    row("published after all calendars", "XNAS", "2250-01-01T00:00:00Z", undated(), "none");

    row("the next day", "XNAS", "2025-01-29T12:00:00Z", on("2025-01-27", 1), "2025-01-27 to 2025-01-28, 1");
    row("the next day after a Friday", "XNAS", "2025-01-29T12:00:00Z", on("2025-01-24", 1),
        "2025-01-24 to 2025-01-27, 1");
    row("the next day has not come", "XNAS", "2025-01-27T16:00:00Z", on("2025-01-27", 1), "none");
    row("the day before, over a weekend", "XNAS", "2025-01-27T22:00:00Z", undated(-1), "2025-01-23 to 2025-01-24, 1");
    row("absurdly many days before", "XNAS", "2025-01-27T22:00:00Z", undated(-2'000'000'000), "none");

    row("two days", "XTKS", "2025-01-28T06:50:00Z", undated(0, 2), "2025-01-24 to 2025-01-28, 2");
    row("five days over a holiday", "XNAS", "2025-01-24T22:00:00Z", undated(0, 5), "2025-01-16 to 2025-01-24, 5");
    row("no days at all", "XNAS", "2025-01-24T22:00:00Z", undated(0, 0), "none");
    row("ten thousand days", "XNAS", "2025-01-24T22:00:00Z", undated(0, 10'000), "none");
    row("this week", "XNAS", "2025-01-31T21:50:00Z", since(Span::Week), "2025-01-24 to 2025-01-31, 5");
    row("this week, read on Sunday", "XNAS", "2025-02-02T10:00:00Z", since(Span::Week), "2025-01-24 to 2025-01-31, 5");
    row("this week begins after a holiday", "XNAS", "2025-01-21T22:00:00Z", since(Span::Week),
        "2025-01-17 to 2025-01-21, 1");
    row("this week of crypto", "24/7", "2025-01-29T12:00:00Z", since(Span::Week), "2025-01-26 to 2025-01-29, 3");
    row("a month gone by", "XNAS", "2025-02-03T21:50:00Z", since(Span::Month, "2025-01-31"),
        "2024-12-31 to 2025-01-31, 20");
    row("a year gone by that ends on a weekend", "XNAS", "2025-01-27T21:50:00Z", since(Span::Year, "2022-12-31"),
        "2021-12-31 to 2022-12-30, 251");
    row("the week of a Saturday", "XNAS", "2025-02-05T12:00:00Z", since(Span::Week, "2025-02-01"),
        "2025-01-24 to 2025-01-31, 5");
    row("a week that ended with Good Friday", "XETR", "2025-04-22T12:00:00Z", since(Span::Week, "2025-04-18"),
        "2025-04-11 to 2025-04-17, 4");
    row("this month", "XNAS", "2025-02-05T21:20:00Z", since(Span::Month), "2025-01-31 to 2025-02-05, 3");
    row("this year", "XNYS", "2025-01-10T22:00:00Z", since(Span::Year), "2024-12-31 to 2025-01-10, 6");
    row("this year in Tokyo", "XTKS", "2025-01-07T08:00:00Z", since(Span::Year), "2024-12-30 to 2025-01-07, 2");
    row("the year of New Year's Day", "XNYS", "2025-01-10T22:00:00Z", since(Span::Year, "2025-01-01"), "none");
}

void TestSessionSpan::ofAText()
{
    QFETCH(QString, mic);
    QFETCH(QByteArray, published);
    QFETCH(ClaimTime, time);
    const auto calendar = *m_calendars.calendar(mic);
    QTEST(shown(sessionsOf(time, core::parseIsoTime(published.constData()).value(), *calendar)), "expected");
}

void TestSessionSpan::openEndedSpansMayBegin()
{
    const core::Time wednesday = core::parseIsoTime("2025-01-29T12:00:00Z").value();
    const auto tokyo = *m_calendars.calendar(QStringLiteral("XTKS"));
    QCOMPARE(shown(sessionsOf(on("2025-01-27", 0, 2, false), wednesday, *tokyo)),
             QStringLiteral("2025-01-23 to 2025-01-27, 2"));
    QCOMPARE(shown(sessionsFrom(on("2025-01-27", 0, 2, false), wednesday, *tokyo)),
             QStringLiteral("2025-01-24 to 2025-01-28, 2"));
    QCOMPARE(shown(sessionsFrom(undated(0, 2, false), wednesday, *tokyo)), QStringLiteral("none")); // not yet
    QCOMPARE(shown(sessionsFrom(on("2025-01-27", 0, 2, true), wednesday, *tokyo)), QStringLiteral("none"));
    QCOMPARE(shown(sessionsFrom(on("2025-01-27", 0, 1, false), wednesday, *tokyo)), QStringLiteral("none"));
    QCOMPARE(shown(sessionsFrom(on("2025-01-26", 0, 2, false), wednesday, *tokyo)), QStringLiteral("none"));
}

void TestSessionSpan::asksForQuotesAround_data()
{
    QTest::addColumn<bool>("isValue");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("rate");
    QTest::newRow("a move") << false << QStringLiteral("%") << QString();
    QTest::newRow("a value in its own currency") << true << QStringLiteral("USD") << QString();
    QTest::newRow("a value in another") << true << QStringLiteral("EUR") << QStringLiteral("EUR");
}

void TestSessionSpan::asksForQuotesAround()
{
    QFETCH(bool, isValue);
    QFETCH(QString, unit);
    core::Instrument instrument;
    instrument.id = 7;
    instrument.currency = QStringLiteral("USD");
    Claim claim;
    claim.kind = isValue ? ClaimKind::Value : ClaimKind::Percent;
    claim.unit = unit;
    claim.time = on("2025-01-27");
    const auto calendar = *m_calendars.calendar(QStringLiteral("XNAS"));
    const core::Time later = core::parseIsoTime("2025-02-10T12:00:00Z").value();
    const auto needed = quotesNeeded(claim, instrument, later, *calendar);
    QVERIFY(needed);
    QCOMPARE(needed->instrumentId, 7);
    QVERIFY(needed->from <= day("2025-01-17")); // five sessions that end on the day, over a holiday
    QVERIFY(needed->to >= day("2025-01-31"));   // five that begin on it
    QCOMPARE(needed->shares, isValue);
    QTEST(needed->rateCurrency, "rate");
    claim.time = on("2025-01-26");
    QVERIFY(!quotesNeeded(claim, instrument, later, *calendar));
}

QTEST_GUILESS_MAIN(TestSessionSpan)
#include "tst_sessionspan.moc"
