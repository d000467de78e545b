// SPDX-License-Identifier: GPL-3.0-or-later
#include "BinanceStream.h"
#include "CoinbaseStream.h"
#include "FinnhubStream.h"
#include "KrakenStream.h"
#include "StreamProvider.h"
#include <sources/http/HttpRules.h>

#include <algorithm>
#include <array>

namespace tickmark::sources {

namespace {

constexpr QLatin1String kPlain("ws");
constexpr QLatin1String kEncrypted("wss");

} // namespace

std::span<const StreamProvider *const> streamProviders()
{
    static const KrakenStream kraken;
    static const CoinbaseStream coinbase;
    static const BinanceStream binance;
    static const FinnhubStream finnhub;
    static const std::array<const StreamProvider *, 4> all{&kraken, &coinbase, &binance, &finnhub};
    return all;
}

const StreamProvider *streamProvider(const QString &code)
{
    const auto all = streamProviders();
    const auto found = std::ranges::find(all, code, &StreamProvider::code);
    return found == all.end() ? nullptr : *found;
}

QUrl streamAddress(const char *exchange, const ProviderSettings &settings, const QString &path)
{
    QUrl url = settings.base.isEmpty() ? QUrl(QString::fromLatin1(exchange)) : settings.base;
    if (url.scheme() == QLatin1String("https"))
        url.setScheme(kEncrypted);
    else if (url.scheme() == QLatin1String("http"))
        url.setScheme(kPlain);
    QString root = url.path();
    while (root.endsWith(QLatin1Char('/')))
        root.chop(1);
    url.setPath(root % path);
    return url;
}

std::optional<StreamFault> streamRefusal(const QUrl &address, bool plainAllowed)
{
    QUrl same = address;
    if (same.scheme() != kPlain && same.scheme() != kEncrypted)
        return StreamFault::HostNotFound;
    same.setScheme(same.scheme() == kPlain ? QStringLiteral("http") : QStringLiteral("https"));
    const auto refused = refusal(same, plainAllowed);
    if (!refused)
        return std::nullopt;
    return *refused == HttpFault::PlainRefused ? StreamFault::PlainRefused : StreamFault::HostNotFound;
}

} // namespace tickmark::sources
