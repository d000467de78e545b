// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareTexts.h"

#include <claims/ClaimAmounts.h>
#include <claims/ClaimLabels.h>
#include <claims/Explanation.h>
#include <news/SafeText.h>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tickmark::claimview {

using claims::VerdictCode;
using tables::ClaimTopic;
using tables::TopicClaim;
using tables::TopicMeasure;

namespace {

constexpr int kMostDecimals = 3; // of the ends of an interval
constexpr double kWhole = 1e-6;

//! What stands behind the number in an amount of the size of `divisor`: " bn USD", "%".
QString amountEnding(const QString &unit, double divisor, const core::Formats &formats)
{
    const QString amount = claims::signedAmount(divisor, unit, formats);
    const auto last = std::find_if(amount.crbegin(), amount.crend(), [](QChar c) { return c.isDigit(); });
    return amount.right(last - amount.crbegin());
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
            return tr("%n number(s) stated, and no data to check them with.", nullptr, all);
        const QString fits = formats.count(topic.count(VerdictCode::Close));
        const QString amount = topicAmount(topic, *topic.computed, formats);
        QStringList parts;
        //: %1: how many of them; %2: an amount
        parts.append((topic.measure == TopicMeasure::Value
                          ? tr("%1 of %n stated number(s) fit the computed change, %2.", nullptr, all)
                          : tr("%1 of %n stated number(s) fit the close, %2.", nullptr, all))
                         .arg(fits, amount));
        if (const int intraday = topic.count(VerdictCode::Intraday))
            parts.append(tr("%n was/were reached during the session only.", nullptr, intraday));
        if (const int other = topic.count(VerdictCode::OtherBasis))
            parts.append(tr("%n fit(s) another basis.", nullptr, other));
        if (const int wrong = topic.count(VerdictCode::Contradicted))
            parts.append(tr("%n fit(s) nothing that was measured.", nullptr, wrong));
        return parts.join(QLatin1Char(' '));
    }

    static QString computed(const ClaimTopic &topic, const core::Formats &formats)
    {
        if (!topic.computed)
            return tr("no data");
        const QString amount = topicAmount(topic, *topic.computed, formats);
        //: %1: an amount that quotes and share count give
        return topic.measure == TopicMeasure::Value ? tr("computed %1").arg(amount)
                                                    //: %1: what the session closed with
                                                    : tr("close %1").arg(amount);
    }

    static QString interval(const QString &low, const QString &high, bool isOpen)
    {
        //: %1: the least that a number with "at least" can mean
        return isOpen ? tr("from %1").arg(low)
                      //: the ends of an interval
                      : tr("%1 to %2").arg(low, high);
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
        for (const TopicClaim &member : topic.claims) {
            const store::StoredClaim &claim = *member.claim;
            //: a stated number, its publisher, its verdict: “−17% (Kontorblatt): confirmed (close)”
            stated.append(tr("%1 (%2): %3")
                              .arg(claims::statedWithHedge(claim.claim, formats.locale()),
                                   news::visibleLine(book.newsOf(claim).publisher),
                                   claims::verdictWords(claim.claim, *claim.verdict, formats.locale())));
        }
        //: %1: a list of stated numbers and what they are worth
        sentences.append(tr("Stated were: %1.").arg(stated.join(QStringLiteral("; "))));
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
    const double off = topic.isLoss() ? -*member.off : *member.off; // more of a loss is more
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

QString intervalText(const TopicClaim &member, const core::Formats &formats)
{
    const claims::Claim &claim = member.claim->claim;
    const claims::Interval interval = claims::intervalOf(claim);
    const double divisor = claim.kind == claims::ClaimKind::Value ? amountDivisor(interval.low) : 1;
    int decimals = 0;
    for (double scale = 1; decimals < kMostDecimals; scale *= 10, ++decimals) {
        const auto isWhole = [&](double end) {
            const double scaled = end / divisor * scale;
            return std::isinf(end) || std::abs(scaled - std::round(scaled)) < kWhole;
        };
        if (isWhole(interval.low) && isWhole(interval.high))
            break;
    }
    const QString unit = amountEnding(claim.unit, divisor, formats);
    const QString low = formats.number(interval.low / divisor, decimals);
    if (std::isinf(interval.high))
        return CompareTexts::interval(low + unit, {}, true);
    return CompareTexts::interval(low, formats.number(interval.high / divisor, decimals) + unit, false);
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
