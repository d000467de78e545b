// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimJudge.h"

namespace tickmark::pipeline {

core::Result<store::JudgedClaim> ClaimJudge::judge(const claims::Claim &claim, core::Time published)
{
    auto judged = judgeByQuotes(claim, published);
    if (!judged)
        return judged;
    if (const auto noted = m_quotes.noteOthers(judged->verdict.quotes, published); !noted)
        return tl::unexpected(noted.error());
    if (const auto named = m_quotes.nameSources(judged->verdict.quotes); !named)
        return tl::unexpected(named.error());
    return judged;
}

core::Result<store::JudgedClaim> ClaimJudge::judgeByQuotes(const claims::Claim &claim, core::Time published)
{
    store::JudgedClaim judged;
    if (claim.subject.instrumentId == 0) {
        judged.verdict = claims::judgeWithoutQuotes(claim);
        return judged;
    }
    auto found = m_quotes.read(claim, published);
    if (!found)
        return tl::unexpected(found.error());
    judged.needs = std::move(found->needs);
    claims::ClaimQuotes &quotes = found->quotes;
    judged.verdict = claims::judge(claim, published, quotes, m_now);
    // Daily bars decide nearly always: intraday quotes are read only where they can add something.
    const claims::VerdictCode code = judged.verdict.code;
    const bool isOff = code == claims::VerdictCode::OtherBasis || code == claims::VerdictCode::Contradicted;
    if (!isOff && code != claims::VerdictCode::Intraday)
        return judged;
    const auto added = isOff ? m_quotes.addEarly(claim, published, quotes)
                             : m_quotes.addDuring(claim, published, quotes);
    if (!added)
        return tl::unexpected(added.error());
    judged.verdict = claims::judge(claim, published, quotes, m_now);
    return judged;
}

} // namespace tickmark::pipeline
