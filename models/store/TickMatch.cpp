// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickMatch.h"

#include <algorithm>
#include <tuple>

namespace tickmark::store {

namespace {

bool isBefore(const core::Tick &a, const core::Tick &b)
{
    return std::tie(a.price, a.size) < std::tie(b.price, b.size);
}

// How many ticks from the start are the same in both, down to the end of a time in both.
std::size_t equalTimes(std::span<const core::Tick> a, std::span<const core::Tick> b)
{
    const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    auto count = std::size_t(end - a.begin());
    if (count == 0)
        return 0;
    const core::Time last = a[count - 1].time;
    const bool goesOn = (end != a.end() && end->time == last) || (other != b.end() && other->time == last);
    while (goesOn && count > 0 && a[count - 1].time == last)
        --count;
    return count;
}

std::size_t endOfTime(std::span<const core::Tick> ticks, std::size_t begin, core::Time time)
{
    while (begin < ticks.size() && ticks[begin].time == time)
        ++begin;
    return begin;
}

} // namespace

TickMatch::TickMatch(qint64 importId, std::vector<core::Tick> removed)
    : m_import(importId), m_removed(std::move(removed))
{}

TickMatch TickMatch::ofNewTicks()
{
    TickMatch match(0, {});
    match.m_allNew = true;
    return match;
}

std::vector<TickMatch::Extra> TickMatch::match(const OwnedTicks &stored, std::span<const core::Tick> slice)
{
    std::vector<Extra> extras;
    if (m_allNew) {
        auto place = stored.ticks.begin();
        for (std::size_t j = 0; j < slice.size(); ++j) {
            place = std::ranges::upper_bound(place, stored.ticks.end(), slice[j].time, {}, &core::Tick::time);
            extras.push_back({std::size_t(place - stored.ticks.begin()), j});
        }
        return extras;
    }
    const bool hasOwn = m_import != 0 && stored.provenance.countOf(m_import) > 0;
    m_imports = hasOwn ? stored.provenance.expanded() : std::vector<qint64>();
    const std::span<const core::Tick> there = stored.ticks;
    std::size_t i = 0;
    std::size_t j = 0;
    while (j < slice.size()) {
        const core::Time time = slice[j].time;
        i = std::size_t(std::lower_bound(there.begin() + std::ptrdiff_t(i), there.end(), time,
                                         [](const core::Tick &tick, core::Time wanted) { return tick.time < wanted; })
                        - there.begin());
        // a removed tick is missing in the stored ones, so equal runs cannot hide it
        if (!hasOwn && m_carried.empty()) {
            if (const std::size_t same = equalTimes(there.subspan(i), slice.subspan(j)); same > 0) {
                i += same;
                j += same;
                continue;
            }
        }
        const std::size_t last = endOfTime(there, i, time);
        const std::size_t end = endOfTime(slice, j, time);
        matchTime(stored, i, last, slice, j, end, extras);
        if (!m_carried.empty() && m_carried.front().tick.time <= time)
            m_carried.clear();
        i = last;
        j = end;
    }
    return extras;
}

void TickMatch::matchTime(const OwnedTicks &stored, std::size_t first, std::size_t last,
                          std::span<const core::Tick> slice, std::size_t begin, std::size_t end,
                          std::vector<Extra> &extras)
{
    const core::Time time = slice[begin].time;
    m_known.clear();
    if (!m_carried.empty() && m_carried.front().tick.time == time)
        m_known = m_carried;
    for (std::size_t i = first; i < last; ++i)
        m_known.push_back({stored.ticks[i], isOwn(i)});
    auto removed = std::ranges::lower_bound(m_removed, time, {}, &core::Tick::time);
    for (; removed != m_removed.end() && removed->time == time; ++removed)
        m_known.push_back({*removed, false});
    // own copies first, so that the first copy of a tick tells whether there is an own one
    std::ranges::sort(m_known, [](const Stored &a, const Stored &b) {
        return std::tie(a.tick.price, a.tick.size, b.isOwn) < std::tie(b.tick.price, b.tick.size, a.isOwn);
    });
    std::vector<std::size_t> used(m_known.size(), 0); // how many of the copies that begin here are matched
    for (std::size_t j = begin; j < end; ++j) {
        const auto known = std::ranges::lower_bound(m_known, slice[j], isBefore, &Stored::tick);
        const auto at = std::size_t(known - m_known.begin());
        bool isThere = known != m_known.end() && known->tick == slice[j] && !known->isOwn;
        if (isThere) {
            const std::size_t copy = at + used[at];
            isThere = copy < m_known.size() && m_known[copy].tick == slice[j];
            ++used[at];
        }
        if (!isThere)
            extras.push_back({last, j});
    }
}

bool TickMatch::isOwn(std::size_t index) const
{
    return !m_imports.empty() && m_imports[index] == m_import;
}

void TickMatch::carry(const OwnedTicks &stored)
{
    if (m_allNew)
        return;
    const core::Time time = stored.ticks.back().time;
    if (!m_carried.empty() && m_carried.front().tick.time != time)
        m_carried.clear();
    const std::vector<qint64> imports = stored.provenance.expanded();
    for (std::size_t i = stored.ticks.size(); i-- > 0 && stored.ticks[i].time == time;)
        m_carried.push_back({stored.ticks[i], m_import != 0 && imports[i] == m_import});
}

OwnedTicks merged(const OwnedTicks &stored, std::span<const core::Tick> slice, const Provenance &provenance,
                  std::span<const TickMatch::Extra> extras)
{
    const std::vector<qint64> storedImports = stored.provenance.expanded();
    const std::vector<qint64> sliceImports = provenance.expanded();
    OwnedTicks all;
    all.ticks.reserve(stored.ticks.size() + extras.size());
    std::size_t next = 0;
    const auto copyUpTo = [&](std::size_t end) {
        for (; next < end; ++next) {
            all.ticks.push_back(stored.ticks[next]);
            all.provenance.add(storedImports[next]);
        }
    };
    for (const TickMatch::Extra &extra : extras) {
        copyUpTo(extra.place);
        all.ticks.push_back(slice[extra.index]);
        all.provenance.add(sliceImports[extra.index]);
    }
    copyUpTo(stored.ticks.size());
    return all;
}

} // namespace tickmark::store
