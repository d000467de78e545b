// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickBench.h"
#include <charts/BarColumns.h>
#include <charts/ChartPlan.h>
#include <charts/DamagedTicks.h>
#include <charts/StackView.h>
#include <charts/TickBars.h>

#include <QTest>

#include <algorithm>

using namespace tickmark;
using namespace tickmark::charts;
using tests::at;
using tests::TickBench;

//! What a chart of ticks says in words has to be what it shows: which bar, whose price, and that something is missing.
class TestTickReadings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void candleUnderTheCrosshairIsTold();
    void newestCandleIsToldAtTheEnd();
    void barsEndAtTheClose_data();
    void barsEndAtTheClose();
    void whatIsQuotedIsSaid_data();
    void whatIsQuotedIsSaid();
    void missingTicksAreSaid();
    void missingIndexIsSaid();

private:
    void show(StackView &view, CurveType curve, const ChartContent &content);
    [[nodiscard]] QString candleOf(core::TimeRange bar) const;

    TickBench m_bench;
};

void TestTickReadings::init()
{
    // Both days go on after their closes.
    std::vector<core::Tick> ticks = TickBench::walk(at("2025-01-27T14:30:00Z"), 17'500, 1'600'000'000, 1);
    const auto more = TickBench::walk(at("2025-01-28T14:30:05Z"), 19'000, 1'600'000'000, 2);
    ticks.insert(ticks.end(), more.begin(), more.end());
    m_bench.hold(ticks);
}

void TestTickReadings::show(StackView &view, CurveType curve, const ChartContent &content)
{
    view.resize(900, 500);
    connect(&view, &StackView::ticksMissing, this, [&] { m_bench.answer(view); });
    view.setChart(tests::tickSpec(curve, "2025-01-28"), content);
    view.show();
    QTRY_VERIFY(view.isSettled());
}

//! As the head of a pane writes the ticks of [begin, end).
QString TestTickReadings::candleOf(core::TimeRange bar) const
{
    const auto first = std::ranges::lower_bound(m_bench.all(), bar.begin, {}, &core::Tick::time);
    const auto last = std::ranges::lower_bound(m_bench.all(), bar.end, {}, &core::Tick::time);
    if (first == last)
        return {};
    const auto [low, high] = std::ranges::minmax_element(first, last, {}, &core::Tick::price);
    const auto text = [](qint64 price) { return QString::number(double(price) / 100, 'f', 2); };
    return QStringLiteral("O %1  H %2  L %3  C %4")
        .arg(text(first->price), text(high->price), text(low->price), text(std::prev(last)->price));
}

void TestTickReadings::candleUnderTheCrosshairIsTold()
{
    StackView view;
    show(view, CurveType::Candles, m_bench.content());
    view.setViewRange({at("2025-01-28T14:30:00Z"), at("2025-01-28T16:00:00Z")});
    QTRY_VERIFY(view.isSettled());
    // The first bar begins with the session, five seconds before its first tick.
    view.setCrosshair(at("2025-01-28T14:30:30Z"));
    QCOMPARE(view.crosshair(), at("2025-01-28T14:30:00Z"));
    view.stepCrosshair(1);
    const qint64 interval = view.crosshair()->ns - at("2025-01-28T14:30:00Z").ns;
    QVERIFY2(interval > 0 && interval % core::kNsPerSecond == 0, QByteArray::number(interval).constData());
    for (const char *time : {"2025-01-28T14:30:30Z", "2025-01-28T15:03:17Z", "2025-01-28T15:59:59Z"}) {
        view.setCrosshair(at(time));
        const core::Time start = view.crosshair().value_or(core::Time());
        QVERIFY2(start <= at(time) && at(time).ns < start.ns + interval, time);
        const QString expected = candleOf({start, core::Time{start.ns + interval}});
        QTRY_COMPARE(view.readings().front().curves.front().text, expected);
        QVERIFY(!expected.isEmpty());
    }
}

void TestTickReadings::newestCandleIsToldAtTheEnd()
{
    StackView view;
    show(view, CurveType::Candles, m_bench.content());
    // The last bar in view has just begun: its middle lies beyond the right edge.
    view.setViewRange({at("2025-01-27T15:00:00Z"), at("2025-01-27T16:00:02Z")});
    QTRY_VERIFY(view.isSettled());
    view.setCrosshair(at("2025-01-27T16:00:01Z"));
    const core::Time start = view.crosshair().value_or(core::Time());
    QCOMPARE(start, at("2025-01-27T16:00:00Z"));
    QTRY_VERIFY(view.isSettled());
    const QString last = view.readings().front().curves.front().text;
    view.setCrosshair(std::nullopt);
    QTRY_COMPARE(view.readings().front().curves.front().text, last);
    QVERIFY2(view.readings().front().when.contains(QStringLiteral("11:00:00")),
             qPrintable(view.readings().front().when));
}

void TestTickReadings::barsEndAtTheClose_data()
{
    QTest::addColumn<qint64>("interval");
    QTest::newRow("1 h") << core::kNsPerHour;
    QTest::newRow("2 h") << 2 * core::kNsPerHour;
}

