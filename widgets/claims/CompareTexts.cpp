// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareTexts.h"

#include "VerdictPopupRows.h"
#include <claims/ClaimAmounts.h>
#include <claims/ClaimLabels.h>
#include <claims/Explanation.h>
#include <news/SafeText.h>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <ranges>

namespace tickmark::claimview {

using claims::VerdictCode;
using tables::ClaimTopic;
using tables::TopicClaim;
using tables::TopicMeasure;

namespace {

constexpr int kMostDecimals = 3; // of the ends of an interval
constexpr double kWhole = 1e-6;
constexpr std::size_t kSummarised = 12; // claims in the text to copy

//! What stands behind the number in an amount of the size of `divisor`: " bn USD", "%".
QString amountEnding(const QString &unit, double divisor, const core::Formats &formats)
{
    const QString amount = claims::signedAmount(divisor, unit, formats);
    const auto last = std::find_if(amount.crbegin(), amount.crend(), [](QChar c) { return c.isDigit(); });
    return amount.right(last - amount.crbegin());
}

//! Decimals that the ends of an interval need to be exact, up to kMostDecimals.
int decimalsNeeded(claims::Interval interval)
{
    int decimals = 0;
    for (double scale = 1; decimals < kMostDecimals; scale *= 10, ++decimals) {
        const auto isWhole = [&](double end) {
            return std::isinf(end) || std::abs(end * scale - std::round(end * scale)) < kWhole;
        };
        if (isWhole(interval.low) && isWhole(interval.high))
            break;
    }
    return decimals;
}

class CompareTexts
{
    Q_DECLARE_TR_FUNCTIONS(CompareTexts)

public:
    static QString measure(TopicMeasure measure)
    {
        switch (measure) {
        case TopicMeasure::Value:
            return tr("market value");
        case TopicMeasure::Percent:
            return tr("price");
        case TopicMeasure::Points:
            return tr("price in points");
        case TopicMeasure::Level:
            break;
        }
        return tr("price level");
    }

    static QString title(const ClaimTopic &topic, core::SessionDate session, const core::Formats &formats)
    {
        const QString last = formats.date(session);
        if (topic.sessions.count > 1) {
            const QString base = formats.date(topic.sessions.base);
            return topic.measure == TopicMeasure::Value ? tr("Market value of %1, %2 to %3").arg(topic.name, base, last)
                                                        : tr("Price of %1, %2 to %3").arg(topic.name, base, last);
        }
        if (topic.measure == TopicMeasure::Level)
            return tr("Price level of %1 on %2").arg(topic.name, last);
        const bool isValue = topic.measure == TopicMeasure::Value;
        if (!topic.computed || *topic.computed == 0)
            return isValue ? tr("Market value of %1 on %2").arg(topic.name, last)
                           : tr("Price of %1 on %2").arg(topic.name, last);
        if (*topic.computed < 0)
            return isValue ? tr("Market value of %1: loss on %2").arg(topic.name, last)
                           : tr("Price of %1: loss on %2").arg(topic.name, last);
        return isValue ? tr("Market value of %1: gain on %2").arg(topic.name, last)
                       : tr("Price of %1: gain on %2").arg(topic.name, last);
    }

