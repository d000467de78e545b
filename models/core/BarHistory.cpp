// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarHistory.h"

#include <algorithm>
#include <iterator>

namespace tickmark::core {

std::size_t sourceAt(std::span<const BarRun> runs, std::size_t index)
{
    const auto next = std::ranges::upper_bound(runs, index, {}, &BarRun::first);
    return next == runs.begin() ? 0 : (next - 1)->source;
}

int BarHistory::ownDecimals() const
{
    const auto most = std::ranges::max_element(sources, {}, &Series::priceDecimals);
    return most == sources.end() ? series.priceDecimals : most->priceDecimals;
}

const Series &BarHistory::sourceOf(std::size_t index) const
{
    return sources.empty() ? series : sources[sourceAt(runs, index)];
}

std::vector<Split> BarHistory::splitsBetween(std::size_t index) const
{
    std::vector<Split> between;
    if (!series.splitsUntil)
        return between;
    const SessionDate session = series.isDaily() ? bars[index].session : calendar->sessionDateOf(bars[index].start);
    const SplitScale scale(splits, sourceOf(index).splitsUntil, *series.splitsUntil);
    std::ranges::copy_if(splits, std::back_inserter(between),
                         [&](const Split &split) { return scale.crosses(split, session); });
    return between;
}

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
