// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Clauses.h"
#include <core/Time.h>

#include <optional>
#include <span>
#include <vector>

namespace tickmark::claims {

//! Words of a sentence that say when: "am Montag", "on Jan. 27", "tags darauf", "in dieser Woche", "an zwei Tagen".
struct DayMark
{
    enum class Kind {
        Date,
        Today,   //!< takes back a date named before
        Shift,   //!< "tags darauf"
        Span,    //!< week, month or year so far
        Days,    //!< "an zwei Tagen"
        Unknown, //!< a time that no claim can hold: "binnen Jahresfrist", "seit Montag"
        Aside,   //!< the day of something else: "nach dem Kurssturz vom Montag", "am kommenden Mittwoch"
    };

    Kind kind = Kind::Date;
    std::size_t first = 0; //!< tokens of the sentence
    std::size_t last = 0;
    core::SessionDate date;
    int count = 0; //!< sessions of Days, shift of Shift
    ClaimTime::Span span = ClaimTime::Span::Sessions;
    int weeksBack = 0;
};

//! Ascending. `published` dates days that have no year.
[[nodiscard]] std::vector<DayMark> findDays(std::span<const Token> tokens, QStringView text, core::Time published);

//! A day that a text has named, and where.
struct NamedDay
{
    std::optional<core::SessionDate> date;
    int shift = 0;
    TextSpan sentence; //!< empty: no day was named

    friend bool operator==(const NamedDay &, const NamedDay &) = default;
};

//! Which day each number of a sentence is about. A day of a main clause holds for what follows, one in a subordinate
//! clause or a relative word ("tags darauf") for its own clause only.
class SentenceDays
{
public:
    SentenceDays(std::span<const Token> tokens, const std::vector<Clause> &clauses,
                 const std::vector<Quantity> &quantities, std::vector<DayMark> marks, TextSpan sentence,
                 const NamedDay &carried, core::Time published);

    //! Nothing when the text gives a time that a claim cannot hold. `where`: the sentence that names the day.
    [[nodiscard]] std::optional<ClaimTime> timeOf(std::size_t clause, const Quantity &quantity, TextSpan &where) const;
    //! What holds for the next sentence.
    [[nodiscard]] const NamedDay &carried() const { return m_carried; }

private:
    void spread();
    [[nodiscard]] std::vector<std::size_t> marksFor(std::size_t clause, const Quantity &quantity) const;
    [[nodiscard]] bool isOfRecord(const DayMark &mark, std::size_t from) const;
    [[nodiscard]] bool isBoundTo(const DayMark &mark, const Quantity &quantity) const;
    [[nodiscard]] bool isGoverned(const Quantity &quantity, std::size_t clause) const;
    [[nodiscard]] bool isElliptic(std::size_t clause) const;
    void apply(const DayMark &mark, ClaimTime &time) const;
    void addSecondDay(const std::vector<std::size_t> &marks, ClaimTime &time) const;

    std::span<const Token> m_tokens;
    const std::vector<Clause> &m_clauses;
    const std::vector<Quantity> &m_quantities;
    std::vector<DayMark> m_marks;
    std::vector<std::vector<std::size_t>> m_marksOf;   //!< by clause
    std::vector<NamedDay> m_inherited;                 //!< by clause: without its own words
    std::vector<std::vector<std::size_t>> m_openSpans; //!< by clause: spans named before that go on
    TextSpan m_sentence;
    NamedDay m_carried;
    core::SessionDate m_published;
};

} // namespace tickmark::claims
