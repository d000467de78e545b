// SPDX-License-Identifier: GPL-3.0-or-later
#include "Rebase.h"

#include <algorithm>
#include <ranges>

namespace tickmark::analysis {

namespace {

core::SessionDate sessionOf(const core::Bar &bar, const core::BarHistory &history)
{
    return history.series.isDaily() ? bar.session : history.calendar->sessionDateOf(bar.start);
}

bool isInRegularHours(const core::Bar &bar, const core::BarHistory &history, core::SessionDate date)
{
    const auto session = history.calendar->session(date);
    return session && session->hours.contains(bar.start);
}

} // namespace

std::optional<RebasePoint> rebasePoint(const core::BarHistory &history, core::SessionDate pinned)
{
    const int decimals = history.series.priceDecimals;
    for (const core::Bar &bar : history.bars | std::views::reverse) {
        const core::SessionDate date = sessionOf(bar, history);
        // A close of zero or below has no percent; a negative oil price must not turn the whole curve upside down.
        if (date > pinned || bar.close <= 0)
            continue;
        if (!history.series.isDaily() && !isInRegularHours(bar, history, date))
            continue;
        return RebasePoint{core::Price{bar.close, decimals}, date, date == pinned};
    }
    return std::nullopt;
}

double percentSince(core::Price base, core::Price value)
{
    // At equal decimals the difference is an exact integer, so the quotient is rounded once only.
    const int decimals = std::max(base.decimals, value.decimals);
    const auto exactBase = core::rescaled(base, decimals);
    const auto exactValue = core::rescaled(value, decimals);
    if (exactBase && exactValue)
        return double(exactValue->units - exactBase->units) / double(exactBase->units) * 100.0;
    return (core::toDouble(value) / core::toDouble(base) - 1.0) * 100.0;
}

} // namespace tickmark::analysis
