// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Formats.h>
#include <tables/ClaimTopics.h>

//! What a comparison says in words, in the program's language of the moment.
namespace tickmark::claimview {

//! "market value", "price", "price in points", "price level".
[[nodiscard]] QString measureLabel(tables::TopicMeasure measure);
//! "Market value of Nvidia: loss on 27 Jan 2025".
[[nodiscard]] QString topicTitle(const tables::ClaimTopic &topic, core::SessionDate session,
                                 const core::Formats &formats);
//! How many of the numbers fit, in a sentence or two.
[[nodiscard]] QString topicSentence(const tables::ClaimTopic &topic, const core::Formats &formats);
//! "computed −592.7 bn USD", "close −16.97%"; what is missing without data.
[[nodiscard]] QString computedLabel(const tables::ClaimTopic &topic, const core::Formats &formats);
//! In the topic's unit with its sign; of a level without a plus.
[[nodiscard]] QString topicAmount(const tables::ClaimTopic &topic, double amount, const core::Formats &formats);

//! From what it is measured against to what is stated: "+142.7 bn USD", "−0.03 pp"; empty where it is not known.
[[nodiscard]] QString offAmount(const tables::ClaimTopic &topic, const tables::TopicClaim &member,
                                const core::Formats &formats);
//! What that is: "close", "computed", "low −4.76%"; empty where it is not known.
[[nodiscard]] QString measuredLabel(const tables::ClaimTopic &topic, const tables::TopicClaim &member,
                                    const core::Formats &formats);
//! The distance that the words of the verdict leave open, or what theirs is measured against: "−3.7 bn USD (−0.6%)",
//! "−2.6 pp from the close", "low −4.76%"; empty when they have said it.
[[nodiscard]] QString distanceNote(const tables::ClaimTopic &topic, const tables::TopicClaim &member,
                                   const core::Formats &formats);

//! The ends of what the words leave open, magnitudes in the claim's own unit: "445 to 455 bn USD".
[[nodiscard]] QString intervalText(const claims::Claim &claim, const core::Formats &formats);
//! The same beside the other numbers of its topic: with its sign where it states the opposite direction, "−54.5 to −53.5
//! points" of a gain.
[[nodiscard]] QString intervalText(const claims::Claim &claim, const tables::ClaimTopic &topic,
                                   const core::Formats &formats);
//! How the number is read: "exact: ± 0.5", "round number: ± 5", "over: 563 to 619.3 bn EUR".
[[nodiscard]] QString readingText(const claims::Claim &claim, const core::Formats &formats);
//! A number that ends in zeros: it is taken for rounded.
[[nodiscard]] bool isRoundNumber(const claims::Claim &claim);

//! 1e12, 1e9, 1e6 or 1: what amounts of that size are counted in.
[[nodiscard]] double amountDivisor(double amount);
//! The unit of an axis whose labels count `divisor`: "bn USD", "%".
[[nodiscard]] QString axisUnit(const QString &unit, double divisor, const core::Formats &formats);
//! What all numbers of a row of the topic are counted in: "bn"; empty where their own texts say it.
[[nodiscard]] QString sharedMagnitude(const tables::ClaimTopic &topic, const core::Formats &formats);
//! A stated number beside that: "−450 USD" of billions; without such a magnitude in full.
[[nodiscard]] QString shortNumber(const tables::ClaimTopic &topic, const claims::Claim &claim,
                                  const core::Formats &formats);

//! Some sentences to be copied into a text of one's own: the calculation, then who states what and how it came out. Of many
//! claims the first ones, and how many there are more.
[[nodiscard]] QString topicSummary(const tables::ClaimTopic &topic, const tables::ClaimBook &book,
                                   const core::Formats &formats);

} // namespace tickmark::claimview
