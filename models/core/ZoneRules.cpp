// SPDX-License-Identifier: GPL-3.0-or-later
#include "ZoneRules.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <limits>

namespace tickmark::core {

Result<ZoneRules> ZoneRules::load(const QByteArray &zoneId)
{
    // Qt takes any short word ("Berlin", "xyz") for a POSIX rule without offset and calls it valid.
    const QTimeZone zone(zoneId);
    // Its list leaves out what belongs to no country.
    const bool isListed = zoneId == "UTC" || zoneId.startsWith("Etc/") || QTimeZone::isTimeZoneIdAvailable(zoneId);
    if (!zone.isValid() || !isListed) {
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate("ZoneRules", "The time zone “%1” is unknown on this system.")
                           .arg(QString::fromUtf8(zoneId)));
    }
    ZoneRules rules;
    rules.m_id = zoneId;
    const QDateTime from(QDate(1900, 1, 1), QTime(0, 0), Qt::UTC);
    const QDateTime to(QDate(2100, 1, 1), QTime(0, 0), Qt::UTC);
    rules.m_entries.push_back({std::numeric_limits<qint64>::min(), zone.offsetFromUtc(from) * kNsPerSecond});
    const auto transitions = zone.transitions(from, to);
    for (const QTimeZone::OffsetData &transition : transitions) {
        const qint64 offset = transition.offsetFromUtc * kNsPerSecond;
        if (offset != rules.m_entries.back().offsetNs)
            rules.m_entries.push_back({transition.atUtc.toMSecsSinceEpoch() * (kNsPerSecond / 1000), offset});
    }
    return rules;
}

qint64 ZoneRules::offsetAt(Time time) const
{
    const auto after = std::upper_bound(m_entries.begin(), m_entries.end(), time.ns,
                                        [](qint64 ns, const Entry &entry) { return ns < entry.fromUtcNs; });
    return after == m_entries.begin() ? 0 : std::prev(after)->offsetNs;
}

SessionDate ZoneRules::dateAt(Time time) const
{
    return SessionDate::utcDateOf(Time{localNs(time)});
}

Time ZoneRules::fromLocalNs(qint64 localNs) const
{
    // The true offset is that of the day before or after at the latest: zones do not change twice within two days.
    const qint64 before = offsetAt(Time{localNs - kNsPerDay});
    const qint64 after = offsetAt(Time{localNs + kNsPerDay});
    const Time early{localNs - before};
    if (before == after || offsetAt(early) == before)
        return early;
    const Time late{localNs - after};
    if (offsetAt(late) == after)
        return late;
    // The local time was skipped: the change itself is the first instant after it.
    const auto change = std::upper_bound(m_entries.begin(), m_entries.end(), late.ns,
                                         [](qint64 ns, const Entry &entry) { return ns < entry.fromUtcNs; });
    return Time{change->fromUtcNs};
}

} // namespace tickmark::core
