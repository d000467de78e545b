// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../../models/tables/ClaimMaker.h"
#include <tables/ClaimTopics.h>

//! What several texts state about the loss of 27 January 2025, for tests of comparisons.
namespace tickmark::tables {

using claims::VerdictCode;
using namespace Qt::StringLiterals;

inline const core::SessionDate kDay = *core::SessionDate::fromIso("2025-01-27");
inline const core::SessionDate kDayBefore = *core::SessionDate::fromIso("2025-01-24");

inline ClaimMaker value(qint64 newsId, double billions, double half, const QString &unit = u"USD"_s)
{
    const bool isDollar = unit == u"USD";
    return ClaimMaker()
        .in(newsId)
        .of(claims::ClaimKind::Value, unit)
        .stated(billions * 1e9, half * 1e9)
        .verdict(VerdictCode::Close, claims::Basis::Close, isDollar ? -592.66e9 : -566.16e9)
        .with([&](store::StoredClaim &claim) {
            claim.verdict->symbol = u"NVDA"_s;
            const auto used = [&](const QString &symbol, core::SessionDate session, const QString &field,
                                  core::Price price, const QString &source) {
                claims::QuoteUsed quote;
                quote.symbol = symbol;
                quote.session = session;
                quote.field = field;
                quote.price = price;
                quote.source = source;
                claim.verdict->quotes.push_back(quote);
            };
            used(u"NVDA"_s, kDayBefore, u"close"_s, {14262, 2}, u"daily.csv"_s);
            used(u"NVDA"_s, kDay, u"close"_s, {11842, 2}, u"daily.csv"_s);
            used(u"NVDA"_s, *core::SessionDate::fromIso("2024-11-15"), u"shares"_s, {24'490'000'000, 0}, u"10-Q"_s);
            if (!isDollar)
                used(u"EURUSD"_s, kDay, u"close"_s, {10468, 4}, u"fx.csv"_s);
        });
}

//! 450, 563 EUR, 589, 600 beside 592.7; then a topic of one, and one of another session.
inline ClaimBookPtr someBook()
{
    std::vector<store::StoredClaim> made{
        value(1, 450, 5).verdict(VerdictCode::Contradicted, claims::Basis::None, -592.66e9),
        value(2, 589, 0.5),
        value(3, 563, 0.5, u"EUR"_s).hedged(claims::Hedge::Over),
        value(4, 600, 15),
        ClaimMaker().in(4, 1),
        ClaimMaker().in(4, 3), // the title's number again
        ClaimMaker().in(4, 2).about(2, u"ARM"_s, u"Arm"_s).with([](store::StoredClaim &claim) {
            claim.verdict->sessions = {kDay, kDay.plusDays(1), 1};
        }),
    };
    std::vector<core::NewsItem> news;
    for (int id = 1; id <= 4; ++id)
        news.push_back(newsOf(id, u"Herausgeber %1"_s.arg(id), u"Titel"_s));
    return std::make_shared<const ClaimBook>(
        std::move(made), std::move(news), std::vector{stock(1, u"NVDA"_s, u"Nvidia"_s), stock(2, u"ARM"_s, u"Arm"_s)},
        u"en"_s);
}

//! Of 27 January 2025.
inline std::vector<ClaimTopic> topicsOn(const ClaimBook &book)
{
    return topicsOf(book).at(kDay);
}

} // namespace tickmark::tables
