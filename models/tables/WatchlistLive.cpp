// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the watchlist that follows live streams.
#include "WatchlistModel.h"

#include <algorithm>

namespace tickmark::tables {

namespace {

core::Price lastPrice(const ticks::TickSnapshot &snapshot)
{
    const qint64 units = snapshot.tail().empty() ? snapshot.chunk(snapshot.chunkCount() - 1).all.last
                                                 : snapshot.tail().back()->node.last;
    return {units, snapshot.priceDecimals()};
}

//! The close that a change of `session` counts from.
std::optional<core::Price> baseOf(const WatchQuote &quote, core::SessionDate session, core::SessionDate before)
{
    if (quote.session == session && quote.bar)
        return quote.previous;
    return quote.session >= before && quote.session < session ? quote.close() : std::nullopt;
}

} // namespace

void WatchlistModel::setLive(const std::vector<pipeline::LiveStatus> &streams)
{
    m_streams = streams;
    // The first trades of a stream come before it is known which series they are of.
    if (std::ranges::find(streams, 0, &pipeline::LiveStatus::seriesId) == streams.end())
        std::erase_if(m_newestTicks, [&](const auto &entry) {
            return std::ranges::find(streams, entry.first, &pipeline::LiveStatus::seriesId) == streams.end();
        });
    updateLive();
}

void WatchlistModel::takeTicks(qint64 seriesId, const ticks::SnapshotPtr &snapshot)
{
    if (m_streams.empty())
        return;
    m_newestTicks[seriesId] = snapshot;
    if (!m_liveDelay.isActive())
        m_liveDelay.start();
}

void WatchlistModel::updateLive()
{
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (!updateLive(m_entries[i]))
            continue;
        const QModelIndex group = index(m_places[i].group, 0);
        Q_EMIT dataChanged(index(m_places[i].row, 0, group), index(m_places[i].row, kColumns - 1, group));
    }
}

//! True when the row says something else now.
bool WatchlistModel::updateLive(WatchEntry &entry) const
{
    const auto stream = std::ranges::find(m_streams, entry.instrument.id, &pipeline::LiveStatus::instrumentId);
    if (stream == m_streams.end())
        return std::exchange(entry.live, std::nullopt).has_value();
    WatchLive live{*stream, {}, {}};
    const auto ticks = m_newestTicks.find(stream->seriesId);
    if (m_session && stream->seriesId != 0 && ticks != m_newestTicks.end() && !ticks->second->isEmpty()) {
        live.price = lastPrice(*ticks->second);
        auto calendar = m_session->calendars().calendar(entry.instrument.mic);
        if (!calendar)
            calendar = m_session->calendars().calendar({});
        const auto session = calendar ? std::optional((*calendar)->sessionDateOf(ticks->second->lastTime()))
                                      : std::nullopt;
        const auto before = session ? (*calendar)->sessionBefore(*session) : std::nullopt;
        const auto base = before ? baseOf(entry.quote, *session, before->date) : std::nullopt;
        if (base && base->units > 0)
            live.change = (core::toDouble(*live.price) / core::toDouble(*base) - 1.0) * 100.0;
    }
    entry.live = std::move(live);
    return true;
}

const WatchLive *WatchlistModel::livePrice(const WatchEntry &entry) const
{
    return entry.live && entry.live->price && !m_request.date ? &*entry.live : nullptr;
}

std::optional<double> WatchlistModel::changeOf(const WatchEntry &entry) const
{
    const WatchLive *live = livePrice(entry);
    return live ? live->change : entry.quote.changePercent();
}

} // namespace tickmark::tables
