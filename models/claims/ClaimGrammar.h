// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "NoClaim.h"
#include "SentenceDays.h"
#include "StatedBases.h"
#include "SubjectFinder.h"

#include <deque>
#include <optional>
#include <span>
#include <vector>

namespace tickmark::claims {

//! What a text has said so far, as far as later sentences refer to it.
struct TextMemory
{
    DayMemory days;
    std::deque<LastNamed> named; //!< newest last; only those in reach
    int sentenceNumber = 0;
    //! "How far did Nvidia fall?": what a number alone in the next sentence answers.
    struct Asked
    {
        Direction direction = Direction::None;
        std::vector<Subject> subjects;
        TextSpan sentence;
    };
    std::optional<Asked> asked;
    //! The last move told in the sentence before: what "Das entspricht 24 Dollar" states again.
    struct Told
    {
        ClaimKind kind = ClaimKind::Percent;
        Direction direction = Direction::None;
        std::vector<Subject> subjects;
        QString unit;
        TextSpan sentence;
        bool isAtEnd = false; //!< no other number behind it
    };
    std::optional<Told> told;
    bool endsWithFigure = false; //!< the last clause states a number that is no price

    void remember(std::vector<Subject> subjects, TextSpan sentence);
};

//! The claims of one sentence. Reads clause by clause: what a clause does not say (subject, direction, day) it takes from
//! the one before. Used once per sentence; bounded by the sentence's length.
class ClaimGrammar
{
public:
    ClaimGrammar(std::span<const Token> tokens, QStringView text, const LexiconData &lexicon, core::Time published,
                 TextMemory &memory);

    [[nodiscard]] std::vector<Claim> read();

private:
    //! The word that states which way a number goes.
    struct Way
    {
        Direction direction = Direction::None;
        std::optional<std::size_t> token;
    };
    //! What has become of a number.
    struct Reading
    {
        bool isClaim = false;
        ClaimKind kind = ClaimKind::Percent;
        Way way;
        std::vector<Subject> subjects; //!< none: unattributed
        bool isPaired = false;         //!< its subject was picked from a list
        std::optional<TextSpan> subjectSentence;
    };

    void shareUnits();
    void readClause(std::size_t clause);
    void readQuantity(std::size_t clause, std::size_t quantity);
    [[nodiscard]] bool isEmpty(std::size_t clause) const;
    [[nodiscard]] bool isLeftOut(std::size_t clause, const Quantity &quantity) const;
    [[nodiscard]] bool isOfSeveral(const Clause &clause, const std::vector<Subject> &subjects) const;
    [[nodiscard]] bool isOfEarnings(std::size_t clause, const Quantity &quantity) const;
    [[nodiscard]] std::optional<std::size_t> clauseBefore(std::size_t clause) const;
    [[nodiscard]] bool isFigure(std::size_t clause) const;
    [[nodiscard]] bool pointsBack(const Clause &clause) const;
    [[nodiscard]] std::optional<TextMemory::Told> told() const;
    [[nodiscard]] Reading readingToldBefore() const;
    [[nodiscard]] bool isTimeSpan(const Quantity &quantity) const;
    [[nodiscard]] bool goesWithFigure(std::size_t clause) const;

    [[nodiscard]] Way wayOf(std::size_t clause, const Quantity &quantity) const;
    [[nodiscard]] std::optional<Way> wayBeside(const Quantity &quantity) const;
    [[nodiscard]] std::optional<Direction> separated(const Clause &clause, std::size_t place) const;
    [[nodiscard]] bool continuesNoun(const Clause &clause, std::size_t index) const;
    [[nodiscard]] bool goesOnList(std::size_t clause) const;
    [[nodiscard]] Direction endOfList(std::size_t clause) const;
    [[nodiscard]] std::optional<Direction> resumed(std::size_t clause, const Quantity &quantity) const;
    [[nodiscard]] std::optional<Way> verbOf(const Clause &clause, const Quantity &quantity) const;
    [[nodiscard]] std::optional<Way> nounOf(const Clause &clause, const Quantity &quantity) const;
    [[nodiscard]] Way wayFromNeighbours(std::size_t clause, const Quantity &quantity) const;
    [[nodiscard]] Way wayFromBehind(std::size_t clause, const Quantity &quantity, bool isRestated) const;
    [[nodiscard]] std::optional<ClaimKind> kindOf(std::size_t clause, const Quantity &quantity, const Way &way,
                                                  const std::vector<Subject> &subjects) const;
    [[nodiscard]] bool isBareMove(const Quantity &quantity, const std::vector<Subject> &subjects) const;
    [[nodiscard]] std::optional<ClaimKind> moveKind(const Quantity &quantity, const Way &way) const;
    [[nodiscard]] bool isReached(std::size_t clause, const Quantity &quantity) const;
    [[nodiscard]] std::optional<ClaimKind> percentKind(const Quantity &quantity, const Way &way) const;
    [[nodiscard]] bool isHeadline(const Clause &clause, const Quantity &quantity) const;
    [[nodiscard]] static bool isTickerLevel(const Quantity &quantity, const std::vector<Subject> &subjects);
    [[nodiscard]] bool isLevel(std::size_t clause, const Quantity &quantity,
                               const std::vector<Subject> &subjects) const;

