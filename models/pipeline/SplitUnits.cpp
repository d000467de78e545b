// SPDX-License-Identifier: GPL-3.0-or-later
#include "SplitUnits.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace tickmark::pipeline {

using core::Bar;
using core::Result;
using core::Series;

namespace {

//! Corrections of a close are smaller, changes by a split are larger.
constexpr double kMostCorrected = 0.01;

qint64 keyOf(const Bar &bar, const Series &series)
{
    return series.isDaily() ? bar.session.days() : bar.start.ns;
}

Result<std::vector<Bar>> storedFrom(store::StoreReader &reader, const Series &series, const Bar &first, const Bar &last)
{
    if (series.isDaily())
        return reader.dailyBars(series.id, {first.session, last.session});
    return reader.intradayBars(series.id, {first.start, {last.start.ns + 1}});
}

//! value * factor / divisor, half away from zero.
std::optional<qint64> scaled(qint64 value, qint64 factor, qint64 divisor, bool &exact)
{
    __extension__ using Wide = __int128;
    const Wide product = Wide(value) * factor;
    const Wide half = product < 0 ? -Wide(divisor) / 2 : Wide(divisor) / 2;
    const Wide quotient = (product + half) / divisor;
    exact = exact && quotient * divisor == product;
    if (quotient > std::numeric_limits<qint64>::max() || quotient < std::numeric_limits<qint64>::min())
        return std::nullopt;
    return qint64(quotient);
}

} // namespace

std::optional<ShareRatio> ratioAfter(core::SessionDate splitsUntil, std::span<const sources::FetchedSplit> splits)
{
    ShareRatio ratio;
    bool any = false;
    for (const sources::FetchedSplit &split : splits) {
        if (split.exDate <= splitsUntil)
            continue;
        any = true;
        ratio.newShares *= split.newShares;
        ratio.oldShares *= split.oldShares;
        const qint64 common = std::gcd(ratio.newShares, ratio.oldShares);
        ratio = {ratio.newShares / common, ratio.oldShares / common};
    }
    return any ? std::optional(ratio) : std::nullopt;
}

Result<bool> contradictsStored(store::StoreReader &reader, const Series &series,
                               std::span<const sources::FetchedBar> fetched)
{
    if (fetched.empty())
        return false;
    const auto stored = storedFrom(reader, series, fetched.front().bar, fetched.back().bar);
    if (!stored)
        return tl::unexpected(stored.error());
    auto next = fetched.begin();
    for (const Bar &bar : *stored) {
        while (next != fetched.end() && keyOf(next->bar, series) < keyOf(bar, series))
            ++next;
        if (next == fetched.end())
            break;
        if (keyOf(next->bar, series) != keyOf(bar, series))
            continue;
        const double was = core::toDouble({bar.close, series.priceDecimals});
        const double is = core::toDouble({next->bar.close, next->priceDecimals});
        if (was > 0 && is > 0 && std::max(was, is) > std::min(was, is) * (1 + kMostCorrected))
            return true;
    }
    return false;
}

Result<std::vector<Bar>> storedBesides(store::StoreReader &reader, const Series &series,
                                       std::span<const sources::FetchedBar> fetched)
{
    auto stored = series.isDaily() ? reader.dailyBars(series.id) : reader.intradayBars(series.id);
    if (!stored)
        return stored;
    const auto isFetched = [&](const Bar &bar) {
        const qint64 key = keyOf(bar, series);
        const auto at = std::ranges::lower_bound(
            fetched, key, {}, [&series](const sources::FetchedBar &one) { return keyOf(one.bar, series); });
        return at != fetched.end() && keyOf(at->bar, series) == key;
    };
    std::erase_if(*stored, isFetched);
    return stored;
}

std::optional<sources::FetchedBar> inNewShares(const Bar &bar, const Series &series, ShareRatio ratio)
{
    sources::FetchedBar made{bar, series.priceDecimals, series.sizeDecimals};
    // as many more decimals as the ratio may need and a series may have
    qint64 finer = 1;
    for (int i = 0; i < 4 && made.priceDecimals < core::kMaxDecimals; ++i, ++made.priceDecimals)
        finer *= 10;
    bool exact = true;
    for (qint64 *price : {&made.bar.open, &made.bar.high, &made.bar.low, &made.bar.close}) {
        const auto value = scaled(*price, ratio.oldShares * finer, ratio.newShares, exact);
        if (!value)
            return std::nullopt;
        *price = *value;
    }
    if (bar.volume) {
        made.bar.volume = scaled(*bar.volume, ratio.newShares, ratio.oldShares, exact);
        if (!made.bar.volume)
            return std::nullopt;
    }
    if (!exact)
        made.bar.flags |= core::kBarRounded;
    return made;
}

} // namespace tickmark::pipeline
