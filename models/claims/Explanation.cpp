// SPDX-License-Identifier: GPL-3.0-or-later
#include "Explanation.h"

#include "ExplanationText.h"

namespace tickmark::claims {

QString explanation(const Claim &claim, const Verdict &verdict, const QLocale &locale)
{
    return ExplanationText(claim, verdict, locale).text();
}

} // namespace tickmark::claims
