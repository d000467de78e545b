// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeadlineClaims.h"

#include <news/SafeText.h>
#include <store/StoreReader.h>

#include <algorithm>
#include <set>

namespace tickmark::charts {

namespace {

bool isShown(const store::StoredClaim &claim)
{
    return claim.verdict && !(claim.correction && claim.correction->isDismissed);
}

//! Title and text often state the same; where both come to the same, once is enough.
bool isRepetition(const store::StoredClaim &one, const store::StoredClaim &other)
{
    const claims::Claim &a = one.claim;
    const claims::Claim &b = other.claim;
    return one.newsId == other.newsId && a.subject.instrumentId == b.subject.instrumentId
           && (a.subject.instrumentId != 0 || a.subject.text == b.subject.text) && a.kind == b.kind
           && a.direction == b.direction && a.low == b.low && a.high == b.high && a.unit == b.unit
           && one.verdict->code == other.verdict->code && one.verdict->sessions == other.verdict->sessions;
}

} // namespace

core::Result<std::shared_ptr<const HeadlineClaims>> HeadlineClaims::load(store::StoreReader &reader,
                                                                         core::TimeRange range, std::stop_token stop)
{
    auto claims = reader.claims(range, stop);
    if (!claims)
        return tl::unexpected(claims.error());
    const auto instruments = reader.instruments();
    if (!instruments)
        return tl::unexpected(instruments.error());
    return std::make_shared<const HeadlineClaims>(*std::move(claims), *instruments);
}

HeadlineClaims::HeadlineClaims(std::vector<store::StoredClaim> claims, const std::vector<core::Instrument> &instruments)
{
    std::ranges::stable_sort(claims, {}, &store::StoredClaim::newsId);
    std::set<QString> named;
    std::size_t item = 0; // where the claims of the same news item begin
    for (store::StoredClaim &claim : claims) {
        if (!isShown(claim))
            continue;
        if (!m_claims.empty() && m_claims.back().newsId != claim.newsId)
            item = m_claims.size();
        if (std::any_of(m_claims.begin() + std::ptrdiff_t(item), m_claims.end(),
                        [&](const store::StoredClaim &before) { return isRepetition(before, claim); }))
            continue;
        named.insert(claim.claim.subject.symbol);
        for (const claims::QuoteUsed &quote : claim.verdict->quotes)
            named.insert(quote.symbol);
        m_claims.push_back(std::move(claim));
    }
    for (const core::Instrument &instrument : instruments) {
        if (named.contains(instrument.symbol))
            m_instruments.emplace(instrument.symbol, instrument);
    }
}

std::span<const store::StoredClaim> HeadlineClaims::ofNews(qint64 newsId) const
{
    const auto found = std::ranges::equal_range(m_claims, newsId, {}, &store::StoredClaim::newsId);
    return {found.begin(), found.end()};
}

QString HeadlineClaims::subjectName(const claims::Claim &claim, const QString &language) const
{
    if (claim.subject.instrumentId != 0)
        return nameOf(claim.subject.symbol, language);
    return news::visibleLine(claim.subject.text);
}

QString HeadlineClaims::nameOf(const QString &symbol, const QString &language) const
{
    const auto found = m_instruments.find(symbol);
    return found == m_instruments.end() ? symbol : found->second.shortName(language);
}

} // namespace tickmark::charts
