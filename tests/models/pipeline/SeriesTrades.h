// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pipeline/LiveSeries.h>

#include <QString>
#include <QStringList>

#include <vector>

// Trades of a made-up exchange: trade `id` came `id` seconds after the beginning, for 10 and as many cents.
namespace tickmark::test {

inline constexpr qint64 kBegin = 1'700'000'000'000'000'000;

inline core::Time timeOf(qint64 id)
{
    return core::Time{kBegin + id * core::kNsPerSecond};
}

inline sources::FetchedTrade trade(qint64 id)
{
    return {{timeOf(id), 1000 + id, 1}, id, sources::TradeSide::Buy};
}

inline sources::StreamBatch batch(const std::vector<qint64> &ids)
{
    sources::StreamBatch made;
    made.priceDecimals = 2;
    for (const qint64 id : ids)
        made.trades.push_back(trade(id));
    return made;
}

inline std::vector<qint64> span(qint64 first, qint64 last)
{
    std::vector<qint64> ids;
    for (qint64 id = first; id <= last; ++id)
        ids.push_back(id);
    return ids;
}

inline store::TradeRun runOf(qint64 first, qint64 last)
{
    return {first, last, timeOf(first), timeOf(last)};
}

inline QString idsOf(const pipeline::LiveSlice &slice)
{
    QStringList ids;
    for (const core::Tick &tick : slice.ticks)
        ids << QString::number(tick.price - 1000);
    return ids.join(QLatin1Char(' '));
}

//! "10-21": those between the two are missing.
inline QString holesOf(const pipeline::LiveSeries &series)
{
    QStringList holes;
    for (const pipeline::TradeHole &hole : series.holes())
        holes << QStringLiteral("%1-%2").arg(hole.after.id).arg(hole.before.id);
    return holes.join(QLatin1Char(' '));
}

inline store::TradeProgress stored(const std::vector<store::TradeRun> &runs)
{
    store::TradeProgress progress;
    progress.seriesId = 1;
    progress.runs = runs;
    if (!runs.empty())
        progress.last = runs.back().last;
    return progress;
}

} // namespace tickmark::test
