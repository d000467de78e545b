// SPDX-License-Identifier: GPL-3.0-or-later
#include "SplitUnits.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace tickmark::pipeline {

using core::Bar;
using core::Result;
using core::Series;

namespace {

//! Corrections of a close are smaller, changes by a split are larger.
constexpr double kMostCorrected = 0.01;
constexpr double kSameRatio = 0.005;
constexpr qint64 kMostShares = 20; //!< of the old ones in a ratio

//! Stored to fetched close of one time, where both have one.
std::optional<double> closeRatio(const Bar &bar, const Series &series, std::span<const sources::FetchedBar> fetched)
{
    const sources::FetchedBar *same = sameTime(bar, series, fetched);
    if (!same || bar.close <= 0 || same->bar.close <= 0)
        return std::nullopt;
    return core::toDouble({bar.close, series.priceDecimals}) / core::toDouble({same->bar.close, same->priceDecimals});
}

//! By how much a ratio of two closes may be wrong: each is known to its last decimal, and was a 32-bit float somewhere.
double slackOf(const Bar &bar, const sources::FetchedBar &fetched)
{
    constexpr double kFloat = 1e-6;
    return 1 / double(bar.close) + 1 / double(fetched.bar.close) + kFloat;
}

//! The stored bars of the times from the first to the last of `fetched` (ascending).
Result<std::vector<Bar>> storedBeside(store::StoreReader &reader, const Series &series,
                                      std::span<const sources::FetchedBar> fetched)
{
    if (fetched.empty())
        return std::vector<Bar>();
    const Bar &first = fetched.front().bar;
    const Bar &last = fetched.back().bar;
    if (series.isDaily())
        return reader.dailyBars(series.id, {first.session, last.session});
    return reader.intradayBars(series.id, core::TimeRange{first.start, {last.start.ns + 1}});
}

//! Whether `units` * old / new has no more than `moreDecimals` further digits.
bool isExact(qint64 units, core::ShareRatio ratio, int moreDecimals)
{
    qint64 rest = units % ratio.newShares;
    for (const qint64 factor : {ratio.oldShares, core::powerOfTen(moreDecimals)})
        rest = rest * (factor % ratio.newShares) % ratio.newShares;
    return rest == 0;
}

} // namespace

qint64 timeKey(const Bar &bar, const Series &series)
{
    return series.isDaily() ? bar.session.days() : bar.start.ns;
}

const sources::FetchedBar *sameTime(const Bar &bar, const Series &series, std::span<const sources::FetchedBar> fetched)
{
    const qint64 key = timeKey(bar, series);
    const auto at = std::ranges::lower_bound(
        fetched, key, {}, [&series](const sources::FetchedBar &one) { return timeKey(one.bar, series); });
    return at != fetched.end() && timeKey(at->bar, series) == key ? &*at : nullptr;
}

Result<std::vector<core::Split>> splitsSince(store::StoreReader &reader, const Series &series,
                                             std::optional<core::SessionDate> until,
                                             std::span<const sources::FetchedSplit> told)
{
    std::vector<core::Split> since;
    if (!series.splitsUntil)
        return since;
    for (const sources::FetchedSplit &split : told) {
        if (split.exDate > *series.splitsUntil)
            since.push_back({split.exDate, split.newShares, split.oldShares});
    }
    const auto actions = reader.actions(series.instrumentId);
    if (!actions)
        return tl::unexpected(actions.error());
    for (const store::CorporateAction &action : *actions) {
        // the answer is the newer word on a day that both have
        if (action.kind == store::CorporateAction::Kind::Split && action.exDate > *series.splitsUntil
            && action.exDate <= until && std::ranges::find(since, action.exDate, &core::Split::exDate) == since.end())
            since.push_back({action.exDate, action.newShares, action.oldShares});
    }
    std::ranges::sort(since, {}, &core::Split::exDate);
    return since;
}

Result<bool> lagsBehind(std::span<const core::Split> splits, store::StoreReader &reader, const Series &series,
                        std::span<const sources::FetchedBar> fetched,
                        const std::function<core::SessionDate(const Bar &)> &sessionOf)
{
    if (splits.empty() || std::abs(core::newPerOld(splits.front()) - 1) <= kMostCorrected)
        return false;
    const auto first = std::ranges::find_if(
        fetched, [&](const sources::FetchedBar &one) { return sessionOf(one.bar) >= splits.front().exDate; });
    const auto before = overlapWithStored(reader, series, {fetched.begin(), first});
    if (!before)
        return tl::unexpected(before.error());
    return before->apart * 2 < before->bars; // some may have been mended
}

