// SPDX-License-Identifier: GPL-3.0-or-later
#include "LocalClock.h"

namespace tickmark::sources {

namespace {

//! No zone ever turned its clocks back by more.
constexpr qint64 kLongestOverlapNs = 3 * core::kNsPerHour;

qint64 dayOf(qint64 localNs)
{
    return localNs / core::kNsPerDay - (localNs % core::kNsPerDay < 0 ? 1 : 0);
}

} // namespace

LocalClock::Moment LocalClock::at(qint64 localNs)
{
    const qint64 day = dayOf(localNs);
    if (day == m_day)
        return {Moment::Kind::Once, core::Time{localNs - m_dayOffset}, {}};

    const core::Time first = m_zone.fromLocalNs(localNs);
    const core::Time dayBefore{day * core::kNsPerDay - core::kNsPerDay};
    const core::Time dayAfter{day * core::kNsPerDay + 2 * core::kNsPerDay};
    const qint64 offset = m_zone.offsetAt(dayBefore);
    if (offset == m_zone.offsetAt(dayAfter) && offset == m_zone.offsetAt(first)) {
        m_day = day;
        m_dayOffset = offset;
        return {Moment::Kind::Once, first, {}};
    }
    if (m_zone.localNs(first) != localNs)
        return {Moment::Kind::Never, first, {}};
    const core::Time second{localNs - m_zone.offsetAt(core::Time{first.ns + kLongestOverlapNs})};
    if (second > first && m_zone.localNs(second) == localNs)
        return {Moment::Kind::Twice, first, second};
    return {Moment::Kind::Once, first, {}};
}

} // namespace tickmark::sources
