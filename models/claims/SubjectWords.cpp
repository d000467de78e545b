// SPDX-License-Identifier: GPL-3.0-or-later
#include "SubjectFinder.h"
#include "SubjectRoles.h"

#include <algorithm>

//! The part of SubjectFinder that reads a clause without a name.
namespace tickmark::claims {

namespace {

using TokenKind = Token::Kind;
using Kind = FoundSubject::Kind;

constexpr Roles kDays = Role::Weekday | Role::Month | Role::DayShift | Role::DayBefore | Role::SpanWeek
                        | Role::SpanMonth | Role::SpanYear;
//! Words that may stand in a clause without being its subject.
constexpr Roles kExplained = kVerbs | kPrepositions | Role::Noun | Role::Adverb | Role::Sign | Role::Hedge | Role::By
                             | Role::To | Role::At | Role::From | Role::Of | Role::Between | Role::RangeTo | Role::And
                             | Role::Or | Role::Subordinator | Role::Contrast | Role::Relative | Role::Percent
                             | Role::Points | Role::Currency | Role::Scale | Role::BadUnit | Role::Month | Role::Weekday
                             | Role::DayShift | Role::DayBefore | Role::SpanWeek | Role::SpanMonth | Role::SpanYear
                             | Role::SpanDays | Role::SpanIn | Role::Together | Role::OtherSpan | Role::Since
                             | Role::Intraday | Role::Article | Role::Filler | Role::ValueNoun | Role::Possessive
                             | Role::Particle | Role::Respectively | Role::Last | Role::Next;

} // namespace

//! Behind a preposition, with nothing but the words of one noun phrase between.
bool SubjectFinder::isGoverned(const Clause &clause, std::size_t place) const
{
    bool isBehindArticle = false;
    for (std::size_t i = place; i-- > 0;) {
        const Token &token = at(clause, i);
        if (token.kind == TokenKind::Mention)
            continue;
        if (token.kind != TokenKind::Word)
            return false;
        const bool opensClause = i == 0 && clause.kind == Clause::Kind::Subordinate && token.is(Role::Subordinator);
        if (opensClause && hasVerbOf(clause, place)) // "als der Kurs fiel", but not "as the leader after rising"
            return false;
        if (token.isAny(kPrepositions | Role::SpanIn | Role::Of) && !token.is(Role::Verb))
            return true;
        if (token.isAny(kVerbs | Role::And) || m_inQuantity[clause.tokens[i]])
            return false;
        if (token.isAny(kDays) && !isPossessiveDay(token)) // "On Monday the stock ..."
            return false;
        if (isBehindArticle && !token.is(Role::Filler)) // another noun phrase: governed when this one is
            return !token.isAny(Role::Subordinator | Role::Contrast) && token.isCapital && isGoverned(clause, i);
        isBehindArticle = token.isAny(Role::Article | Role::Possessive);
    }
    return false;
}

//! A verb stands behind the noun at `place`, and no further clause begins before it.
bool SubjectFinder::hasVerbOf(const Clause &clause, std::size_t place) const
{
    for (std::size_t i = place + 1; i < clause.tokens.size(); ++i) {
        const Token &token = at(clause, i);
        if (token.isAny(kVerbs) && !token.is(Role::Noun))
            return true;
        if (token.is(Role::Subordinator))
            return false;
    }
    return false;
}

//! "Monday's" belongs to what follows.
bool SubjectFinder::isPossessiveDay(const Token &day) const
{
    const QStringView word = m_text.sliced(day.span.start, day.span.end - day.span.start);
    return day.isPossessive || word.endsWith(u"'s") || word.endsWith(u"\u2019s");
}

//! "of it", but not "By midnight it ...".
bool SubjectFinder::isBehindPreposition(const Clause &clause, std::size_t place) const
{
    return place > 0 && at(clause, place - 1).isAny(kPrepositions | Role::SpanIn | Role::Of)
           && !at(clause, place - 1).is(Role::Verb);
}

//! A word that may be the subject: in German any capital word, in other languages any unknown word before the verb.
bool SubjectFinder::isNoun(const Clause &clause, std::size_t place, std::size_t limit) const
{
    const Token &token = at(clause, place);
    if (token.kind != TokenKind::Word || m_inQuantity[clause.tokens[place]])
        return false;
    if (token.is(Role::NoClaimNoun))
        return true;
    // "Mini-Verlust"
    const bool isPartOfMove = place + 1 < clause.tokens.size() && at(clause, place + 1).isHyphened
                              && at(clause, place + 1).is(Role::Noun);
    if (isPartOfMove)
        return false;
    if (token.isAny(kExplained) || token.isAny(kNominal | Role::Group | Role::Pronoun))
        return false;
    return m_lexicon.nounsAreCapital ? token.isCapital : place < limit;
}

//! "das Papier", "its shares", "Chipwerte", "Aktien von Foobar"; nothing when the noun at `place` is not the subject.
std::optional<FoundSubject> SubjectFinder::shareNoun(const Clause &clause, std::size_t place) const
{
    const Token &noun = at(clause, place);
    if (!noun.isAny(kNominal | Role::Group) || isGoverned(clause, place))
        return std::nullopt;
    if (const auto name = nameAround(clause, place))
        return FoundSubject{Kind::Named, {*name}, {}};
    // "the maker of Windows": one that the program does not know
    const bool isDescribed = noun.is(Role::Company) && !noun.is(Role::Share) && place + 2 < clause.tokens.size()
                             && at(clause, place + 1).is(Role::Of) && isUnknownCapital(clause.tokens[place + 2]);
    if (isDescribed)
        return FoundSubject{Kind::Other, {}, {}};
    const bool isFirst = place == 0;
    const bool isBehindArticle = place > 0 && at(clause, place - 1).isAny(Role::Article | Role::Possessive);
    // "software shares": of many companies; "a gauge of manufacturing": of something not known
    const bool isOfMany = m_lexicon.subjectBeforeVerb && noun.is(Role::Share) && place > 0
                          && at(clause, place - 1).kind == TokenKind::Word && !at(clause, place - 1).entry;
    if (isOfMany)
        return FoundSubject{Kind::Nobody, {}, {}};
    bool hasArticle = isBehindArticle && !at(clause, place - 1).is(Role::Number);
    for (std::size_t back = 1; back <= 3 && back <= place && !hasArticle; ++back) {
        const Token &token = at(clause, place - back);
        if (token.kind != TokenKind::Word || token.isAny(kVerbs))
            break;
        hasArticle = token.isAny(Role::Article | Role::Possessive);
        if (token.is(Role::Article) && token.is(Role::Number) && !noun.is(Role::Group))
            return FoundSubject{Kind::Other, {}, {}};
    }
    // "der Nvidia-Zulieferer", "der Zulieferer Foobar": one that the program does not know
    const bool isOneOfThem = (noun.isHyphened && place > 0 && at(clause, place - 1).kind == TokenKind::Mention)
                             || (place + 1 < clause.tokens.size() && isUnknownCapital(clause.tokens[place + 1]));
    const bool isPartOfIndex = noun.is(Role::IndexNoun) && noun.isHyphened; // "der Stoxx-600-Technologieindex"
    if (noun.is(Role::Group) && (!noun.isAny(kNominal) || isPartOfIndex) && isOneOfThem)
        return FoundSubject{Kind::Other, {}, {}};
    if (noun.is(Role::Group) && !(noun.isAny(kNominal) && (isBehindArticle || isFirst)))
        return FoundSubject{Kind::Nobody, {}, {}};
    if (hasArticle || isFirst || noun.is(Role::Share))
        return FoundSubject{Kind::Known, {}, noun.entry->roles};
    return std::nullopt;
}

//! "Foobar-Aktie", "Aktien von Foobar", "Foobar shares", "Foobar AG".
std::optional<Subject> SubjectFinder::nameAround(const Clause &clause, std::size_t place) const
{
    const std::size_t token = clause.tokens[place];
    const Token &noun = m_tokens[token];
    if (!noun.isAny(Role::Share | Role::Group))
        return std::nullopt;
    if (place > 0 && isUnknownCapital(token - 1) && (noun.isHyphened || !m_lexicon.nounsAreCapital)
        && clause.tokens[place - 1] == token - 1 && (noun.isHyphened || (token > 1 && !noun.is(Role::Group))))
        return unknown(token - 1, token - 1);
    if (place + 2 < clause.tokens.size() && m_tokens[token + 1].is(Role::Of) && isUnknownCapital(token + 2)) {
        // "der Kurs des Maschinenbauers": what kind of company it is, no name
        const bool isCommonNoun = m_lexicon.nounsAreCapital && m_tokens[token + 1].is(Role::Article)
                                  && !(token + 3 < m_tokens.size() && m_tokens[token + 3].is(Role::FirmSuffix));
        if (isCommonNoun)
            return std::nullopt;
        std::size_t last = token + 2;
        while (last + 1 < m_tokens.size() && (isUnknownCapital(last + 1) || m_tokens[last + 1].is(Role::FirmSuffix)))
            ++last;
        return unknown(token + 2, last);
    }
    return std::nullopt;
}

//! The pronoun at `place`: what was named last, but in "it was Foobar's turn" the name behind it.
FoundSubject SubjectFinder::itself(const Clause &clause, std::size_t place) const
{
    const bool isCleft = place + 2 < clause.tokens.size() && at(clause, place + 1).is(Role::OtherVerb)
                         && at(clause, place + 2).kind == TokenKind::Mention;
    if (!isCleft)
        return {Kind::Known, {}, {}};
    const bool isOfOther = std::ranges::any_of(clause.tokens,
                                               [&](std::size_t i) { return m_tokens[i].is(Role::NoClaimNoun); });
    return isOfOther ? FoundSubject{Kind::Other, {}, {}}
                     : FoundSubject{Kind::Named, {subject(at(clause, place + 2))}, {}};
}

//! The subject of a clause without a name.
FoundSubject SubjectFinder::ownWords(const Clause &clause, const Quantity &quantity,
                                     std::optional<std::size_t> direction) const
{
    const std::size_t number = clause.placeOf(quantity.first);
    std::size_t limit = number;
    for (std::size_t i = 0; i < number; ++i) {
        const bool isFirst = i == 0
                             && !(m_lexicon.subjectBeforeVerb && !at(clause, i).is(Role::Noun)); // "was little changed"
        if (at(clause, i).isAny(kVerbs) && !isFirst)
            limit = std::min(limit, i);
    }
    if (direction && *direction < quantity.first)
        limit = std::min(limit, clause.placeOf(*direction));
    std::optional<FoundSubject> found;
    for (std::size_t i = 0; i < clause.tokens.size(); ++i) {
        const bool isBehind = i >= number;
        if (isBehind && (!m_lexicon.nounsAreCapital || found))
            break;
        if (!m_lexicon.nounsAreCapital && i > limit)
            break;
        if (m_inQuantity[clause.tokens[i]])
            continue;
        if (const auto share = shareNoun(clause, i)) {
            found = share;
            if (share->kind != Kind::Known)
                return *share;
        } else if (at(clause, i).is(Role::Pronoun) && !isBehindPreposition(clause, i) && !found && i <= limit + 2) {
            found = itself(clause, i);
        } else if ((!isBehind || number == 0) && isNoun(clause, i, limit) && !isGoverned(clause, i) && !found) {
            const bool isFirm = i + 1 < clause.tokens.size() && at(clause, i + 1).is(Role::FirmSuffix)
                                && isUnknownCapital(clause.tokens[i]);
            if (isFirm)
                return {Kind::Named, {unknown(clause.tokens[i], clause.tokens[i])}, {}};
            found = FoundSubject{Kind::Other, {}, {}};
        }
        if (found && found->kind == Kind::Other && i >= limit)
            break;
    }
    return found.value_or(FoundSubject{});
}

} // namespace tickmark::claims
