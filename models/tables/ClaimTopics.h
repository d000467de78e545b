// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClaimBook.h"

#include <functional>
#include <map>
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
    //! What the number is measured against: the computed value, or the end of the session's range where that decided.
    std::optional<double> measured;
    bool isAtRange = false; //!< `measured` is such an end
    //! From `measured` to the stated number, of a range to its nearer end; 0 within it.
    std::optional<double> off;
};

//! A number that claims of a topic state, told once for all that state it in the same way and came out alike.
struct TopicNumber
{
    const store::StoredClaim *first = nullptr; //!< of the book
    claims::VerdictCode code = claims::VerdictCode::NoData;
    int times = 1;
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
    std::vector<TopicNumber> numbers; //!< in the order of `claims`
    int differentNumbers = 0;         //!< stated, whatever their verdicts

    //! Everything was a loss, and so was it: an axis of magnitudes reads easier than one of negative numbers.
    bool isLoss = false;

    [[nodiscard]] int count(claims::VerdictCode code) const;
};

//! Topics by session, the newest first.
using SessionTopics = std::map<core::SessionDate, std::vector<ClaimTopic>, std::greater<>>;

//! Topics of the claims about each session, most disagreement first: more different numbers, then more claims, then the worse
//! verdicts. Without what was dismissed, is not checked yet, or speaks of nobody. Any thread; some ten milliseconds per ten
//! thousand claims, so not that of the window.
[[nodiscard]] SessionTopics topicsOf(const ClaimBook &book);

//! The session with the most claims, of several the newest: where a comparison begins. Nothing without any.
[[nodiscard]] std::optional<core::SessionDate> busiestSession(const SessionTopics &topics);

} // namespace tickmark::tables
