// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimGrammar.h"
#include "SubjectRoles.h"

#include <algorithm>

//! The part of ClaimGrammar that lets a name nearer to a number take it from the one that the sentence is about.
namespace tickmark::claims {

namespace {

using TokenKind = Token::Kind;
using ClauseKind = Clause::Kind;
using SubjectKind = FoundSubject::Kind;

bool isName(const Token &token)
{
    return token.kind == TokenKind::Mention && !token.mention->isAside;
}

//! An end of the clause, as subjectOf() wants it.
Quantity endOf(const Clause &clause)
{
    Quantity end;
    end.first = end.number = end.last = clause.tokens.back() + 1;
    return end;
}

FoundSubject somebodyElse()
{
    return {SubjectKind::Other, {}, {}};
}

} // namespace

//! Of a number whose clause has no subject: a name that stands between it and what the sentence was about so far has it,
//! or nobody. Nothing when there is no such name.
std::optional<FoundSubject> ClaimGrammar::nearerName(std::size_t clause, const Quantity &quantity, const Way &way) const
{
    const Clause &own = m_clauses[clause];
    const bool isMain = own.kind == ClauseKind::Main || own.kind == ClauseKind::Coordinated;
    if (!isMain && own.kind != ClauseKind::Subordinate)
        return std::nullopt;
    const std::size_t start = way.token ? std::min(*way.token, quantity.first) : quantity.first;
    std::size_t from = own.tokens.front();
    for (const std::size_t i : own.quantities) {
        if (m_quantities[i].number < quantity.number)
            from = m_quantities[i].last;
    }
    if (auto name = nameBesides(own, from, start))
        return name;
    // "Vistra, the best performer of the S&P 500, plunged 28.3%": the verb goes on with what the sentence began
    const bool goesOn = way.token && *way.token == own.tokens.front() && m_tokens[*way.token].is(Role::Verb)
                        && !m_tokens[*way.token].isAny(Role::Adverb | Role::Noun);
    const bool isFirst = m_quantities[own.quantities.front()].number == quantity.number;
    return isMain && isFirst && !goesOn && m_days.isElliptic(clause) ? nameBeforeMark(clause, start) : std::nullopt;
}

//! "followed by Microsoft down 2.1%": the last name among the tokens from..to of the clause, if nothing but a word such as
//! "by" makes it part of something else.
std::optional<FoundSubject> ClaimGrammar::nameBesides(const Clause &clause, std::size_t from, std::size_t to) const
{
    for (std::size_t place = clause.placeOf(to); place-- > 0 && clause.tokens[place] >= from;) {
        const Token &token = m_tokens[clause.tokens[place]];
        if (!isName(token))
            continue;
        const bool isCompared = place > 0 && m_tokens[clause.tokens[place - 1]].is(Role::Comparison);
        const bool isBeside = clause.tokens[place] + 1 == to;
        return isBeside && isCompared ? FoundSubject{SubjectKind::Named, {m_subjects.subject(token)}, {}}
                                      : somebodyElse();
    }
    return std::nullopt;
}

//! "Nvidia: -17 %, Broadcom: -17,4 %", "while Microsoft, down 2.1%, held up better than Oracle, off 13.8%": `start` begins
//! the number of a clause without a verb.
std::optional<FoundSubject> ClaimGrammar::nameBeforeMark(std::size_t clause, std::size_t start) const
{
    const Clause &own = m_clauses[clause];
    const std::optional<std::size_t> index = clauseBefore(clause);
    const auto isBetween = [&](std::size_t i) {
        return i >= start || m_tokens[i].isAny(Role::Filler | Role::Intraday | Role::Article);
    };
    if (!index || !std::ranges::all_of(own.tokens, isBetween))
        return std::nullopt;
    const Clause &before = m_clauses[*index];
    const bool isColon = own.followsColon;
    if (!isColon && !m_tokens[own.tokens.front() - 1].isMark(u','))
        return std::nullopt;
    std::size_t count = before.tokens.size();
    if (isColon && !before.quantities.empty()) { // "Dax 12.00 Uhr: -1,2 %"
        const Quantity &clock = m_quantities[before.quantities.back()];
        const bool isClock = clock.last == before.tokens.back() + 1 && m_tokens[clock.last - 1].is(Role::Clock);
        while (isClock && count > 1 && before.tokens[count - 1] >= clock.first)
            --count;
    }
    const Token &last = m_tokens[before.tokens[count - 1]];
    const std::size_t end = before.tokens[count - 1] + 1;
    if (isName(last) && (isColon || isNamePhrase(before)))
        return FoundSubject{SubjectKind::Named, {m_subjects.subject(last)}, {}};
    if (m_subjects.hasObject(before)) // "Nvidia brachte den Dax zu Fall: minus 0,5 Prozent"
        return somebodyElse();
    const bool isFirst = m_claims.empty() && before.quantities.empty();
    if (!isName(last)) {
        if (isFirst)
            return std::nullopt;
        // "and led losses on the Foobar, down 3.1%"
        if (!isColon)
            return !m_lexicon.nounsAreCapital && m_subjects.isUnknownCapital(end - 1) ? std::optional(somebodyElse())
                                                                                      : std::nullopt;
        // "Foobar: -3 %" behind another's number
        if (!before.quantities.empty() || m_subjectOf[*index].kind != SubjectKind::Nothing)
            return std::nullopt;
        const auto unknown = m_subjects.unknownName(before, end);
        return unknown ? FoundSubject{SubjectKind::Named, {*unknown}, {}} : somebodyElse();
    }
    const bool isCompared = before.tokens.size() > 1
                            && m_tokens[before.tokens[before.tokens.size() - 2]].is(Role::Comparison);
    if (isCompared)
        return FoundSubject{SubjectKind::Named, {m_subjects.subject(last)}, {}};
    FoundSubject whole = m_subjects.subjectOf(before, endOf(before), std::nullopt);
    if (whole.kind == SubjectKind::Named && whole.subjects.back() == m_subjects.subject(last))
        return whole;
    return isFirst ? std::nullopt : std::optional(somebodyElse());
}

//! A clause of nothing but names: ", Broadcom, minus 17,4 Prozent", "while Microsoft, down 2.1%, ..."
bool ClaimGrammar::isNamePhrase(const Clause &clause) const
{
    constexpr Roles kBeside = kNominal | Role::Article | Role::And | Role::Contrast | Role::Filler | Role::FirmSuffix;
    return std::ranges::any_of(clause.tokens, [&](std::size_t i) { return isName(m_tokens[i]); })
           && std::ranges::all_of(clause.tokens,
                                  [&](std::size_t i) { return isName(m_tokens[i]) || m_tokens[i].isAny(kBeside); });
}

//! The name right before the bracket, else whom the clause around it is about: "Amazon kam kaum vom Fleck (+0,2 %)",
//! "Tesla schloss leichter (-2,3 %)". Not when that moves something else: "Nvidia zog den Markt nach unten (-1,5 %)".
FoundSubject ClaimGrammar::ofBracket(std::size_t clause, const Quantity &quantity, const Way &way)
{
    const Clause &own = m_clauses[clause];
    FoundSubject before = m_subjects.subjectBefore(own.anchor);
    if (before.kind != SubjectKind::Other || !before.subjects.empty())
        return before;
    const std::optional<std::size_t> index = clauseBefore(clause);
    if (!index || !std::ranges::binary_search(m_clauses[*index].tokens, own.anchor))
        return before;
    const Clause &around = m_clauses[*index];
    const Direction direction = quantity.sign != Direction::None ? quantity.sign : way.direction;
    const Token &anchor = m_tokens[own.anchor];
    const bool isSeparated = anchor.is(Role::Particle) && [&] { // "legte zu (+3,2 %)"
        for (std::size_t place = 0; place < around.tokens.size(); ++place) {
            if (m_tokens[around.tokens[place]].is(Role::VerbBase) && separated(around, place) == direction)
                return true;
        }
        return false;
    }();
    const bool goesSo = isSeparated
                        || (anchor.isAny(Role::Adverb | Role::Verb) && anchor.entry->direction == direction);
    const bool isIdiom = m_subjects.isInPhrase(own.anchor);
    if ((!goesSo && !isIdiom) || !around.quantities.empty() || m_isEmpty[*index] || m_rules.speaksOfOther(around))
        return before;
    constexpr Roles kMoved = kNominal | Role::Group | Role::MarketNoun;
    const auto names = std::ranges::count_if(around.tokens,
                                             [&](std::size_t i) { return m_tokens[i].kind == TokenKind::Mention; });
    const bool movesOther = std::ranges::any_of(
        around.tokens, [&](std::size_t i) { return m_tokens[i].isAny(kMoved) && !m_tokens[i].isHyphened; });
    if (names != 1 || movesOther)
        return before;
    FoundSubject found = m_subjects.subjectOf(around, endOf(around), std::nullopt);
    return found.kind == SubjectKind::Named ? found : before;
}

//! "the Nasdaq Composite's 3.1% drop", "Nvidias 17-Prozent-Sturz": the name right before the number of a noun.
std::optional<FoundSubject> ClaimGrammar::nameInGenitive(const Quantity &quantity, const Way &way) const
{
    const bool isOfNoun = way.token && *way.token >= quantity.last && m_tokens[*way.token].is(Role::Noun);
    if (!isOfNoun || quantity.first == 0)
        return std::nullopt;
    const Token &before = m_tokens[quantity.first - 1];
    if (!isName(before) || !before.isPossessive)
        return std::nullopt;
    return FoundSubject{SubjectKind::Named, {m_subjects.subject(before)}, {}};
}

//! "Losses of 17% at Nvidia and 17.4% at Broadcom", "a rout led by a 17% plunge in Nvidia": the names right behind the
//! number of a noun, as many as there are numbers. `found`: whom the clause is about.
std::optional<FoundSubject> ClaimGrammar::nameBehind(const Quantity &quantity, const Way &way,
                                                     const FoundSubject &found) const
{
    if (quantity.unit != Quantity::Unit::Percent || (way.token && !m_tokens[*way.token].is(Role::Noun))
        || (!way.token && m_claims.empty()))
        return std::nullopt;
    std::size_t last = std::size_t(&quantity - m_quantities.data());
    std::size_t count = 1;
    for (std::size_t i = last; i > 0 && m_quantities[i].isListed; --i)
        ++count;
    for (; last + 1 < m_quantities.size() && m_quantities[last + 1].isListed; ++last)
        ++count;
    std::size_t at = m_quantities[last].last;
    if (at < m_tokens.size() && m_tokens[at].is(Role::Noun))
        ++at;
    if (at >= m_tokens.size() || !m_tokens[at].isAny(Role::At | Role::ImpersonalPreposition))
        return std::nullopt;
    FoundSubject behind{SubjectKind::Named, {}, {}};
    bool isIndex = false;
    for (++at; at < m_tokens.size(); ++at) {
        const Token &token = m_tokens[at];
        if (isName(token) && !token.isPossessive) {
            behind.subjects.push_back(m_subjects.subject(token));
            isIndex = isIndex || behind.subjects.back().symbol.startsWith(u'^');
        } else if (!token.is(Role::Article) && !(count > 1 && (token.is(Role::And) || token.isMark(u',')))) {
            break;
        }
    }
    if (behind.subjects.empty())
        return std::nullopt;
    // "Nvidia led the losers with a 17% drop in the Dow": of either
    const bool isOpen = m_sentenceSubject.kind == SubjectKind::Named && m_claims.empty();
    const FoundSubject &about = isOpen ? m_sentenceSubject : found;
    const bool isOther = about.kind == SubjectKind::Named && about.subjects != behind.subjects;
    return (isOther && isIndex) || count != behind.subjects.size() ? somebodyElse() : behind;
}

//! The sentence is a question that names an instrument and which way it went, and no number.
std::optional<TextMemory::Asked> ClaimGrammar::question() const
{
    const auto last = std::ranges::find_if(m_tokens.rbegin(), m_tokens.rend(),
                                           [](const Token &token) { return !isQuote(token.mark); });
    if (last == m_tokens.rend() || !last->isMark(u'?') || !m_quantities.empty() || m_clauses.size() != 1
        || m_isEmpty.front())
        return std::nullopt;
    const FoundSubject found = m_subjects.subjectOf(m_clauses.front(), endOf(m_clauses.front()), std::nullopt);
    const auto verb = verbOf(m_clauses.front(), endOf(m_clauses.front()));
    if (found.kind != SubjectKind::Named || !verb || verb->direction == Direction::None)
        return std::nullopt;
    return TextMemory::Asked{verb->direction, found.subjects, m_sentence};
}

//! "By 17%." behind a question.
bool ClaimGrammar::isAnswer(std::size_t clause, const Quantity &quantity) const
{
    return m_memory.asked && clause == 0 && m_clauses.size() == 1 && m_quantities.size() == 1
           && quantity.first <= m_clauses.front().tokens.front() + 1
           && quantity.last == m_clauses.front().tokens.back() + 1;
}

} // namespace tickmark::claims
