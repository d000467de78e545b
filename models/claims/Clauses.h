// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Quantities.h"
#include "TimeWords.h"

#include <span>
#include <vector>

namespace tickmark::claims {

//! A stretch of a sentence that speaks of one thing: parted from the next by a mark, "und" or a word such as "während". A
//! bracket is a clause of its own, and the clause around it goes on behind it. Indices count the tokens of the sentence.
struct Clause
{
    enum class Kind {
        Main,
        Coordinated, //!< begins with "und": what it does not say is as in the one before
        Subordinate, //!< "nachdem ..."
        Conditional, //!< "falls ..."
        Relative,    //!< ", der um 2,8 % fiel"
        Bracket,
    };

    Kind kind = Kind::Main;
    std::vector<std::size_t> tokens;     //!< ascending; the gaps are brackets
    std::vector<std::size_t> quantities; //!< indices of those whose number lies in it
    std::size_t anchor = 0;              //!< of a bracket or relative clause: the token before it
    bool followsColon = false;
    bool isCoordinated = false; //!< begins with "und", whatever its kind
    bool isRestated = false;    //!< "(0,1 %)", "or 0.1%": the move before it in another unit

    [[nodiscard]] bool isEmpty() const { return tokens.empty(); }
    //! Place of a token in `tokens`; the place where it would stand when it is not among them.
    [[nodiscard]] std::size_t placeOf(std::size_t token) const;
};

//! `days`: commas inside a date part nothing.
[[nodiscard]] std::vector<Clause> splitClauses(std::span<const Token> tokens, const std::vector<Quantity> &quantities,
                                               const std::vector<DayMark> &days, const LexiconData &lexicon);

} // namespace tickmark::claims
