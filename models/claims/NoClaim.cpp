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

NoClaimRules::NoClaimRules(std::span<const Token> tokens, const std::vector<Quantity> &quantities,
                           const LexiconData &lexicon)
    : m_tokens(tokens),
      m_quantities(quantities),
      m_lexicon(lexicon),
      m_isEmptySentence(std::ranges::any_of(tokens, [](const Token &token) { return token.is(Role::NoClaimSentence); }))
{
    while (m_begin < tokens.size() && tokens[m_begin].kind == TokenKind::Mark)
        ++m_begin;
    for (auto last = tokens.rbegin(); last != tokens.rend() && last->kind == TokenKind::Mark; ++last)
        m_isQuestion = m_isQuestion || last->mark == u'?';
}

bool NoClaimRules::isEmptyClause(const Clause &clause) const
{
    if (clause.kind == Clause::Kind::Conditional || isVerbFirst(clause) || isOfNone(clause) || isOfYears(clause))
        return true;
    for (std::size_t place = 0; place < clause.tokens.size(); ++place) {
        const std::size_t token = clause.tokens[place];
        if (isNearMiss(token))
            return true;
        if (!m_tokens[token].is(Role::NoClaimClause) || isReasonBehindNumber(clause, place))
            continue;
        // "statt der befürchteten 5 Prozent nur 0,5 Prozent": one number of several
        const bool isOfOne = clause.quantities.size() > 1 && std::ranges::any_of(clause.quantities, [&](std::size_t i) {
                                 return m_quantities[i].first == token + 1 && isAttribute(m_quantities[i]);
                             });
        if (!isOfOne)
            return true;
    }
    return false;
}

//! "almost fell 20%": what is hedged is the verb, so it did not happen.
bool NoClaimRules::isNearMiss(std::size_t token) const
{
    return m_tokens[token].is(Role::Hedge) && m_tokens[token].entry->hedge == Hedge::Almost
           && token + 1 < m_tokens.size() && m_tokens[token + 1].is(Role::Verb)
           && !m_tokens[token + 1].is(Role::Number);
}

bool NoClaimRules::isVerb(std::size_t token) const
{
    return m_tokens[token].isAny(kVerbs) && !m_tokens[token].isAny(Role::Noun | Role::Preposition | Role::Hedge);
}

//! "Fällt der Dax um 10 Prozent, ...", "Did Apple fall 3%?"; but "Gab Nvidia am Vortag noch nach, ..." tells what was.
bool NoClaimRules::isVerbFirst(const Clause &clause) const
{
    const bool isAtBegin = clause.tokens.front() == m_begin || clause.followsColon;
    if (clause.kind != Clause::Kind::Main || !isAtBegin || !isVerb(clause.tokens.front()) || clause.tokens.size() < 2)
        return false;
    const bool isParticiple = m_tokens[clause.tokens[1]].isAny(Role::OtherVerb
                                                               | Role::LevelVerb); // "Gestiegen ist ..."
    if (isParticiple)
        return false;
    if (m_isQuestion)
        return true;
    constexpr Roles kPast = Role::Still | Role::DayShift | Role::Intraday;
    return m_lexicon.verbFirstIsCondition
           && std::ranges::none_of(clause.tokens, [&](std::size_t i) { return m_tokens[i].isAny(kPast); });
}

//! "hat in fünf Jahren 1900 Prozent gewonnen", "has gained 500% over three years"; but "its worst day in five years" is of
//! a record.
bool NoClaimRules::isOfYears(const Clause &clause) const
{
    constexpr Roles kLeading = Role::SpanIn | Role::Since;
    constexpr Roles kBefore = Role::Percent | Role::Pronoun | Role::Filler;
    return std::ranges::any_of(clause.quantities, [&](std::size_t i) {
        const Quantity &span = m_quantities[i];
        const Token &unit = m_tokens[span.last - 1];
        if (!unit.is(Role::LongSpan) || unit.isHyphened) // "a four-month low"
            return false;
        std::size_t place = clause.placeOf(span.number);
        while (place > 0 && !m_tokens[clause.tokens[place - 1]].isAny(kLeading)
               && m_tokens[clause.tokens[place - 1]].isAny(Role::Article | Role::Last | Role::Hedge | Role::Filler
                                                           | Role::Of))
            --place;
        bool hasLead = false;
        for (; place > 0 && m_tokens[clause.tokens[place - 1]].isAny(kLeading); --place)
            hasLead = true;
        if (!hasLead || place == 0)
            return hasLead;
        const Token &before = m_tokens[clause.tokens[place - 1]];
        // "dass der Kurs in fünf Jahren", but not "its lowest price in four months"
        const bool isBehindSubject = before.isAny(kNominal) && place > 1
                                     && m_tokens[clause.tokens[place - 2]].is(Role::Article);
        return before.kind == TokenKind::Mention || before.isAny(kBefore) || isBehindSubject
               || isVerb(clause.tokens[place - 1]) || clause.tokens[place - 1] == m_begin;
    });
}

