// SPDX-License-Identifier: GPL-3.0-or-later
#include "MarketClauses.h"

#include "TimeWords.h"

#include <algorithm>
#include <utility>

namespace tickmark::claims {

namespace {

using TokenKind = Token::Kind;
using ClauseKind = Clause::Kind;
using Unit = Quantity::Unit;

//! Whose moves are moves of the market.
constexpr Roles kTraded = Role::Share | Role::IndexNoun | Role::CurrencyNoun | Role::Group | Role::MarketNoun;
constexpr Roles kOfTime = Role::Preposition | Role::Article | Role::Filler | Role::And | Role::Weekday | Role::Month
                          | Role::DayBefore | Role::Last | Role::DayPreposition | Role::BadUnit | Role::PartOfSpan;

bool isMainKind(const Clause &clause)
{
    return clause.kind == ClauseKind::Main || clause.kind == ClauseKind::Coordinated;
}

} // namespace

MarketClauses::MarketClauses(std::span<const Token> tokens, const std::vector<Clause> &clauses,
                             const std::vector<Quantity> &quantities, const LexiconData &lexicon)
    : m_tokens(tokens),
      m_clauses(clauses),
      m_quantities(quantities),
      m_lexicon(lexicon),
      m_isTimeOnly(clauses.size(), false),
      m_leadsToMarket(clauses.size(), true)
{
    bool leads = true;
    for (std::size_t i = clauses.size(); i-- > 0;) {
        m_isTimeOnly[i] = readsTimeOnly(clauses[i]);
        m_leadsToMarket[i] = leads;
        if (isMainKind(clauses[i]) && !m_isTimeOnly[i])
            leads = tells(i);
    }
}

bool MarketClauses::hasAny(const Clause &clause, Roles roles) const
{
    return std::ranges::any_of(clause.tokens, [&](std::size_t i) { return m_tokens[i].isAny(roles); });
}

bool MarketClauses::hasMention(const Clause &clause) const
{
    return std::ranges::any_of(clause.tokens, [&](std::size_t i) { return m_tokens[i].kind == TokenKind::Mention; });
}

//! Speaks of revenue or of what may happen, and not only as the reason of a move.
bool MarketClauses::isOfOther(const Clause &clause) const
{
    bool isReason = false;
    for (const std::size_t i : clause.tokens) {
        const Token &token = m_tokens[i];
        if (token.isAny(Role::NoClaimNoun | Role::NoClaimClause) && !isReason)
            return true;
        isReason = token.is(Role::ReasonPreposition) || (isReason && !isVerbAt(m_tokens, i));
    }
    return false;
}

bool MarketClauses::hasDirection(const Clause &clause) const
{
    const auto particle = std::find_if(clause.tokens.rbegin(), clause.tokens.rend(),
                                       [&](std::size_t i) { return m_tokens[i].is(Role::Particle); });
    for (const std::size_t i : clause.tokens) {
        const Token &token = m_tokens[i];
        if (token.isAny(Role::Verb | Role::Noun | Role::Adverb | Role::Sign | Role::ValueVerb))
            return true;
        if (token.is(Role::VerbBase) && particle != clause.tokens.rend()
            && m_lexicon.together(token.entry->verbBase, m_tokens[*particle].entry->particle))
            return true;
    }
    return std::ranges::any_of(clause.quantities,
                               [&](std::size_t i) { return m_quantities[i].sign != Direction::None; });
}

//! A number that moves of prices are stated in.
bool MarketClauses::hasMove(const Clause &clause) const
{
    return std::ranges::any_of(clause.quantities, [&](std::size_t i) {
        return m_quantities[i].unit == Unit::Percent || m_quantities[i].unit == Unit::Points;
    });
}

//! "Der Montag war ein schwarzer Tag": says what kind of day it was.
bool MarketClauses::isOfDay(const Clause &clause) const
{
    const std::size_t day = m_tokens[clause.tokens.front()].is(Role::Article) ? 1 : 0;
    return day + 1 < clause.tokens.size() && m_tokens[clause.tokens[day]].is(Role::Weekday)
           && m_tokens[clause.tokens[day + 1]].isAny(Role::OtherVerb | Role::LevelVerb);
}

bool MarketClauses::tells(std::size_t index) const
{
    const Clause &clause = m_clauses[index];
    if (clause.kind == ClauseKind::Conditional || hasAny(clause, Role::Schedule) || isOfOther(clause))
        return false;
    if (isOfDay(clause) || hasAny(clause, Role::MarketNoun) || (hasMove(clause) && isElliptic(index)))
        return true;
    const bool isTraded = hasMention(clause) || hasAny(clause, kTraded);
    if (hasDirection(clause) && (isTraded || hasMove(clause)))
        return true;
    return isTraded && hasAny(clause, Role::LevelVerb) && std::ranges::any_of(clause.quantities, [&](std::size_t i) {
               const Quantity &quantity = m_quantities[i];
               return (quantity.unit == Unit::Money && quantity.scale == 1) || quantity.unit == Unit::Points;
           });
}

bool MarketClauses::setsScene(std::size_t index, std::size_t day) const
{
    const Clause &clause = m_clauses[index];
    if (!m_tokens[day].is(Role::Weekday) || hasAny(clause, Role::Schedule | Role::Event) || isOfOther(clause))
        return false;
    for (const std::size_t i : clause.tokens) {
        if (i >= day)
            break;
        if (!m_tokens[i].isAny(Role::Preposition | Role::Article | Role::Filler))
            return false;
    }
    return true;
}

bool MarketClauses::readsTimeOnly(const Clause &clause) const
{
    bool hasDay = false;
    bool hasOther = false;
    return std::ranges::all_of(clause.tokens, [&](std::size_t i) {
        const Token &token = m_tokens[i];
        hasDay = hasDay || token.isAny(Role::Weekday | Role::Month);
        if (token.kind == TokenKind::Number || token.kind == TokenKind::Mark || token.isAny(kOfTime))
            return !isVerbAt(m_tokens, i);
        if (token.kind != TokenKind::Word || token.entry || m_lexicon.nounsAreCapital)
            return false;
        return token.isCapital || (hasDay && !std::exchange(hasOther, true)); // "On Monday alone,"
    });
}

bool MarketClauses::isBackground(std::size_t index) const
{
    const std::vector<std::size_t> &tokens = m_clauses[index].tokens;
    const auto auxiliary = std::ranges::find_if(tokens,
                                                [&](std::size_t i) { return m_tokens[i].is(Role::PastPerfect); });
    if (auxiliary == tokens.end())
        return false;
    if (m_lexicon.nounsAreCapital) // the participle ends the clause
        return m_tokens[tokens.back()].is(Role::Verb) && !m_tokens[tokens.back()].is(Role::Noun);
    const auto next = std::find_if(auxiliary + 1, tokens.end(),
                                   [&](std::size_t i) { return !m_tokens[i].is(Role::Filler); });
    return next != tokens.end() && m_tokens[*next].isAny(kVerbRoles);
}

bool MarketClauses::speaksOfTraded() const
{
    static constexpr Roles kOne = Role::Share | Role::IndexNoun | Role::CurrencyNoun | Role::Pronoun | Role::Company;
    return std::ranges::any_of(
        m_tokens, [](const Token &token) { return token.kind == TokenKind::Mention || token.isAny(kOne); });
}

bool MarketClauses::isElliptic(std::size_t index) const
{
    return !m_clauses[index].quantities.empty() && std::ranges::none_of(m_clauses[index].tokens, [&](std::size_t i) {
        return m_tokens[i].isAny(kVerbRoles);
    });
}

} // namespace tickmark::claims
