// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClaimBook.h"

#include <optional>

namespace tickmark::tables {

//! What the user has said of a claim.
enum class ClaimReview {
    Kept,      //!< not dismissed, corrected or not
    Corrected, //!< corrected and not dismissed
    Dismissed,
};

//! Which claims to show; what is not set lets everything pass that was not dismissed. A value, compared to tell whether
//! anything changed.
struct ClaimFilter
{
    std::optional<claims::VerdictCode> verdict;
    ClaimReview review = ClaimReview::Kept;
    std::optional<qint64> instrumentId;
    QString publisher;
    std::optional<claims::ClaimKind> kind;
    std::optional<core::TimeRange> within; //!< published in it
    QString text; //!< as typed: every word of it has to stand in the row, in any form of writing

    [[nodiscard]] bool isEmpty() const { return *this == ClaimFilter(); }
    //! Everything but the text, for which ClaimTable has the words.
    [[nodiscard]] bool accepts(const store::StoredClaim &claim, const ClaimNews &news) const;
    friend bool operator==(const ClaimFilter &, const ClaimFilter &) = default;
};

} // namespace tickmark::tables
