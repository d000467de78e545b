// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimGrammar.h"
#include "SubjectRoles.h"

#include <algorithm>
#include <utility>

//! The part of ClaimGrammar that tells whom a number speaks of.
namespace tickmark::claims {

namespace {

using ClauseKind = Clause::Kind;
using SubjectKind = FoundSubject::Kind;

constexpr int kReach = 2;      //!< sentences back for "das Papier"
constexpr int kIndexReach = 8; //!< the same for "der Index", when there is only one
constexpr int kStockReach = 4; //!< and for "die Aktie"
constexpr QLatin1String kDollarIndex("DX-Y.NYB");

bool isMain(const Clause &clause)
{
    return clause.kind == ClauseKind::Main || clause.kind == ClauseKind::Coordinated;
}

bool isUpperLetter(QChar letter)
{
    return letter >= u'A' && letter <= u'Z';
}

bool isIndex(const Subject &subject)
{
    return subject.symbol.startsWith(u'^');
}

} // namespace

FoundSubject ClaimGrammar::subjectFor(std::size_t clause, const Quantity &quantity, const Way &way, bool isValue)
{
    const Clause &own = m_clauses[clause];
    FoundSubject found = isValue ? m_subjects.ownerOf(own, quantity) : m_subjects.subjectOf(own, quantity, way.token);
    if (own.kind == ClauseKind::Bracket && found.kind != SubjectKind::Named)
        return ofBracket(clause, quantity, way);
    const bool isElliptic = !way.token && quantity.sign == Direction::None;
    if (found.kind != SubjectKind::Named && (isElliptic || quantity.sign != Direction::None) && !m_claims.empty()) {
        if (const auto name = m_subjects.unknownName(own, quantity.first))
            return {SubjectKind::Named, {*name}, {}};
    }
    // "Nvidia fell 17%, and Foobar slumped 7.9%"
    const bool isBehindVerb = way.token && *way.token < quantity.first && m_tokens[*way.token].is(Role::Verb);
    if (found.kind == SubjectKind::Other && isBehindVerb && !m_claims.empty() && m_lexicon.subjectBeforeVerb) {
        if (const auto name = m_subjects.unknownName(own, *way.token))
            return {SubjectKind::Named, {*name}, {}};
    }
    if (auto genitive = nameInGenitive(quantity, way))
        return std::move(*genitive);
    if (auto behind = nameBehind(quantity, way, found))
        return std::move(*behind);
    if (found.kind == SubjectKind::Nothing && isAnswer(clause, quantity)) {
        m_knownSentence = m_memory.asked->sentence;
        return {SubjectKind::Named, m_memory.asked->subjects, {}};
    }
    if (found.kind == SubjectKind::Nothing) {
        if (auto nearer = nearerName(clause, quantity, way))
            return std::move(*nearer);
    }
    const bool isAlone = found.kind == SubjectKind::Nothing && m_sentenceSubject.kind == SubjectKind::Nothing;
    found = resolved(std::move(found), clause);
    // "In der Spitze hatte das Plus 27 Prozent betragen": of the instrument named before
    if (!isAlone || found.kind != SubjectKind::Nothing || !isOneMove(own, quantity, way))
        return found;
    if (m_memory.told && pointsBack(own) && !m_memory.told->subjects.empty()) { // "That was a drop of $27.34 a share"
        m_knownSentence = m_memory.told->sentence;
        return {SubjectKind::Named, m_memory.told->subjects, {}};
    }
    return lastKnown({});
}

//! A noun such as "das Plus", with its article, is all that the clause speaks of.
bool ClaimGrammar::isOneMove(const Clause &clause, const Quantity &quantity, const Way &way) const
{
    if (quantity.sign != Direction::None && quantity.hasArticle) // "das Plus 27 Prozent": it is the number's sign, too
        return true;
    if (!way.token)
        return false;
    const std::size_t noun = *way.token;
    if (!m_tokens[noun].is(Role::Noun))
        return m_tokens[noun].is(Role::Adverb) && isImpersonal(clause);
    if (pointsBack(clause)) // "That followed gains of ..."
        return true;
    if (m_tokens[noun].is(Role::Verb))
        return false;
    std::size_t place = clause.placeOf(noun);
    while (place > 0 && m_tokens[clause.tokens[place]].isHyphened)
        --place;
    return place > 0 && m_tokens[clause.tokens[place - 1]].is(Role::Article);
}

//! "Am Dienstag ging es um 8,9 Prozent nach oben", but not "In Tokio ging es um 1 Prozent nach oben".
bool ClaimGrammar::isImpersonal(const Clause &clause) const
{
    bool hasDummy = false;
    for (const std::size_t i : clause.tokens) {
        if (m_tokens[i].isAny(Role::MarketNoun | Role::Group) || m_subjects.isUnknownCapital(i))
            return false;
        hasDummy = hasDummy || m_tokens[i].is(Role::DummySubject);
    }
    return hasDummy;
}

FoundSubject ClaimGrammar::resolved(FoundSubject found, std::size_t clause)
{
    const Clause &own = m_clauses[clause];
    const bool isOpen = found.kind == SubjectKind::Nothing || found.kind == SubjectKind::Known;
    if (isOpen && own.kind == ClauseKind::Relative) {
        if (const Roles nouns = knownNoun(own.anchor); !nouns.isEmpty()) // "Der Leitindex, der ..."
            return lastKnown(nouns);
        FoundSubject before = m_subjects.antecedent(own.anchor);
        return before.kind == SubjectKind::Named ? before : FoundSubject{SubjectKind::Other, {}, {}};
    }
    if (found.kind == SubjectKind::Known) {
        // "Foobar fared worse: it ..."
        const bool isOther = found.nouns.isEmpty() && m_sentenceSubject.kind == SubjectKind::Other;
        return isOther ? m_sentenceSubject : lastKnown(found.nouns);
    }
    if (found.kind != SubjectKind::Nothing)
        return found;
    if (m_sentenceSubject.kind != SubjectKind::Nothing)
        return m_sentenceSubject;
    // "After falling 3%, Nvidia ...": the clause behind names it
    for (std::size_t i = clause + 1; i < m_clauses.size() && !isMain(own); ++i) {
        if (!isMain(m_clauses[i]))
            continue;
        Quantity end;
        end.first = end.number = end.last = m_clauses[i].tokens.back() + 1;
        return m_subjects.subjectOf(m_clauses[i], end, std::nullopt);
    }
    return found;
}

//! What "der Leitindex" that ends at `token` says of the instrument that it stands for.
Roles ClaimGrammar::knownNoun(std::size_t token) const
{
    constexpr Roles kStanding = Role::Share | Role::Company | Role::IndexNoun | Role::CurrencyNoun;
    const bool isKnown = m_tokens[token].isAny(kStanding) && token > 0 && m_tokens[token - 1].is(Role::Article)
                         && !m_tokens[token - 1].is(Role::Number);
    return isKnown ? m_tokens[token].entry->roles : Roles{};
}

//! How far "der Index" or "die Aktie" may reach where the text has only one.
int ClaimGrammar::widerReach(Roles nouns) const
{
    if (nouns.has(Role::IndexNoun) && hasOne(true, kIndexReach))
        return kIndexReach;
    return nouns.hasAny(Role::Share | Role::Company) && hasOne(false, kIndexReach) ? kStockReach : kReach;
}

//! The instrument named last, in this sentence or the one before, that `nouns` may stand for.
FoundSubject ClaimGrammar::lastKnown(Roles nouns)
{
    // "the software maker" tells which one of several only to who knows them
    const bool isOfBusiness = nouns.has(Role::Company) && !nouns.hasAny(Role::AnyCompany | Role::Share);
    if (isOfBusiness && !hasOne(false, kReach))
        return {SubjectKind::Other, {}, {}};
    int reach = kReach;
    bool isWide = false;
    for (auto last = m_memory.named.rbegin(); last != m_memory.named.rend(); ++last) {
        const int distance = m_memory.sentenceNumber - last->sentenceNumber;
        if (distance > reach && !std::exchange(isWide, true))
            reach = widerReach(nouns);
        if (distance > reach)
            break;
        const bool isIndexNamed = isIndex(last->subjects.back());
        if (nouns.has(Role::IndexNoun) != isIndexNamed && nouns.hasAny(Role::IndexNoun | Role::Company))
            continue;
        const bool isOneOfMany = last->subjects.size() > 1 && !nouns.isEmpty();
        if (isOneOfMany)
            return {SubjectKind::Other, {}, {}};
        if (last->sentenceNumber != m_memory.sentenceNumber)
            m_knownSentence = last->sentence;
        return {SubjectKind::Named, last->subjects, {}};
    }
    return {SubjectKind::Other, {}, {}};
}

//! A single index, or a single instrument that is none, was named at most `reach` sentences ago.
bool ClaimGrammar::hasOne(bool isOfIndex, int reach) const
{
    const Subject *only = nullptr;
    for (auto last = m_memory.named.rbegin();
         last != m_memory.named.rend() && m_memory.sentenceNumber - last->sentenceNumber <= reach; ++last) {
        for (const Subject &subject : last->subjects) {
            if (isIndex(subject) != isOfIndex)
                continue;
            const bool isOther = only
                                 && (only->symbol != subject.symbol
                                     || (subject.symbol.isEmpty() && only->text != subject.text));
            if (isOther)
                return false;
            only = &subject;
        }
    }
    return only;
}

//! "Vistra und Constellation fielen um 28 bzw. 21 Prozent": the n-th number is of the n-th name.
void ClaimGrammar::pickFromList(const Clause &clause, std::size_t index, Reading &reading) const
{
    std::size_t first = index;
    while (first > 0 && m_quantities[first].isListed && m_quantities[first].unit == m_quantities[first - 1].unit)
        --first;
    std::size_t last = index + 1;
    while (last < m_quantities.size() && m_quantities[last].isListed
           && m_quantities[last].unit == m_quantities[last - 1].unit)
        ++last;
    // "losses of 17%, 17.4% and 13.8%": the commas part clauses that hold nothing but a number
    const bool isInList = std::ranges::binary_search(clause.tokens, m_quantities[first].number)
                          || (clause.tokens.front() + 1 >= m_quantities[clause.quantities.front()].first
                              && clause.quantities.front() > first && m_subjects.named(clause).empty());
    if (last - first < 2 || !isInList)
        return;
    if (last - first == reading.subjects.size()) {
        reading.subjects = {reading.subjects[index - first]};
        reading.isPaired = true;
    }
}

//! Keeps what the clauses and sentences after this one may refer to.
void ClaimGrammar::follow(std::size_t clause)
{
    const Clause &own = m_clauses[clause];
    const bool hasVerb = std::ranges::any_of(own.tokens, [&](std::size_t i) { return m_tokens[i].isAny(kVerbs); });
    FoundSubject subject = m_subjectOf[clause];
    if (subject.kind == SubjectKind::Nothing) {
        Quantity end;
        end.first = end.number = end.last = own.tokens.back() + 1;
        subject = m_subjects.subjectOf(own, end, std::nullopt);
        if (subject.kind == SubjectKind::Known)
            subject = lastKnown(subject.nouns);
    }
    const bool isPhrase = !hasVerb && own.quantities.empty();
    // "Oracle, which works with Nvidia, fell ..."
    const bool isBeside = m_tokens[own.tokens.front()].isAny(Role::Preposition | Role::ImpersonalPreposition);
    // "Oracle, a partner in the 500 billion dollar plan, lost ..."
    const bool hasClaim = std::ranges::any_of(own.quantities, [&](std::size_t i) { return m_readings[i].isClaim; });
    const bool isUnnamed = subject.kind == SubjectKind::Other || (subject.kind == SubjectKind::Nobody && !hasClaim);
    const bool isApposition = !hasVerb && isUnnamed && m_sentenceSubject.kind == SubjectKind::Named;
    // "Der Fonds Foobar, der Nvidia hält, verlor ...": of the one that the sentence began with
    const bool isOpen = isPhrase && subject.kind == SubjectKind::Other && m_sentenceSubject.kind == SubjectKind::Nothing
                        && clause + 1 < m_clauses.size() && m_clauses[clause + 1].kind == ClauseKind::Relative;
    if (isOpen)
        m_sentenceSubject = subject;
    if (isMain(own) && subject.kind != SubjectKind::Nothing && !isApposition
        && (!isPhrase
            || (subject.kind == SubjectKind::Named
                && (m_sentenceSubject.kind == SubjectKind::Nothing || (isNamePhrase(own) && !isBeside)))))
        m_sentenceSubject = subject;
    std::vector<Subject> named = m_isEmpty[clause] ? m_subjects.spokenOf(own) : m_subjects.named(own);
    if (named.empty() && subject.kind == SubjectKind::Named)
        named = subject.subjects;
    m_memory.remember(std::move(named), m_sentence);
}

//! "Der Euro fiel zum Franken": of a pair that the subject is not.
bool ClaimGrammar::isOfOtherPair(const Clause &clause, const std::vector<Subject> &subjects) const
{
    const auto isCurrency = [](const Subject &subject) {
        return subject.symbol == kDollarIndex
               || (subject.symbol.size() == 6 && std::ranges::all_of(subject.symbol, &isUpperLetter));
    };
    if (subjects.empty() || !std::ranges::all_of(subjects, isCurrency))
        return false;
    return std::ranges::any_of(clause.tokens, [&](std::size_t i) {
        const bool isInQuantity = std::ranges::any_of(
            m_quantities, [&](const Quantity &quantity) { return quantity.first <= i && i < quantity.last; });
        return m_tokens[i].is(Role::Currency) && !isInQuantity
               && !subjects.front().symbol.contains(m_tokens[i].entry->currency);
    });
}

//! "Die Gewinne von Nvidia stiegen um 80 Prozent": profits, or a fall that grew, but no price.
bool ClaimGrammar::isChangeOfMove(const Clause &clause, const Way &way) const
{
    if (!way.token || !m_tokens[*way.token].is(Role::Verb) || m_tokens[*way.token].is(Role::Noun))
        return false;
    const std::size_t noun = m_tokens[clause.tokens.front()].is(Role::Article) ? 1 : 0;
    return noun + 1 < clause.tokens.size() && clause.tokens[noun] < *way.token
           && m_tokens[clause.tokens[noun]].is(Role::Noun) && !m_tokens[clause.tokens[noun]].is(Role::Verb)
           && m_tokens[clause.tokens[noun + 1]].is(Role::Of);
}

} // namespace tickmark::claims
