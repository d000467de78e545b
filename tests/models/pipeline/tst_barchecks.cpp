// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/CalendarSet.h>
#include <core/Series.h>
#include <pipeline/BarChecks.h>

#include <QTest>

using namespace tickmark;
using namespace tickmark::pipeline;

namespace {

core::Bar barOn(const char *iso, qint64 close)
{
    core::Bar bar;
    bar.session = *core::SessionDate::fromIso(iso);
    bar.open = bar.high = bar.low = bar.close = close;
    return bar;
}

} // namespace

//! Bars that look wrong are kept, but the user is told.
class TestBarChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flagsInContext();
    void holesAreFoundInAnyOrder_data();
    void holesAreFoundInAnyOrder();
    void intradayBarsAreCheckedAgainstTheirSession();

private:
    core::CalendarSet m_calendars{QStringLiteral(":/calendars")};
};

void TestBarChecks::flagsInContext()
{
    BarChecks checks(*m_calendars.calendar(QStringLiteral("XNAS")), core::Series::kDaily);
    const auto flagsOf = [&checks](core::Bar bar, int decimals = 2) {
        checks.check(bar, decimals);
        return bar.flags;
    };
    QCOMPARE(flagsOf(barOn("2025-01-23", 14722)), quint32(core::kBarPlausible));
    QCOMPARE(flagsOf(barOn("2025-01-24", 14262)), quint32(core::kBarPlausible));
    QCOMPARE(flagsOf(barOn("2025-01-25", 14262)), quint32(core::kBarOutsideCalendar));
    QCOMPARE(flagsOf(barOn("2025-01-27", 142)), quint32(core::kBarJump));
    QCOMPARE(flagsOf(barOn("2025-01-28", 14200)), quint32(core::kBarJump));
    QCOMPARE(flagsOf(barOn("2025-01-28", 14200)), quint32(core::kBarDuplicate));
    // The same price with other decimals is no jump.
    QCOMPARE(flagsOf(barOn("2025-01-29", 14200000), 5), quint32(core::kBarPlausible));
    QCOMPARE(flagsOf(barOn("2025-01-30", 0)), quint32(core::kBarPlausible));
}

void TestBarChecks::holesAreFoundInAnyOrder_data()
{
    QTest::addColumn<QList<QByteArray>>("days");
    QTest::newRow("forwards") << QList<QByteArray>{"2025-01-06", "2025-01-07", "2025-01-10", "2025-01-14"};
    QTest::newRow("backwards") << QList<QByteArray>{"2025-01-14", "2025-01-10", "2025-01-07", "2025-01-06"};
    QTest::newRow("mixed") << QList<QByteArray>{"2025-01-10", "2025-01-06", "2025-01-14", "2025-01-07"};
}

void TestBarChecks::holesAreFoundInAnyOrder()
{
    QFETCH(QList<QByteArray>, days);
    BarChecks checks(*m_calendars.calendar(QStringLiteral("XNAS")), core::Series::kDaily);
    for (const QByteArray &day : days) {
        core::Bar bar = barOn(day.constData(), 100);
        checks.check(bar, 2);
    }
    // The 9th was a day of mourning, the 11th and 12th a weekend: only the 8th and the 13th are missing.
    const auto missing = checks.missingSessions();
    QCOMPARE(missing.size(), std::size_t(2));
    QCOMPARE(missing[0].iso(), std::string("2025-01-08"));
    QCOMPARE(missing[1].iso(), std::string("2025-01-13"));
    QCOMPARE(checks.firstSession()->iso(), std::string("2025-01-06"));
    QCOMPARE(checks.lastSession()->iso(), std::string("2025-01-14"));
}

void TestBarChecks::intradayBarsAreCheckedAgainstTheirSession()
{
    BarChecks checks(*m_calendars.calendar(QStringLiteral("XNAS")), 5 * core::kNsPerMinute);
    core::Bar bar = barOn("1970-01-01", 100);
    bar.start = *core::parseIsoTime("2025-01-27T13:00:00Z"); // pre-market of a session
    checks.check(bar, 2);
    QCOMPARE(bar.flags, quint32(core::kBarPlausible));
    bar.start = *core::parseIsoTime("2025-01-26T15:00:00Z");
    checks.check(bar, 2);
    QCOMPARE(bar.flags, quint32(core::kBarOutsideCalendar));
    QVERIFY(checks.missingSessions().empty());
}

QTEST_GUILESS_MAIN(TestBarChecks)
#include "tst_barchecks.moc"
