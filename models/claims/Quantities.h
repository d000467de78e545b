// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TimeWords.h"
#include "Tokenizer.h"

#include <span>
#include <vector>

namespace tickmark::claims {

//! A number of a sentence with its unit and the words before it that belong to it: "um fast 17 Prozent", "(-0,18 %)",
//! "plus fünf bis sechs Prozent", "$589 billion", "auf 118,42 Dollar". Indices count the tokens of the sentence.
struct Quantity
{
    enum class Unit { None, Percent, Points, Money, Other };
    enum class Lead { None, By, To, At, From, Of, Threshold };

    std::size_t first = 0;  //!< with hedge, preposition and sign
    std::size_t last = 0;   //!< after the unit
    std::size_t number = 0; //!< its (first) number
    double low = 0;
    double high = 0;
    double lowHalfUnit = 0;
    double highHalfUnit = 0;
    Unit unit = Unit::None;
    Lead lead = Lead::None;
    QString currency;
    double scale = 1; //!< 1e9 for billions: already part of low and high
    Hedge hedge = Hedge::Exact;
    Direction sign = Direction::None;
    bool isRange = false;
    bool isMarked = false;         //!< see Token
    bool isThresholdHedge = false; //!< "über": a hedge only where a move is stated
    bool isNegated = false;        //!< "nicht 5 Prozent"
    bool hasIntraday = false;      //!< "um zeitweise 5 Prozent"
    bool hasArticle = false;       //!< "a 17% drop"
    bool isListed = false;         //!< joined to the one before: "28 bzw. 21 Prozent"
    bool isPerShare = false;       //!< "$24.20 a share"
    bool isTicker = false;         //!< the price of a ticker line, see markTickers()
};

//! Ascending, never overlapping. The numbers of dates and years among `days` are left out.
[[nodiscard]] std::vector<Quantity> findQuantities(std::span<const Token> tokens, const std::vector<DayMark> &days,
                                                   const LexiconData &lexicon);

} // namespace tickmark::claims
