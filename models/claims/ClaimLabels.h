// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Judge.h"

#include <QLocale>
#include <QString>

//! Claims and their measured values in a few words, in the program's language of the moment. Never stored.
namespace tickmark::claims {

//! The stated number with its direction: "−17%", "−11.1% to −15%", "19,341 points".
[[nodiscard]] QString statedNumber(const Claim &claim, const QLocale &locale);
//! With what the text says to qualify it: "almost −17%", "over −563 bn EUR".
[[nodiscard]] QString statedWithHedge(const Claim &claim, const QLocale &locale);
//! What the claim was held against (measuredOf) in its unit, and which price of the session that is: "−16.97%",
//! "low −4.76%", a level without a sign; empty without data.
[[nodiscard]] QString measuredAmount(const Claim &claim, const Verdict &verdict, const QLocale &locale);
//! verdictLabel(), and that it is provisional.
[[nodiscard]] QString verdictWords(const Claim &claim, const Verdict &verdict, const QLocale &locale);
//! verdictWords(), and why there are no data: "no data (quotes end on 14 Feb 2025)".
[[nodiscard]] QString verdictWithReason(const Claim &claim, const Verdict &verdict, const QLocale &locale);
//! The kind for a reader: "percent", "points", "market value", "level".
[[nodiscard]] QString kindLabel(ClaimKind kind);
//! A code for a filter: "confirmed (close)", "only during the session", "other basis", "contradicted", "no data",
//! "not attributed".
[[nodiscard]] QString verdictCodeLabel(VerdictCode code);

} // namespace tickmark::claims
