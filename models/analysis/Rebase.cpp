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

//! A close of zero or below has no percent; a negative oil price must not turn the whole curve upside down.
bool isClose(const core::Bar &bar, const core::BarHistory &history, core::SessionDate date)
{
    return bar.close > 0 && (history.series.isDaily() || isInRegularHours(bar, history, date));
}

} // namespace

std::optional<RebasePoint> rebasePoint(const core::BarHistory &history, core::SessionDate pinned)
{
    for (auto bar = history.bars.rbegin(); bar != history.bars.rend(); ++bar) {
        const core::SessionDate date = sessionOf(*bar, history);
        if (date <= pinned && isClose(*bar, history, date))
            return RebasePoint{core::Price{bar->close, history.series.priceDecimals}, date, date == pinned};
    }
    return std::nullopt;
}

std::optional<RebasePoint> rebasePointAfter(const core::BarHistory &history, core::SessionDate pinned)
{
    const auto first = std::ranges::find_if(history.bars, [&](const core::Bar &bar) {
        const core::SessionDate date = sessionOf(bar, history);
        return date > pinned && isClose(bar, history, date);
    });
    if (first == history.bars.end())
        return std::nullopt;
    auto point = rebasePoint(history, sessionOf(*first, history)); // of intraday bars the session's last one
    point->onPinnedDate = false;
    return point;
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
