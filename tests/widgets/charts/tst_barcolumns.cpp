// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleContent.h"
#include <charts/AxisDays.h>
#include <charts/BarColumns.h>
#include <charts/BarCurveLayer.h>

#include <QTest>

#include <algorithm>

using namespace tickmark;
using namespace tickmark::charts;
using tests::day;

namespace {

constexpr int kColumns = 1150;

} // namespace

//! A bar that stands over another day than its own puts a headline beside the wrong price.
class TestBarColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dailyBarsStandInTheMiddleOfTheirSlot();
    void halfDaysAreNarrower();
    void entersFromTheLastBarBeforeTheView();
    void holesLieBetweenTheRightSessions();
    void weekendsOfCryptoStandOnTheBoundary();
    void calendarTimeGivesWholeDays();
    void volumeBarsHaveOddWidths();
    void intradayBarsStandAtTheirTime();

private:
    struct View
    {
        std::shared_ptr<const core::BarHistory> bars;
        XMap x;
        std::vector<AxisDay> days;
    };

    View view(const char *symbol, const char *from, const char *to, const char *axisOf = "NVDA",
              bool calendarTime = false) const
    {
        const QString name = QLatin1String(symbol);
        const ChartContent content = m_sample.daily(QStringList{name});
        const auto shaping = m_sample.daily(QStringList{QLatin1String(axisOf)});
        const core::TimeScale scale = calendarTime ? core::TimeScale::calendarTime() : shaping.timeScale;
        const std::vector<core::CalendarPtr> calendars{shaping.curves.begin()->second.bars->calendar};
        auto days = axisDays(calendars, scale, content.zone, day(from), day(to));
        const AxisRange range{days.front().slot.begin, days.back().slot.end};
        return {content.curves.at(name).bars, XMap(scale, range, 0, kColumns, PixelGrid()), std::move(days)};
    }

    static const BarColumn *columnOf(const std::vector<BarColumn> &columns, const View &view, const char *date)
    {
        const auto found = std::ranges::find_if(
            columns, [&](const BarColumn &column) { return view.bars->bars[column.bar].session == day(date); });
        return found == columns.end() ? nullptr : &*found;
    }

    tests::SampleContent m_sample;
};

void TestBarColumns::dailyBarsStandInTheMiddleOfTheirSlot()
{
    const View nvidia = view("NVDA", "2025-01-14", "2025-02-14"); // 23 sessions of 50 columns
    const auto columns = barColumns(*nvidia.bars, nvidia.x);
    QCOMPARE(nvidia.days.size(), 23U);
    QCOMPARE(columns.size(), 24U); // and the one that the curve enters from
    for (std::size_t i = 0; i < 23; ++i) {
        const BarColumn &column = columns[i + 1];
        QCOMPARE(nvidia.bars->bars[column.bar].session, nvidia.days[i].date);
        QVERIFY(std::abs(double(column.middle) - (double(i) * 50 + 25)) <= 1);
        QVERIFY(!column.afterHole);
    }
}

void TestBarColumns::halfDaysAreNarrower()
{
    const View nvidia = view("NVDA", "2024-12-20", "2024-12-27"); // 24 December closes at 13:00
    const auto columns = barColumns(*nvidia.bars, nvidia.x);
    const BarColumn *half = columnOf(columns, nvidia, "2024-12-24");
    const BarColumn *full = columnOf(columns, nvidia, "2024-12-23");
    QVERIFY(half && full);
    QVERIFY(std::abs(double(half->width()) / double(full->width()) - 3.5 / 6.5) < 0.01);
    QVERIFY(std::abs(half->middle - (half->slot.begin + half->slot.end) / 2) <= 1);
}

void TestBarColumns::entersFromTheLastBarBeforeTheView()
{
    const View nvidia = view("NVDA", "2025-01-14", "2025-02-14");
    const auto columns = barColumns(*nvidia.bars, nvidia.x);
    QCOMPARE(nvidia.bars->bars[columns.front().bar].session, day("2025-01-13"));
    QVERIFY(columns.front().middle < 0);
    // Nothing to enter from: the sample begins there.
    const View start = view("NVDA", "2024-12-02", "2024-12-20");
    QVERIFY(barColumns(*start.bars, start.x).front().middle >= 0);
}

