// SPDX-License-Identifier: GPL-3.0-or-later
#include "LastTrade.h"

#include <ticks/ColumnQuery.h>

#include <algorithm>

namespace tickmark::pipeline {

using core::Price;
using core::Result;

namespace {

constexpr int kMostRounds = 8; // of finding out that yet another page is needed

Result<std::optional<core::Tick>> lastBefore(const ticks::TickSnapshot &snapshot, ticks::ChunkReader &chunks,
                                             core::Time time, const std::stop_token &stop)
{
    ticks::PageCache pages;
    for (int round = 0; round < kMostRounds; ++round) {
        const ticks::TickAnswer answer = ticks::lastTickBefore(snapshot, pages, time);
        if (answer.isFinal)
            return answer.tick;
        const auto loaded = ticks::loadMissing(pages, chunks, stop);
        if (!loaded)
            return tl::unexpected(loaded.error());
        if (!*loaded)
            break; // damaged: nobody knows
    }
    return std::nullopt;
}

Result<std::optional<Price>> closeIn(store::StoreReader &reader, qint64 seriesId, const ticks::TickSnapshot &snapshot,
                                     const core::Session &session, const std::stop_token &stop)
{
    const auto gaps = reader.tickGaps(seriesId);
    if (!gaps)
        return tl::unexpected(gaps.error());
    // What came in it may have been dearer.
    const core::Time end = session.hours.end;
    if (std::ranges::any_of(*gaps, [end](const core::TimeRange &gap) { return gap.begin < end && end <= gap.end; }))
        return std::nullopt;
    const auto last = lastBefore(snapshot, reader.chunks(), end, stop);
    if (!last)
        return tl::unexpected(last.error());
    if (!*last || (*last)->time < session.hours.begin)
        return std::nullopt;
    return Price{(*last)->price, snapshot.priceDecimals()};
}

} // namespace

Result<std::optional<Price>> closeOfTrades(store::StoreReader &reader, qint64 seriesId, const core::Session &session,
                                           std::stop_token stop)
{
    const auto snapshot = reader.tickSnapshot(seriesId, stop);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    return closeIn(reader, seriesId, **snapshot, session, stop);
}

Result<std::optional<LastTrade>> loadLastTrade(store::StoreReader &reader, const core::Instrument &instrument,
                                               const core::SessionCalendar &calendar, std::stop_token stop)
{
    const auto series = reader.preferredSeries(instrument.id, store::SeriesUse::Ticks);
    if (!series)
        return tl::unexpected(series.error());
    const bool isTraded = *series && (*series)->kind == core::SeriesKind::Traded
                          && (*series)->field == core::QuoteField::Trade;
    if (!isTraded)
        return std::nullopt;
    const auto snapshot = reader.tickSnapshot((*series)->id, stop);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    if ((*snapshot)->isEmpty())
        return std::nullopt;
    const core::Time time = (*snapshot)->lastTime();
    LastTrade last{(*snapshot)->lastPrice(), time, calendar.sessionDateOf(time), {}};
    const auto splits = reader.splits(instrument.id);
    if (!splits)
        return tl::unexpected(splits.error());
    if (std::ranges::any_of(*splits, [&](const auto &split) { return split.exDate > last.session; }))
        return std::nullopt;
    if (const auto before = calendar.sessionBefore(last.session)) {
        const auto base = closeIn(reader, (*series)->id, **snapshot, *before, stop);
        if (!base)
            return tl::unexpected(base.error());
        last.base = *base;
    }
    return last;
}

} // namespace tickmark::pipeline
