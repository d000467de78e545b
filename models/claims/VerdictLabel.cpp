// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimAmounts.h"
#include "Explanation.h"
#include "Measured.h"

#include <QCoreApplication>

namespace tickmark::claims {

namespace {

class VerdictLabel
{
    Q_DECLARE_TR_FUNCTIONS(VerdictLabel)

public:
    static QString ofBasis(const Verdict &verdict)
    {
        switch (verdict.basis) {
        case Basis::Open:
            return tr("fits: opening price");
        case Basis::PreMarket:
            return tr("fits: pre-market");
        case Basis::SessionBefore:
            return tr("fits: session before");
        case Basis::SessionAfter:
            return tr("fits: session after");
        case Basis::OtherSpan:
            //: a move over this many sessions
            return tr("fits: %n session(s)", nullptr, verdict.basisSessions);
        case Basis::SumOfDailies:
            return tr("fits: sum of daily percentages");
        case Basis::OtherAdjustment:
            return tr("fits: not adjusted for the split");
        case Basis::Close:
            return tr("fits: closing price");
        case Basis::None:
        case Basis::Range:
            break;
        }
        return {};
    }

    static QString of(const Claim &claim, const Verdict &verdict, const QLocale &locale)
    {
        switch (verdict.code) {
        case VerdictCode::Unattributed:
            return tr("not attributed");
        case VerdictCode::NoData:
            return tr("no data");
        case VerdictCode::Close:
            return tr("confirmed (close)");
        case VerdictCode::Intraday:
            if (verdict.basis == Basis::Open)
                return tr("confirmed (opening)");
            return isConfirmed(claim, verdict) ? tr("confirmed (during the session)") : tr("only during the session");
        case VerdictCode::OtherBasis:
            return ofBasis(verdict);
        case VerdictCode::Contradicted:
            //: the stated number differs from what was measured by this much: "7.2 pp"
            return tr("off by %1").arg(offText(claim, verdict, formatsOf(locale)));
        }
        Q_UNREACHABLE();
    }
};

} // namespace

QString verdictLabel(const Claim &claim, const Verdict &verdict, const QLocale &locale)
{
    return VerdictLabel::of(claim, verdict, locale);
}

QString basisPhrase(const Claim &claim, const Verdict &verdict)
{
    if (claim.kind == ClaimKind::Level) {
        if (verdict.basis == Basis::Range)
            return QStringLiteral("session range");
        if (verdict.basis == Basis::Open)
            return QStringLiteral("open");
        return verdict.basis == Basis::Close ? QStringLiteral("close") : QString();
    }
    switch (verdict.basis) {
    case Basis::None:
        return {};
    case Basis::Close:
        return claim.kind == ClaimKind::Value ? QStringLiteral("share count times close against previous close")
               : verdict.sessions.count == 1  ? QStringLiteral("close against previous close")
                                              : QStringLiteral("close against close before the span");
    case Basis::Range:
        return verdict.sessions.count == 1 ? QStringLiteral("session range against previous close")
                                           : QStringLiteral("range of the sessions against close before the span");
    case Basis::Open:
        return QStringLiteral("open against previous close");
    case Basis::PreMarket:
        return QStringLiteral("pre-market against previous close");
    case Basis::SessionBefore:
        return QStringLiteral("session before");
    case Basis::SessionAfter:
        return QStringLiteral("session after");
    case Basis::OtherSpan:
        return QStringLiteral("span of %1 sessions").arg(verdict.basisSessions);
    case Basis::SumOfDailies:
        return QStringLiteral("sum of daily percentages");
    case Basis::OtherAdjustment:
        return QStringLiteral("closes not adjusted for the split");
    }
    Q_UNREACHABLE();
}

} // namespace tickmark::claims
