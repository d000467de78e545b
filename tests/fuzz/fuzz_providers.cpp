// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the answer of any provider: no crash, no endless loop, and what is taken from it keeps its contract; what is
// refused says so in one short line.
#include <core/Series.h>
#include <sources/providers/QuoteProvider.h>
#include <sources/providers/TradeProvider.h>

#include <algorithm>
#include <array>
#include <cstdlib>

using namespace tickmark::sources;
using namespace tickmark::core;

namespace {

constexpr qsizetype kLongestDetail = 200;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void checkError(const ProviderError &error)
{
    require(error.detail.size() <= kLongestDetail);
    require(std::ranges::none_of(error.detail, [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; }));
    require(!toError(error, QStringLiteral("fuzz")).message.isEmpty());
}

bool isDecimals(int decimals)
{
    return decimals >= 0 && decimals <= kMaxDecimals;
}

void checkBars(const FetchedBars &fetched, const BarsQuery &query)
{
    require(!fetched.bars.empty() && fetched.rowsLeftOut >= 0);
    const auto key = [](const FetchedBar &one) { return std::pair(one.bar.session, one.bar.start); };
    const bool daily = query.intervalNs == Series::kDaily;
    for (std::size_t i = 0; i < fetched.bars.size(); ++i) {
        const FetchedBar &one = fetched.bars[i];
        require(isDecimals(one.priceDecimals) && isDecimals(one.sizeDecimals));
        require(!one.bar.volume || *one.bar.volume >= 0);
        require(!daily || (one.bar.session >= query.from && one.bar.session <= query.until));
        require(i == 0 || key(fetched.bars[i - 1]) < key(one));
    }
    for (const FetchedSplit &split : fetched.splits)
        require(split.newShares > 0 && split.oldShares > 0);
    for (const FetchedDividend &dividend : fetched.dividends)
        require(dividend.amount.units > 0 && isDecimals(dividend.amount.decimals));
}

void checkTrades(const FetchedTrades &fetched, const TradesQuery &query)
{
    require(isDecimals(fetched.priceDecimals) && isDecimals(fetched.sizeDecimals) && fetched.rowsLeftOut >= 0);
    require(fetched.next.isEmpty() || fetched.next != query.cursor);
    for (std::size_t i = 0; i < fetched.trades.size(); ++i) {
        const FetchedTrade &one = fetched.trades[i];
        require(one.id > query.lastTradeId && one.tick.price > 0 && one.tick.size >= 0);
        require(query.lastTradeId > 0 || one.tick.time >= query.since);
        require(i == 0 || fetched.trades[i - 1].tick.time <= one.tick.time);
    }
}

void parseQuotes(const QuoteProvider &provider, bool daily, const QByteArray &body)
{
    const BarsQuery query{QStringLiteral("USD"), daily ? Series::kDaily : 5 * kNsPerMinute,
                          SessionDate::fromDays(14'000), SessionDate::fromDays(24'000)};
    const auto fetched = provider.parse(body, query);
    if (fetched)
        checkBars(*fetched, query);
    else
        checkError(fetched.error());
}

void parseTrades(const TradeProvider &provider, unsigned how, const QByteArray &body)
{
    const std::array<TradesQuery, 4> queries{{{QStringLiteral("X"), {}, 0, {}},
                                              {QStringLiteral("X"), {kNsPerDay}, 500, {}},
                                              {QStringLiteral("X"), {kNsPerDay}, 0, "seek/1/900"},
                                              {QStringLiteral("X"), {}, 0, "from/7"}}};
    const TradesQuery &query = queries[how % queries.size()];
    const auto fetched = provider.parse(body, query);
    if (!fetched) {
        checkError(fetched.error());
        return;
    }
    checkTrades(*fetched, query);
    TradesQuery further = query;
    further.cursor = fetched->next;
    require(provider.request(further, {}).url.isValid());
}

} // namespace

//! The first byte picks the provider by its lower four bits, and the query by the others; the rest is the body.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size == 0)
        return 0;
    constexpr unsigned kProviderBits = 4;
    const std::size_t pick = data[0] & ((1U << kProviderBits) - 1);
    const unsigned how = data[0] >> kProviderBits;
    const QByteArray body(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const auto quotes = quoteProviders();
    const auto trades = tradeProviders();
    if (pick < quotes.size())
        parseQuotes(*quotes[pick], how % 2 == 0, body);
    else if (pick - quotes.size() < trades.size())
        parseTrades(*trades[pick - quotes.size()], how, body);
    return 0;
}
