// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <claims/Lexicon.h>
#include <store/ClaimTypes.h>

#include <QStringView>

#include <optional>
#include <span>
#include <vector>

//! Where the numbers that were checked stand in a text. Pure functions over values.
namespace tickmark::newsview {

//! A number of a text with its verdict. Several instruments may share it ("A and B fell 3%"): then it has several claims,
//! and shows the verdict that doubts it most.
struct CheckedNumber
{
    claims::TextSpan span; //!< UTF-16 units: number and unit with what qualifies them, without preposition and verb
    claims::VerdictCode code = claims::VerdictCode::NoData;
    std::vector<store::ClaimKey> keys; //!< in the order of the text, never empty

    friend bool operator==(const CheckedNumber &, const CheckedNumber &) = default;
};

//! The numbers of `place` in `text`, ascending, never overlapping. Claims that were dismissed, are not judged yet, or do not
//! fit the text (they are of an older one) have none.
[[nodiscard]] std::vector<CheckedNumber> checkedNumbers(std::span<const store::StoredClaim> claims,
                                                        store::ClaimPlace place, QStringView text,
                                                        const claims::Lexicon &lexicon);

//! The number of a claim within its words: of "um fast 17 Prozent sank" that of "fast 17 Prozent". All of them where the
//! grammar finds none.
[[nodiscard]] claims::TextSpan numberWithin(QStringView words, const claims::Claim &claim,
                                            const claims::Lexicon &lexicon);

//! The same numbers in `line`, what news::visibleLine() made of `text`; without those that it cut off.
[[nodiscard]] std::vector<CheckedNumber> numbersInLine(std::vector<CheckedNumber> numbers, QStringView text,
                                                       const QString &line);

} // namespace tickmark::newsview