    [[nodiscard]] FoundSubject subjectFor(std::size_t clause, const Quantity &quantity, const Way &way, bool isValue);
    [[nodiscard]] FoundSubject resolved(FoundSubject found, std::size_t clause);
    [[nodiscard]] std::optional<FoundSubject> nearerName(std::size_t clause, const Quantity &quantity,
                                                         const Way &way) const;
    [[nodiscard]] std::optional<FoundSubject> nameBesides(const Clause &clause, std::size_t from, std::size_t to) const;
    [[nodiscard]] std::optional<FoundSubject> nameBeforeMark(std::size_t clause, std::size_t start) const;
    [[nodiscard]] FoundSubject ofBracket(std::size_t clause, const Quantity &quantity, const Way &way);
    [[nodiscard]] bool isNamePhrase(const Clause &clause) const;
    [[nodiscard]] std::optional<FoundSubject> nameInGenitive(const Quantity &quantity, const Way &way) const;
    [[nodiscard]] std::optional<FoundSubject> nameBehind(const Quantity &quantity, const Way &way,
                                                         const FoundSubject &found) const;
    [[nodiscard]] bool isAnswer(std::size_t clause, const Quantity &quantity) const;
    [[nodiscard]] std::optional<TextMemory::Asked> question() const;
    [[nodiscard]] bool isImpersonal(const Clause &clause) const;
    [[nodiscard]] bool isOneMove(const Clause &clause, const Quantity &quantity, const Way &way) const;
    [[nodiscard]] int widerReach(Roles nouns) const;
    [[nodiscard]] bool hasOne(bool isOfIndex, int reach) const;
    [[nodiscard]] Roles knownNoun(std::size_t token) const;
    [[nodiscard]] FoundSubject lastKnown(Roles nouns);
    void pickFromList(const Clause &clause, std::size_t quantity, Reading &reading) const;
    void follow(std::size_t clause);
    [[nodiscard]] bool isOfOtherPair(const Clause &clause, const std::vector<Subject> &subjects) const;
    [[nodiscard]] bool isChangeOfMove(const Clause &clause, const Way &way) const;
    void restate(std::size_t clause, std::size_t quantity, Reading &reading) const;

    void emitClaims(std::size_t clause, std::size_t quantity, const Reading &reading);
    [[nodiscard]] TextSpan spanOf(const Quantity &quantity, const Way &way) const;
    [[nodiscard]] quint64 sentenceHash();

    std::span<const Token> m_tokens;
    QStringView m_text;
    TextMemory &m_memory;
    TextSpan m_sentence;
    std::vector<DayMark> m_dayMarks;
    std::vector<Quantity> m_quantities;
    std::vector<Clause> m_clauses;
    SubjectFinder m_subjects;
    NoClaimRules m_rules;
    std::vector<StatedBasis> m_bases; //!< by quantity
    SentenceDays m_days;
    const LexiconData &m_lexicon;
    bool m_hasValueNoun = false;
    std::vector<Reading> m_readings;         //!< by quantity
    std::vector<FoundSubject> m_subjectOf;   //!< by clause, as far as read
    std::vector<bool> m_isEmpty;             //!< by clause, as far as read: states nothing that has happened
    std::vector<bool> m_isFigure;            //!< by clause, as far as read: states a number that is no price
    FoundSubject m_sentenceSubject;          //!< of the last main clause
    std::optional<TextSpan> m_knownSentence; //!< where the last "das Papier" found its name
    std::optional<quint64> m_hash;           //!< of the sentence, once asked for
    std::vector<Claim> m_claims;
};

} // namespace tickmark::claims
