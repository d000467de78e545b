// SPDX-License-Identifier: GPL-3.0-or-later
#include "CorrectedBars.h"

#include "SplitUnits.h"
#include <store/BarCorrection.h>

#include <algorithm>
#include <set>

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

//! What provenance says of bars that were corrected.
Result<std::set<QString>> correctionOrigins(store::StoreReader &reader)
{
    const auto imports = reader.imports();
    if (!imports)
        return tl::unexpected(imports.error());
    std::set<QString> origins;
    for (const store::ImportRecord &import : *imports) {
        if (!import.undone && import.source == QLatin1String(store::kCorrectionSource))
            origins.insert(import.origin);
    }
    return origins;
}

Result<QStringList> originsOf(store::StoreReader &reader, const Series &series, const Bar &bar)
{
    if (series.isDaily())
        return reader.origins(series.id, store::SessionRange{bar.session, bar.session});
    return reader.origins(series.id, core::TimeRange{bar.start, {bar.start.ns + 1}});
}

} // namespace

Result<qint64> leaveCorrected(store::StoreReader &reader, const Series &series,
                              std::vector<sources::FetchedBar> &fetched)
{
    auto different = storedBeside(reader, series, fetched);
    if (!different)
        return tl::unexpected(different.error());
    std::erase_if(*different, [&](const Bar &bar) {
        const sources::FetchedBar *same = sameTime(bar, series, fetched);
        return !same || isEqual(bar, series, *same);
    });
    if (different->empty())
        return 0;
    const auto corrections = correctionOrigins(reader);
    if (!corrections)
        return tl::unexpected(corrections.error());
    qint64 left = 0;
    for (const Bar &bar : *different) {
        if (corrections->empty())
            break;
        const auto origins = originsOf(reader, series, bar);
        if (!origins)
            return tl::unexpected(origins.error());
        if (!std::ranges::any_of(*origins, [&](const QString &one) { return corrections->contains(one); }))
            continue;
        fetched.erase(fetched.begin() + (sameTime(bar, series, fetched) - fetched.data()));
        ++left;
    }
    return left;
}

} // namespace tickmark::pipeline