Result<Overlap> overlapWithStored(store::StoreReader &reader, const Series &series,
                                  std::span<const sources::FetchedBar> fetched)
{
    const auto stored = storedBeside(reader, series, fetched);
    if (!stored)
        return tl::unexpected(stored.error());
    Overlap overlap;
    double least = 0; // of the ratios that explain all bars so far
    double most = std::numeric_limits<double>::infinity();
    for (const Bar &bar : *stored) {
        const auto ratio = closeRatio(bar, series, fetched);
        if (!ratio)
            continue;
        ++overlap.bars;
        overlap.apart += std::max(*ratio, 1 / *ratio) > 1 + kMostCorrected;
        const double slack = *ratio * slackOf(bar, *sameTime(bar, series, fetched));
        least = std::max(least, *ratio - slack);
        most = std::min(most, *ratio + slack);
    }
    overlap.isShifted = overlap.bars > 1 && least <= most && (least > 1 || most < 1);
    return overlap;
}

Result<std::vector<Bar>> allStored(store::StoreReader &reader, const Series &series)
{
    return series.isDaily() ? reader.dailyBars(series.id) : reader.intradayBars(series.id);
}

std::optional<core::ShareRatio> ratioBetween(std::span<const Bar> stored, const Series &series,
                                             std::span<const sources::FetchedBar> fetched)
{
    std::vector<double> ratios;
    for (const Bar &bar : stored) {
        if (const auto ratio = closeRatio(bar, series, fetched))
            ratios.push_back(*ratio);
    }
    if (ratios.empty())
        return std::nullopt;
    const auto middle = ratios.begin() + std::ptrdiff_t(ratios.size() / 2);
    std::ranges::nth_element(ratios, middle);
    for (qint64 oldShares = 1; oldShares <= kMostShares; ++oldShares) {
        const auto newShares = qint64(std::round(*middle * double(oldShares)));
        const double found = double(newShares) / double(oldShares);
        if (newShares > 0 && std::abs(found - *middle) <= kSameRatio * *middle)
            return core::ShareRatio{newShares, oldShares};
    }
    return std::nullopt;
}

bool isExplained(std::span<const Bar> stored, const Series &series, std::span<const sources::FetchedBar> fetched,
                 const RatioAt &ratioAt)
{
    qint64 bars = 0;
    qint64 apart = 0;
    for (const Bar &bar : stored) {
        const auto found = closeRatio(bar, series, fetched);
        if (!found)
            continue;
        const auto expected = ratioAt(bar);
        const double left = expected ? *found / expected->toDouble() : 0;
        ++bars;
        apart += left <= 0 || std::max(left, 1 / left) > 1 + kMostCorrected;
    }
    return apart * 2 <= bars;
}

std::vector<Bar> besides(std::span<const Bar> stored, const Series &series,
                         std::span<const sources::FetchedBar> fetched)
{
    std::vector<Bar> left;
    std::ranges::copy_if(stored, std::back_inserter(left),
                         [&](const Bar &bar) { return !sameTime(bar, series, fetched); });
    return left;
}

std::optional<sources::FetchedBar> inNewShares(const Bar &bar, const Series &series, core::ShareRatio ratio)
{
    sources::FetchedBar made{bar, core::decimalsAfter(series.priceDecimals, ratio), series.sizeDecimals};
    bool exact = true;
    for (qint64 *price : {&made.bar.open, &made.bar.high, &made.bar.low, &made.bar.close}) {
        exact = exact && isExact(*price, ratio, made.priceDecimals - series.priceDecimals);
        const auto after = core::priceAfter(*price, ratio, series.priceDecimals, made.priceDecimals);
        if (!after)
            return std::nullopt;
        *price = *after;
    }
    if (bar.volume) {
        made.bar.volume = core::sharesAfter(*bar.volume, ratio, series.sizeDecimals, series.sizeDecimals);
        if (!made.bar.volume)
            return std::nullopt;
    }
    if (!exact)
        made.bar.flags |= core::kBarRounded;
    return made;
}

} // namespace tickmark::pipeline
