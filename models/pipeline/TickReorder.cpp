// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickReorder.h"

#include <ticks/TickBlock.h>

#include <algorithm>

namespace tickmark::pipeline {

namespace {

constexpr std::size_t kMostPending = 8 * TickReorder::kSlice;
constexpr auto kChunk = std::size_t(ticks::kChunkTicks);
constexpr std::size_t kNear = 256; //!< so far behind a place a cut is looked for first

//! As many whole chunks as there are in `count`: what is over would be written twice, as rows and later in a chunk.
std::size_t wholeChunks(std::size_t count)
{
    return count < kChunk ? count : count - count % kChunk;
}

std::ptrdiff_t at(std::size_t index)
{
    return std::ptrdiff_t(index);
}

} // namespace

std::optional<OrderedTicks> TickReorder::next(std::vector<sources::SeriesTicks> &pending, bool isEnd)
{
    m_states.resize(pending.size());
    std::size_t total = 0;
    for (const sources::SeriesTicks &series : pending)
        total += series.ticks.size();
    if (total == 0 || (!isEnd && total < m_threshold))
        return {};
    const auto largest = std::ranges::max_element(pending, {}, [](const auto &s) { return s.ticks.size(); });
    const auto index = std::size_t(largest - pending.begin());
    Ticks &ticks = largest->ticks;
    State &state = m_states[index];
    settle(ticks, state);

    const std::size_t inOrder = ticks.size() - state.late;
    if (state.late >= kSlice || inOrder == 0) {
        const std::size_t end = isEnd ? cutBetweenTimes(ticks, 0, std::min(state.late, kSlice)) : state.late;
        state.late -= std::min(end, state.late);
        return take(pending, index, 0, end);
    }
    const std::size_t wanted = isEnd && inOrder <= kSlice ? inOrder : wholeChunks(isEnd ? kSlice : (inOrder + 1) / 2);
    const std::size_t end = cutBetweenTimes(ticks, state.late, wanted);
    if (!isEnd && end == ticks.size() && total < kMostPending) {
        m_threshold = total + kSlice; // all at one time: more of them may follow
        return {};
    }
    m_threshold = 2 * kSlice;
    state.lastNs = ticks[end - 1].time.ns;
    return take(pending, index, state.late, end);
}

//! Sorts what came since the last slice and moves what is late to the other late ones.
void TickReorder::settle(Ticks &ticks, State &state) const
{
    const auto before = [this](const core::Tick &a, const core::Tick &b) { return isBefore(a, b); };
    const auto fresh = ticks.begin() + at(state.late);
    const auto settled = ticks.begin() + at(std::max(state.late, std::min(state.settled, ticks.size())));
    if (!std::is_sorted(settled == fresh ? fresh : settled - 1, ticks.end(), before))
        std::stable_sort(fresh, ticks.end(), before);
    state.settled = ticks.size();
    if (!state.lastNs)
        return;
    const core::Tick last{core::Time{*state.lastNs}, 0, 0};
    const auto lateEnd = std::upper_bound(fresh, ticks.end(), last, before);
    std::inplace_merge(ticks.begin(), fresh, lateEnd, before);
    state.late = std::size_t(lateEnd - ticks.begin());
}

//! The end of about `wanted` ticks from `begin` on, between two times: a little behind that place, else before it, else
//! behind the last of one time.
std::size_t TickReorder::cutBetweenTimes(const Ticks &ticks, std::size_t begin, std::size_t wanted)
{
    const std::size_t middle = begin + wanted;
    std::size_t end = middle;
    while (end > begin && end < ticks.size() && end - middle < kNear && ticks[end].time == ticks[end - 1].time)
        ++end;
    if (end == middle || (end < ticks.size() && ticks[end].time != ticks[end - 1].time))
        return end;
    end = middle;
    while (end > begin && end < ticks.size() && ticks[end].time == ticks[end - 1].time)
        --end;
    if (end > begin)
        return end;
    end = middle;
    while (end < ticks.size() && ticks[end].time == ticks[end - 1].time)
        ++end;
    return end;
}

OrderedTicks TickReorder::take(std::vector<sources::SeriesTicks> &pending, std::size_t series, std::size_t begin,
                               std::size_t end)
{
    Ticks &ticks = pending[series].ticks;
    m_states[series].settled -= end - begin;
    OrderedTicks taken{series, {ticks.begin() + at(begin), ticks.begin() + at(end)}};
    ticks.erase(ticks.begin() + at(begin), ticks.begin() + at(end));
    if (m_newestFirst)
        std::ranges::reverse(taken.ticks);
    return taken;
}

} // namespace tickmark::pipeline
