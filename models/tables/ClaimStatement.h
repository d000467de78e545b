// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/ClaimTypes.h>

#include <QByteArray>
#include <QHash>

#include <optional>

//! What a stored claim counts as, for tables and sums. Pure functions, safe from any thread.
namespace tickmark::tables {

//! How a claim came out, for whoever counts: a number that the session only passed counts as confirmed where the text
//! itself speaks of the session.
enum class ClaimOutcome { Confirmed, DuringSession, OtherBasis, Contradicted, NoData, Unattributed };

[[nodiscard]] ClaimOutcome outcomeOf(const claims::Claim &claim, const claims::Verdict &verdict);

//! The user said that it is none.
[[nodiscard]] bool isDismissed(const store::StoredClaim &claim);

//! The last session of the stated move; without one that the calendar knows, the stated day. Nothing where neither is known.
[[nodiscard]] std::optional<core::SessionDate> sessionOf(const store::StoredClaim &claim);

//! Equal for claims of one news item that state the same (instrument, kind, sessions, amounts, hedge): title and text that
//! say it twice make one statement. A number of nobody can only be told again by the same sentence.
[[nodiscard]] QByteArray statementKey(const store::StoredClaim &claim);

//! Numbers statements in the order in which they come; who counts claims counts these. A value.
class StatementNumbers
{
public:
    //! From 0; equal for claims that repeat one statement.
    int numberOf(const store::StoredClaim &claim);
    [[nodiscard]] int count() const { return int(m_numbers.size()); }

private:
    QHash<QByteArray, int> m_numbers; //!< by statementKey()
};

} // namespace tickmark::tables
