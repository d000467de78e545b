// SPDX-License-Identifier: GPL-3.0-or-later
#include "ProviderList.h"

#include "NewsProvider.h"
#include "QuoteProvider.h"
#include "TradeProvider.h"

#include <QCoreApplication>

#include <algorithm>

namespace tickmark::sources {

namespace {

struct ProviderTexts
{
    Q_DECLARE_TR_FUNCTIONS(ProviderTexts)
};

} // namespace

QString codeOf(ProviderKind kind)
{
    switch (kind) {
    case ProviderKind::Bars:
        return QStringLiteral("bars");
    case ProviderKind::Trades:
        return QStringLiteral("trades");
    case ProviderKind::News:
        return QStringLiteral("news");
    case ProviderKind::File:
        break;
    }
    return QStringLiteral("file");
}

QString csvProviderCode()
{
    return QStringLiteral("csv");
}

std::vector<ProviderInfo> providerList()
{
    std::vector<ProviderInfo> list;
    for (const QuoteProvider *provider : quoteProviders())
        list.push_back({provider->code(), provider->title(), ProviderKind::Bars, provider->needsKey(), false, true});
    for (const TradeProvider *provider : tradeProviders())
        list.push_back({provider->code(), provider->title(), ProviderKind::Trades, false, false, true});
    for (const NewsProvider *provider : newsProviders()) {
        list.push_back({provider->code(), provider->title(), ProviderKind::News, provider->needsKey(),
                        provider->needsAddress(), provider->perInstrument()});
    }
    list.push_back({csvProviderCode(), ProviderTexts::tr("CSV over http(s)"), ProviderKind::File, false, true, false});
    return list;
}

std::optional<ProviderInfo> providerInfo(const QString &code)
{
    const auto list = providerList();
    const auto found = std::ranges::find(list, code, &ProviderInfo::code);
    return found == list.end() ? std::nullopt : std::optional(*found);
}

QString spellingOf(const QString &code, const core::Instrument &instrument)
{
    if (const QuoteProvider *quotes = quoteProvider(code))
        return quotes->symbolOf(instrument);
    if (const TradeProvider *trades = tradeProvider(code))
        return trades->symbolOf(instrument);
    const NewsProvider *news = newsProvider(code);
    return news ? news->symbolOf(instrument) : QString();
}

} // namespace tickmark::sources