//! "Kein Dax-Wert verlor mehr als 5 Prozent", "None of them lost 5%"
bool NoClaimRules::isOfNone(const Clause &clause) const
{
    constexpr std::size_t kReach = 2;
    for (std::size_t place = 0; place < clause.tokens.size(); ++place) {
        const std::size_t token = clause.tokens[place];
        if (!m_tokens[token].is(Role::NoneOf) || (token + 1 < m_tokens.size() && m_tokens[token + 1].isMark(u'.')))
            continue;
        constexpr Roles kOpening = Role::And | Role::Contrast | Role::Subordinator | Role::Complement | Role::Filler;
        if (place == 0 || (place == 1 && m_tokens[clause.tokens[0]].isAny(kOpening)))
            return true;
        for (std::size_t next = place + 1; next < clause.tokens.size() && next <= place + kReach; ++next) {
            if (m_tokens[clause.tokens[next]].is(Role::Noun))
                return true;
        }
    }
    return false;
}

//! "the feared 5%": a number that was expected.
bool NoClaimRules::isAttribute(const Quantity &quantity) const
{
    return quantity.first > 1 && m_tokens[quantity.first - 1].is(Role::NoClaimClause)
           && m_tokens[quantity.first - 2].is(Role::Article);
}

bool NoClaimRules::isDenied(const Clause &clause) const
{
    return std::ranges::any_of(clause.tokens, [&](std::size_t i) { return m_tokens[i].is(Role::NotMeant); });
}

bool NoClaimRules::followsFrom(const Clause &before, const Clause &clause) const
{
    const Token &front = m_tokens[clause.tokens.front()];
    const bool isAssumed = m_begin < m_tokens.size() && m_tokens[m_begin].is(Role::Conditional);
    if (front.is(Role::Complement))
        return std::ranges::any_of(before.tokens, [&](std::size_t i) { return m_tokens[i].is(Role::NoClaimClause); });
    const bool isCondition = before.kind == Clause::Kind::Conditional;
    if (isCondition && before.tokens.size() == 1) // "Angenommen, der Dax fällt ..."
        return true;
    // "If Nvidia drops another 10%, the Nasdaq loses 2%"
    if (isCondition && isAssumed && before.tokens.front() == m_begin && !before.quantities.empty())
        return true;
    // "In after-hours trading, Nvidia added 1.5%"
    const auto tellsOfIt = [&](std::size_t i) { return isVerb(i) || m_tokens[i].kind == TokenKind::Mention; };
    if (before.tokens.front() == m_begin && m_tokens[m_begin].is(Role::Preposition)
        && !m_tokens[m_begin].is(Role::Contrast) && before.quantities.empty() // "With no relief in sight, ..."
        && std::ranges::none_of(before.tokens, tellsOfIt))
        return true;
    const bool isConsequence = isVerb(clause.tokens.front())
                               || (front.is(Role::Filler) && clause.tokens.size() > 1 && isVerb(clause.tokens[1]));
    if (isOfYears(before)
        && before.tokens.front() == m_begin) // "Over the past five years, ...", "Wer vor fünf Jahren ..."
        return isConsequence || std::ranges::none_of(before.tokens, [&](std::size_t i) { return isVerb(i); });
    return m_lexicon.verbFirstIsCondition && isConsequence && (isCondition || isAssumed || isVerbFirst(before));
}

