// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarHistory.h"

namespace tickmark::core {

TimeRange barSpan(const Bar &bar, const Series &series, const SessionCalendar &calendar)
{
    if (!series.isDaily())
        return {bar.start, Time{bar.start.ns + series.intervalNs}};
    if (const auto session = calendar.session(bar.session))
        return session->hours;
    // A bar on a day without a session (calendar data disagree): it stands at that day's noon on the exchange's clock.
    const Time noon = calendar.zone().fromLocalNs(qint64(bar.session.days()) * kNsPerDay + kNsPerDay / 2);
    return {noon, noon};
}

} // namespace tickmark::core
