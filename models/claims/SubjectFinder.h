// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Clauses.h"

#include <optional>
#include <span>
#include <vector>

namespace tickmark::claims {

//! Whom a clause speaks of.
struct FoundSubject
{
    enum class Kind {
        Nothing, //!< the clause has no subject of its own: it goes on speaking of the one before
        Named,   //!< `subjects`
        Known,   //!< "das Papier", "it": the instrument named last
        Nobody,  //!< a group or something unnamed
        Other,   //!< somebody that the program cannot tell: no claim
    };

    Kind kind = Kind::Nothing;
    std::vector<Subject> subjects;
    Roles nouns; //!< what "das Papier" says of the instrument: Role::Company, Role::IndexNoun, Role::CurrencyNoun
};

//! The instrument that a text has named last, for what comes after.
struct LastNamed
{
    std::vector<Subject> subjects;
    TextSpan sentence;
    int sentenceNumber = -2; //!< far enough back to be out of reach
};

//! Subjects of the clauses of one sentence. Refers to what it is given.
class SubjectFinder
{
public:
    SubjectFinder(std::span<const Token> tokens, const std::vector<Quantity> &quantities, QStringView text,
                  const LexiconData &lexicon);

    //! Of the move stated by a number. `direction`: token of the word that states it, if any.
    [[nodiscard]] FoundSubject subjectOf(const Clause &clause, const Quantity &quantity,
                                         std::optional<std::size_t> direction) const;
    //! Of a market value: also the object ("hat Nvidia 563 Milliarden gekostet", "of Nvidia's value").
    [[nodiscard]] FoundSubject ownerOf(const Clause &clause, const Quantity &quantity) const;
    //! The name right before a bracket.
    [[nodiscard]] FoundSubject subjectBefore(std::size_t anchor) const;
    //! The name a relative clause is about: the last one before it.
    [[nodiscard]] FoundSubject antecedent(std::size_t anchor) const;
    //! All names that may be spoken of later, in order.
    [[nodiscard]] std::vector<Subject> named(const Clause &clause) const;
    //! The same of a clause that states what somebody thinks: "UBS hob das Kursziel für SAP" speaks of SAP.
    [[nodiscard]] std::vector<Subject> spokenOf(const Clause &clause) const;
    //! Words that only look like a name of a company, from the clause's begin to the token `limit`: "Foobar 16 Prozent" in
    //! a list of others.
    [[nodiscard]] std::optional<Subject> unknownName(const Clause &clause, std::size_t limit) const;

    //! Of a token that is a mention.
    [[nodiscard]] Subject subject(const Token &token) const;
    //! One name does something to another: "Nvidia riss den Dax mit".
    [[nodiscard]] bool hasObject(const Clause &clause) const;
    //! "der Zulieferer", "vom Fleck": a capital word behind an article or a preposition, which is no name.
    [[nodiscard]] bool isCommonNoun(std::size_t token) const;
    //! The same behind a preposition: "auf der Stelle", "unter Druck".
    [[nodiscard]] bool isInPhrase(std::size_t token) const;
    //! A capital word that the lexicon does not know.
    [[nodiscard]] bool isUnknownCapital(std::size_t token) const;

private:
    enum class Part { Subject, Impersonal, Oblique, Aside };
    struct Group
    {
        std::size_t first = 0; //!< places in the clause
        std::size_t last = 0;
        Part part = Part::Subject;
        bool isObject = false; //!< of a verb whose subject is another name
        std::vector<Subject> subjects;
    };

    [[nodiscard]] std::vector<Group> groups(const Clause &clause) const;
    [[nodiscard]] Part partOf(const Clause &clause, std::size_t place) const;
    [[nodiscard]] Part partBehindOf(const Clause &clause, std::size_t ofPlace) const;
    [[nodiscard]] bool isObject(std::size_t name) const;
    [[nodiscard]] bool isLinked(const Clause &clause, std::size_t from, std::size_t to) const;
    [[nodiscard]] bool endsBeforeVerb(const Clause &clause, std::size_t place) const;
    [[nodiscard]] bool isOfVerb(const Clause &clause, std::size_t place) const;
    [[nodiscard]] bool isMoving(const Clause &clause, std::size_t place) const;
    [[nodiscard]] bool isRightBeforeMove(const Clause &clause, std::size_t place) const;
    [[nodiscard]] bool isOfMembers(const Clause &clause, std::size_t place) const;
    [[nodiscard]] bool isOwner(const Clause &clause, std::size_t place) const;
    [[nodiscard]] const Group *nearest(const std::vector<Group> &all, Part part, std::size_t place,
                                       bool mayBeObject) const;
    [[nodiscard]] FoundSubject ownWords(const Clause &clause, const Quantity &quantity,
                                        std::optional<std::size_t> direction) const;
    [[nodiscard]] std::optional<std::size_t> companionPlace(const Quantity &quantity,
                                                            std::optional<std::size_t> direction) const;
    [[nodiscard]] std::optional<Subject> companionOf(const Quantity &quantity,
                                                     std::optional<std::size_t> direction) const;
    [[nodiscard]] FoundSubject itself(const Clause &clause, std::size_t place) const;
    [[nodiscard]] bool isGoverned(const Clause &clause, std::size_t place) const;
    [[nodiscard]] bool hasVerbOf(const Clause &clause, std::size_t place) const;
    [[nodiscard]] bool isPossessiveDay(const Token &day) const;
    [[nodiscard]] bool isBehindPreposition(const Clause &clause, std::size_t place) const;
    [[nodiscard]] bool isNoun(const Clause &clause, std::size_t place, std::size_t limit) const;
    [[nodiscard]] std::optional<FoundSubject> shareNoun(const Clause &clause, std::size_t place) const;
    [[nodiscard]] std::optional<Subject> nameAround(const Clause &clause, std::size_t place) const;
    [[nodiscard]] Subject unknown(std::size_t firstToken, std::size_t lastToken) const;
    [[nodiscard]] const Token &at(const Clause &clause, std::size_t place) const
    {
        return m_tokens[clause.tokens[place]];
    }

    std::span<const Token> m_tokens;
    QStringView m_text;
    const LexiconData &m_lexicon;
    std::vector<bool> m_inQuantity; //!< by token
};

} // namespace tickmark::claims
