// SPDX-License-Identifier: GPL-3.0-or-later
#include "OverlapResolver.h"

#include <utility>

namespace tickmark::sources {

//! Where the clock does not go on in the file's direction. Equal readings are two passes too: hourly bars have 02:00 twice.
std::vector<size_t> OverlapResolver::jumps() const
{
    std::vector<size_t> found;
    for (size_t i = 1; i < m_waiting.size(); ++i) {
        const qint64 step = m_waiting[i].localNs - m_waiting[i - 1].localNs;
        if (m_newestFirst ? step >= 0 : step <= 0)
            found.push_back(i);
    }
    return found;
}

bool OverlapResolver::follows(std::optional<core::Time> from, core::Time to) const
{
    if (!from)
        return false;
    const qint64 step = m_newestFirst ? from->ns - to.ns : to.ns - from->ns;
    return step > 0 && step <= m_intervalNs;
}

std::vector<OverlapResolver::Resolved> OverlapResolver::resolve(std::optional<core::Time> next)
{
    std::vector<Resolved> resolved;
    if (m_waiting.empty())
        return resolved;
    // In the file's order the pass that comes first is the later one when the newest rows come first.
    const auto early = [&](const Waiting &row) { return m_newestFirst ? row.second : row.first; };
    const auto late = [&](const Waiting &row) { return m_newestFirst ? row.first : row.second; };

    const std::vector<size_t> found = jumps();
    std::optional<size_t> border; // rows from here on belong to the other pass
    if (found.size() == 1) {
        border = found.front();
    } else if (found.empty()) {
        const bool afterPrevious = follows(m_previous, early(m_waiting.front()));
        const bool beforeNext = next && follows(late(m_waiting.back()), *next);
        if (afterPrevious != beforeNext)
            border = afterPrevious ? m_waiting.size() : 0;
    }
    for (size_t i = 0; i < m_waiting.size(); ++i) {
        const Waiting &row = m_waiting[i];
        resolved.push_back({row.row, border ? std::optional(i < *border ? early(row) : late(row)) : std::nullopt});
        if (resolved.back().time)
            m_previous = resolved.back().time;
    }
    m_waiting.clear();
    return resolved;
}

} // namespace tickmark::sources
