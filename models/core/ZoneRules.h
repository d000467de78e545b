// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"
#include "Time.h"

#include <QByteArray>

#include <vector>

namespace tickmark::core {

//! The UTC offsets of one IANA zone as a sorted table, read once from QTimeZone, so that converting a time costs a
//! binary search. Immutable value, free to copy and to use from any thread. Covers 1900 to 2100; before and after, the
//! nearest known offset holds.
class ZoneRules
{
public:
    //! NotFound when the system does not know the zone.
    [[nodiscard]] static Result<ZoneRules> load(const QByteArray &zoneId);

    [[nodiscard]] const QByteArray &id() const { return m_id; }
    //! Local time less UTC, in nanoseconds.
    [[nodiscard]] qint64 offsetAt(Time time) const;
    //! Nanoseconds since 1970-01-01T00:00 on the zone's own clock.
    [[nodiscard]] qint64 localNs(Time time) const { return time.ns + offsetAt(time); }
    [[nodiscard]] SessionDate dateAt(Time time) const;
    //! The time at which the zone's clock shows `localNs`. In a gap (clocks go forward) the first instant after it; in an
    //! overlap (clocks go back) the earlier of the two.
    [[nodiscard]] Time fromLocalNs(qint64 localNs) const;

private:
    struct Entry
    {
        qint64 fromUtcNs;
        qint64 offsetNs;
    };

    QByteArray m_id;
    std::vector<Entry> m_entries; //!< ascending; the first holds from the beginning of time
};

} // namespace tickmark::core
