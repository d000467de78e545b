// SPDX-License-Identifier: GPL-3.0-or-later
#include "PublisherSummary.h"

#include <QMap>
#include <QSet>

namespace tickmark::tables {

int PublisherCounts::decided() const
{
    return count(ClaimOutcome::Confirmed) + count(ClaimOutcome::DuringSession) + count(ClaimOutcome::OtherBasis)
           + count(ClaimOutcome::Contradicted);
}

std::optional<double> PublisherCounts::rate() const
{
    if (decided() < kLeastForRate)
        return std::nullopt;
    return double(count(ClaimOutcome::Confirmed)) / decided();
}

std::vector<PublisherCounts> publisherSummary(const ClaimBook &book)
{
    QMap<QString, PublisherCounts> counts;
    QSet<QByteArray> statements;
    for (const store::StoredClaim &claim : book.claims()) {
        if (!claim.verdict || claim.verdict->provisional || isDismissed(claim))
            continue;
        const QByteArray key = statementKey(claim);
        if (statements.contains(key))
            continue;
        statements.insert(key);
        const QString &publisher = book.newsOf(claim).publisher;
        PublisherCounts &own = counts[publisher];
        own.publisher = publisher;
        ++own.outcomes[std::size_t(outcomeOf(claim.claim, *claim.verdict))];
    }
    return {counts.begin(), counts.end()};
}

} // namespace tickmark::tables
