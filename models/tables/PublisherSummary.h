// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClaimStatement.h"
#include "ClaimTable.h"

#include <array>
#include <optional>
#include <vector>

namespace tickmark::tables {

//! How the statements of one publisher came out.
struct PublisherCounts
{
    static constexpr int kLeastForRate = 5; //!< statements: of fewer a rate says nothing

    QString publisher;
    std::array<int, 6> outcomes{}; //!< by ClaimOutcome

    [[nodiscard]] int count(ClaimOutcome outcome) const { return outcomes[std::size_t(outcome)]; }
    //! Those that quotes could decide: confirmed, during the session, other basis, contradicted.
    [[nodiscard]] int decided() const;
    //! Confirmed of decided, 0 to 1; nothing below kLeastForRate.
    [[nodiscard]] std::optional<double> rate() const;
};

//! Of `statements`, rows of a table without repetitions: one entry per publisher of any, by name of the publisher as code
//! points have it. What was dismissed or is not checked for good does not count. One walk.
[[nodiscard]] std::vector<PublisherCounts> publisherSummary(const ClaimTable &table,
                                                            const std::vector<int> &statements);

} // namespace tickmark::tables
