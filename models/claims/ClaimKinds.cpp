// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimGrammar.h"

#include <algorithm>
#include <cmath>

//! The part of ClaimGrammar that tells whether a number is a move, a value or a level.
namespace tickmark::claims {

namespace {

using TokenKind = Token::Kind;
using Unit = Quantity::Unit;
using Lead = Quantity::Lead;
using ClauseKind = Clause::Kind;

constexpr double kSmallestValue = 1e9; //!< less is no move of a market value
constexpr double kSmallestBareValue =
    5e10; //!< of a sum that hardly a company earns or loses, so that it needs no "market value"
constexpr double kSmallestBareLevel = 1000;
constexpr double kRoundLevel = 50; //!< levels that texts aim at are multiples of it
constexpr Roles kVerbs = Role::Verb | Role::VerbBase | Role::ValueVerb | Role::LevelVerb | Role::OtherVerb;

bool isIndex(const Subject &subject)
{
    return subject.symbol.startsWith(u'^');
}

//! One of these is worth about a dollar or more.
bool isLarge(QStringView currency)
{
    return currency == u"USD" || currency == u"EUR" || currency == u"GBP" || currency == u"CHF";
}

} // namespace

std::optional<ClaimKind> ClaimGrammar::kindOf(std::size_t clause, const Quantity &quantity, const Way &way,
                                              const std::vector<Subject> &subjects) const
{
    if (quantity.lead == Lead::Threshold && !isReached(clause, quantity))
        return std::nullopt;
    if (quantity.unit == Unit::Percent)
        return percentKind(quantity, way);
    if (quantity.isTicker)
        return isTickerLevel(quantity, subjects) ? std::optional(ClaimKind::Level) : std::nullopt;
    if (isLevel(clause, quantity, subjects))
        return ClaimKind::Level;
    if (isBareMove(quantity, subjects))
        return way.direction == Direction::None ? std::nullopt : std::optional(ClaimKind::Points);
    // "the loss of market value came to 570 billion"
    const bool isLossOfValue = way.token && m_tokens[*way.token].is(Role::Noun) && quantity.scale > 1;
    if ((quantity.lead == Lead::To && !isLossOfValue) || quantity.lead == Lead::At)
        return std::nullopt;
    return moveKind(quantity, way);
}

//! "had struck a record of $109,114 on Monday", "markierte ein Rekordhoch bei 21.800 Punkten", but not "the record of
//! $109,114" or "below a high of 6,128", which are marks on the chart.
bool ClaimGrammar::isReached(std::size_t clause, const Quantity &quantity) const
{
    constexpr std::size_t kMostAdjectives = 3;
    if (!m_tokens[quantity.first].is(Role::RecordLevel))
        return false;
    std::size_t article = quantity.first;
    for (std::size_t steps = 0; article > 0 && steps <= kMostAdjectives; ++steps) {
        --article;
        if (m_tokens[article].kind != TokenKind::Word || m_tokens[article].isAny(Role::Article | Role::Possessive))
            break;
    }
    const Token &own = m_tokens[article];
    if (article == 0 || !(own.is(Role::Possessive) || (own.is(Role::Article) && own.is(Role::Number))))
        return false;
    const Token &before = m_tokens[article - 1];
    const auto has = [&](Roles roles) {
        return std::ranges::any_of(m_clauses[clause].tokens, [&](std::size_t i) { return m_tokens[i].isAny(roles); });
    };
    if (has(Role::PastPerfect) && !has(Role::Intraday) && !m_days.namesDay(clause)) // some day in the past
        return false;
    if (before.isAny(Role::To | Role::At) && !before.is(Role::From))
        return has(Role::Verb | Role::Reach);
    return !before.is(Role::Preposition) && has(Role::Reach);
}

std::optional<ClaimKind> ClaimGrammar::percentKind(const Quantity &quantity, const Way &way) const
{
    if (way.direction == Direction::None)
        return std::nullopt;
    const Token *word = way.token ? &m_tokens[*way.token] : nullptr;
    const bool isNounBefore = word && word->is(Role::Noun) && *way.token < quantity.first;
    const bool isNounBehind = word && word->is(Role::Noun) && *way.token == quantity.last; // "auf 13,6 Prozent Gewinn"
    if (quantity.sign != Direction::None)
        return ClaimKind::Percent;
    switch (quantity.lead) {
    case Lead::To: // "stieg auf 5 Prozent" is a rate, "Verluste auf 3 Prozent" a move
        return isNounBefore || isNounBehind ? std::optional(ClaimKind::Percent) : std::nullopt;
    case Lead::At:
        return word && word->is(Role::Adverb) ? std::optional(ClaimKind::Percent) : std::nullopt;
    case Lead::Of:
    case Lead::From:
        return isNounBefore ? std::optional(ClaimKind::Percent) : std::nullopt;
    default:
        return ClaimKind::Percent;
    }
}

//! "The Nasdaq lost 612.47, or 3.07%": points of an index.
bool ClaimGrammar::isBareMove(const Quantity &quantity, const std::vector<Subject> &subjects) const
{
    const std::size_t next = std::size_t(&quantity - m_quantities.data()) + 1;
    if (quantity.unit != Unit::None || !quantity.isMarked || next >= m_quantities.size()
        || (quantity.lead != Lead::None && quantity.lead != Lead::By) || !std::ranges::all_of(subjects, isIndex)
        || subjects.empty())
        return false;
    const Quantity &share = m_quantities[next];
    const auto isLink = [](const Token &token) {
        return token.isMark(u',') || token.isMark(u'(') || token.is(Role::Or);
    };
    const auto between = m_tokens.subspan(quantity.last, std::max(share.first, quantity.last) - quantity.last);
    return share.unit == Unit::Percent && !between.empty() && std::ranges::all_of(between, isLink);
}

std::optional<ClaimKind> ClaimGrammar::moveKind(const Quantity &quantity, const Way &way) const
{
    if (way.direction == Direction::None || quantity.unit == Unit::None)
        return std::nullopt;
    const bool isNounBefore = way.token && m_tokens[*way.token].is(Role::Noun) && *way.token < quantity.first;
    if ((quantity.lead == Lead::Of || quantity.lead == Lead::From) && !isNounBefore)
        return std::nullopt;
    if (quantity.unit == Unit::Money && quantity.scale > 1) {
        const bool isBareValue = quantity.high >= kSmallestBareValue && isLarge(quantity.currency) && way.token
                                 && m_tokens[*way.token].isAny(Role::Verb | Role::VerbBase | Role::ValueVerb);
        const bool isValue = m_hasValueNoun ? quantity.high >= kSmallestValue : isBareValue;
        return isValue ? std::optional(ClaimKind::Value) : std::nullopt;
    }
    const bool isThreshold = quantity.isThresholdHedge && quantity.lead == Lead::None;
    if (isThreshold || (way.token && m_tokens[*way.token].is(Role::ValueVerb)))
        return std::nullopt;
    return ClaimKind::Points;
}

//! A stock's price names its currency, an index has points or nothing.
bool ClaimGrammar::isTickerLevel(const Quantity &quantity, const std::vector<Subject> &subjects)
{
    return !subjects.empty() && std::ranges::all_of(subjects, [&](const Subject &subject) {
        return isIndex(subject) == (quantity.unit != Unit::Money);
    });
}

//! "Dax am Abend bei 21.282 Punkten": a name, a time and a number that nobody would aim at.
bool ClaimGrammar::isHeadline(const Clause &clause, const Quantity &quantity) const
{
    constexpr Roles kBeside = Role::Article | Role::Share | Role::IndexNoun | Role::CurrencyNoun | Role::Filler
                              | Role::Intraday | Role::Weekday | Role::Month | Role::DayBefore | Role::Preposition;
    const bool isExact = quantity.isMarked && std::fmod(quantity.low, kRoundLevel) != 0;
    return isExact && quantity.last == clause.tokens.back() + 1
           && m_tokens[clause.tokens.front()].kind == TokenKind::Mention
           && std::ranges::all_of(clause.tokens, [&](std::size_t i) {
                  const Token &token = m_tokens[i];
                  return i >= quantity.first || i == clause.tokens.front() || token.isAny(kBeside)
                         || (token.kind == TokenKind::Word && !token.entry && m_lexicon.nounsAreCapital
                             && token.isCapital && m_tokens[i - 1].is(Role::ArticlePreposition));
              });
}

bool ClaimGrammar::isLevel(std::size_t clause, const Quantity &quantity, const std::vector<Subject> &subjects) const
{
    const bool isLead = quantity.lead == Lead::To || quantity.lead == Lead::At || quantity.lead == Lead::From;
    const Clause &own = m_clauses[clause];
    const auto has = [&](Roles roles) {
        return std::ranges::any_of(own.tokens, [&](std::size_t i) { return m_tokens[i].isAny(roles); });
    };
    if (quantity.scale > 1 || quantity.hedge == Hedge::AtMost || subjects.empty() || quantity.hasArticle)
        return false;
    const bool isIndexLevel = quantity.unit == Unit::Points && quantity.low >= kSmallestBareLevel && !has(Role::Noun)
                              && std::ranges::all_of(subjects, isIndex); // "standen 21.732,05 Zähler auf der Tafel"
    const bool isPriceOf = (quantity.unit == Unit::Money || isIndexLevel) && quantity.lead == Lead::None
                           && has(Role::LevelVerb) && !has(Role::Verb | Role::VerbBase | Role::Adverb)
                           && quantity.isMarked;
    if (quantity.lead == Lead::Threshold)
        return quantity.unit != Unit::Percent;
    if (!isLead)
        return isPriceOf;
    if (quantity.lead == Lead::From) {
        // only "von 142 auf 118", "to 118 from 142"
        const std::size_t index = std::size_t(&quantity - m_quantities.data());
        const bool isFromTo = index + 1 < m_quantities.size() && m_quantities[index + 1].lead == Lead::To
                              && m_quantities[index + 1].first <= quantity.last + 1;
        const bool isToFrom = index > 0 && m_quantities[index - 1].lead == Lead::To
                              && m_quantities[index - 1].last == quantity.first && m_readings[index - 1].isClaim;
        if (!isFromTo && !isToFrom)
            return false;
    }
    const bool isStated = has(kVerbs | Role::Adverb | Role::Noun) || !m_claims.empty() || isHeadline(own, quantity);
    if (quantity.unit != Unit::None)
        return isStated && quantity.unit != Unit::Percent;
    const bool isNumeric = quantity.isMarked
                           || (quantity.low >= kSmallestBareLevel && (quantity.low < 1900 || quantity.low > 2100));
    const bool isFollowedByNoun = quantity.last < m_tokens.size() && m_tokens[quantity.last].kind == TokenKind::Word
                                  && (m_tokens[quantity.last].isCapital || m_tokens[quantity.last].isHyphened);
    return isStated && isNumeric && !isFollowedByNoun && std::ranges::all_of(subjects, isIndex);
}

} // namespace tickmark::claims
