// SPDX-License-Identifier: GPL-3.0-or-later
#include "Quantities.h"

#include "Tickers.h"

#include <algorithm>
#include <utility>

namespace tickmark::claims {

namespace {

using Kind = Token::Kind;
using Unit = Quantity::Unit;
using Lead = Quantity::Lead;

//! Ranges of points or money wider than this are "from ... to" without the first word.
constexpr double kWidestRange = 3;
constexpr double kHighestShare = 100; //!< more is no percentage without its sign
constexpr std::size_t kMostWordsBefore = 6;
constexpr Roles kUnits = Role::Percent | Role::Points | Role::Currency | Role::BadUnit | Role::Scale;

bool isNumber(const Token &token)
{
    return token.kind == Kind::Number || (token.kind == Kind::Word && token.is(Role::Number));
}

bool isCurrencySign(const Token &token)
{
    return token.kind == Kind::Word && token.is(Role::Currency);
}

class QuantityReader
{
public:
    QuantityReader(std::span<const Token> tokens, const std::vector<DayMark> &days, const LexiconData &lexicon)
        : m_tokens(tokens), m_days(days), m_lexicon(lexicon)
    {}

    std::vector<Quantity> run()
    {
        auto day = m_days.begin();
        for (std::size_t i = 0; i < m_tokens.size();) {
            while (day != m_days.end() && day->last <= i)
                ++day;
            // "am Montag, dem 27. Januar 2025, um 17 Prozent": counts nothing
            const bool isInDate = day != m_days.end() && day->first <= i && !m_tokens[day->last - 1].is(Role::SpanDays);
            const std::size_t next = isNumber(m_tokens[i]) && !isInDate ? readAt(i) : i + 1;
            i = std::max(next, i + 1);
        }
        markTickers(m_tokens, m_quantities);
        shareUnits();
        return std::move(m_quantities);
    }

private:
    [[nodiscard]] bool has(std::size_t at) const { return at < m_tokens.size(); }
    [[nodiscard]] bool is(std::size_t at, Roles roles) const { return has(at) && m_tokens[at].isAny(roles); }
    //! Whether what stands at `at` follows the number it belongs to without a mark between.
    [[nodiscard]] bool isUnit(std::size_t at) const
    {
        return has(at) && m_tokens[at].kind == Kind::Word && is(at, kUnits);
    }

    std::size_t readAt(std::size_t at)
    {
        Quantity quantity;
        quantity.number = at;
        std::size_t end = readNumber(at, quantity, true);
        if (m_tokens[at].kind == Kind::Word && quantity.unit == Unit::None && !opensRange(end))
            return end; // a word such as "ein" counts only beside a unit
        quantity.first = at;
        quantity.last = end;
        readBefore(quantity);
        end = readRange(quantity);
        quantity.last = end;
        m_quantities.push_back(quantity);
        return end;
    }

    //! One number with scale and unit; returns the index after it.
    std::size_t readNumber(std::size_t at, Quantity &quantity, bool isFirst)
    {
        const Token &token = m_tokens[at];
        const bool isWord = token.kind == Kind::Word;
        double value = isWord ? token.entry->number : token.value;
        double halfUnit = isWord ? token.entry->numberHalfUnit : token.halfUnit;
        std::size_t next = at + 1;
        // "2½"
        if (!isWord && is(next, Role::Number) && m_tokens[next].entry->number < 1 && !m_tokens[next].hasBlankBefore) {
            value += m_tokens[next].entry->number;
            ++next;
        }
        const bool isBehindSign = !isWord && at > 0 && isCurrencySign(m_tokens[at - 1]) && !m_tokens[at].isHyphened
                                  && (at < 2 || !isNumber(m_tokens[at - 2]));
        if (isBehindSign) {
            quantity.unit = Unit::Money;
            quantity.currency = m_tokens[at - 1].entry->currency;
        }
        double scale = 1;
        if (is(next, Role::Scale) && m_tokens[next].kind == Kind::Word && isScaleHere(next)) {
            scale = m_tokens[next].entry->number;
            ++next;
            if (has(next) && m_tokens[next].isMark(u'.')) // "Mrd."
                ++next;
        }
        quantity.scale = scale;
        if (isUnit(next))
            next = readUnit(next, quantity);
        if (quantity.unit == Unit::Money && is(next, Role::PerShare)) {
            quantity.isPerShare = true;
            ++next;
        }
        value *= scale;
        halfUnit *= scale;
        if (isFirst) {
            quantity.low = value;
            quantity.lowHalfUnit = halfUnit;
        }
        quantity.high = value;
        quantity.highHalfUnit = halfUnit;
        quantity.isMarked = token.isMarked;
        return next;
    }

