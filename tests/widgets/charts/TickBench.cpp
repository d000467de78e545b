// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickBench.h"

#include <charts/TickBars.h>
#include <charts/TickLoader.h>
#include <ticks/ChunkFormat.h>

#include <QTest>

#include <algorithm>
#include <random>

namespace tickmark::tests {

using core::Result;
using core::Tick;

charts::ChartSpec tickSpec(charts::CurveType curve, const char *last)
{
    using charts::PaneKind;
    charts::ChartSpec spec;
    spec.panes = {{PaneKind::Price, {QStringLiteral("TST")}, {}}, {PaneKind::Volume, {QStringLiteral("TST")}, {}}};
    spec.from = day("2025-01-27");
    spec.to = day(last);
    spec.curve = curve;
    spec.language = QStringLiteral("en");
    return spec;
}

Result<void> HeldChunks::readNodes(qint64 chunk, qint32, std::vector<std::byte> &into)
{
    ++reads;
    into = bytes.at(chunk).first;
    return {};
}

Result<void> HeldChunks::readData(qint64 chunk, qint32, std::vector<std::byte> &into)
{
    ++reads;
    into = bytes.at(chunk).second;
    return {};
}

TickBench::TickBench() : m_calendars(QStringLiteral(":/calendars"))
{
    calendar = *m_calendars.calendar(QStringLiteral("XNYS"));
}

std::vector<Tick> TickBench::walk(core::Time from, int count, qint64 step, quint32 seed)
{
    std::mt19937 random(seed);
    std::vector<Tick> ticks;
    qint64 price = 10'000;
    for (int i = 0; i < count; ++i) {
        price = std::max<qint64>(price + qint64(random() % 5) - 2, 100);
        ticks.push_back({from, price, qint64(random() % 300) + 1});
        if (random() % 8 != 0)
            from.ns += qint64(random() % quint32(2 * step / 1000)) * 1000;
    }
    return ticks;
}

void TickBench::holdThreeSessions()
{
    std::vector<Tick> ticks = walk(at("2025-01-27T14:30:00Z"), 14'000, 1'600'000'000, 1);
    for (const char *open : {"2025-01-28T14:30:00Z", "2025-01-30T14:30:00Z"}) {
        const auto more = walk(at(open), 14'000, 1'600'000'000, quint32(ticks.size()));
        ticks.insert(ticks.end(), more.begin(), more.end());
    }
    gaps = {{at("2025-01-28T16:00:00Z"), at("2025-01-28T16:20:00Z")}};
    std::erase_if(ticks, [&](const Tick &tick) { return gaps.front().contains(tick.time); });
    hold(std::move(ticks));
}

void TickBench::hold(std::vector<Tick> ticks)
{
    m_ticks = std::move(ticks);
    chunks.bytes.clear();
    m_history = std::make_unique<ticks::TickHistory>(2, 0);
    const std::span<const Tick> all(m_ticks);
    const std::size_t chunkTicks = ticks::kChunkTicks;
    std::size_t begin = 0;
    m_history->append(all);
    // The last part of a chunk stays in the tail.
    for (; begin + chunkTicks <= all.size(); begin += chunkTicks) {
        const std::span<const Tick> part = all.subspan(begin, chunkTicks);
        ticks::ChunkSummary summary;
        summary.id = qint64(begin / chunkTicks) + 1;
        summary.version = 1;
        summary.ticks = qint32(part.size());
        ticks::NodePage nodes;
        std::vector<std::byte> data;
        ticks::encodeChunk(part, data, nodes);
        summary.all = {part.front().time.ns,
                       part.back().time.ns,
                       part.front().price,
                       part.front().price,
                       part.front().price,
                       part.back().price,
                       0};
        for (const Tick &tick : part) {
            summary.all.low = std::min(summary.all.low, tick.price);
            summary.all.high = std::max(summary.all.high, tick.price);
            summary.all.volume += tick.size;
        }
        chunks.bytes[summary.id] = {ticks::encodeNodes(nodes), data};
        m_history->seal(summary);
    }
    m_snapshot = m_history->snapshot();
}

ticks::SnapshotPtr TickBench::append(const std::vector<Tick> &more)
{
    m_ticks.insert(m_ticks.end(), more.begin(), more.end());
    m_history->append(more);
    m_snapshot = m_history->snapshot();
    return m_snapshot;
}

const Tick *TickBench::lastBefore(core::Time time) const
{
    const auto after = std::ranges::lower_bound(m_ticks, time, {}, &Tick::time);
    return after == m_ticks.begin() ? nullptr : &*std::prev(after);
}

std::shared_ptr<charts::TickCurve> TickBench::curve(core::SeriesKind kind) const
{
    auto curve = std::make_shared<charts::TickCurve>();
    curve->instrument.id = 1;
    curve->instrument.symbol = QStringLiteral("TST");
    curve->instrument.names = {{QStringLiteral("en"), QStringLiteral("Test"), {}, {}}};
    curve->instrument.mic = QStringLiteral("XNYS");
    curve->instrument.currency = QStringLiteral("USD");
    curve->series.id = 5;
    curve->series.field = core::QuoteField::Trade;
    curve->series.kind = kind;
    curve->calendar = calendar;
    curve->snapshot = m_snapshot;
    curve->gaps = gaps;
    curve->origins = {QStringLiteral("made up")};
    curve->pages = std::make_shared<charts::TickPages>();
    return curve;
}

charts::ChartContent TickBench::content(core::SeriesKind kind)
{
    const auto made = curve(kind);
    charts::ChartContent content;
    auto bars = charts::sessionBars(*made, chunks, {});
    Q_ASSERT(bars.has_value());
    made->pages = std::make_shared<charts::TickPages>(); // what the bars needed is not there for the picture
    charts::CurveData &data = content.curves[QStringLiteral("TST")];
    data.bars = std::make_shared<const core::BarHistory>(std::move(*bars));
    data.ticks = made;
    const core::TimeRange range{m_snapshot->firstTime(), m_snapshot->lastTime()};
    content.timeScale = core::TimeScale::tradingTime(std::vector{calendar}, range, made->extended);
    content.zone = calendar->zone();
    return content;
}

void TickBench::answer(charts::StackView &view)
{
    auto loaded = charts::loadTicks(view.takeMissingTicks(), chunks);
    QVERIFY(loaded.has_value());
    QVERIFY(charts::insertTicks(**loaded));
    view.ticksArrived();
}

} // namespace tickmark::tests
