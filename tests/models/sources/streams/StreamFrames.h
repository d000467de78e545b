// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sources/streams/StreamProvider.h>

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace tickmark::test {

//! Two of each provider, as it spells them.
inline const QHash<QString, QStringList> kSymbols{
    {QStringLiteral("kraken"), {QStringLiteral("BTC/USD"), QStringLiteral("ETH/EUR")}},
    {QStringLiteral("coinbase"), {QStringLiteral("BTC-USD"), QStringLiteral("ETH-EUR")}},
    {QStringLiteral("binance"), {QStringLiteral("BTCUSDT"), QStringLiteral("ETHEUR")}},
    {QStringLiteral("finnhub"), {QStringLiteral("NVDA"), QStringLiteral("BRK.B")}}};

inline sources::StreamMessage parsed(const QString &provider, const QByteArray &frame)
{
    std::vector<sources::StreamSymbol> symbols;
    for (const QString &symbol : kSymbols[provider])
        symbols.push_back({qint64(symbols.size()) + 1, symbol});
    sources::StreamMessage message;
    sources::streamProvider(provider)->parse({frame.constData(), std::size_t(frame.size())},
                                             sources::StreamSymbols(symbols), message);
    return message;
}

inline QString faultOf(const sources::StreamMessage &message)
{
    return message.fault ? codeOf(message.fault->fault) : QString();
}

} // namespace tickmark::test
