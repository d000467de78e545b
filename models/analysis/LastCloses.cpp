// SPDX-License-Identifier: GPL-3.0-or-later
#include "LastCloses.h"

#include <algorithm>

namespace tickmark::analysis {

namespace {

constexpr qint64 kNearTheClose = 30 * core::kNsPerMinute; // of an instrument that is not traded every minute

} // namespace

LastCloses::LastCloses(core::CalendarPtr calendar, qint64 intervalNs)
    : m_calendar(std::move(calendar)), m_intervalNs(intervalNs)
{}

void LastCloses::add(const core::Bar &bar)
{
    if (!m_session || !m_session->hours.contains(bar.start)) {
        const auto session = m_calendar->session(m_calendar->sessionDateOf(bar.start));
        if (!session || !session->hours.contains(bar.start))
            return;
        endSession();
        m_session = session;
        m_close = {session->date, bar.close, bar.low, bar.high};
    }
    m_close.close = bar.close;
    m_close.low = std::min(m_close.low, bar.low);
    m_close.high = std::max(m_close.high, bar.high);
    m_lastStart = bar.start;
}

void LastCloses::endSession()
{
    if (m_session && m_lastStart.ns + std::max(m_intervalNs, kNearTheClose) >= m_session->hours.end.ns)
        m_closes.push_back(m_close);
    m_session.reset();
}

std::vector<SessionClose> LastCloses::take()
{
    endSession();
    return std::exchange(m_closes, {});
}

} // namespace tickmark::analysis
