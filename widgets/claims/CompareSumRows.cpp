// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareSumRows.h"

#include "CompareTexts.h"
#include "VerdictPopupRows.h"
#include <claims/ClaimAmounts.h>
#include <claims/ClaimLabels.h>
#include <news/SafeText.h>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tickmark::claimview {

using claims::QuoteUsed;
using claims::Verdict;
using tables::ClaimTopic;
using tables::TopicClaim;
using tables::TopicMeasure;

namespace {

constexpr double kSameShare = 0.001;  // of a move: as exact as share counts and rates are
constexpr double kShownPercent = 0.1; // further apart than rounding makes it: a split lies between

const QuoteUsed *daily(const Verdict &verdict, QStringView field, core::SessionDate session)
{
    const auto found = std::ranges::find_if(verdict.quotes, [&](const QuoteUsed &quote) {
        return quote.symbol == verdict.symbol && quote.field == field && quote.session == session && !quote.time;
    });
    return found == verdict.quotes.end() ? nullptr : &*found;
}

const QuoteUsed *sharesOf(const Verdict &verdict)
{
    const auto found = std::ranges::find(verdict.quotes, QStringLiteral("shares"), &QuoteUsed::field);
    return found == verdict.quotes.end() ? nullptr : &*found;
}

const QuoteUsed *rateOf(const Verdict &verdict)
{
    const auto found = std::ranges::find_if(verdict.quotes,
                                            [&](const QuoteUsed &quote) { return quote.symbol != verdict.symbol; });
    return found == verdict.quotes.end() ? nullptr : &*found;
}

class SumRows
{
    Q_DECLARE_TR_FUNCTIONS(SumRows)

public:
    SumRows(const ClaimTopic &topic, const core::Formats &formats, const core::ZoneRules &zone)
        : m_topic(topic), m_formats(formats), m_zone(zone)
    {}

    void addSum();
    void addClaim(const TopicClaim &member, const tables::ClaimBook &book);
    [[nodiscard]] std::vector<SumRow> take() { return std::move(m_rows); }

private:
    void addValue(const QuoteUsed &from, const QuoteUsed &to);
    void addMove(const QuoteUsed &from, const QuoteUsed &to);
    void addRate(double perUnit);
    void addRangeEnd(const TopicClaim &member);
    void add(SumRow::Kind kind, const QString &label, const QString &figure, const QuoteUsed *quote = nullptr);

    [[nodiscard]] QString date(const QuoteUsed &quote) const { return m_formats.date(quote.session); }
    [[nodiscard]] QString price(const QuoteUsed &quote) const;
    [[nodiscard]] QString amount(double value) const { return topicAmount(m_topic, value, m_formats); }
    //! A change of the price, in the currency of the closes where that is known.
    [[nodiscard]] QString change(double value) const;
    [[nodiscard]] bool hasOwnCurrency() const;

