// SPDX-License-Identifier: GPL-3.0-or-later
#include "CorrectedBars.h"

#include "SplitUnits.h"

#include <algorithm>

namespace tickmark::pipeline {

using core::Bar;
using core::Result;
using core::Series;

namespace {

bool isEqual(const Bar &bar, const Series &series, const sources::FetchedBar &fetched)
{
    const auto same = [&](qint64 Bar::*price) {
        return core::compare({bar.*price, series.priceDecimals}, {fetched.bar.*price, fetched.priceDecimals}) == 0;
    };
    const bool sameVolume = bar.volume && fetched.bar.volume
                                ? core::compare({*bar.volume, series.sizeDecimals},
                                                {*fetched.bar.volume, fetched.sizeDecimals})
                                      == 0
                                : bar.volume == fetched.bar.volume;
    return same(&Bar::open) && same(&Bar::high) && same(&Bar::low) && same(&Bar::close) && sameVolume;
}

} // namespace

bool isCorrectedOtherwise(std::span<const Bar> corrected, const Series &series, const sources::FetchedBar &fetched)
{
    const qint64 key = timeKey(fetched.bar, series);
    const auto at = std::ranges::lower_bound(corrected, key, {},
                                             [&series](const Bar &bar) { return timeKey(bar, series); });
    return at != corrected.end() && timeKey(*at, series) == key && !isEqual(*at, series, fetched);
}

Result<qint64> leaveCorrected(store::StoreReader &reader, const Series &series,
                              std::vector<sources::FetchedBar> &fetched)
{
    const auto corrected = reader.correctedBars(series);
    if (!corrected)
        return tl::unexpected(corrected.error());
    return qint64(std::erase_if(
        fetched, [&](const sources::FetchedBar &one) { return isCorrectedOtherwise(*corrected, series, one); }));
}

} // namespace tickmark::pipeline
