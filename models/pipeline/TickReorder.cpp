// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickReorder.h"

#include <ticks/TickBlock.h>

#include <algorithm>
#include <utility>

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
    for (std::size_t i = 0; i < pending.size(); ++i) {
        look(pending[i].ticks, m_states[i]);
        total += pending[i].ticks.size();
    }
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

//! Finds how far what has come is in order, while the processor still has it at hand.
void TickReorder::look(const Ticks &ticks, State &state) const
{
    const std::size_t settled = std::min(state.settled, ticks.size());
    const auto begin = ticks.begin() + at(settled > state.late ? settled - 1 : state.late);
    const auto end = std::is_sorted_until(begin, ticks.end(),
                                          [this](const core::Tick &a, const core::Tick &b) { return isBefore(a, b); });
    state.settled = std::size_t(end - ticks.begin());
}

//! Sorts what came since the last slice and moves what is late to the other late ones.
void TickReorder::settle(Ticks &ticks, State &state) const
{
    const auto before = [this](const core::Tick &a, const core::Tick &b) { return isBefore(a, b); };
    const auto fresh = ticks.begin() + at(state.late);
    if (state.settled != ticks.size())
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
    OrderedTicks taken{series, std::exchange(m_spare, {})};
    if (begin == 0) { // only what stays is copied
        taken.ticks.reserve(ticks.capacity());
        taken.ticks.assign(ticks.begin() + at(end), ticks.end());
        taken.ticks.swap(ticks);
        taken.ticks.resize(end);
    } else {
        taken.ticks.assign(ticks.begin() + at(begin), ticks.begin() + at(end));
        ticks.erase(ticks.begin() + at(begin), ticks.begin() + at(end));
    }
    if (m_newestFirst)
        std::ranges::reverse(taken.ticks);
    return taken;
}

} // namespace tickmark::pipeline
