// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Time.h>
#include <core/ZoneRules.h>

#include <utility>

namespace tickmark::sources {

//! What a zone's clock showed, turned into times. Remembers the day it looked at last, since rows come day by day.
class LocalClock
{
public:
    //! A clock reading was there once, never (clocks went forward) or twice (clocks went back).
    struct Moment
    {
        enum class Kind { Once, Never, Twice } kind = Kind::Once;
        core::Time time;   //!< the only, or the first one
        core::Time second; //!< with Twice
    };

    explicit LocalClock(core::ZoneRules zone) : m_zone(std::move(zone)) {}

    [[nodiscard]] const core::ZoneRules &zone() const { return m_zone; }
    //! `localNs` counts from 1970-01-01T00:00 on the zone's clock.
    [[nodiscard]] Moment at(qint64 localNs);

private:
    core::ZoneRules m_zone;
    qint64 m_day = -1'000'000'000; //!< the last one with a single offset from the day before to the day after
    qint64 m_dayOffset = 0;
};

} // namespace tickmark::sources
