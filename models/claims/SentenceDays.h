// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Clauses.h"
#include "MarketClauses.h"
#include "TimeWords.h"

#include <optional>
#include <span>
#include <vector>

namespace tickmark::claims {

//! A day that a text has named, and where.
struct NamedDay
{
    std::optional<core::SessionDate> date;
    int shift = 0;
    TextSpan sentence; //!< empty: no day was named

    friend bool operator==(const NamedDay &, const NamedDay &) = default;
};

//! What a text has said of days so far.
struct DayMemory
{
    NamedDay day;                //!< of what follows
    NamedDay recent;             //!< the last one that is no history
    NamedDay background;         //!< of what "had" happened
    NamedDay named;              //!< the last one, whatever happened then
    std::optional<DayMark> span; //!< the one that was stated last

    friend bool operator==(const DayMemory &, const DayMemory &) = default;
};

//! Which day each number of a sentence is about. A day of a main clause that tells of the market holds for what follows; one
//! in a subordinate clause, in a clause about something else or in a relative word ("tags darauf") for its own clause only;
//! one that belongs to a noun with a number for that number only.
class SentenceDays
{
public:
    SentenceDays(std::span<const Token> tokens, const std::vector<Clause> &clauses,
                 const std::vector<Quantity> &quantities, std::vector<DayMark> marks, TextSpan sentence,
                 const DayMemory &memory, core::Time published, const LexiconData &lexicon);

    //! Nothing when the text gives a time that a claim cannot hold. `where`: the sentence that names the day.
    [[nodiscard]] std::optional<ClaimTime> timeOf(std::size_t clause, const Quantity &quantity, TextSpan &where) const;
    //! The number is of a noun with a day of its own.
    [[nodiscard]] bool isOfNoun(std::size_t quantity) const { return m_boundTo[quantity].has_value(); }
    //! The clause has a number and no verb.
    //! A day stands beside the number that is its own.
    [[nodiscard]] bool isOwnDay(const Quantity &quantity) const;
    [[nodiscard]] bool namesDay(std::size_t clause) const { return !m_marksOf[clause].empty(); }
    [[nodiscard]] bool isElliptic(std::size_t clause) const { return m_market.isElliptic(clause); }
    //! What holds for the next sentence.
    [[nodiscard]] const DayMemory &memory() const { return m_memory; }

private:
    struct Spread
    {
        NamedDay told;                //!< of the clause before, where that tells of the market
        NamedDay toldMain;            //!< the same of the main clause before
        NamedDay before;              //!< of the clause before, whatever it tells
        std::optional<NamedDay> open; //!< of "fiel am Montag, dem schwärzesten Tag, ...", whose number is still to come
        std::optional<NamedDay> lead; //!< of "On Monday," for the main clause that follows
        std::size_t leadToken = 0;
        std::vector<std::size_t> openSpans;
    };

    void spread();
    void spreadTo(std::size_t clause, Spread &state);
    void carry(std::size_t clause, const NamedDay &own);
    void giveToEllipsisBefore(std::size_t clause, const NamedDay &own);
    [[nodiscard]] bool readOwnDay(std::size_t clause, NamedDay &own) const;
    void giveLastDayBefore();
    void giveSpanBefore(std::size_t clause);
    void takeSameSpan(std::size_t clause);
    void spreadSpans(std::size_t clause, std::vector<std::size_t> &openSpans);
    [[nodiscard]] NamedDay inheritedBy(std::size_t clause, Spread &state);
    [[nodiscard]] std::optional<NamedDay> dayOfNoun(const Clause &relative) const;
    [[nodiscard]] const DayMark *markBeforeWhen(std::size_t clause) const;
    [[nodiscard]] bool isHistory(const NamedDay &day) const;
    [[nodiscard]] bool holds(const DayMark &mark, const Quantity &quantity) const;
    [[nodiscard]] std::vector<std::size_t> marksFor(std::size_t clause, const Quantity &quantity) const;
    [[nodiscard]] bool isOfRecord(const DayMark &mark, std::size_t from) const;
    [[nodiscard]] bool isBoundTo(const DayMark &mark, const Quantity &quantity) const;
    void apply(const DayMark &mark, ClaimTime &time) const;
    void addSecondDay(const std::vector<std::size_t> &marks, ClaimTime &time) const;

    std::span<const Token> m_tokens;
    const std::vector<Clause> &m_clauses;
    const std::vector<Quantity> &m_quantities;
    std::vector<DayMark> m_marks;
    MarketClauses m_market;
    std::vector<std::optional<std::size_t>> m_boundTo; //!< by quantity: the mark that is its own
    std::vector<bool> m_isAside;                       //!< by mark: not a day of its clause
    std::vector<std::vector<std::size_t>> m_marksOf;   //!< by clause
    std::vector<bool> m_isNow;                         //!< by clause: "diesmal"
    std::vector<bool> m_isSame;                        //!< by clause: "an diesem Tag"
    std::vector<bool> m_isUnheld;                      //!< by clause: of a time that no claim can hold
    std::vector<NamedDay> m_inherited;                 //!< by clause: without its own words
    std::vector<std::vector<std::size_t>> m_openSpans; //!< by clause: spans named before that go on
    TextSpan m_sentence;
    DayMemory m_memory;
    core::SessionDate m_published;
};

} // namespace tickmark::claims
