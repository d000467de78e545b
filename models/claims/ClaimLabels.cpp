// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimLabels.h"

#include "ClaimAmounts.h"
#include "Explanation.h"

#include <QCoreApplication>

namespace tickmark::claims {

namespace {

//! How the text qualifies its number: "almost %1".
QString hedgePattern(Hedge hedge)
{
    switch (hedge) {
    case Hedge::Almost:
        return QCoreApplication::translate("ClaimTexts", "almost %1");
    case Hedge::About:
        return QCoreApplication::translate("ClaimTexts", "about %1");
    case Hedge::Over:
        return QCoreApplication::translate("ClaimTexts", "over %1");
    case Hedge::AtLeast:
        return QCoreApplication::translate("ClaimTexts", "at least %1");
    case Hedge::AtMost:
        return QCoreApplication::translate("ClaimTexts", "at most %1");
    case Hedge::UpTo:
        return QCoreApplication::translate("ClaimTexts", "up to %1");
    case Hedge::Exact:
        break;
    }
    return QStringLiteral("%1");
}

QString plain(QString amount, bool isMove)
{
    return isMove ? amount : amount.remove(QLatin1Char('+'));
}

QString amountOf(const Claim &claim, double value, const QLocale &locale)
{
    return plain(signedAmount(value, claim.unit, formatsOf(locale)), claim.kind != ClaimKind::Level);
}

} // namespace

QString statedNumber(const Claim &claim, const QLocale &locale)
{
    const core::Formats formats = formatsOf(locale);
    const auto amount = [&](double value, double halfUnit) {
        const double move = claim.direction == Direction::Down ? -value : value;
        return plain(signedAsStated(move, halfUnit, claim.unit, formats), claim.direction != Direction::None);
    };
    const QString low = amount(claim.low, claim.lowHalfUnit);
    if (claim.low == claim.high)
        return low;
    //: the ends of a range: "−11.1% to −15%"
    return QCoreApplication::translate("ClaimTexts", "%1 to %2").arg(low, amount(claim.high, claim.highHalfUnit));
}

QString statedWithHedge(const Claim &claim, const QLocale &locale)
{
    return hedgePattern(claim.hedge).arg(statedNumber(claim, locale));
}

QString measuredAmount(const Claim &claim, const Verdict &verdict, const QLocale &locale)
{
    return verdict.measured ? amountOf(claim, *verdict.measured, locale) : QString();
}

QString closeAmount(const Claim &claim, const Verdict &verdict, const QLocale &locale)
{
    return verdict.closeMove ? amountOf(claim, *verdict.closeMove, locale) : measuredAmount(claim, verdict, locale);
}

QString verdictWords(const Claim &claim, const Verdict &verdict, const QLocale &locale)
{
    const QString label = verdictLabel(claim, verdict, locale);
    return verdict.provisional ? QCoreApplication::translate("ClaimTexts", "%1, provisional").arg(label) : label;
}

QString kindLabel(ClaimKind kind)
{
    switch (kind) {
    case ClaimKind::Percent:
        return QCoreApplication::translate("ClaimTexts", "percent");
    case ClaimKind::Points:
        return QCoreApplication::translate("ClaimTexts", "points");
    case ClaimKind::Value:
        return QCoreApplication::translate("ClaimTexts", "market value");
    case ClaimKind::Level:
        break;
    }
    return QCoreApplication::translate("ClaimTexts", "level");
}

QString verdictCodeLabel(VerdictCode code)
{
    switch (code) {
    case VerdictCode::Close:
        return QCoreApplication::translate("ClaimTexts", "confirmed (close)");
    case VerdictCode::Intraday:
        return QCoreApplication::translate("ClaimTexts", "during the session");
    case VerdictCode::OtherBasis:
        return QCoreApplication::translate("ClaimTexts", "other basis");
    case VerdictCode::Contradicted:
        return QCoreApplication::translate("ClaimTexts", "contradicted");
    case VerdictCode::NoData:
        return QCoreApplication::translate("ClaimTexts", "no data");
    case VerdictCode::Unattributed:
        break;
    }
    return QCoreApplication::translate("ClaimTexts", "not attributed");
}

} // namespace tickmark::claims
