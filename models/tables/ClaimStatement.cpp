// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimStatement.h"

#include <QDataStream>
#include <QIODevice>

namespace tickmark::tables {

ClaimOutcome outcomeOf(const claims::Claim &claim, const claims::Verdict &verdict)
{
    switch (verdict.code) {
    case claims::VerdictCode::Close:
        return ClaimOutcome::Confirmed;
    case claims::VerdictCode::Intraday:
        return claims::isConfirmed(claim, verdict) ? ClaimOutcome::Confirmed : ClaimOutcome::DuringSession;
    case claims::VerdictCode::OtherBasis:
        return ClaimOutcome::OtherBasis;
    case claims::VerdictCode::Contradicted:
        return ClaimOutcome::Contradicted;
    case claims::VerdictCode::NoData:
        return ClaimOutcome::NoData;
    case claims::VerdictCode::Unattributed:
        break;
    }
    return ClaimOutcome::Unattributed;
}

bool isDismissed(const store::StoredClaim &claim)
{
    return claim.correction && claim.correction->isDismissed;
}

std::optional<core::SessionDate> sessionOf(const store::StoredClaim &claim)
{
    if (claim.verdict && claim.verdict->sessions.isKnown())
        return claim.verdict->sessions.last;
    return claim.claim.time.date;
}

QByteArray statementKey(const store::StoredClaim &stored)
{
    const claims::Claim &claim = stored.claim;
    QByteArray key;
    QDataStream stream(&key, QIODevice::WriteOnly);
    stream << stored.newsId << claim.subject.instrumentId;
    if (claim.subject.instrumentId == 0)
        stream << (claim.subject.symbol.isEmpty() ? claim.subject.text : claim.subject.symbol);
    if (!claim.subject.isNamed())
        stream << claim.sentenceHash << qint32(claim.nth);
    stream << qint32(claim.kind) << qint32(claim.direction) << claim.low << claim.high << claim.unit
           << qint32(claim.hedge);
    if (stored.verdict && stored.verdict->sessions.isKnown())
        stream << stored.verdict->sessions.base.days() << stored.verdict->sessions.last.days();
    else
        stream << (claim.time.date ? claim.time.date->days() : 0) << qint32(claim.time.shift) << qint32(claim.time.span)
               << qint32(claim.time.sessions);
    return key;
}

int StatementNumbers::numberOf(const store::StoredClaim &claim)
{
    const QByteArray key = statementKey(claim);
    const auto known = m_numbers.constFind(key);
    return known != m_numbers.constEnd() ? *known : *m_numbers.insert(key, count());
}

} // namespace tickmark::tables
