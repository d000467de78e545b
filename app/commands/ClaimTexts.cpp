// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimTexts.h"

#include <claims/ClaimAmounts.h>
#include <claims/Explanation.h>
#include <news/SafeText.h>

#include <QCoreApplication>

namespace tickmark::app {

ClaimTexts::ClaimTexts(const QString &language) : m_locale(language), m_formats(language) {}

Cell ClaimTexts::subject(const claims::Claim &claim) const
{
    if (claim.subject.instrumentId != 0)
        return claim.subject.symbol;
    return claim.subject.isNamed() ? Cell(news::visibleLine(claim.subject.text)) : Cell();
}

QString ClaimTexts::stated(const claims::Claim &claim) const
{
    const auto amount = [&](double value) {
        if (claim.direction == claims::Direction::None)
            return plainAmount(value, claim.unit);
        return claims::signedAmount(claim.direction == claims::Direction::Down ? -value : value, claim.unit, m_formats);
    };
    if (claim.low == claim.high)
        return amount(claim.low);
    //: the ends of a range: "−11.10% to −15.00%"
    return QCoreApplication::translate("ClaimTexts", "%1 to %2").arg(amount(claim.low), amount(claim.high));
}

QString ClaimTexts::verdict(const claims::Claim &claim, const claims::Verdict &verdict) const
{
    const QString label = claims::verdictLabel(claim, verdict, m_locale);
    return verdict.provisional ? QCoreApplication::translate("ClaimTexts", "%1, provisional").arg(label) : label;
}

Cell ClaimTexts::measured(const claims::Claim &claim, const claims::Verdict &verdict) const
{
    if (!verdict.measured)
        return {};
    return claim.kind == claims::ClaimKind::Level ? plainAmount(*verdict.measured, claim.unit)
                                                  : claims::signedAmount(*verdict.measured, claim.unit, m_formats);
}

QString ClaimTexts::plainAmount(double value, const QString &unit) const
{
    QString text = claims::signedAmount(value, unit, m_formats);
    return value > 0 ? text.remove(QLatin1Char('+')) : text;
}

QString ClaimTexts::words(const claims::Claim &claim) const
{
    return news::visibleLine(claim.text);
}

} // namespace tickmark::app
