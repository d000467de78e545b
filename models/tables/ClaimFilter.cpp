// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimFilter.h"

#include "ClaimStatement.h"

namespace tickmark::tables {

bool ClaimFilter::accepts(const store::StoredClaim &claim, const ClaimNews &news) const
{
    if (isDismissed(claim) != (review == ClaimReview::Dismissed)
        || (review == ClaimReview::Corrected && !claim.correction))
        return false;
    if (verdict && (!claim.verdict || claim.verdict->code != *verdict))
        return false;
    if ((instrumentId && claim.claim.subject.instrumentId != *instrumentId) || (kind && claim.claim.kind != *kind))
        return false;
    if (within && !within->contains(claim.published))
        return false;
    return publisher.isEmpty() || news.publisher == publisher;
}

} // namespace tickmark::tables