    const ClaimTopic &m_topic;
    const core::Formats &m_formats;
    const core::ZoneRules &m_zone;
    const Verdict *m_base = nullptr; //!< whose quotes the sum is of
    std::vector<SumRow> m_rows;
};

void SumRows::add(SumRow::Kind kind, const QString &label, const QString &figure, const QuoteUsed *quote)
{
    m_rows.push_back({kind, label, figure, quote ? news::visibleLine(quote->source) : QString()});
}

bool SumRows::hasOwnCurrency() const
{
    return m_topic.measure == TopicMeasure::Level || (m_topic.measure == TopicMeasure::Value && !rateOf(*m_base));
}

QString SumRows::price(const QuoteUsed &quote) const
{
    const QString text = priceText(quote.price, quote.doubt, m_formats);
    if (!hasOwnCurrency())
        return text;
    //: an amount and its currency: "24.20 USD"
    return QCoreApplication::translate("ClaimAmount", "%1 %2").arg(text, axisUnit(m_topic.unit, 1, m_formats));
}

QString SumRows::change(double value) const
{
    return hasOwnCurrency() ? claims::signedAmount(value, m_topic.unit, m_formats) : m_formats.signedNumber(value, 2);
}

void SumRows::addSum()
{
    const QuoteUsed *from = nullptr;
    const QuoteUsed *to = nullptr;
    for (const TopicClaim &member : m_topic.claims) {
        const Verdict &verdict = *member.claim->verdict;
        const QuoteUsed *last = daily(verdict, u"close", verdict.sessions.last);
        const QuoteUsed *base = daily(verdict, u"close", verdict.sessions.base);
        if (member.claim->claim.unit != m_topic.unit || !last || (!base && m_topic.measure != TopicMeasure::Level))
            continue;
        m_base = &verdict;
        from = base;
        to = last;
        break;
    }
    if (!m_base || !m_topic.computed) {
        add(SumRow::Kind::Result, computedLabel(m_topic, m_formats), {});
        return;
    }
    //: a line of a sum: the close of a day
    add(SumRow::Kind::Step, tr("Close %1").arg(date(*to)), price(*to), to);
    if (m_topic.measure == TopicMeasure::Value)
        addValue(*from, *to);
    else if (m_topic.measure != TopicMeasure::Level)
        addMove(*from, *to);
}

void SumRows::addValue(const QuoteUsed &from, const QuoteUsed &to)
{
    //: a line of a sum: the close of a day is taken off
    add(SumRow::Kind::Step, tr("− close %1").arg(date(from)), price(from), &from);
    const QuoteUsed *shares = sharesOf(*m_base);
    if (!shares)
        return;
    const double count = core::toDouble(shares->price);
    const QuoteUsed *rate = rateOf(*m_base);
    const double plain = core::toDouble(to.price) - core::toDouble(from.price);
    const double used = rate || count == 0 ? plain : *m_topic.computed / count;
    add(SumRow::Kind::Partial,
        std::abs(used - plain) > kSameShare * std::abs(plain) ? tr("= change per share, adjusted for a split")
                                                              : tr("= change per share"),
        change(used));
    //: a line of a sum; %1: the date that the share count is from
    add(SumRow::Kind::Step, tr("× shares of %1").arg(date(*shares)), claims::bigCount(count, m_formats), shares);
    if (rate)
        addRate(*m_topic.computed / (count * plain));
    add(SumRow::Kind::Result, tr("= change in market value"), amount(*m_topic.computed));
    const double divisor = amountDivisor(*m_topic.computed); // the line above has the unit
    if (m_topic.doubt > 0)
        add(SumRow::Kind::Note, tr("±1% uncertainty"),
            tr("%1 to %2", "ends of an interval")
                .arg(m_formats.signedNumber((*m_topic.computed - m_topic.doubt) / divisor, 1),
                     m_formats.signedNumber((*m_topic.computed + m_topic.doubt) / divisor, 1)));
    if (m_topic.otherUnit.isEmpty())
        return;
    if (!rate)
        addRate(m_topic.otherPerUnit);
    add(SumRow::Kind::Result,
        //: %1: a currency
        tr("= in %1").arg(axisUnit(m_topic.otherUnit, 1, m_formats)),
        claims::signedAmount(*m_topic.computed * m_topic.otherPerUnit, m_topic.otherUnit, m_formats));
}

//! The rate that leads to an amount `perUnit` times as large: a quote may be of either currency in the other.
void SumRows::addRate(double perUnit)
{
    for (const TopicClaim &member : m_topic.claims) {
        const QuoteUsed *rate = rateOf(*member.claim->verdict);
        if (!rate)
            continue;
        const double quote = core::toDouble(rate->price);
        const bool isDivided = quote > 0 && std::abs(perUnit * quote - 1) < std::abs(perUnit / quote - 1);
        const QString symbol = news::visibleLine(rate->symbol);
        //: a line of a sum: an exchange rate and its day
        add(SumRow::Kind::Step, (isDivided ? tr("÷ %1 %2") : tr("× %1 %2")).arg(symbol, date(*rate)),
            m_formats.price(shortened(rate->price)), rate);
        return;
    }
}

void SumRows::addMove(const QuoteUsed &from, const QuoteUsed &to)
{
    const double before = core::toDouble(from.price);
    const double after = core::toDouble(to.price);
    const bool isPercent = m_topic.measure == TopicMeasure::Percent;
    //: a line of a sum: divided by the close of a day
    const QString step = (isPercent ? tr("÷ close %1") : tr("− close %1")).arg(date(from));
    // a quotient alone is no change: 118.42 ÷ 142.62 − 1 = −16.97%
    add(SumRow::Kind::Step, isPercent ? QStringLiteral("%1 − 1").arg(step) : step, price(from), &from);
    const double plain = isPercent && before > 0 ? (after / before - 1) * 100 : after - before;
    const double apart = std::abs(plain - *m_topic.computed);
    const bool isSplit = apart > (isPercent ? kShownPercent : kSameShare * before);
    add(SumRow::Kind::Result, isSplit ? tr("= change, adjusted for a split") : tr("= change"),
        amount(*m_topic.computed));
}

void SumRows::addClaim(const TopicClaim &member, const tables::ClaimBook &book)
{
    const claims::Claim &claim = member.claim->claim;
    const Verdict &verdict = *member.claim->verdict;
    m_rows.push_back({SumRow::Kind::Partial, tr("Claim"), claims::statedWithHedge(claim, m_formats.locale()),
                      news::visibleLine(book.newsOf(*member.claim).publisher)});
    if (claim.unit != m_topic.unit && member.stated)
        //: a claim in another currency
        add(SumRow::Kind::Step, tr("at this rate"), amount(*member.stated));
    add(SumRow::Kind::Note, tr("Interval"), intervalText(claim, m_topic, m_formats));
    if (verdict.touched) {
        const auto quote = std::ranges::find(verdict.quotes, verdict.touched, &QuoteUsed::time);
        if (quote != verdict.quotes.end())
            //: %1: a time; the number of the claim was reached then for the first time
            add(SumRow::Kind::Step, tr("reached %1").arg(m_formats.shortTime(*verdict.touched, m_zone)),
                priceText(quote->price, quote->doubt, m_formats), &*quote);
    }
    addRangeEnd(member);
    if (!member.off)
        return;
    const QString off = offAmount(m_topic, member, m_formats);
    add(SumRow::Kind::Result, member.isAtRange ? tr("Difference from that") : tr("Difference"), off);
    // The sign is that of the loss, not of the percentages above it.
    if (m_topic.isLoss && *member.off != 0)
        add(SumRow::Kind::Note, *member.off > 0 ? tr("less of a loss is stated") : tr("more of a loss is stated"), {});
}

//! The low or the high of the session, where the claim was measured with it, and the move that it makes.
void SumRows::addRangeEnd(const TopicClaim &member)
{
    const Verdict &verdict = *member.claim->verdict;
    if (!verdict.measuredOther || member.claim->claim.unit != m_topic.unit)
        return;
    const bool isLow = *verdict.measuredOther <= m_topic.computed.value_or(*verdict.measuredOther);
    const QuoteUsed *end = daily(verdict, isLow ? u"low" : u"high", verdict.sessions.last);
    if (!end)
        return;
    add(SumRow::Kind::Step, (isLow ? tr("Low %1") : tr("High %1")).arg(date(*end)),
        m_base ? price(*end) : priceText(end->price, end->doubt, m_formats), end);
    if (m_topic.measure != TopicMeasure::Level)
        add(SumRow::Kind::Partial, tr("= against the close before"), amount(*verdict.measuredOther));
}

} // namespace

std::vector<SumRow> sumRows(const ClaimTopic &topic, int selected, const tables::ClaimBook &book,
                            const core::Formats &formats, const core::ZoneRules &zone)
{
    SumRows rows(topic, formats, zone);
    rows.addSum();
    if (selected >= 0)
        rows.addClaim(topic.claims[std::size_t(selected)], book);
    return rows.take();
}

} // namespace tickmark::claimview