void TestBarColumns::holesLieBetweenTheRightSessions()
{
    const View nasdaq = view("^IXIC", "2025-01-13", "2025-02-07");
    const BarCurveLayer layer(nasdaq.bars, BarValues::prices(nasdaq.bars->series),
                              {BarCurveLayer::Shape::Line, {}, {}, {}});
    const auto holes = layer.holes(nasdaq.x);
    QCOMPARE(holes.size(), 2U); // the sample has no Nasdaq on 14 and 22 January; the 20th was a holiday
    QCOMPARE(holes[0].before.session, day("2025-01-13"));
    QCOMPARE(holes[0].after.session, day("2025-01-15"));
    QCOMPARE(holes[1].before.session, day("2025-01-21"));
    QCOMPARE(holes[1].after.session, day("2025-01-23"));
}

void TestBarColumns::weekendsOfCryptoStandOnTheBoundary()
{
    const View bitcoin = view("BTC-USD", "2025-01-21", "2025-01-31");
    const auto columns = barColumns(*bitcoin.bars, bitcoin.x);
    const BarColumn *friday = columnOf(columns, bitcoin, "2025-01-24");
    const BarColumn *saturday = columnOf(columns, bitcoin, "2025-01-25");
    const BarColumn *monday = columnOf(columns, bitcoin, "2025-01-27");
    QVERIFY(friday && saturday && monday);
    QVERIFY(saturday->closed && !friday->closed && !monday->closed);
    QCOMPARE(saturday->middle, friday->slot.end);
    QCOMPARE(saturday->middle, monday->slot.begin);
    QVERIFY(!monday->afterHole);
}

void TestBarColumns::calendarTimeGivesWholeDays()
{
    const View nvidia = view("NVDA", "2025-01-20", "2025-01-29", "NVDA", true);
    QCOMPARE(nvidia.days.size(), 10U);
    const auto columns = barColumns(*nvidia.bars, nvidia.x);
    const BarColumn *monday = columnOf(columns, nvidia, "2025-01-27");
    QVERIFY(monday);
    QVERIFY(std::abs(monday->width() - kColumns / 10) <= 1);
    QVERIFY(!monday->afterHole);
}

void TestBarColumns::volumeBarsHaveOddWidths()
{
    for (const char *to : {"2025-01-15", "2025-01-31", "2025-02-14"}) {
        const View nvidia = view("NVDA", "2025-01-14", to);
        for (const BarColumn &column : barColumns(*nvidia.bars, nvidia.x)) {
            const AxisRange body = barBody(column);
            const qint64 width = body.end - body.begin;
            QCOMPARE(width % 2, 1);
            QVERIFY(std::abs(double(width) - 0.56 * double(column.width())) <= 1.01);
            QCOMPARE((body.begin + body.end - 1) / 2, column.middle);
            // Side by side they do not touch.
            QVERIFY(barBody(column, 0, 2).end <= barBody(column, 1, 2).begin);
        }
    }
}

void TestBarColumns::intradayBarsStandAtTheirTime()
{
    const ChartContent content = m_sample.nvidia5Minutes();
    const auto bars = content.curves.at(QStringLiteral("NVDA")).bars;
    const auto days = axisDays(std::vector{bars->calendar}, content.timeScale, content.zone, day("2025-01-27"),
                               day("2025-01-27"));
    QCOMPARE(days.size(), 1U);
    QVERIFY(days[0].hasExtendedHours());
    const XMap x(content.timeScale, {days[0].slot.begin, days[0].slot.end}, 0, 1080, PixelGrid()); // 9 hours
    const auto columns = barColumns(*bars, x);
    QCOMPARE(columns.size(), bars->bars.size());
    const auto opening = std::ranges::find_if(columns, [&](const BarColumn &column) {
        return bars->bars[column.bar].start == *core::parseIsoTime("2025-01-27T14:30:00Z");
    });
    QVERIFY(opening != columns.end());
    QVERIFY(std::abs(opening->slot.begin - 180) <= 1); // an hour and a half after 08:00
    QVERIFY(std::abs(opening->width() - 10) <= 1);
}

QTEST_GUILESS_MAIN(TestBarColumns)
#include "tst_barcolumns.moc"