//! From 09:30 on, an hour's bar would reach half an hour over the close, into those after it.
void TestTickReadings::barsEndAtTheClose()
{
    QFETCH(qint64, interval);
    const auto curve = m_bench.curve();
    const auto scale = std::make_shared<const core::TimeScale>(core::TimeScale::calendarTime());
    TickBars bars;
    do {
        bars = tickBars(*curve, *scale, interval, {curve->snapshot->firstTime(), curve->snapshot->lastTime()});
    } while (curve->pages->load(m_bench.chunks).value_or(false));
    const auto history = std::make_shared<const core::BarHistory>(std::move(bars.history));
    const BarPlaces places(history, scale, BarPlace::Middle);
    int atClose = 0;
    for (std::size_t i = 0; i < history->bars.size(); ++i) {
        QVERIFY(!places.slot(i).isEmpty());
        QVERIFY2(i == 0 || places.slot(i - 1).end <= places.slot(i).begin, QByteArray::number(int(i)).constData());
        const auto session = m_bench.calendar->session(m_bench.calendar->sessionDateOf(history->bars[i].start));
        const qint64 close = scale->toAxis(session->hours.end);
        QVERIFY(places.slot(i).begin >= close || places.slot(i).end <= close);
        atClose += places.slot(i).end == close ? 1 : 0;
    }
    QCOMPARE(atClose, 2);
}

void TestTickReadings::whatIsQuotedIsSaid_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("title");
    const auto row = [](const char *name, core::QuoteField field, core::SeriesKind kind, const char *title) {
        QTest::newRow(name) << int(field) << int(kind) << QString::fromLatin1(title);
    };
    using core::QuoteField;
    using core::SeriesKind;
    row("trades", QuoteField::Trade, SeriesKind::Traded, "Test");
    row("bids", QuoteField::Bid, SeriesKind::Traded, "Test (bid)");
    row("asks", QuoteField::Ask, SeriesKind::Traded, "Test (ask)");
    row("simulated trades", QuoteField::Trade, SeriesKind::Simulated, "Test (simulated)");
    row("simulated bids", QuoteField::Bid, SeriesKind::Simulated, "Test (bid, simulated)");
}

void TestTickReadings::whatIsQuotedIsSaid()
{
    QFETCH(int, field);
    QFETCH(int, kind);
    QFETCH(QString, title);
    ChartContent content = m_bench.content();
    auto curve = std::make_shared<TickCurve>(*content.curves.at(QStringLiteral("TST")).ticks);
    curve->series.field = core::QuoteField(field);
    curve->series.kind = core::SeriesKind(kind);
    content.curves.at(QStringLiteral("TST")).ticks = curve;
    ChartSpec spec = tests::tickSpec(CurveType::Line, "2025-01-28");
    spec.tolerant = true; // its ticks have not been read
    const auto plan = ChartPlan::make(spec, content);
    QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
    QCOMPARE((*plan)->panes.front().title, title);
    QCOMPARE((*plan)->panes.front().curves.front().name, title);
}

void TestTickReadings::missingTicksAreSaid()
{
    const ChartContent content = m_bench.content();
    std::vector<std::byte> &data = m_bench.chunks.bytes.at(1).second;
    std::fill(data.begin() + std::ssize(data) / 2, data.begin() + std::ssize(data) / 2 + 64, std::byte{0x5a});
    StackView view;
    show(view, CurveType::Line, content);
    const core::Time middle = m_bench.all()[ticks::kChunkTicks / 2].time;
    view.setViewRange(
        {core::Time{middle.ns - 10 * core::kNsPerMinute}, core::Time{middle.ns + 10 * core::kNsPerMinute}});
    QTRY_VERIFY(view.isSettled());
    const QString warning = view.readings().front().warning;
    QVERIFY2(warning.startsWith(QStringLiteral("ticks missing: 27 Jan, ")), qPrintable(warning));
    QVERIFY(view.accessibleDescription().contains(warning));
    // Elsewhere nothing is missing.
    view.setViewRange({at("2025-01-28T18:00:00Z"), at("2025-01-28T18:10:00Z")});
    QTRY_VERIFY(view.isSettled());
    QCOMPARE(view.readings().front().warning, QString());
}

void TestTickReadings::missingIndexIsSaid()
{
    const ChartContent content = m_bench.content();
    m_bench.chunks.bytes.at(1).first.clear();
    StackView view;
    show(view, CurveType::Line, content);
    view.setViewRange({at("2025-01-27T15:00:00Z"), at("2025-01-27T15:30:00Z")});
    QTRY_VERIFY(view.isSettled());
    QVERIFY2(view.readings().front().warning.contains(QStringLiteral("09:30:")),
             qPrintable(view.readings().front().warning));
    ChartSpec spec = tests::tickSpec(CurveType::Line, "2025-01-28");
    spec.view = view.viewRange();
    spec.tolerant = true;
    const auto plan = ChartPlan::make(spec, content);
    QVERIFY(plan.has_value());
    QCOMPARE(damageNotes(**plan), QStringList(QStringLiteral("Test: ") + view.readings().front().warning));
}

QTEST_MAIN(TestTickReadings)
#include "tst_tickreadings.moc"
