// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarChecks.h"

#include <core/Price.h>
#include <core/Series.h>

#include <algorithm>

namespace tickmark::pipeline {

namespace {

constexpr double kJumpFactor = 100.0;

} // namespace

BarChecks::BarChecks(core::CalendarPtr calendar, qint64 intervalNs)
    : m_calendar(std::move(calendar)), m_daily(intervalNs == core::Series::kDaily)
{}

core::SessionDate BarChecks::sessionOf(const core::Bar &bar) const
{
    return m_daily ? bar.session : m_calendar->sessionDateOf(bar.start);
}

void BarChecks::check(core::Bar &bar, int priceDecimals)
{
    ++m_bars;
    const core::SessionDate session = sessionOf(bar);
    m_first = m_first ? std::min(*m_first, session) : session;
    m_last = m_last ? std::max(*m_last, session) : session;
    m_unverified += !m_calendar->covers(session);
    if (!m_calendar->isSession(session))
        bar.flags |= core::kBarOutsideCalendar;
    if (m_daily && remember(session))
        bar.flags |= core::kBarDuplicate;

    const double close = core::toDouble({bar.close, priceDecimals});
    // The file may run forwards or backwards: a jump is one in either direction.
    if (m_previousClose > 0 && close > 0
        && (close >= m_previousClose * kJumpFactor || m_previousClose >= close * kJumpFactor))
        bar.flags |= core::kBarJump;
    m_previousClose = close;
}

bool BarChecks::remember(core::SessionDate session)
{
    if (m_seen.empty())
        m_seenFrom = session;
    if (session < m_seenFrom) {
        // Room for as much again, so that a file that runs backwards does not shift the table at every row.
        const auto room = std::max<std::size_t>(std::size_t(m_seenFrom.days() - session.days()), m_seen.size());
        m_seen.insert(m_seen.begin(), room, false);
        m_seenFrom = m_seenFrom.plusDays(-qint32(room));
    }
    const auto index = std::size_t(session.days() - m_seenFrom.days());
    if (index >= m_seen.size())
        m_seen.resize(std::max(index + 1, m_seen.size() * 2), false);
    const bool before = m_seen[index];
    m_seen[index] = true;
    return before;
}

std::vector<core::SessionDate> BarChecks::missingSessions() const
{
    std::vector<core::SessionDate> missing;
    if (!m_daily || !m_first)
        return missing;
    for (core::SessionDate date = *m_first; date <= *m_last; date = date.plusDays(1)) {
        if (!m_seen[std::size_t(date.days() - m_seenFrom.days())] && m_calendar->covers(date)
            && m_calendar->isSession(date))
            missing.push_back(date);
    }
    return missing;
}

} // namespace tickmark::pipeline
