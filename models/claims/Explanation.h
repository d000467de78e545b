// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Judge.h"

#include <QLocale>
#include <QString>

//! What a verdict says to a reader, in the program's language of the moment. Never stored.
namespace tickmark::claims {

//! In one or two words: "confirmed (close)", "only during the session", "fits: sum of daily percentages", "off by 7.2 pp".
[[nodiscard]] QString verdictLabel(const Claim &claim, const Verdict &verdict, const QLocale &locale);
//! One to three whole sentences: the formula with both quotes, what else is to be known (closed up, provisional, nearest).
[[nodiscard]] QString explanation(const Claim &claim, const Verdict &verdict, const QLocale &locale);
//! "session range against previous close": English always, as in JSON.
[[nodiscard]] QString basisPhrase(const Claim &claim, const Verdict &verdict);

} // namespace tickmark::claims
