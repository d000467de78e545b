// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StreamMessage.h"

#include <vector>

namespace tickmark::sources {

//! Gathers the trades of one connection, per instrument, until they are handed on. Decimals only grow while a connection
//! lives, so that neighbouring batches have the same. Of the stream thread.
class StreamBatches
{
public:
    StreamBatches(StreamSink &sink, qint64 sourceId, int mostTrades)
        : m_sink(sink), m_sourceId(sourceId), m_mostTrades(std::size_t(mostTrades))
    {}

    //! In the order of StreamSymbols. What was gathered has to be handed on before.
    void setSymbols(const std::vector<StreamSymbol> &symbols);
    //! Batches that are full with it are handed on, never a part of the message.
    void add(const StreamMessage &message, std::chrono::steady_clock::time_point received);
    void handOn();
    [[nodiscard]] bool isEmpty() const { return m_waiting == 0; }

private:
    void append(StreamBatch &batch, const StreamTrade &trade);
    [[nodiscard]] static bool widen(StreamBatch &batch, int priceDecimals, int sizeDecimals);
    void handOn(StreamBatch &batch);

    StreamSink &m_sink;
    qint64 m_sourceId;
    std::size_t m_mostTrades;
    std::size_t m_waiting = 0; //!< trades
    std::vector<StreamBatch> m_batches;
};

} // namespace tickmark::sources
