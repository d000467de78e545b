// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClaimBook.h"

#include <optional>
#include <vector>

namespace tickmark::tables {

//! What the claims of a topic speak of, so that their numbers stand on one axis.
enum class TopicMeasure {
    Value,   //!< change of the market value, in whichever currency
    Percent, //!< move of the price in percent
    Points,  //!< move of the price in points or in a currency
    Level,   //!< the price itself
};

//! A claim on the axis of its topic: everything signed, in the topic's unit.
struct TopicClaim
{
    const store::StoredClaim *claim = nullptr; //!< of the book
    //! Where its shape stands: the stated number, the middle of a range. Nothing where no rate converts it.
    std::optional<double> stated;
    double low = 0;  //!< what the words leave open; may be infinite
    double high = 0; //!< not below `low`
    //! From what the verdict held it against (claims::measuredOf; where the session only passed the number or it fits another
    //! basis, from the computed value) to the stated number, of a range to its nearer end.
    std::optional<double> off;
};

//! All claims about one thing, beside what the quotes say of it. Refers to its book, which outlives it.
struct ClaimTopic
{
    QString subject; //!< on a chip
    QString name;    //!< in a sentence
    TopicMeasure measure = TopicMeasure::Percent;
    claims::SessionSpan sessions;
    QString unit;                   //!< as Claim::unit; of values the instrument's own currency where a claim is in it
    std::optional<double> computed; //!< signed, in `unit`; nothing without data
    double doubt = 0;               //!< `computed` plus or minus this (the share count's uncertainty)
    QString otherUnit;              //!< a second currency that claims are in; empty: none
    double otherPerUnit = 0;        //!< so many of `otherUnit` are one of `unit`, by the verdicts' own rate
    std::vector<TopicClaim> claims; //!< by time of publication; what one item says twice is there once

    [[nodiscard]] int count(claims::VerdictCode code) const;
    //! How many different numbers are stated.
    [[nodiscard]] int differentNumbers() const;
    //! Everything was a loss, and so was it: an axis of magnitudes reads easier than one of negative numbers.
    [[nodiscard]] bool isLoss() const;
};

//! Topics of the claims about one session, most disagreement first: more different numbers, then more claims, then the worse
//! verdicts. Without what was dismissed, is not checked yet, or speaks of nobody. Some milliseconds per ten thousand claims.
[[nodiscard]] std::vector<ClaimTopic> topicsOf(const ClaimBook &book, core::SessionDate session);

//! Sessions that topicsOf() has something of, newest first.
[[nodiscard]] std::vector<core::SessionDate> sessionsOfTopics(const ClaimBook &book);
//! Of these the one with the most claims, of several the newest: where a comparison begins. Nothing without any.
[[nodiscard]] std::optional<core::SessionDate> busiestSession(const ClaimBook &book);

} // namespace tickmark::tables