    //! "593 m" and "5 t" are scales only beside a currency, "Mrd." and "billion" always.
    [[nodiscard]] bool isScaleHere(std::size_t at) const
    {
        const TextSpan span = m_tokens[at].span;
        return span.end - span.start > 1 || !m_tokens[at].hasBlankBefore;
    }

    std::size_t readUnit(std::size_t at, Quantity &quantity)
    {
        const Token &token = m_tokens[at];
        if (token.is(Role::BadUnit))
            quantity.unit = Unit::Other;
        else if (token.is(Role::Percent))
            quantity.unit = Unit::Percent;
        else if (token.is(Role::Points))
            quantity.unit = Unit::Points;
        else if (token.is(Role::Currency)) {
            quantity.unit = Unit::Money;
            quantity.currency = token.entry->currency;
            quantity.isPerShare = token.is(Role::PerShare);
        } else {
            return at;
        }
        std::size_t next = at + 1;
        const bool isAbbreviated = has(next) && m_tokens[next].isMark(u'.') && has(next + 1)
                                   && !m_tokens[next + 1].isCapital;
        if (isAbbreviated)
            ++next;
        return next;
    }

    //! Words of the lexicon before the number: prepositions, hedges, signs, what may stand between.
    void readBefore(Quantity &quantity)
    {
        std::size_t at = quantity.number;
        for (std::size_t steps = 0; at > 0 && steps < kMostWordsBefore; ++steps) {
            if (at > 1 && m_tokens[at - 1].isMark(u'.') && is(at - 2, Role::Hedge)) // "ca."
                --at;
            const Token &token = m_tokens[at - 1];
            const bool isFree = m_quantities.empty() || m_quantities.back().last < at;
            if (!isFree || !takeBefore(token, quantity, at))
                break;
            --at;
            quantity.first = at;
            if (quantity.lead != Lead::None)
                break;
        }
        if (at > 0 && is(at - 1, Role::NotMeant))
            quantity.isNegated = true;
        // "between" stands before a preposition nowhere
        if (quantity.lead == Lead::None && at > 0 && is(at - 1, Role::Between)) {
            m_isBetween = true;
            quantity.first = at - 1;
        }
    }

    bool takeBefore(const Token &token, Quantity &quantity, std::size_t at)
    {
        if (token.kind == Kind::Sign) {
            quantity.sign = token.direction;
            return true;
        }
        if (token.kind != Kind::Word || !token.entry)
            return false;
        if (isCurrencySign(token) && at == quantity.number)
            return quantity.unit == Unit::Money;
        if (isParticle(at - 1)) // "gave up 0.7%", "put on 3.2%", but not "gab auf 1,04 Dollar nach"
            return false;
        if (token.is(Role::Sign)) {
            quantity.sign = token.entry->direction;
            return true;
        }
        if (token.is(Role::Hedge) && token.is(Role::To) && at > 1 && is(at - 2, Role::VerbBase)
            && quantity.unit != Unit::Percent) { // "edged up to $229.86"
            quantity.lead = Lead::To;
            return true;
        }
        if (token.is(Role::Hedge)) {
            quantity.hedge = token.entry->hedge;
            quantity.isThresholdHedge = token.is(Role::Threshold);
            return true;
        }
        if (token.is(Role::Article)) {
            quantity.hasArticle = true;
            return true;
        }
        if (token.is(Role::Intraday)) {
            quantity.hasIntraday = true;
            if (!token.isAny(Role::To | Role::RecordLevel)) // "as low as", "Tagestief von"
                return true;
        }
        if (token.is(Role::Threshold))
            quantity.lead = Lead::Threshold;
        else if (token.is(Role::By))
            quantity.lead = Lead::By;
        else if (token.is(Role::To))
            quantity.lead = Lead::To;
        else if (token.is(Role::At))
            quantity.lead = Lead::At;
        else if (token.is(Role::From))
            quantity.lead = Lead::From;
        else if (token.is(Role::Of))
            quantity.lead = Lead::Of;
        else
            return token.is(Role::Filler);
        return true;
    }

    //! The second half of the verb right before it.
    [[nodiscard]] bool isParticle(std::size_t at) const
    {
        return is(at, Role::Particle) && at > 0 && is(at - 1, Role::VerbBase)
               && m_lexicon.together(m_tokens[at - 1].entry->verbBase, m_tokens[at].entry->particle);
    }

    [[nodiscard]] bool opensRange(std::size_t at) const
    {
        return has(at + 1) && (is(at, Role::RangeTo | Role::And) || isDashMark(at)) && isNumber(m_tokens[at + 1]);
    }

