// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the watchlist that follows live streams.
#include "LiveTexts.h"
#include "WatchlistModel.h"
#include <core/WallClock.h>
#include <pipeline/WhenDone.h>

#include <algorithm>

namespace tickmark::tables {

namespace {

std::optional<double> changeSince(const std::optional<core::Price> &base, core::Price price)
{
    if (!base || base->units <= 0)
        return std::nullopt;
    return (core::toDouble(price) / core::toDouble(*base) - 1.0) * 100.0;
}

} // namespace

core::CalendarPtr WatchlistModel::calendarOf(const core::Instrument &instrument) const
{
    if (!m_session)
        return nullptr;
    if (const auto calendar = m_session->calendars().calendar(instrument.mic))
        return *calendar;
    return m_session->calendars().calendar({}).value_or(nullptr); // as one that trades around the clock
}

void WatchlistModel::setLive(const std::vector<pipeline::LiveStatus> &streams)
{
    const int before = liveRows();
    m_streams = streams;
    // The first trades of a stream come before it is known which series they are of.
    if (std::ranges::find(streams, 0, &pipeline::LiveStatus::seriesId) == streams.end()) {
        const auto isOver = [&](const auto &entry) {
            return std::ranges::find(streams, entry.first, &pipeline::LiveStatus::seriesId) == streams.end();
        };
        std::erase_if(m_newestTicks, isOver);
        std::erase_if(m_liveBases, isOver);
    }
    updateLive();
    if (liveRows() != before)
        Q_EMIT liveRowsChanged();
}

//! At once: the chart shows the same trade in its next frame.
void WatchlistModel::takeTicks(qint64 seriesId, const ticks::SnapshotPtr &snapshot)
{
    if (m_streams.empty())
        return;
    m_newestTicks[seriesId] = snapshot;
    const auto stream = std::ranges::find(m_streams, seriesId, &pipeline::LiveStatus::seriesId);
    if (stream == m_streams.end())
        return;
    const int before = liveRows();
    const auto entry = std::ranges::lower_bound(m_entries, stream->instrumentId, {},
                                                [](const WatchEntry &one) { return one.instrument.id; });
    if (entry == m_entries.end() || entry->instrument.id != stream->instrumentId || !updateLive(*entry))
        return;
    tellRow(std::size_t(entry - m_entries.begin()));
    if (liveRows() != before)
        Q_EMIT liveRowsChanged();
}

void WatchlistModel::updateLive()
{
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (updateLive(m_entries[i]))
            tellRow(i);
    }
}

void WatchlistModel::tellRow(std::size_t position)
{
    const QModelIndex group = index(m_places[position].group, 0);
    Q_EMIT dataChanged(index(m_places[position].row, 0, group), index(m_places[position].row, kColumns - 1, group));
}

//! True when the row says something else now.
bool WatchlistModel::updateLive(WatchEntry &entry)
{
    const auto stream = std::ranges::find(m_streams, entry.instrument.id, &pipeline::LiveStatus::instrumentId);
    if (stream == m_streams.end()) {
        const auto was = std::exchange(entry.live, std::nullopt);
        // It is stored, and soon read; until then the row does not go back to an older close.
        if (was && was->trade) {
            const auto base = m_liveBases.find(was->status.seriesId);
            entry.quote.trade = pipeline::LastTrade{was->trade->price, was->trade->time, was->trade->session, {}};
            if (base != m_liveBases.end() && base->second.session < was->trade->session)
                entry.quote.trade->base = base->second.close;
        }
        return was.has_value();
    }
    WatchLive live{*stream, {}};
    const auto ticks = m_newestTicks.find(stream->seriesId);
    const core::CalendarPtr calendar = calendarOf(entry.instrument);
    if (calendar && stream->seriesId != 0 && ticks != m_newestTicks.end() && !ticks->second->isEmpty()) {
        const core::Time time = ticks->second->lastTime();
        WatchTrade trade{ticks->second->lastPrice(), time, calendar->sessionDateOf(time), {}};
        if (const auto before = calendar->sessionBefore(trade.session)) {
            auto base = entry.quote.baseOf(trade.session, before->date, {});
            if (!base)
                base = closeBefore(stream->seriesId, *before);
            trade.change = changeSince(base, trade.price);
        }
        live.trade = trade;
    }
    entry.live = std::move(live);
    return true;
}

//! Asked for once in a session; nothing until it is read.
std::optional<core::Price> WatchlistModel::closeBefore(qint64 seriesId, const core::Session &before)
{
    const auto known = m_liveBases.find(seriesId);
    if (known != m_liveBases.end() && known->second.session == before.date)
        return known->second.close;
    m_liveBases[seriesId] = {before.date, {}};
    const auto query = [seriesId, before](store::StoreReader &reader, const std::stop_token &stop) {
        return pipeline::closeOfTrades(reader, seriesId, before, stop);
    };
    pipeline::whenDone(m_session->read(query), this,
                       [this, seriesId, date = before.date](const core::Result<std::optional<core::Price>> &close) {
                           const auto asked = m_liveBases.find(seriesId);
                           if (!close || !*close || asked == m_liveBases.end() || asked->second.session != date)
                               return;
                           asked->second.close = **close;
                           updateLive();
                       });
    return std::nullopt;
}

std::optional<WatchTrade> WatchlistModel::tradeOf(const WatchEntry &entry) const
{
    if (m_request.date)
        return std::nullopt;
    if (entry.live && entry.live->trade)
        return entry.live->trade;
    if (!entry.quote.trade)
        return std::nullopt;
    const pipeline::LastTrade &last = *entry.quote.trade;
    const core::CalendarPtr calendar = calendarOf(entry.instrument);
    const auto before = calendar ? calendar->sessionBefore(last.session) : std::nullopt;
    const auto base = entry.quote.baseOf(last.session, before ? std::optional(before->date) : std::nullopt, last.base);
    return WatchTrade{last.price, last.time, last.session, changeSince(base, last.price)};
}

QString WatchlistModel::stampOf(const WatchEntry &entry) const
{
    const auto trade = tradeOf(entry);
    const core::Time now = core::wallClock();
    return trade ? liveStamp(trade->time, now, m_formats, m_zone) : QString();
}

int WatchlistModel::liveRows() const
{
    return m_request.date ? 0 : int(std::ranges::count_if(m_streams, [this](const pipeline::LiveStatus &one) {
        return one.seriesId != 0 && m_newestTicks.contains(one.seriesId);
    }));
}

std::optional<double> WatchlistModel::changeOf(const WatchEntry &entry) const
{
    const auto trade = tradeOf(entry);
    return trade ? trade->change : entry.quote.changePercent();
}

} // namespace tickmark::tables
