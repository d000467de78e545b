// SPDX-License-Identifier: GPL-3.0-or-later
#include "PublisherSummary.h"

#include <QMap>

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

std::vector<PublisherCounts> publisherSummary(const ClaimTable &table, const std::vector<int> &statements)
{
    QMap<QString, PublisherCounts> counts;
    for (const int row : statements) {
        const store::StoredClaim &claim = table.claimAt(row);
        if (!claim.verdict || claim.verdict->provisional || isDismissed(claim))
            continue;
        const QString &publisher = table.newsAt(row).publisher;
        PublisherCounts &own = counts[publisher];
        own.publisher = publisher;
        ++own.outcomes[std::size_t(outcomeOf(claim.claim, *claim.verdict))];
    }
    return {counts.begin(), counts.end()};
}

} // namespace tickmark::tables