    static QString sentence(const ClaimTopic &topic, const core::Formats &formats)
    {
        const int all = int(topic.claims.size());
        if (!topic.computed)
            return tr("%Ln number(s) stated, and no data to check them with.", nullptr, all);
        const QString fits = formats.count(topic.count(VerdictCode::Close));
        const QString amount = topicAmount(topic, *topic.computed, formats);
        QStringList parts;
        //: %1: how many of them; %2: an amount
        parts.append((topic.measure == TopicMeasure::Value
                          ? tr("%1 of %Ln stated number(s) fit the computed change, %2.", nullptr, all)
                          : tr("%1 of %Ln stated number(s) fit the close, %2.", nullptr, all))
                         .arg(fits, amount));
        const auto ofRange = std::ranges::count_if(topic.claims, [](const TopicClaim &one) {
            return one.claim->verdict && one.claim->verdict->code == VerdictCode::Intraday
                   && claims::isConfirmed(one.claim->claim, *one.claim->verdict);
        });
        if (ofRange > 0)
            parts.append(tr("%Ln name(s) the session’s range rightly.", nullptr, int(ofRange)));
        if (const int intraday = topic.count(VerdictCode::Intraday) - int(ofRange))
            parts.append(tr("%Ln was/were reached during the session only.", nullptr, intraday));
        if (const int other = topic.count(VerdictCode::OtherBasis))
            parts.append(tr("%Ln fit(s) another basis.", nullptr, other));
        if (const int wrong = topic.count(VerdictCode::Contradicted))
            parts.append(tr("%Ln fit(s) nothing that was measured.", nullptr, wrong));
        return parts.join(QLatin1Char(' '));
    }

    static QString computed(const ClaimTopic &topic, const core::Formats &formats)
    {
        if (!topic.computed)
            return missing(topic, formats);
        const QString amount = topicAmount(topic, *topic.computed, formats);
        //: %1: an amount that quotes and share count give
        return topic.measure == TopicMeasure::Value ? tr("computed %1").arg(amount)
                                                    //: %1: what the session closed with
                                                    : tr("close %1").arg(amount);
    }

    static QString missing(const ClaimTopic &topic, const core::Formats &formats)
    {
        const claims::Verdict &verdict = *topic.claims.front().claim->verdict;
        switch (verdict.missing) {
        case claims::Missing::Session:
            return tr("no quote of %1").arg(formats.date(verdict.sessions.last));
        case claims::Missing::SessionBefore:
            return tr("no quote of %1").arg(formats.date(verdict.sessions.base));
        case claims::Missing::ShareCount:
            return tr("no share count");
        case claims::Missing::Rate:
            return tr("no exchange rate");
        default:
            return tr("no data");
        }
    }

    static QString measured(const ClaimTopic &topic, const TopicClaim &member, const core::Formats &formats)
    {
        if (!member.measured)
            return {};
        if (!member.isAtRange)
            return topic.measure == TopicMeasure::Value ? tr("computed", "what a number is measured against")
                                                        : tr("close", "what a number is measured against");
        const QString amount = topicAmount(topic, *member.measured, formats);
        //: the lowest that the session reached
        return *member.measured <= topic.computed.value_or(*member.measured) ? tr("low %1").arg(amount)
                                                                             //: the highest
                                                                             : tr("high %1").arg(amount);
    }

    static QString distance(const ClaimTopic &topic, const TopicClaim &member, const core::Formats &formats)
    {
        if (!member.off)
            return {};
        const VerdictCode code = member.claim->verdict->code;
        const bool isPercent = topic.measure == TopicMeasure::Percent;
        const QString share = isPercent || *member.measured == 0
                                  ? QString()
                                  : formats.signedPercent(*member.off / *member.measured * 100, 1);
        if (code == VerdictCode::Contradicted) // its words have the distance
            return member.isAtRange ? measured(topic, member, formats) : share;
        const QString off = offAmount(topic, member, formats);
        if (code == VerdictCode::Close)
            return share.isEmpty() ? off : QStringLiteral("%1 (%2)").arg(off, share);
        if (member.isAtRange)
            //: a distance and what it is measured against: "−0.03 pp, low −18.17%"
            return tr("%1, %2").arg(off, measured(topic, member, formats));
        //: a distance: "−2.6 pp from the close"
        return tr("%1 from the close").arg(off);
    }

    static QString reading(const claims::Claim &claim, const core::Formats &formats)
    {
        if (claim.low != claim.high)
            //: %1: the ends of an interval
            return tr("range: %1").arg(intervalText(claim, formats));
        if (claim.hedge != claims::Hedge::Exact)
            return QStringLiteral("%1: %2").arg(hedgeLabel(claim.hedge), intervalText(claim, formats));
        const double divisor = claim.kind == claims::ClaimKind::Value ? amountDivisor(claim.low) : 1;
        const double half = claim.lowHalfUnit / divisor;
        const QString number = formats.number(half, decimalsNeeded({half, half}));
        //: half a unit of the last place that a round number states
        return isRoundNumber(claim) ? tr("round number: ± %1").arg(number)
                                    //: half a unit of the last digit
                                    : tr("exact: ± %1").arg(number);
    }

