// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TradeProvider.h"
#include <core/Price.h>

#include <QJsonValue>

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace tickmark::sources {

//! How many trades one answer may hold, at all three exchanges.
inline constexpr int kTradesPerAnswer = 1000;

//! The two sides of a coin's symbol: "BTC" and "USD" of "BTC-USD". Nothing for what is no coin.
[[nodiscard]] std::optional<std::pair<QString, QString>> coinPair(const core::Instrument &instrument);

//! A price or size as exchanges write it, which is text: a JSON number has been through a double and is refused.
[[nodiscard]] std::optional<core::Price> exactDecimal(const QJsonValue &text);

//! An id: a whole number above zero that JSON carries exactly. Zero for anything else.
[[nodiscard]] qint64 tradeId(const QJsonValue &value);
//! Likewise by its digits, as of a cursor or in a stream.
[[nodiscard]] qint64 tradeId(std::string_view digits);
[[nodiscard]] qint64 tradeId(const QByteArray &digits);

//! Gathers the rows of one answer.
class TradeRows
{
public:
    //! A row with something missing, no price or a size below zero is counted and left out.
    void add(std::optional<core::Time> time, std::optional<core::Price> price, std::optional<core::Price> size,
             qint64 id, TradeSide side);

    //! Of the rows that could be read, wanted or not; ids are 0 when there is none.
    [[nodiscard]] qint64 firstId() const { return m_firstId; }
    [[nodiscard]] qint64 lastId() const { return m_lastId; }
    [[nodiscard]] core::Time firstTime() const { return m_firstTime; }
    [[nodiscard]] core::Time lastTime() const { return m_lastTime; }
    [[nodiscard]] qint64 count() const { return qint64(m_rows.size()) + m_leftOut; }

    //! What the query wants of them. Malformed when there are rows and not one could be read.
    [[nodiscard]] ProviderResult<FetchedTrades> take(const TradesQuery &query, QByteArray next) &&;

private:
    struct Row
    {
        core::Time time;
        core::Price price;
        core::Price size;
        qint64 id = 0;
        TradeSide side = TradeSide::Unknown;
    };

    std::vector<Row> m_rows;
    qint64 m_leftOut = 0;
    qint64 m_firstId = 0;
    qint64 m_lastId = 0;
    core::Time m_firstTime;
    core::Time m_lastTime;
    core::Time m_oldestTime; //!< where ids are counted anew, not that of the first one
};

} // namespace tickmark::sources
