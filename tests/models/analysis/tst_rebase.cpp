// SPDX-License-Identifier: GPL-3.0-or-later
#include <analysis/Rebase.h>
#include <core/CalendarSet.h>

#include <QTest>

using namespace tickmark;
using analysis::percentSince;
using analysis::rebasePoint;
using analysis::rebasePointAfter;

namespace {

core::SessionDate day(const char *iso)
{
    return *core::SessionDate::fromIso(iso);
}

core::Bar daily(const char *date, qint64 close)
{
    core::Bar bar;
    bar.session = day(date);
    bar.open = bar.high = bar.low = bar.close = close;
    return bar;
}

core::Bar at(const char *start, qint64 close)
{
    core::Bar bar;
    bar.start = *core::parseIsoTime(start);
    bar.close = close;
    return bar;
}

} // namespace

//! A base that is not the close it is said to be makes every percent of the curve wrong.
class TestRebase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void percentOfTheFoundingCase_data();
    void percentOfTheFoundingCase();
    void mixedDecimalsAreExact();
    void takesThePinnedSession();
    void missingBarFallsBackToTheNearestEarlierOne();
    void weekendFallsBackToFriday();
    void nothingBeforeTheFirstBar();
    void aCurveThatBeginsLaterCountsFromItsFirstClose();
    void closesOfZeroOrBelowAreNoBase();
    void intradayBaseIsTheLastRegularBar();

private:
    core::BarHistory history(std::vector<core::Bar> bars) const
    {
        core::BarHistory result;
        result.calendar = *m_calendars.calendar(QStringLiteral("XNAS"));
        result.bars = std::move(bars);
        return result;
    }

    core::CalendarSet m_calendars{QStringLiteral(":/calendars")};
};

void TestRebase::percentOfTheFoundingCase_data()
{
    QTest::addColumn<qint64>("base");
    QTest::addColumn<qint64>("value");
    QTest::addColumn<QString>("percent");
    QTest::newRow("Nvidia 142.62 to 118.42") << qint64(14262) << qint64(11842) << QStringLiteral("-16.97");
    QTest::newRow("Broadcom 244.70 to 202.13") << qint64(24470) << qint64(20213) << QStringLiteral("-17.40");
    QTest::newRow("Vistra 191.11 to 137.08") << qint64(19111) << qint64(13708) << QStringLiteral("-28.27");
    QTest::newRow("unchanged") << qint64(14262) << qint64(14262) << QStringLiteral("0.00");
    QTest::newRow("doubled") << qint64(5) << qint64(10) << QStringLiteral("100.00");
}

void TestRebase::percentOfTheFoundingCase()
{
    QFETCH(qint64, base);
    QFETCH(qint64, value);
    QTEST(QString::number(percentSince({base, 2}, {value, 2}), 'f', 2), "percent");
}

void TestRebase::mixedDecimalsAreExact()
{
    QCOMPARE(percentSince({1426200, 4}, {11842, 2}), percentSince({14262, 2}, {11842, 2}));
}

void TestRebase::takesThePinnedSession()
{
    const auto bars = history({daily("2025-01-23", 14722), daily("2025-01-24", 14262), daily("2025-01-27", 11842)});
    const auto point = rebasePoint(bars, day("2025-01-24"));
    QVERIFY(point);
    QCOMPARE(point->close.units, 14262);
    QVERIFY(point->onPinnedDate);
}

void TestRebase::missingBarFallsBackToTheNearestEarlierOne()
{
    const auto bars = history({daily("2025-01-22", 14000), daily("2025-01-23", 14722), daily("2025-01-27", 11842)});
    const auto point = rebasePoint(bars, day("2025-01-24"));
    QVERIFY(point);
    QCOMPARE(point->close.units, 14722);
    QCOMPARE(point->session, day("2025-01-23"));
    QVERIFY(!point->onPinnedDate);
}

void TestRebase::weekendFallsBackToFriday()
{
    const auto point = rebasePoint(history({daily("2025-01-24", 14262), daily("2025-01-27", 11842)}),
                                   day("2025-01-26"));
    QVERIFY(point);
    QCOMPARE(point->session, day("2025-01-24"));
}

void TestRebase::nothingBeforeTheFirstBar()
{
    QVERIFY(!rebasePoint(history({daily("2025-01-24", 14262)}), day("2025-01-23")));
    QVERIFY(!rebasePoint(history({}), day("2025-01-23")));
}

void TestRebase::aCurveThatBeginsLaterCountsFromItsFirstClose()
{
    const auto bars = history({daily("2025-06-02", 0), daily("2025-06-03", 9100), daily("2025-06-04", 9300)});
    const auto point = rebasePointAfter(bars, day("2025-01-24"));
    QVERIFY(point);
    QCOMPARE(point->close.units, 9100);
    QCOMPARE(point->session, day("2025-06-03"));
    QVERIFY(!point->onPinnedDate);
    QVERIFY(!rebasePointAfter(bars, day("2025-06-04")));
}

void TestRebase::closesOfZeroOrBelowAreNoBase()
{
    const auto bars = history({daily("2020-04-17", 1827), daily("2020-04-20", -3763), daily("2020-04-21", 0)});
    const auto point = rebasePoint(bars, day("2020-04-21"));
    QVERIFY(point);
    QCOMPARE(point->session, day("2020-04-17"));
}

void TestRebase::intradayBaseIsTheLastRegularBar()
{
    auto bars = history({at("2025-01-24T20:50:00Z", 14300), at("2025-01-24T20:55:00Z", 14262),
                         at("2025-01-24T21:05:00Z", 14100), at("2025-01-27T13:00:00Z", 12600)});
    bars.series.intervalNs = 5 * core::kNsPerMinute;
    const auto point = rebasePoint(bars, day("2025-01-24"));
    QVERIFY(point);
    QCOMPARE(point->close.units, 14262);
    // Pre-market of the 27th is no close either.
    const auto later = rebasePoint(bars, day("2025-01-27"));
    QVERIFY(later);
    QCOMPARE(later->session, day("2025-01-24"));
    QVERIFY(!later->onPinnedDate);
}

QTEST_GUILESS_MAIN(TestRebase)
#include "tst_rebase.moc"
