// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Tokenizer.h"
#include <core/Time.h>

#include <span>
#include <vector>

namespace tickmark::claims {

//! Words of a sentence that say when: "am Montag", "on Jan. 27", "tags darauf", "in dieser Woche", "an zwei Tagen".
struct DayMark
{
    enum class Kind {
        Date,
        Today,    //!< takes back a date named before
        Shift,    //!< "tags darauf"
        Span,     //!< week, month or year so far
        Days,     //!< "an zwei Tagen"
        DayAfter, //!< "a day after a 17% plunge": that number is of the day before
        Unknown,  //!< a time that no claim can hold: "binnen Jahresfrist", "seit Montag"
        After,    //!< the day of what was before: "nach dem Kurssturz vom Montag"
        Aside,    //!< the day of something else: "am kommenden Mittwoch"
        Now,      //!< "diesmal": ends a day of history
        Same,     //!< "an diesem Tag": the one named last
        SameSpan, //!< "im gleichen Zeitraum": the span named last
    };

    Kind kind = Kind::Date;
    std::size_t first = 0; //!< tokens of the sentence
    std::size_t last = 0;
    core::SessionDate date;
    int count = 0; //!< sessions of Days, shift of Shift
    ClaimTime::Span span = ClaimTime::Span::Sessions;
    int weeksBack = 0;
    bool isDay = false;      //!< `date` is a day that the text names, whatever the kind
    bool isDated = false;    //!< of a Span: the month or year that `date` ends; of Days: the last one is `date`
    bool isGenitive = false; //!< "Monday's"

    friend bool operator==(const DayMark &, const DayMark &) = default;
};

//! Words that may be the verb of a clause.
constexpr Roles kVerbRoles = Role::Verb | Role::VerbBase | Role::ValueVerb | Role::LevelVerb | Role::OtherVerb;
//! Whether the word at `at` is a verb there, and not a noun as in "a 17% drop".
[[nodiscard]] bool isVerbAt(std::span<const Token> tokens, std::size_t at);

//! Ascending. `published` dates days that have no year.
[[nodiscard]] std::vector<DayMark> findDays(std::span<const Token> tokens, QStringView text, core::Time published,
                                            const LexiconData &lexicon);

} // namespace tickmark::claims
