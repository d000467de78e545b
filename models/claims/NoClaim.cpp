// SPDX-License-Identifier: GPL-3.0-or-later
#include "NoClaim.h"

#include <algorithm>

namespace tickmark::claims {

namespace {

using TokenKind = Token::Kind;
using Unit = Quantity::Unit;

constexpr std::size_t kReasonReach = 4;
constexpr std::size_t kOwnerReach = 4;
constexpr Roles kVerbs = Role::Verb | Role::VerbBase | Role::ValueVerb | Role::LevelVerb | Role::OtherVerb;
constexpr Roles kNominal = Role::Share | Role::Company | Role::IndexNoun | Role::CurrencyNoun | Role::Pronoun;

} // namespace

NoClaimRules::NoClaimRules(std::span<const Token> tokens, const LexiconData &lexicon)
    : m_tokens(tokens),
      m_lexicon(lexicon),
      m_isEmptySentence(std::ranges::any_of(tokens, [](const Token &token) { return token.is(Role::NoClaimSentence); }))
{}

bool NoClaimRules::isEmptyClause(const Clause &clause) const
{
    if (clause.kind == Clause::Kind::Conditional)
        return true;
    for (std::size_t place = 0; place < clause.tokens.size(); ++place) {
        if (m_tokens[clause.tokens[place]].is(Role::NoClaimClause) && !isReasonBehindNumber(clause, place))
            return true;
    }
    return false;
}

//! "fell 7% on a cautious outlook": why it fell, and it did.
bool NoClaimRules::isReasonBehindNumber(const Clause &clause, std::size_t place) const
{
    for (std::size_t i = place; i-- > 0 && place - i <= kReasonReach;) {
        const Token &token = m_tokens[clause.tokens[i]];
        if (token.isAny(Role::Percent | Role::Points | Role::Currency))
            return place - i > 1 && m_tokens[clause.tokens[i + 1]].is(Role::ReasonPreposition);
        if (token.kind != TokenKind::Word || token.isAny(kVerbs))
            return false;
    }
    return false;
}

//! "trotz eines Gewinnrückgangs": tells why, not what.
bool NoClaimRules::isGovernedByReason(const Clause &clause, std::size_t place) const
{
    for (std::size_t back = 1; back <= kReasonReach && back <= place; ++back) {
        const Token &token = m_tokens[clause.tokens[place - back]];
        if (token.kind != TokenKind::Word || token.isAny(kVerbs))
            return false;
        if (token.is(Role::ReasonPreposition))
            return true;
    }
    return false;
}

//! "17 Prozent des Umsatzes", "5 Prozent Zinsen"
bool NoClaimRules::isShareOfTotal(const Quantity &quantity) const
{
    if (quantity.last >= m_tokens.size())
        return false;
    const Token &next = m_tokens[quantity.last];
    if (next.kind != TokenKind::Word || next.span.start - m_tokens[quantity.last - 1].span.end > 2)
        return false;
    for (std::size_t i = quantity.last; i < m_tokens.size() && i < quantity.last + kOwnerReach; ++i) {
        if (m_tokens[i].is(Role::ValueNoun)) // "of its market value"
            return false;
    }
    if (next.is(Role::Whole))
        return true;
    // a noun right behind the unit is what the number counts
    return m_lexicon.nounsAreCapital && next.isCapital && !next.entry
           && (quantity.unit == Unit::Percent || quantity.unit == Unit::Money);
}

bool NoClaimRules::hasNumberBetween(const Clause &clause, std::size_t from, std::size_t to) const
{
    for (std::size_t i = from + 1; i < to; ++i) {
        if (m_tokens[clause.tokens[i]].isAny(Role::Percent | Role::Points | Role::Currency) && i + 1 < to)
            return true;
    }
    return false;
}

//! Between what is no claim and the number stands what the number is of: "after weak earnings Nvidia lost 3%".
bool NoClaimRules::isPartedFrom(const Clause &clause, std::size_t place, std::size_t number) const
{
    // "after its profit fell 40%": the verb is the profit's
    const bool isItsVerb = clause.kind == Clause::Kind::Subordinate
                           && m_tokens[clause.tokens.front()].is(Role::Subordinator);
    for (std::size_t i = place + 1; i < number; ++i) {
        const Token &token = m_tokens[clause.tokens[i]];
        if (token.kind == TokenKind::Mention || token.isAny(kNominal))
            return true;
        if (!isItsVerb && token.isAny(kVerbs) && !token.is(Role::NoClaimNoun))
            return true;
    }
    return false;
}

bool NoClaimRules::isOfOther(const Clause &clause, const Quantity &quantity) const
{
    if (quantity.unit == Unit::Other || quantity.isNegated || isShareOfTotal(quantity))
        return true;
    const std::size_t number = clause.placeOf(quantity.number);
    for (std::size_t place = 0; place < clause.tokens.size(); ++place) {
        const Token &token = m_tokens[clause.tokens[place]];
        if (!token.is(Role::NoClaimNoun) || (token.is(Role::ValueVerb) && quantity.scale > 1))
            continue;
        if (!isGovernedByReason(clause, place))
            return true;
        // "trotz eines Jahresverlusts von 11,8 Milliarden um 1,5 Prozent": has a number of its own
        if (place < number && !hasNumberBetween(clause, place, number) && !isPartedFrom(clause, place, number))
            return true;
    }
    return false;
}

} // namespace tickmark::claims
