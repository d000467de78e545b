// SPDX-License-Identifier: GPL-3.0-or-later
#include "RandomHistory.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace tickmark::tests {

using core::Tick;

namespace {

constexpr core::TimeRange kYears{core::Time{1'420'070'400 * core::kNsPerSecond},  // 2015
                                 core::Time{1'609'459'200 * core::kNsPerSecond}}; // 2021
constexpr qint64 kFarthest = 1'000 * core::kNsPerDay;                             // from the first tick to the last

RandomAxis tradingAxis(const core::CalendarSet &calendars, const std::vector<QString> &names, bool extended)
{
    std::vector<core::CalendarPtr> all;
    for (const QString &name : names)
        all.push_back(*calendars.calendar(name));
    std::vector<core::TimeRange> extra;
    for (const core::Session &session :
         all.front()->sessions(core::SessionDate::utcDateOf(kYears.begin), core::SessionDate::utcDateOf(kYears.end))) {
        if (extended && session.date.days() % 3 != 0)
            extra.push_back({core::Time{session.hours.begin.ns - core::kNsPerHour}, session.hours.begin});
    }
    return {all.front(), std::make_shared<const core::TimeScale>(core::TimeScale::tradingTime(all, kYears, extra))};
}

} // namespace

qint64 Chance::below(qint64 count)
{
    return count <= 1 ? 0 : qint64(m_random() % quint64(count));
}

qint64 Chance::magnitude(double most)
{
    const double exponent = double(below(1'000'001)) / 1e6 * std::log(std::max(most, 1.0));
    return std::max<qint64>(qint64(std::exp(exponent)), 1);
}

std::vector<RandomAxis> calendarAxes(const core::CalendarSet &calendars)
{
    const auto scale = std::make_shared<const core::TimeScale>(core::TimeScale::calendarTime());
    std::vector<RandomAxis> axes;
    for (const char *name : {"XNYS", "XTKS", "24x7", "FX"})
        axes.push_back({*calendars.calendar(QString::fromLatin1(name)), scale});
    return axes;
}

std::vector<RandomAxis> tradingAxes(const core::CalendarSet &calendars)
{
    const QString newYork = QStringLiteral("XNYS");
    return {tradingAxis(calendars, {newYork}, false),
            tradingAxis(calendars, {newYork}, true),
            tradingAxis(calendars, {newYork, QStringLiteral("XETR")}, false),
            tradingAxis(calendars, {QStringLiteral("XTKS")}, false),
            tradingAxis(calendars, {QStringLiteral("XHKG"), newYork}, false),
            tradingAxis(calendars, {QStringLiteral("24x7")}, false)};
}

RandomHistory::RandomHistory(const HistoryKind &kind, const RandomAxis &axis, Chance &chance)
    : m_kind(kind), m_axis(axis), m_decimals(int(chance.between(std::min(kind.decimals, 2), kind.decimals)))
{
    const qint64 count = chance.magnitude(double(kind.mostTicks));
    m_pace = chance.magnitude(2.0 * double(kFarthest) / double(count));
    m_grid = 4 * chance.magnitude(double(m_pace));
    m_onEdges = chance.percent(kind.onEdges);
    m_step = chance.magnitude(1'000);
    const bool negative = chance.percent(kind.negative);
    m_lowest = negative ? std::numeric_limits<qint64>::min() / 4 : 1;
    m_coarse = core::powerOfTen(int(chance.between(0, std::min(m_decimals, 3))));
    const qint64 axisBegin = m_axis.scale->toAxis(core::Time{kYears.begin.ns + chance.below(core::kNsPerDay * 900)});
    const Tick first{m_axis.scale->toTime(axisBegin / m_grid * m_grid),
                     negative ? chance.between(-1'000, 1'000) : chance.magnitude(1e9) * m_coarse, 1};
    m_ticks.push_back(first);
    walk(m_ticks, count - 1, chance);
    std::ranges::stable_sort(m_ticks, {}, &Tick::time);
    dropSessions(kind.missing, chance);
    for (qint64 gap = chance.between(0, kind.gaps); gap > 0; --gap)
        addGap(chance);

    m_history = std::make_unique<ticks::TickHistory>(m_decimals, 0);
    m_history->append(m_ticks);
    while (kind.storage != HistoryKind::Storage::TailOnly && chunked() < m_ticks.size()
           && (kind.storage == HistoryKind::Storage::SealedOnly || chance.percent(90)))
        seal(chance);
}

//! More ticks after the last one. What stands in closed time may come before others; nothing is sorted here.
void RandomHistory::walk(std::vector<Tick> &ticks, qint64 count, Chance &chance)
{
    const core::TimeScale &scale = *m_axis.scale;
    const qint64 lastAxis = scale.toAxis(kYears.end);
    Tick tick = ticks.back();
    qint64 axis = scale.toAxis(tick.time) / (m_onEdges ? m_grid : 1) * (m_onEdges ? m_grid : 1);
    qint64 pace = m_pace;
    for (; count > 0 && axis < lastAxis; --count) {
        if (chance.percent(1))
            pace = chance.magnitude(double(m_pace)); // bursts
        if (!chance.percent(m_kind.ties)) {
            axis += m_onEdges ? chance.below(3) * m_grid : chance.below(pace + 1);
            const qint64 beside = m_onEdges && chance.percent(30) ? chance.between(-1, 1) : 0;
            tick.time = std::max(tick.time, scale.toTime(axis + beside));
            if (chance.percent(m_kind.closed) && !scale.isOpen(tick.time))
                tick.time.ns += chance.below(core::kNsPerHour);
        }
        const qint64 step = chance.percent(2) ? m_step * 10 : m_step;
        tick.price = std::max(tick.price + chance.between(-step, step) * m_coarse, m_lowest);
        tick.size = chance.below(1'000);
        ticks.push_back(tick);
    }
}

void RandomHistory::dropSessions(int percent, Chance &chance)
{
    if (m_ticks.back().time.ns - m_ticks.front().time.ns < core::kNsPerHour)
        return;
    std::map<core::SessionDate, bool> dropped;
    const Tick first = m_ticks.front();
    std::erase_if(m_ticks, [&](const Tick &tick) {
        const auto [day, isNew] = dropped.try_emplace(m_axis.calendar->sessionDateOf(tick.time), false);
        if (isNew)
            day->second = chance.percent(percent);
        return day->second;
    });
    if (m_ticks.empty())
        m_ticks.push_back(first);
}

//! Between two ticks that are at least 2 ns apart, and in no other gap.
void RandomHistory::addGap(Chance &chance)
{
    const auto index = std::size_t(chance.below(qint64(m_ticks.size())));
    const qint64 before = m_ticks[index].time.ns;
    const qint64 after = index + 1 < m_ticks.size() ? m_ticks[index + 1].time.ns : before + core::kNsPerHour;
    if (after - before < 2)
        return;
    const qint64 begin = chance.percent(50) ? before + 1 : before + 1 + chance.below(after - before - 1);
    const core::TimeRange gap{core::Time{begin}, core::Time{begin + 1 + chance.below(after - begin)}};
    const bool overlaps = std::ranges::any_of(
        m_gaps, [&](const core::TimeRange &other) { return gap.begin < other.end && other.begin < gap.end; });
    if (overlaps)
        return;
    m_gaps.insert(std::ranges::upper_bound(m_gaps, gap.begin, {}, &core::TimeRange::begin), gap);
}

std::size_t RandomHistory::chunked() const
{
    std::size_t sum = 0;
    for (const Chunk &chunk : m_chunks)
        sum += chunk.ticks;
    return sum;
}

ticks::ChunkSummary RandomHistory::encode(std::size_t begin, const Chunk &chunk)
{
    const std::span<const Tick> ticks = std::span(m_ticks).subspan(begin, chunk.ticks);
    qint64 scale = 1; // fewer decimals where nothing is lost
    while (scale < 1'000
           && std::ranges::all_of(ticks, [&](const Tick &tick) { return tick.price % (scale * 10) == 0; }))
        scale *= 10;
    ticks::ChunkSummary summary = m_bytes.add(ticks, scale);
    m_places[{chunk.id, chunk.version}] = summary.id;
    summary.id = chunk.id;
    summary.version = chunk.version;
    return summary;
}

void RandomHistory::append(Chance &chance)
{
    std::vector<Tick> more{m_ticks.back()};
    walk(more, chance.magnitude(500), chance);
    more.erase(more.begin());
    std::ranges::stable_sort(more, {}, &Tick::time);
    m_history->append(more);
    m_ticks.insert(m_ticks.end(), more.begin(), more.end());
}

void RandomHistory::seal(Chance &chance)
{
    const std::size_t begin = chunked();
    const std::size_t tail = m_ticks.size() - begin;
    if (tail == 0)
        return;
    // All of it, or whole blocks.
    std::size_t count = std::min(tail, std::size_t(ticks::kChunkTicks));
    if (count == tail || chance.percent(50))
        count = std::min(count, std::size_t(chance.between(1, 64)) * ticks::kBlockTicks);
    const Chunk chunk{++m_nextId, 1, count};
    m_history->seal(encode(begin, chunk));
    m_chunks.push_back(chunk);
}

//! How many more there are now.
std::size_t RandomHistory::change(std::vector<Tick> &ticks, Chance &chance) const
{
    const std::size_t before = ticks.size();
    switch (chance.below(3)) {
    case 0: // late ones, behind those of the same time
        for (qint64 late = chance.magnitude(40); late > 0 && ticks.size() < std::size_t(ticks::kChunkTicks); --late) {
            Tick tick = ticks[std::size_t(chance.below(qint64(ticks.size())))];
            tick.time.ns = chance.between(tick.time.ns, ticks.back().time.ns);
            tick.price = std::max(tick.price + chance.between(-50, 50) * m_step, m_lowest);
            ticks.insert(std::ranges::upper_bound(ticks, tick.time, {}, &Tick::time), tick);
        }
        break;
    case 1: { // all of a run of prices is corrected, as a wrong one far off would be
        const auto begin = std::size_t(chance.below(qint64(before)));
        const auto end = std::size_t(chance.between(qint64(begin) + 1, qint64(before)));
        for (std::size_t i = begin; i < end; ++i)
            ticks[i].price = std::max(ticks[begin].price + chance.between(-1, 1) * m_step, m_lowest);
        break;
    }
    default: // taken back
        if (before > 1) {
            const qint64 begin = chance.below(qint64(before));
            const qint64 count = chance.between(1, std::min(qint64(before) - begin, qint64(before) - 1));
            ticks.erase(ticks.begin() + begin, ticks.begin() + begin + count);
        }
    }
    return ticks.size() - before;
}

void RandomHistory::rewrite(Chance &chance)
{
    const auto index = std::size_t(chance.below(qint64(m_chunks.size()) + 1));
    std::size_t begin = 0;
    for (std::size_t i = 0; i < std::min(index, m_chunks.size()); ++i)
        begin += m_chunks[i].ticks;
    const bool isTail = index == m_chunks.size();
    const std::size_t count = isTail ? m_ticks.size() - begin : m_chunks[index].ticks;
    if (count == 0)
        return;
    const auto first = m_ticks.begin() + std::ptrdiff_t(begin);
    std::vector<Tick> part(first, first + std::ptrdiff_t(count));
    const std::size_t more = change(part, chance);
    m_ticks.erase(first, first + std::ptrdiff_t(count));
    m_ticks.insert(m_ticks.begin() + std::ptrdiff_t(begin), part.begin(), part.end());
    if (isTail) {
        m_history->replaceTail(part);
        return;
    }
    Chunk &chunk = m_chunks[index];
    chunk.ticks += more;
    if (chance.percent(30))
        chunk = {++m_nextId, 1, chunk.ticks};
    else
        ++chunk.version;
    const ticks::ChunkSummary summary = encode(begin, chunk);
    m_history->replaceChunks(index, 1, {&summary, 1});
}

void RandomHistory::widen()
{
    if (m_decimals == core::kMaxDecimals)
        return;
    m_history->widen(++m_decimals, 0);
    for (Tick &tick : m_ticks)
        tick.price *= 10;
    m_coarse *= 10;
}

std::shared_ptr<const charts::TickCurve> RandomHistory::curve()
{
    auto curve = std::make_shared<charts::TickCurve>();
    curve->series.priceDecimals = m_decimals;
    curve->calendar = m_axis.calendar;
    curve->snapshot = m_history->snapshot();
    curve->gaps = m_gaps;
    curve->pages = m_pages;
    return curve;
}

core::Result<void> RandomHistory::readNodes(qint64 chunk, qint32 version, std::vector<std::byte> &bytes)
{
    if (m_withheld)
        return core::failure(core::ErrorCode::Io, QStringLiteral("withheld"));
    return m_bytes.readNodes(m_places.at({chunk, version}), 1, bytes);
}

core::Result<void> RandomHistory::readData(qint64 chunk, qint32 version, std::vector<std::byte> &bytes)
{
    if (m_withheld)
        return core::failure(core::ErrorCode::Io, QStringLiteral("withheld"));
    return m_bytes.readData(m_places.at({chunk, version}), 1, bytes);
}

} // namespace tickmark::tests
