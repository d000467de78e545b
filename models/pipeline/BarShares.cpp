// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarShares.h"

#include "SplitUnits.h"

#include <algorithm>
#include <utility>

namespace tickmark::pipeline {

using core::Result;
using core::Series;
using core::SessionDate;
using sources::FetchedBars;

BarShares::BarShares(store::StoreReader &reader, core::CalendarPtr calendar, std::optional<SessionDate> finished)
    : m_reader(reader), m_calendar(std::move(calendar)), m_finished(finished)
{}

SessionDate BarShares::sessionOf(const core::Bar &bar, const Series &series) const
{
    return series.isDaily() ? bar.session : m_calendar->sessionDateOf(bar.start);
}

//! Splits that the stored prices do not have in them yet, and those of `fetched` should have.
Result<std::vector<core::Split>> BarShares::splitsSince(const Series &stored, const FetchedBars &fetched) const
{
    if (!fetched.splitAdjusted)
        return std::vector<core::Split>();
    return pipeline::splitsSince(m_reader, stored, m_finished, fetched.splits);
}

//! For all of the run: not every piece has days of before the split.
Result<> BarShares::seeWhetherItLags(const Series &stored, const FetchedBars &fetched)
{
    const auto splits = splitsSince(stored, fetched);
    if (!splits || splits->empty())
        return splits ? Result<>() : tl::unexpected(splits.error());
    const auto lags = lagsBehind(*splits, m_reader, stored, fetched.bars,
                                 [&](const core::Bar &bar) { return sessionOf(bar, stored); });
    if (!lags)
        return tl::unexpected(lags.error());
    m_lags = m_lags || *lags;
    return {};
}

Result<bool> BarShares::isSplitSince(const Series &stored, const FetchedBars &fetched) const
{
    const auto splits = splitsSince(stored, fetched);
    if (!splits)
        return tl::unexpected(splits.error());
    return !splits->empty() && !m_lags;
}

Result<bool> BarShares::isOtherwise(const Series &stored, const FetchedBars &fetched, bool splitsAreNews)
{
    const auto seen = seeWhetherItLags(stored, fetched);
    const auto isSplit = seen ? isSplitSince(stored, fetched) : tl::unexpected(seen.error());
    if (!isSplit)
        return tl::unexpected(isSplit.error());
    if (*isSplit && splitsAreNews)
        return true;
    const auto overlap = overlapWithStored(m_reader, stored, fetched.bars);
    if (!overlap)
        return tl::unexpected(overlap.error());
    m_isShifted = overlap->isShifted && overlap->apart == 0;
    // As traded, one price is as good as its last correction; only another kind of prices changes all of them.
    return overlap->isAllApart() || (fetched.splitAdjusted && overlap->apart > 0);
}

Result<BarShares::Turned> BarShares::inNewShares(const Series &stored, const FetchedBars &fetched,
                                                 SessionDate splitsUntil) const
{
    const auto bars = allStored(m_reader, stored);
    const auto splits = bars ? splitsSince(stored, fetched) : tl::unexpected(bars.error());
    if (!splits)
        return tl::unexpected(splits.error());
    const auto shown = splits->empty() ? ratioBetween(*bars, stored, fetched.bars) : std::nullopt;
    const core::SplitScale scale(*splits, stored.splitsUntil, splitsUntil);
    const RatioAt ratioAt = [&](const core::Bar &bar) {
        return splits->empty() ? shown : scale.at(sessionOf(bar, stored));
    };
    const bool canTurn = (fetched.splitAdjusted ? !m_isShifted : shown && shown->isOne())
                         && isExplained(*bars, stored, fetched.bars, ratioAt);
    std::vector<sources::FetchedBar> turned;
    for (const core::Bar &bar : besides(*bars, stored, fetched.bars)) {
        const auto ratio = ratioAt(bar);
        const auto one = canTurn && ratio ? pipeline::inNewShares(bar, stored, *ratio) : std::nullopt;
        if (!one)
            return Turned();
        turned.push_back(*one);
    }
    return Turned(std::move(turned));
}

SessionDate BarShares::splitsUntil(const Series *stored, const FetchedBars &fetched, SessionDate fallback) const
{
    if (m_lags && stored && stored->splitsUntil)
        return *stored->splitsUntil;
    SessionDate until = m_finished.value_or(fallback);
    for (const sources::FetchedSplit &split : fetched.splits)
        until = std::max(until, split.exDate);
    return until;
}

} // namespace tickmark::pipeline
