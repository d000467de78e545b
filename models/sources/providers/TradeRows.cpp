// SPDX-License-Identifier: GPL-3.0-or-later
#include "TradeRows.h"

#include <core/DecimalParser.h>

#include <QStringList>

#include <algorithm>
#include <charconv>

namespace tickmark::sources {

namespace {

constexpr qint64 kLargestId = qint64(1) << 53; //!< beyond, doubles skip whole numbers

} // namespace

std::optional<std::pair<QString, QString>> coinPair(const core::Instrument &instrument)
{
    const QStringList sides = instrument.symbol.split(QLatin1Char('-'));
    if (instrument.kind != core::InstrumentKind::Crypto || sides.size() != 2 || sides[0].isEmpty()
        || sides[1].isEmpty())
        return std::nullopt;
    return std::pair(sides[0], sides[1]);
}

std::optional<core::Price> exactDecimal(const QJsonValue &text)
{
    if (!text.isString())
        return std::nullopt;
    const auto number = core::parseNumber(text.toString().toStdString());
    return number ? std::optional(number->value) : std::nullopt;
}

qint64 tradeId(const QJsonValue &value)
{
    const qint64 id = value.toInteger(0);
    return id > 0 && id < kLargestId ? id : 0;
}

qint64 tradeId(std::string_view digits)
{
    qint64 id = 0;
    const char *end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, id);
    return read.ec == std::errc() && read.ptr == end && id > 0 && id < kLargestId ? id : 0;
}

qint64 tradeId(const QByteArray &digits)
{
    return tradeId(std::string_view(digits.constData(), std::size_t(digits.size())));
}

void TradeRows::add(std::optional<core::Time> time, std::optional<core::Price> price, std::optional<core::Price> size,
                    qint64 id, TradeSide side)
{
    if (!time || !price || !size || price->units <= 0 || size->units < 0 || id <= 0) {
        ++m_leftOut;
        return;
    }
    if (m_firstId == 0 || id < m_firstId) {
        m_firstId = id;
        m_firstTime = *time;
    }
    if (id > m_lastId) {
        m_lastId = id;
        m_lastTime = *time;
    }
    m_oldestTime = m_rows.empty() ? *time : std::min(m_oldestTime, *time);
    m_rows.push_back({*time, *price, *size, id, side});
}

ProviderResult<FetchedTrades> TradeRows::take(const TradesQuery &query, QByteArray next) &&
{
    if (m_rows.empty() && m_leftOut > 0)
        return providerFailure(ProviderFault::Malformed, u"no row can be read");
    std::erase_if(m_rows, [&query](const Row &row) {
        return query.lastTradeId > 0 ? row.id <= query.lastTradeId : row.time < query.since;
    });
    std::ranges::stable_sort(m_rows, {}, &Row::id);
    const auto repeated = std::unique(m_rows.begin(), m_rows.end(),
                                      [](const Row &one, const Row &other) { return one.id == other.id; });
    m_rows.erase(repeated, m_rows.end());
    std::ranges::stable_sort(m_rows, {}, &Row::time);

    FetchedTrades fetched;
    for (const Row &row : m_rows) {
        fetched.priceDecimals = std::max(fetched.priceDecimals, row.price.decimals);
        fetched.sizeDecimals = std::max(fetched.sizeDecimals, row.size.decimals);
    }
    fetched.trades.reserve(m_rows.size());
    for (const Row &row : m_rows) {
        const auto price = core::rescaled(row.price, fetched.priceDecimals);
        const auto size = core::rescaled(row.size, fetched.sizeDecimals);
        if (price && size)
            fetched.trades.push_back({{row.time, price->units, size->units}, row.id, row.side});
        else
            ++m_leftOut; // beyond 64 bits at the decimals of the others
    }
    fetched.rowsLeftOut = m_leftOut;
    fetched.oldestId = m_firstId;
    fetched.oldestTime = m_oldestTime;
    fetched.next = std::move(next);
    return fetched;
}

} // namespace tickmark::sources
