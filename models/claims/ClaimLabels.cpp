// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimLabels.h"

#include "ClaimAmounts.h"
#include "Explanation.h"
#include "Measured.h"

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

//! Of which price of the session an amount is: "low %1".
QString placePattern(Measured::At at)
{
    switch (at) {
    case Measured::At::Open:
        //: an amount that is of the opening price: "open −12.49%"
        return QCoreApplication::translate("ClaimTexts", "open %1");
    case Measured::At::Low:
        //: an amount that is of the session's low: "low −4.76%"
        return QCoreApplication::translate("ClaimTexts", "low %1");
    case Measured::At::High:
        //: an amount that is of the session's high: "high +1.19%"
        return QCoreApplication::translate("ClaimTexts", "high %1");
    case Measured::At::Plain:
        break;
    }
    return QStringLiteral("%1");
}

QString missingReason(const Verdict &verdict, const core::Formats &formats)
{
    const SessionSpan &span = verdict.sessions;
    switch (verdict.missing) {
    case Missing::Nothing:
    case Missing::Instrument:
        return QCoreApplication::translate("ClaimTexts", "instrument not in the database");
    case Missing::Session:
        return QCoreApplication::translate("ClaimTexts", "no quote on %1").arg(formats.date(span.last));
    case Missing::SessionBefore:
        return QCoreApplication::translate("ClaimTexts", "no quote on %1").arg(formats.date(span.base));
    case Missing::PastEnd:
        return QCoreApplication::translate("ClaimTexts", "quotes end on %1")
            .arg(formats.date(verdict.nearest.value_or(span.base)));
    case Missing::ShareCount:
        return QCoreApplication::translate("ClaimTexts", "no share count by %1").arg(formats.date(span.last));
    case Missing::Rate:
        return QCoreApplication::translate("ClaimTexts", "no exchange rate on %1").arg(formats.date(span.last));
    case Missing::Currency:
        return QCoreApplication::translate("ClaimTexts", "quotes in another currency");
    case Missing::NoSession:
        break;
    }
    return QCoreApplication::translate("ClaimTexts", "no session on that day");
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
    const Measured measured = measuredOf(claim, verdict);
    if (!measured.value)
        return {};
    const int decimals = decimalsOf(claim, verdict, *measured.value);
    const QString amount = plain(signedAmount(*measured.value, claim.unit, formatsOf(locale), decimals),
                                 claim.kind != ClaimKind::Level);
    const QString text = placePattern(measured.at).arg(amount);
    //: an amount and the symbol of the instrument that it is of: "VST: low −30.62%"
    return measured.symbol.isEmpty() ? text
                                     : QCoreApplication::translate("ClaimTexts", "%1: %2").arg(measured.symbol, text);
}

QString verdictWords(const Claim &claim, const Verdict &verdict, const QLocale &locale)
{
    const QString label = verdictLabel(claim, verdict, locale);
    return verdict.provisional ? QCoreApplication::translate("ClaimTexts", "%1, provisional").arg(label) : label;
}

QString verdictWithReason(const Claim &claim, const Verdict &verdict, const QLocale &locale)
{
    const QString words = verdictWords(claim, verdict, locale);
    if (verdict.code != VerdictCode::NoData)
        return words;
    //: "no data" and in a few words why: "no data (quotes end on 14 Feb 2025)"
    return QCoreApplication::translate("ClaimTexts", "%1 (%2)").arg(words, missingReason(verdict, formatsOf(locale)));
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