//! "puts on Nvidia", but not "Nvidia puts on another 3%".
bool NoClaimRules::isNoClaimNoun(std::size_t token) const
{
    const Token &word = m_tokens[token];
    if (!word.is(Role::NoClaimNoun) || (word.is(Role::Share) && word.isHyphened)) // "SAP-Anteile"
        return false;
    const bool isBeforeParticle = word.is(Role::VerbBase) && token + 1 < m_tokens.size()
                                  && m_tokens[token + 1].is(Role::Particle)
                                  && m_lexicon.together(word.entry->verbBase, m_tokens[token + 1].entry->particle);
    const bool isBeforeName = token + 2 < m_tokens.size()
                              && (m_tokens[token + 2].kind == TokenKind::Mention
                                  || m_tokens[token + 2].isAny(kNominal));
    return !isBeforeParticle || isBeforeName;
}

//! "$1.20 a share" is what a share earns or pays, unless it is traded there or has come "to $118.42".
bool NoClaimRules::isOfEarnings(const Clause &clause, const Quantity &quantity) const
{
    if (!quantity.isPerShare || clause.isRestated) // "lost 17%, or $24.20 a share"
        return false;
    const auto has = [&](Roles roles) {
        return std::ranges::any_of(clause.tokens, [&](std::size_t i) { return m_tokens[i].isAny(roles); });
    };
    const bool isLevel = quantity.lead == Quantity::Lead::To || quantity.lead == Quantity::Lead::At
                         || quantity.lead == Quantity::Lead::From;
    if (isLevel)
        return !has(Role::LevelVerb | Role::Verb | Role::VerbBase);
    const std::size_t next = std::size_t(&quantity - m_quantities.data()) + 1;
    return next >= m_quantities.size() || m_quantities[next].lead != Quantity::Lead::To
           || m_quantities[next].unit != Unit::Money || m_quantities[next].first > quantity.last + 1;
}

bool NoClaimRules::isRequired(const Clause &clause, Direction direction) const
{
    return direction == Direction::Up
           && std::ranges::any_of(clause.tokens, [&](std::size_t i) { return m_tokens[i].is(Role::Must); });
}

bool NoClaimRules::speaksOfOther(const Clause &clause) const
{
    for (std::size_t place = 0; place < clause.tokens.size(); ++place) {
        if (isNoClaimNoun(clause.tokens[place]) && !isGovernedByReason(clause, place))
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
    if (quantity.unit == Unit::Other || quantity.isNegated || isShareOfTotal(quantity) || isAttribute(quantity))
        return true;
    // "Gewinn +49 %": a move is not stated twice
    const bool isBehindNoun = quantity.first > 0 && m_tokens[quantity.first].kind == TokenKind::Sign
                              && m_tokens[quantity.first - 1].is(Role::Noun)
                              && !m_tokens[quantity.first - 1].isAny(Role::Verb | Role::Sign);
    if (isBehindNoun)
        return true;
    const std::size_t number = clause.placeOf(quantity.number);
    for (std::size_t place = 0; place < clause.tokens.size(); ++place) {
        const Token &token = m_tokens[clause.tokens[place]];
        if (!isNoClaimNoun(clause.tokens[place]) || (token.is(Role::ValueVerb) && quantity.scale > 1))
            continue;
        if (!isGovernedByReason(clause, place))
            return true;
        // "trotz eines Jahresverlusts von 11,8 Milliarden um 1,5 Prozent": has a number of its own
        if (place < number && !hasNumberBetween(clause, place, number) && !isPartedFrom(clause, place, number))
            return true;
    }
    return false;
}

bool isDenialOfBefore(std::span<const Token> sentence)
{
    constexpr std::size_t kLongest = 8; // with its marks
    const auto first = std::ranges::find_if(sentence, [](const Token &token) { return token.kind == TokenKind::Word; });
    return sentence.size() <= kLongest && first != sentence.end()
           && first->isAny(Role::Article | Role::Pronoun | Role::Filler | Role::NoClaimSentence)
           && std::ranges::none_of(sentence, [](const Token &token) { return token.kind == TokenKind::Number; })
           && std::ranges::any_of(sentence, [](const Token &token) { return token.is(Role::NoClaimSentence); });
}

} // namespace tickmark::claims
