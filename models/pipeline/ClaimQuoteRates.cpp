// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimQuoteReader.h"

#include <algorithm>

namespace tickmark::pipeline {

using core::Result;

namespace {

core::Price priceOf(double rate)
{
    constexpr int kDecimals = 6;
    return {qRound64(rate * double(core::powerOfTen(kDecimals))), kDecimals};
}

} // namespace

Result<std::vector<claims::ExchangeRate>> ClaimQuoteReader::rates(const QString &from, const QString &to,
                                                                  QuotesOfClaim &all, core::Time published,
                                                                  const store::SessionRange &sessions)
{
    const QString dollar = QStringLiteral("USD");
    auto direct = ratesOfPair(from, to, all, published, sessions);
    if (!direct || !direct->empty() || from == dollar || to == dollar)
        return direct;
    const auto first = ratesOfPair(from, dollar, all, published, sessions);
    const auto second = ratesOfPair(dollar, to, all, published, sessions);
    if (!first || !second)
        return first ? second : first;
    std::vector<claims::ExchangeRate> crossed;
    for (const claims::ExchangeRate &leg : *first) {
        const auto other = std::ranges::find(*second, leg.date, &claims::ExchangeRate::date);
        if (other == second->end())
            continue;
        const double rate = leg.rate * other->rate;
        crossed.push_back(
            {leg.date, rate, leg.symbol + kListSeparator + other->symbol, priceOf(rate),
             leg.source == other->source ? leg.source : QString(leg.source + kListSeparator + other->source)});
    }
    return crossed;
}

Result<std::vector<claims::ExchangeRate>> ClaimQuoteReader::ratesOfPair(const QString &from, const QString &to,
                                                                        QuotesOfClaim &all, core::Time published,
                                                                        const store::SessionRange &sessions)
{
    for (const bool isInverse : {false, true}) {
        const auto instrument = m_pairs.constFind(isInverse ? to + from : from + to);
        if (instrument == m_pairs.constEnd())
            continue;
        all.needs.push_back({*instrument, sessions});
        const auto pair = shelf(*instrument);
        if (!pair)
            return tl::unexpected(pair.error());
        if (!*pair)
            continue;
        const auto read = dailyQuotes(**pair, sessions, published, {});
        if (!read)
            return tl::unexpected(read.error());
        const claims::InstrumentQuotes &quotes = *read;
        std::vector<claims::ExchangeRate> found;
        for (const core::Bar &bar : quotes.bars) {
            const core::Price quote{bar.close, quotes.priceDecimals};
            const double close = core::toDouble(quote);
            if (close > 0)
                found.push_back({bar.session, isInverse ? 1 / close : close, quotes.instrument.symbol, quote,
                                 quotes.sourceOn(bar.session)});
        }
        if (!found.empty())
            return found;
    }
    return std::vector<claims::ExchangeRate>();
}

} // namespace tickmark::pipeline