    static QString interval(const claims::Claim &claim, bool isSigned, const core::Formats &formats)
    {
        const claims::Interval stated = claims::intervalOf(claim);
        const double divisor = claim.kind == claims::ClaimKind::Value ? amountDivisor(stated.low) : 1;
        const claims::Interval interval{stated.low / divisor, stated.high / divisor};
        const int decimals = decimalsNeeded(interval);
        const double sign = isSigned && claim.direction == claims::Direction::Down ? -1 : 1;
        const auto number = [&](double end) {
            return isSigned ? formats.signedNumber(end, decimals) : formats.number(end, decimals);
        };
        const QString unit = amountEnding(claim.unit, divisor, formats);
        if (std::isinf(interval.high))
            //: %1: the least that a number with "at least" can mean
            return tr("from %1").arg(number(sign * interval.low) + unit);
        const auto [first, last] = std::minmax({sign * interval.low, sign * interval.high});
        //: the ends of an interval
        return tr("%1 to %2").arg(number(first), number(last) + unit);
    }

    static QString summary(const ClaimTopic &topic, const tables::ClaimBook &book, const core::Formats &formats)
    {
        QStringList sentences;
        if (const TopicClaim *decisive = decisiveOf(topic)) {
            sentences.append(claims::explanation(decisive->claim->claim, *decisive->claim->verdict, formats.locale()));
            if (!topic.otherUnit.isEmpty() && topic.computed)
                //: an amount in a second currency
                sentences.append(
                    tr("That is %1.")
                        .arg(claims::signedAmount(*topic.computed * topic.otherPerUnit, topic.otherUnit, formats)));
        }
        QStringList stated;
        for (const TopicClaim &member : topic.claims | std::views::take(kSummarised)) {
            const store::StoredClaim &claim = *member.claim;
            QString verdict = claims::verdictWords(claim.claim, *claim.verdict, formats.locale());
            if (member.isAtRange)
                verdict = QStringLiteral("%1 (%2)").arg(verdict, measured(topic, member, formats));
            //: a stated number, its publisher, its verdict: “−17% (Kontorblatt): confirmed (close)”
            stated.append(tr("%1 (%2): %3")
                              .arg(claims::statedWithHedge(claim.claim, formats.locale()),
                                   news::visibleLine(book.newsOf(claim).publisher), verdict));
        }
        const QString list = stated.join(QStringLiteral("; "));
        if (topic.claims.size() > kSummarised)
            //: %1: a list of stated numbers and what they are worth
            sentences.append(
                tr("Stated were: %1; and %Ln more.", nullptr, int(topic.claims.size() - kSummarised)).arg(list));
        else
            //: %1: a list of stated numbers and what they are worth
            sentences.append(tr("Stated were: %1.").arg(list));
        return sentences.join(QLatin1Char(' '));
    }

private:
    //! Whose explanation gives the calculation: one that the close confirms, in the topic's own unit, where there is one.
    static const TopicClaim *decisiveOf(const ClaimTopic &topic)
    {
        const auto worth = [&](const TopicClaim &member) {
            const bool isOwn = member.claim->claim.unit == topic.unit;
            return (member.claim->verdict->code == VerdictCode::Close ? 2 : 0) + (isOwn ? 1 : 0);
        };
        const auto best = std::ranges::max_element(topic.claims, {}, worth);
        return best == topic.claims.end() ? nullptr : &*best;
    }
};

} // namespace

QString measureLabel(TopicMeasure measure)
{
    return CompareTexts::measure(measure);
}

QString topicTitle(const ClaimTopic &topic, core::SessionDate session, const core::Formats &formats)
{
    return CompareTexts::title(topic, session, formats);
}

QString topicSentence(const ClaimTopic &topic, const core::Formats &formats)
{
    return CompareTexts::sentence(topic, formats);
}

QString computedLabel(const ClaimTopic &topic, const core::Formats &formats)
{
    return CompareTexts::computed(topic, formats);
}

QString topicAmount(const ClaimTopic &topic, double amount, const core::Formats &formats)
{
    QString text = claims::signedAmount(amount, topic.unit, formats);
    return topic.measure == TopicMeasure::Level ? text.remove(QLatin1Char('+')) : text;
}

QString offAmount(const ClaimTopic &topic, const TopicClaim &member, const core::Formats &formats)
{
    if (!member.off)
        return {};
    const double off = topic.isLoss ? -*member.off : *member.off; // more of a loss is more
    const QString size = claims::distanceAmount(std::abs(off), topic.unit, formats);
    if (off == 0)
        return size;
    return QChar(off < 0 ? 0x2212 : '+') + size;
}

double amountDivisor(double amount)
{
    for (const double step : {1e12, 1e9, 1e6}) {
        if (std::abs(amount) >= step)
            return step;
    }
    return 1;
}

QString measuredLabel(const ClaimTopic &topic, const TopicClaim &member, const core::Formats &formats)
{
    return CompareTexts::measured(topic, member, formats);
}

QString distanceNote(const ClaimTopic &topic, const TopicClaim &member, const core::Formats &formats)
{
    return CompareTexts::distance(topic, member, formats);
}

QString intervalText(const claims::Claim &claim, const core::Formats &formats)
{
    return CompareTexts::interval(claim, false, formats);
}

QString intervalText(const claims::Claim &claim, const ClaimTopic &topic, const core::Formats &formats)
{
    const bool hasDirection = topic.measure != TopicMeasure::Level && claim.direction != claims::Direction::None;
    const bool isOpposite = hasDirection && (claim.direction == claims::Direction::Down) != topic.isLoss;
    return CompareTexts::interval(claim, isOpposite, formats);
}

QString readingText(const claims::Claim &claim, const core::Formats &formats)
{
    return CompareTexts::reading(claim, formats);
}

bool isRoundNumber(const claims::Claim &claim)
{
    constexpr double kRound = 10;
    const double number = claim.low / (claim.kind == claims::ClaimKind::Value ? amountDivisor(claim.low) : 1);
    return number >= kRound && claim.lowHalfUnit > 0 && std::abs(std::remainder(number, kRound)) < kWhole;
}

QString sharedMagnitude(const ClaimTopic &topic, const core::Formats &formats)
{
    if (topic.measure != TopicMeasure::Value)
        return {};
    const double divisor = amountDivisor(topic.claims.front().claim->claim.low);
    const bool isShared = std::ranges::all_of(topic.numbers, [divisor](const tables::TopicNumber &number) {
        const claims::Claim &claim = number.first->claim;
        return claim.low == claim.high && amountDivisor(claim.low) == divisor;
    });
    return isShared && divisor > 1 ? axisUnit({}, divisor, formats) : QString();
}

QString shortNumber(const ClaimTopic &topic, const claims::Claim &claim, const core::Formats &formats)
{
    if (sharedMagnitude(topic, formats).isEmpty())
        return claims::statedNumber(claim, formats.locale());
    const double divisor = amountDivisor(claim.low);
    const double signedLow = claim.direction == claims::Direction::Down ? -claim.low : claim.low;
    QString number = claims::signedAsStated(signedLow / divisor, claim.lowHalfUnit / divisor, claim.unit, formats);
    return claim.direction == claims::Direction::None ? number.remove(QLatin1Char('+')) : number;
}

QString axisUnit(const QString &unit, double divisor, const core::Formats &formats)
{
    return amountEnding(unit, divisor, formats).trimmed();
}

QString topicSummary(const ClaimTopic &topic, const tables::ClaimBook &book, const core::Formats &formats)
{
    return CompareTexts::summary(topic, book, formats);
}

} // namespace tickmark::claimview
