// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimGrammar.h"

#include <algorithm>

//! The part of ClaimGrammar that tells which way a number goes.
namespace tickmark::claims {

namespace {

using TokenKind = Token::Kind;
using Lead = Quantity::Lead;
using ClauseKind = Clause::Kind;

constexpr std::size_t kNounReach = 6;
constexpr Roles kVerbs = Role::Verb | Role::VerbBase | Role::ValueVerb | Role::LevelVerb | Role::OtherVerb;

} // namespace

ClaimGrammar::Way ClaimGrammar::wayOf(std::size_t clause, const Quantity &quantity) const
{
    if (quantity.sign != Direction::None)
        return {quantity.sign, std::nullopt};
    if (const auto beside = wayBeside(quantity))
        return *beside;
    const std::size_t index = std::size_t(&quantity - m_quantities.data());
    if (quantity.isListed && index > 0 && m_readings[index - 1].isClaim
        && m_quantities[index - 1].unit == quantity.unit)
        return m_readings[index - 1].way;
    const Clause &own = m_clauses[clause];
    const std::optional<Way> noun = nounOf(own, quantity);
    if (noun && m_days.isOfNoun(index)) // "nach dem Kurssturz vom Montag um 17 Prozent"
        return *noun;
    if (const auto verb = verbOf(own, quantity))
        return *verb;
    if (noun)
        return *noun;
    if (continuesNoun(own, index))
        return {m_readings[index - 1].way.direction, std::nullopt};
    if (own.kind == ClauseKind::Bracket)
        return {};
    const Way near = wayFromNeighbours(clause, quantity);
    return near.direction != Direction::None ? near : Way{endOfList(clause), std::nullopt};
}

//! "1,5 Prozent schwächer", "17% drop", "Minus von 0,9 Prozent", "Rückgang des S&P 500 um 1,7 %"
std::optional<ClaimGrammar::Way> ClaimGrammar::wayBeside(const Quantity &quantity) const
{
    if (quantity.last < m_tokens.size()) {
        std::size_t next = quantity.last;
        while (next < m_tokens.size() && next < quantity.last + 2
               && m_tokens[next].isAny(Role::Filler | Role::Intraday))
            ++next;
        const bool isOfNoun = quantity.lead == Lead::Of
                              || quantity.lead == Lead::From; // "ein Minus von 3 % nach unten"
        if (!isOfNoun && next < m_tokens.size() && m_tokens[next].is(Role::Adverb))
            return Way{m_tokens[next].entry->direction, next};
        const Token &behind = m_tokens[quantity.last];
        const bool isCompound = behind.is(Role::Noun) && !behind.isAny(Role::Verb | Role::NoClaimNoun);
        if (isCompound || (behind.is(Role::Noun) && (behind.isHyphened || quantity.hasArticle)))
            return Way{behind.entry->direction, quantity.last};
    }
    for (std::size_t back = 1; back <= kNounReach && back <= quantity.first; ++back) {
        const std::size_t i = quantity.first - back;
        const Token &token = m_tokens[i];
        if (token.is(Role::Noun) && !(token.is(Role::Verb) && quantity.lead == Lead::None)
            && (back == 1 || quantity.lead == Lead::By || quantity.lead == Lead::Of || quantity.lead == Lead::From))
            return Way{token.entry->direction, i};
        const bool isOfVerb = token.is(Role::Particle) && i > 0 && m_tokens[i - 1].is(Role::VerbBase); // "gave up 0.7%"
        if (back == 1 && token.is(Role::Adverb) && !isOfVerb)
            return Way{token.entry->direction, i};
        const bool isInNounPhrase = token.kind == TokenKind::Mention
                                    || token.isAny(Role::Of | Role::Article | Role::Share | Role::Intraday);
        if (!isInNounPhrase)
            break;
    }
    return std::nullopt;
}

//! What the base of a separable verb at `place` means with its particle, which may stand behind "oder 0,1 Prozent".
std::optional<Direction> ClaimGrammar::separated(const Clause &clause, std::size_t place) const
{
    const int base = m_tokens[clause.tokens[place]].entry->verbBase;
    const auto within = [&](const Clause &searched) -> std::optional<Direction> {
        for (auto i = searched.tokens.rbegin(); i != searched.tokens.rend(); ++i) {
            const Token &particle = m_tokens[*i];
            if (*i == clause.tokens[place] || !particle.is(Role::Particle))
                continue;
            if (const auto direction = m_lexicon.together(base, particle.entry->particle))
                return direction;
        }
        return std::nullopt;
    };
    if (const auto direction = within(clause))
        return direction;
    // "büßte 17 Prozent, Broadcom 17,4 Prozent und AMD 6,4 Prozent ein"
    for (std::size_t i = std::size_t(&clause - m_clauses.data()) + 1; i < m_clauses.size() && goesOnList(i); ++i) {
        const std::optional<Direction> direction = within(m_clauses[i]);
        if (direction || m_clauses[i].isRestated)
            return direction;
    }
    return std::nullopt;
}

//! States the number of a further name, with no verb but perhaps the end of the one before.
bool ClaimGrammar::goesOnList(std::size_t clause) const
{
    const Clause &own = m_clauses[clause];
    if (own.isRestated)
        return true;
    const bool isMain = own.kind == ClauseKind::Main || own.kind == ClauseKind::Coordinated;
    const bool isContrary = m_tokens[own.tokens.front()].is(Role::Contrast); // "während Apple 3 Prozent gewann"
    return isMain && !isContrary && !own.quantities.empty() && own.quantities.size() <= 2
           && std::all_of(own.tokens.begin(), own.tokens.end() - 1,
                          [&](std::size_t i) { return !m_tokens[i].isAny(kVerbs) || m_tokens[i].is(Role::Noun); });
}

//! "Losses of 17% at Nvidia and 17.4% at Broadcom stood out"
bool ClaimGrammar::continuesNoun(const Clause &clause, std::size_t index) const
{
    const Quantity &quantity = m_quantities[index];
    if (!clause.isCoordinated || index == 0 || quantity.first != clause.tokens.front() + 1
        || quantity.last >= m_tokens.size() || !m_tokens[quantity.last].isAny(Role::At | Role::ImpersonalPreposition))
        return false;
    const Reading &before = m_readings[index - 1];
    return before.isClaim && before.way.token && m_tokens[*before.way.token].is(Role::Noun)
           && m_quantities[index - 1].unit == quantity.unit;
}

//! "Nvidia hat 17 Prozent, Broadcom 17,4 Prozent und AMD 6,4 Prozent verloren": the verb ends the list.
Direction ClaimGrammar::endOfList(std::size_t clause) const
{
    if (!m_lexicon.nounsAreCapital)
        return Direction::None;
    for (std::size_t i = clause + 1; i < m_clauses.size() && goesOnList(i); ++i) {
        const Token &last = m_tokens[m_clauses[i].tokens.back()];
        if (last.is(Role::Verb) && !last.is(Role::Noun))
            return last.entry->direction;
    }
    return Direction::None;
}

//! "verlor nicht 14, sondern 17 Prozent", "fiel am Montag, dem schwärzesten Tag seit 2020, um 17 Prozent": the verb stands
//! before what was put in between.
std::optional<Direction> ClaimGrammar::resumed(std::size_t clause, const Quantity &quantity) const
{
    const Clause &own = m_clauses[clause];
    const Token &front = m_tokens[own.tokens.front()];
    const bool isCorrected = front.is(Role::Contrast);
    const bool isAtFront = quantity.first <= own.tokens.front() + (isCorrected ? 1 : 0);
    const bool hasName = std::ranges::any_of(own.tokens,
                                             [&](std::size_t i) { return m_tokens[i].kind == TokenKind::Mention; });
    if (!isAtFront || hasName)
        return std::nullopt;
    for (std::size_t i = clause; i-- > 0;) {
        const Clause &before = m_clauses[i];
        const bool isMain = before.kind == ClauseKind::Main || before.kind == ClauseKind::Coordinated;
        const bool isDenied = isCorrected && i + 1 == clause && m_rules.isDenied(before);
        if (!before.quantities.empty() && !isDenied)
            return std::nullopt;
        if (isMain && (!m_isEmpty[i] || isDenied)) {
            if (const auto verb = verbOf(before, quantity))
                return m_tokens[*verb->token].is(Role::Adverb) ? std::nullopt : std::optional(verb->direction);
        }
    }
    return std::nullopt;
}

//! The verb of the clause nearest to the number; separable verbs are one.
std::optional<ClaimGrammar::Way> ClaimGrammar::verbOf(const Clause &clause, const Quantity &quantity) const
{
    const std::size_t number = clause.placeOf(quantity.number);
    std::optional<Way> best;
    std::size_t bestDistance = 0;
    const auto offer = [&](std::size_t place, Direction direction) {
        const std::size_t distance = place > number ? place - number : number - place;
        if (!best || distance < bestDistance) {
            best = Way{direction, clause.tokens[place]};
            bestDistance = distance;
        }
    };
    for (std::size_t place = 0; place < clause.tokens.size(); ++place) {
        const Token &token = m_tokens[clause.tokens[place]];
        if (token.isAny(Role::Verb | Role::ValueVerb) && !token.is(Role::NoClaimNoun))
            offer(place, token.entry->direction);
        else if (token.is(Role::ValueVerb) && quantity.scale > 1)
            offer(place, token.entry->direction);
        if (!token.is(Role::VerbBase))
            continue;
        if (const auto direction = separated(clause, place))
            offer(place, *direction);
    }
    if (best)
        return best;
    for (const std::size_t token : clause.tokens) { // "notierte im Minus bei", "was down"
        if (m_tokens[token].is(Role::Adverb) && !m_tokens[token].isAny(Role::Preposition | Role::Sign))
            return Way{m_tokens[token].entry->direction, token};
    }
    return std::nullopt;
}

//! "Der Verlust betrug 5 Prozent"
std::optional<ClaimGrammar::Way> ClaimGrammar::nounOf(const Clause &clause, const Quantity &quantity) const
{
    std::optional<Way> found;
    for (const std::size_t token : clause.tokens) {
        if (token >= quantity.first)
            break;
        if (m_tokens[token].is(Role::Noun))
            found = Way{m_tokens[token].entry->direction, token};
    }
    return found;
}

//! "..., der S&P 500 um 1,5 Prozent": as in the clause before; "um 17 und Broadcom um 16 Prozent nachgaben": as behind.
ClaimGrammar::Way ClaimGrammar::wayFromNeighbours(std::size_t clause, const Quantity &quantity) const
{
    const bool hasVerb = std::ranges::any_of(
        m_clauses[clause].tokens, [&](std::size_t i) { return m_tokens[i].isAny(Role::LevelVerb | Role::OtherVerb); });
    if (hasVerb)
        return wayFromBehind(clause, quantity, true);
    if (isAnswer(clause, quantity))
        return {m_memory.asked->direction, std::nullopt};
    if (const auto direction = resumed(clause, quantity))
        return {*direction, std::nullopt};
    for (std::size_t i = clause; i-- > 0;) {
        if (m_clauses[i].kind == ClauseKind::Bracket || m_clauses[i].quantities.empty())
            continue;
        const std::size_t last = m_clauses[i].quantities.back();
        for (const std::size_t before : m_clauses[i].quantities) {
            if (m_readings[before].isClaim && m_readings[before].kind != ClaimKind::Level
                && m_quantities[before].unit == quantity.unit && m_readings[before].way.direction != Direction::None)
                return {m_readings[before].way.direction, std::nullopt};
        }
        return m_readings[last].isClaim && m_readings[last].kind != ClaimKind::Level
                   ? Way{m_readings[last].way.direction, std::nullopt}
                   : Way{};
    }
    return wayFromBehind(clause, quantity, false);
}

//! As wayFromNeighbours(), from what is joined behind. `isRestated`: only "oder 0,9 Prozent tiefer", the same move again.
ClaimGrammar::Way ClaimGrammar::wayFromBehind(std::size_t clause, const Quantity &quantity, bool isRestated) const
{
    for (std::size_t i = clause + 1; i < m_clauses.size() && m_clauses[i].isCoordinated; ++i) {
        const bool isOr = m_tokens[m_clauses[i].tokens.front()].is(Role::Or);
        if (isRestated && !isOr)
            break;
        for (const std::size_t next : m_clauses[i].quantities) {
            const bool isOtherUnit = m_quantities[next].unit != quantity.unit && !isOr; // "oder 1.023 Yen fiel"
            if (isOtherUnit || m_rules.isEmptyClause(m_clauses[i])
                || m_rules.isOfOther(m_clauses[i], m_quantities[next]))
                continue;
            if (const auto verb = verbOf(m_clauses[i], m_quantities[next]))
                return {verb->direction, std::nullopt};
            if (const auto beside = wayBeside(m_quantities[next]))
                return {beside->direction, std::nullopt};
        }
    }
    return {};
}

} // namespace tickmark::claims
