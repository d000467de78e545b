// SPDX-License-Identifier: GPL-3.0-or-later
#include "Judge.h"

#include "Judging.h"
#include "LevelJudging.h"

#include <algorithm>

namespace tickmark::claims {

const QString &InstrumentQuotes::sourceOn(core::SessionDate session) const
{
    const auto next = std::ranges::upper_bound(sources, session, {}, [](const auto &run) { return run.first; });
    return next == sources.begin() ? source : (next - 1)->second;
}

Verdict judgeWithoutQuotes(const Claim &claim)
{
    Verdict verdict;
    verdict.interval = intervalOf(claim);
    if (claim.subject.isNamed()) {
        verdict.missing = Missing::Instrument;
        verdict.symbol = claim.subject.symbol;
    } else {
        verdict.code = VerdictCode::Unattributed;
    }
    return verdict;
}

bool isConfirmed(const Claim &claim, const Verdict &verdict)
{
    if (verdict.code == VerdictCode::Intraday)
        return claim.intradayStated || claim.hedge == Hedge::UpTo || verdict.basis == Basis::Open;
    return verdict.code == VerdictCode::Close;
}

Verdict judge(const Claim &claim, core::Time published, const ClaimQuotes &quotes, core::Time now)
{
    if (!claim.subject.isNamed() || !quotes.own.calendar)
        return judgeWithoutQuotes(claim);
    if (claim.kind == ClaimKind::Level)
        return judgeLevel(claim, published, quotes.own, now);
    return Judging(claim, published, quotes, now).verdict();
}

} // namespace tickmark::claims