    [[nodiscard]] bool isDashMark(std::size_t at) const
    {
        return has(at) && m_tokens[at].kind == Kind::Mark && isDash(m_tokens[at].mark);
    }

    //! "10-20 %", "11,1 bis 15 Prozent", "between 5 and 6 percent"; returns the index after the quantity.
    std::size_t readRange(Quantity &quantity)
    {
        const std::size_t end = quantity.last;
        const bool isBetween = std::exchange(m_isBetween, false);
        const bool isLinked = is(end, Role::RangeTo) || isDashMark(end) || (isBetween && is(end, Role::And));
        if (!isLinked)
            return end;
        std::size_t at = end + 1;
        while (is(at, Role::By | Role::Hedge) || (has(at) && isCurrencySign(m_tokens[at])))
            ++at;
        if (!has(at) || !isNumber(m_tokens[at]))
            return end;
        Quantity whole = quantity;
        whole.unit = Unit::None;
        const std::size_t after = readNumber(at, whole, false);
        const bool isSameUnit = quantity.unit == Unit::None || quantity.unit == whole.unit;
        if (whole.unit == Unit::None || !isSameUnit)
            return end;
        if (quantity.unit == Unit::None || quantity.scale == 1) { // "10 to 20 billion"
            whole.low *= whole.scale / quantity.scale;
            whole.lowHalfUnit *= whole.scale / quantity.scale;
        }
        const bool isWide = whole.high > kWidestRange * whole.low;
        if (whole.low >= whole.high || (whole.unit != Unit::Percent && isWide)
            || (quantity.lead == Lead::From && is(end, Role::RangeTo) && is(end, Role::To)))
            return end;
        whole.isRange = true;
        whole.isMarked = true;
        quantity = whole;
        return after;
    }

    //! "28 bzw. 21 Prozent", "von 142 auf 118 Dollar": the unit stands behind the last number only.
    void shareUnits()
    {
        for (std::size_t i = m_quantities.size(); i-- > 1;) {
            Quantity &before = m_quantities[i - 1];
            Quantity &after = m_quantities[i];
            const bool isFromTo = before.lead == Lead::From && after.lead == Lead::To && before.last == after.first;
            const bool isRestated = before.unit == Unit::None && after.unit == Unit::Percent
                                    && before.low > kHighestShare; // "lost 612.47, or 3.07%"
            const bool isList = isListBetween(before.last, after.first) && !isNewMove(before, after) && !isRestated;
            after.isListed = isList;
            if ((!isFromTo && !isList) || before.unit != Unit::None)
                continue;
            if (m_tokens[before.number].kind == Kind::Number && before.number > 0 && m_tokens[before.number].isHyphened)
                continue;
            before.unit = after.unit;
            before.currency = after.currency;
            const double scale = after.scale / before.scale;
            before.scale = after.scale;
            before.low *= scale;
            before.high *= scale;
            before.lowHalfUnit *= scale;
            before.highHalfUnit *= scale;
        }
        for (std::size_t i = 1; i < m_quantities.size(); ++i) {
            Quantity &after = m_quantities[i];
            const Quantity &before = m_quantities[i - 1];
            if (!after.isListed)
                continue;
            if (after.lead == Lead::None && after.unit == before.unit)
                after.lead = before.lead;
            if (after.sign == Direction::None)
                after.sign = before.sign;
            if (after.hedge == Hedge::Exact && after.unit == before.unit)
                after.hedge = before.hedge;
        }
    }

    //! "finished at 6,012.28, down 1.46%"
    [[nodiscard]] bool isNewMove(const Quantity &before, const Quantity &after) const
    {
        return before.sign == Direction::None && after.sign != Direction::None && m_tokens[before.last].isMark(u',')
               && before.last + 1 == after.first;
    }

    [[nodiscard]] bool isListBetween(std::size_t from, std::size_t to) const
    {
        std::size_t at = from;
        if (at < to && m_tokens[at].isMark(u','))
            ++at;
        if (at < to && is(at, Role::And))
            ++at;
        if (at < to && m_tokens[at].isMark(u'.')) // "bzw."
            ++at;
        return at == to && to > from;
    }

    std::span<const Token> m_tokens;
    const std::vector<DayMark> &m_days;
    const LexiconData &m_lexicon;
    std::vector<Quantity> m_quantities;
    bool m_isBetween = false;
};

} // namespace

std::vector<Quantity> findQuantities(std::span<const Token> tokens, const std::vector<DayMark> &days,
                                     const LexiconData &lexicon)
{
    return QuantityReader(tokens, days, lexicon).run();
}

} // namespace tickmark::claims
