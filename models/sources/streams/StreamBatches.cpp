// SPDX-License-Identifier: GPL-3.0-or-later
#include "StreamBatches.h"

#include <algorithm>
#include <utility>

namespace tickmark::sources {

namespace {

//! An exact number at the decimals of its batch; nothing when it does not fit.
std::optional<qint64> unitsAt(core::Price number, int decimals)
{
    if (number.decimals == decimals) // nearly always
        return number.units;
    const auto same = core::rescaled(number, decimals);
    return same ? std::optional(same->units) : std::nullopt;
}

} // namespace

void StreamBatches::setSymbols(const std::vector<StreamSymbol> &symbols)
{
    m_batches.resize(symbols.size());
    for (std::size_t i = 0; i < symbols.size(); ++i) {
        m_batches[i] = {};
        m_batches[i].sourceId = m_sourceId;
        m_batches[i].instrumentId = symbols[i].instrumentId;
    }
}

void StreamBatches::add(const StreamMessage &message, std::chrono::steady_clock::time_point received)
{
    for (const StreamTrade &trade : message.trades) {
        StreamBatch &batch = m_batches[std::size_t(trade.symbol)];
        if (batch.isSnapshot != message.isSnapshot)
            handOn(batch);
        if (batch.trades.empty()) {
            batch.isSnapshot = message.isSnapshot;
            batch.received = received;
        }
        append(batch, trade);
    }
    for (const StreamTrade &trade : message.trades) {
        StreamBatch &batch = m_batches[std::size_t(trade.symbol)];
        if (batch.trades.size() >= m_mostTrades)
            handOn(batch);
    }
}

void StreamBatches::append(StreamBatch &batch, const StreamTrade &trade)
{
    const int priceDecimals = std::max(batch.priceDecimals, trade.price.decimals);
    const int sizeDecimals = std::max(batch.sizeDecimals, trade.size.decimals);
    const bool isWide = priceDecimals == batch.priceDecimals && sizeDecimals == batch.sizeDecimals;
    auto price = unitsAt(trade.price, priceDecimals);
    auto size = unitsAt(trade.size, sizeDecimals);
    if (!price || !size || (!isWide && !widen(batch, priceDecimals, sizeDecimals))) {
        // Numbers of such different lengths do not fit one batch: it begins anew with those of this trade.
        const auto received = batch.received;
        handOn(batch);
        batch.received = received;
        batch.priceDecimals = trade.price.decimals;
        batch.sizeDecimals = trade.size.decimals;
        price = trade.price.units;
        size = trade.size.units;
    }
    batch.trades.push_back({{trade.time, *price, *size}, trade.id, trade.side});
    ++m_waiting;
}

//! All or nothing.
bool StreamBatches::widen(StreamBatch &batch, int priceDecimals, int sizeDecimals)
{
    std::vector<FetchedTrade> wider = batch.trades;
    for (FetchedTrade &trade : wider) {
        const auto price = unitsAt({trade.tick.price, batch.priceDecimals}, priceDecimals);
        const auto size = unitsAt({trade.tick.size, batch.sizeDecimals}, sizeDecimals);
        if (!price || !size)
            return false;
        trade.tick.price = *price;
        trade.tick.size = *size;
    }
    batch.trades = std::move(wider);
    batch.priceDecimals = priceDecimals;
    batch.sizeDecimals = sizeDecimals;
    return true;
}

void StreamBatches::handOn()
{
    for (StreamBatch &batch : m_batches)
        handOn(batch);
}

void StreamBatches::handOn(StreamBatch &batch)
{
    if (batch.trades.empty())
        return;
    StreamBatch next{
        batch.sourceId, batch.instrumentId, batch.priceDecimals, batch.sizeDecimals, {}, batch.isSnapshot, {}};
    next.trades.reserve(std::min(batch.trades.size(), m_mostTrades));
    m_waiting -= batch.trades.size();
    m_sink.take(std::exchange(batch, std::move(next)));
}

} // namespace tickmark::sources
