// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimTexts.h"

#include <claims/ClaimAmounts.h>
#include <claims/Explanation.h>
#include <news/SafeText.h>

#include <QCoreApplication>

namespace tickmark::app {

namespace {

//! How the text qualifies its number: "almost %1".
QString hedgePattern(claims::Hedge hedge)
{
    switch (hedge) {
    case claims::Hedge::Almost:
        return QCoreApplication::translate("ClaimTexts", "almost %1");
    case claims::Hedge::About:
        return QCoreApplication::translate("ClaimTexts", "about %1");
    case claims::Hedge::Over:
        return QCoreApplication::translate("ClaimTexts", "over %1");
    case claims::Hedge::AtLeast:
        return QCoreApplication::translate("ClaimTexts", "at least %1");
    case claims::Hedge::AtMost:
        return QCoreApplication::translate("ClaimTexts", "at most %1");
    case claims::Hedge::UpTo:
        return QCoreApplication::translate("ClaimTexts", "up to %1");
    case claims::Hedge::Exact:
        break;
    }
    return QStringLiteral("%1");
}

} // namespace

ClaimTexts::ClaimTexts(const QString &language) : m_locale(language), m_formats(language) {}

Cell ClaimTexts::subject(const claims::Claim &claim) const
{
    if (claim.subject.instrumentId != 0)
        return claim.subject.symbol;
    return claim.subject.isNamed() ? Cell(news::visibleLine(claim.subject.text)) : Cell();
}

QString ClaimTexts::stated(const claims::Claim &claim) const
{
    const auto amount = [&](double value, double halfUnit) {
        const bool isDown = claim.direction == claims::Direction::Down;
        QString text = claims::signedAsStated(isDown ? -value : value, halfUnit, claim.unit, m_formats);
        return claim.direction == claims::Direction::None ? text.remove(QLatin1Char('+')) : text;
    };
    const QString low = amount(claim.low, claim.lowHalfUnit);
    if (claim.low == claim.high)
        return hedgePattern(claim.hedge).arg(low);
    //: the ends of a range: "−11.1% to −15%"
    const QString range = QCoreApplication::translate("ClaimTexts", "%1 to %2");
    return hedgePattern(claim.hedge).arg(range.arg(low, amount(claim.high, claim.highHalfUnit)));
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
