// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RangeStrip.h"
#include "VerdictPopupFacts.h"

#include <QString>

#include <style/Appearance.h>

#include <vector>

//! What the explanation of a verdict says below its sentence, in the language, zone and theme of the moment. Pure functions
//! over values.
namespace tickmark::claimview {

struct FormulaRow
{
    QString label;
    QString formula;
};

struct QuoteRow
{
    QString quote; //!< what of it: "Previous close"
    QString time;
    QString price;
    QString source;
};

//! "NVDA, 27 Jan 2025, claim in the text: “um 14,4 Prozent”".
[[nodiscard]] QString claimLine(const store::StoredClaim &claim, const QString &subject, const core::Formats &formats);

//! How the numbers follow from each other; empty without data. `claim` has a verdict.
[[nodiscard]] std::vector<FormulaRow> formulaRows(const store::StoredClaim &claim, const VerdictFacts &facts,
                                                  const core::Formats &formats);
//! In the order of the verdict, on the clock of `zone`.
[[nodiscard]] std::vector<QuoteRow> quoteRows(const store::StoredClaim &claim, const VerdictFacts &facts,
                                              const core::Formats &formats, const core::ZoneRules &zone);
[[nodiscard]] std::vector<QuoteRow> quoteRows(const store::StoredClaim &claim, const VerdictFacts &facts,
                                              const style::Appearance &appearance);
//! Nothing where the claim has no place in a session's range: market values, spans of several sessions, missing quotes.
[[nodiscard]] std::optional<RangeStripData> rangeStrip(const store::StoredClaim &claim, const VerdictFacts &facts,
                                                       const core::Formats &formats);

//! What the quotes are in; empty for points and rates, and where it is not known.
[[nodiscard]] QString quoteCurrency(const VerdictFacts &facts);
//! No more decimals than it needs, but two where its series has two.
[[nodiscard]] core::Price shortened(core::Price price);
//! A price as it is shown: shortened, or "about 1,208.9" where it may be off by `doubt` either way.
[[nodiscard]] QString priceText(core::Price price, double doubt, const core::Formats &formats);
//! How the text qualifies a number, as a word of its own: "almost", "exactly".
[[nodiscard]] QString hedgeLabel(claims::Hedge hedge);

} // namespace tickmark::claimview
