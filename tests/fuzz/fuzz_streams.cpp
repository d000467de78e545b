// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a message of any exchange's stream: no crash, no endless loop, and what is taken from it keeps its contract,
// also when it is gathered in batches.
#include <core/Price.h>
#include <sources/streams/StreamBatches.h>
#include <sources/streams/StreamProvider.h>

#include <algorithm>
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

void checkDetail(const QString &detail)
{
    require(detail.size() <= kLongestDetail);
    require(std::ranges::none_of(detail, [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; }));
}

void checkNumber(Price number)
{
    require(number.decimals >= 0 && number.decimals <= kMaxDecimals);
}

bool isPlace(int place, const StreamSymbols &symbols)
{
    return place >= 0 && place < symbols.count();
}

void checkTrades(const StreamMessage &message, const StreamSymbols &symbols, bool hasIds)
{
    for (std::size_t i = 0; i < message.trades.size(); ++i) {
        const StreamTrade &one = message.trades[i];
        require(isPlace(one.symbol, symbols) && one.price.units > 0 && one.size.units >= 0);
        require(hasIds ? one.id > 0 : one.id == 0);
        checkNumber(one.price);
        checkNumber(one.size);
        const bool isSame = i > 0 && message.trades[i - 1].symbol == one.symbol;
        require(!isSame || message.trades[i - 1].id <= one.id);
    }
}

void check(const StreamMessage &message, const StreamSymbols &symbols, bool hasIds)
{
    require(message.rowsLeftOut >= 0);
    checkTrades(message, symbols, hasIds);
    require(std::ranges::all_of(message.accepted, [&](int place) { return isPlace(place, symbols); }));
    for (const StreamMessage::Refusal &refusal : message.refused) {
        require(isPlace(refusal.symbol, symbols));
        checkDetail(refusal.detail);
    }
    if (message.fault)
        checkDetail(message.fault->detail);
    require(!message.sequence || *message.sequence >= 0);
}

//! Counts what comes out of the batches, and that the numbers are the same.
class Counter : public StreamSink
{
public:
    void take(StreamBatch batch) override
    {
        require(!batch.trades.empty());
        checkNumber({0, batch.priceDecimals});
        checkNumber({0, batch.sizeDecimals});
        for (const FetchedTrade &trade : batch.trades)
            m_prices.push_back({trade.tick.price, batch.priceDecimals});
    }
    void status(const StreamStatus &) override {}
    void refused(qint64, qint64, const StreamError &) override {}
    void resumed(qint64, std::optional<Time>) override {}
    void missed(qint64) override {}

    std::vector<Price> m_prices;
};

void gather(const StreamMessage &message, const std::vector<StreamSymbol> &symbols)
{
    Counter counter;
    StreamBatches batches(counter, 1, 3);
    batches.setSymbols(symbols);
    batches.add(message, {});
    batches.handOn();
    require(batches.isEmpty() && counter.m_prices.size() == message.trades.size());
    std::vector<Price> wanted;
    for (const StreamTrade &trade : message.trades)
        wanted.push_back(trade.price);
    const auto less = [](Price one, Price other) { return compare(one, other) < 0; };
    std::ranges::sort(wanted, less);
    std::ranges::sort(counter.m_prices, less);
    for (std::size_t i = 0; i < wanted.size(); ++i)
        require(compare(wanted[i], counter.m_prices[i]) == 0);
}

} // namespace

//! The first byte picks the exchange; the rest is the message.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size == 0)
        return 0;
    static const std::vector<StreamSymbol> kSymbols{{1, QStringLiteral("BTC/USD")},
                                                    {2, QStringLiteral("BTC-USD")},
                                                    {3, QStringLiteral("BTCUSDT")},
                                                    {4, QStringLiteral("NVDA")},
                                                    {5, QStringLiteral("ETH/USD")}};
    static const StreamSymbols symbols(kSymbols);
    const auto providers = streamProviders();
    const StreamProvider &provider = *providers[data[0] % providers.size()];
    StreamMessage message;
    provider.parse({reinterpret_cast<const char *>(data + 1), size - 1}, symbols, message);
    check(message, symbols, provider.code() != QLatin1String("finnhub"));
    gather(message, kSymbols);
    return 0;
}
