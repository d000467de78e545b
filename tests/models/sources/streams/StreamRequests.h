// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sources/streams/StreamTypes.h>

#include <QStringList>

namespace tickmark::test {

//! Two instruments as the stream of an exchange spells them.
inline QStringList twoSymbols(const QString &exchange)
{
    if (exchange == QLatin1String("kraken"))
        return {QStringLiteral("BTC/USD"), QStringLiteral("ETH/USD")};
    if (exchange == QLatin1String("coinbase"))
        return {QStringLiteral("BTC-USD"), QStringLiteral("ETH-USD")};
    if (exchange == QLatin1String("binance"))
        return {QStringLiteral("BTCUSDT"), QStringLiteral("ETHUSDT")};
    return {QStringLiteral("NVDA"), QStringLiteral("SPY")};
}

//! Of source 7; the symbols are instruments 100, 101 and so on. Finnhub gets a key.
inline sources::StreamRequest requestTo(const QUrl &base, const QString &exchange, const QStringList &symbols)
{
    sources::StreamRequest request;
    request.sourceId = 7;
    request.source = QStringLiteral("My source");
    request.provider = exchange;
    request.settings.base = base;
    request.settings.key = exchange == QLatin1String("finnhub") ? "sesame-of-the-test" : "";
    for (const QString &symbol : symbols)
        request.symbols.push_back({100 + qint64(request.symbols.size()), symbol});
    return request;
}

} // namespace tickmark::test
