// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Claim.h"
#include <news/WordScanner.h>

#include <QString>

#include <array>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tickmark::claims {

//! What a word may do in a sentence; a word may have several roles ("über": hedge, preposition, threshold). The names in
//! the lexicon files are those of roleNames().
enum class Role : quint8 {
    Verb,            //!< states a move: "fiel", "gained"; has a direction
    VerbBase,        //!< states one only with a particle: "gab ... nach"
    Particle,        //!< the other half: "nach"
    Noun,            //!< "Verlust", "drop"; has a direction
    Adverb,          //!< beside the number: "tiefer", "im Minus", "down"; has a direction
    Sign,            //!< before the number: "minus"; has a direction
    ValueVerb,       //!< moves a market value as its object: "vernichtete", "wiped"; has a direction
    LevelVerb,       //!< states a price without a direction: "schloss", "traded"
    OtherVerb,       //!< ends the noun phrase before it and states nothing: "hat", "sagte"
    Hedge,           //!< has its code
    By,              //!< "um": what follows is a move
    To,              //!< "auf": what follows is a level
    At,              //!< "bei": a level, too
    From,            //!< "von ... auf"
    Of,              //!< "von", "of": joins a noun with what it belongs to
    Between,         //!< "zwischen ... und"
    RangeTo,         //!< "bis" between two numbers
    And,             //!< joins members of a list
    Respectively,    //!< "bzw.": members in their order
    Or,              //!< the same move in other words: "or 0.1%"
    Subordinator,    //!< opens a clause whose day binds nothing else
    Contrast,        //!< opens a clause like a main one: "während", "but"
    Conditional,     //!< opens a clause that states nothing: "falls"
    Relative,        //!< opens a clause about the noun before it: "which", "dessen"
    ArticleRelative, //!< the same, unless a noun follows: "der"
    Percent,
    Points,
    Currency,  //!< has an ISO code
    Scale,     //!< has a factor
    BadUnit,   //!< units that are no claim: "Prozentpunkte", "Jahre"
    Number,    //!< has a value
    Month,     //!< has its number
    Weekday,   //!< 1 = Monday
    DayShift,  //!< sessions from the day known so far: "tags darauf"; has the shift
    DayBefore, //!< days before the publication: 0 "heute", 1 "gestern"
    SpanWeek,  //!< "in dieser Woche"; the value counts weeks back
    SpanMonth,
    SpanYear,
    SpanDays,     //!< "Handelstage": after a number and a word of SpanIn, a span of sessions
    SpanIn,       //!< "binnen", "in"
    Together,     //!< "insgesamt"
    OtherSpan,    //!< a span or day that a claim cannot hold: "seit Jahresfrist", "im Vorjahr"
    Since,        //!< before a day: no day of the claim ("seit Montag")
    After,        //!< before a day: what the move follows ("nach dem Kurssturz vom Montag")
    Next,         //!< before a day: lies ahead
    Last,         //!< before a day: strictly before the publication
    Intraday,     //!< "zeitweise"
    Opening,      //!< "zum Handelsstart", "opened"
    Closing,      //!< "zum Handelsschluss"
    Share,        //!< "Aktie", "Kurs": stands for the instrument it goes with
    Company,      //!< "der Konzern": stands for a stock
    IndexNoun,    //!< "der Leitindex"
    AnyCompany,   //!< "das Unternehmen": a Company that says nothing of the business
    CurrencyNoun, //!< "die Kryptowährung"
    Group,        //!< "Chipwerte", "stocks": nobody in particular
    Pronoun,
    Possessive, //!< "its", "dessen": what follows belongs to the instrument named before
    Article,
    Preposition,           //!< what follows is not the subject
    ReasonPreposition,     //!< the same, and numbers behind it are of what follows: "nach", "trotz"
    ImpersonalPreposition, //!< "bei Nvidia ging es abwärts": the subject when there is no other
    Filler,                //!< adverbs that may stand anywhere
    ValueNoun,             //!< "Börsenwert"
    Threshold,             //!< before a level: no claim ("unter 120 Dollar")
    NoClaimNoun,           //!< numbers are of something else: "Umsatz"
    NoClaimClause,         //!< the clause states nothing that happened: "könnte", "Kursziel"
    NoClaimSentence,       //!< the sentence has no price that was traded: "taxiert"
    NotMeant,              //!< before the number: "nicht"
    Speaker,               //!< "laut": a name behind it says it
    Whole,                 //!< after the number: a share of something ("aller")
    FirmSuffix,            //!< "AG": what stands before it is a company
    OrdinalNoun,           //!< after "3.": no end of the sentence
    Starter,               //!< begins a sentence when in capitals
    Must,                  //!< "muss": a rise that it speaks of is still to come
    NoneOf,                //!< "kein", "none": what it counts did not happen
    Complement,            //!< "dass": what follows is what somebody says, hopes or denies
    LongSpan,              //!< "Jahre": a move over a number of them is no claim
    Still,                 //!< "noch": makes a condition of the past a fact
    MarketNoun,            //!< "Börse", "Wall Street": a clause with it tells of the market
    DayPreposition,        //!< before a date in digits: "am 27.1."
    Ahead,                 //!< before a noun: what follows lies ahead, its day, too ("vor der Sitzung am Mittwoch")
    Now,                   //!< "diesmal": ends a day of history
    Schedule,              //!< "await", "tagt": the clause says what is planned
    Event,                 //!< "Quartalszahlen", "Fed": prices may react to it on another day
    DayAfter,              //!< "a day after": what follows was the day before
    SameDay,               //!< "an diesem Tag": the day named last
    PartOfSpan,            //!< before a month or year: "Ende Januar", "early 2024"
    PastPerfect,           //!< "hatte", "had": what was before the rest of the story
    Comparison,            //!< "than", "gefolgt von": a name behind it may have a number of its own
    ArticlePreposition,    //!< "vom", "am": with an article in it, so that no name follows
    TimeRelative,          //!< "when", "als": behind a day it tells what was then
    Extreme,               //!< "low", "Tief": no base of a move that a claim can hold
    PerShare,              //!< "a share": behind money, of a price or of something that a share earns
    RecordNoun,            //!< "Woche", "Hoch": what "the worst ... since March" speaks of
    SameSpan,              //!< "im gleichen Zeitraum": the time of the number before
    RecordLevel,           //!< "Rekordhoch von": a level where somebody has reached it, else a mark on the chart
    Reach,                 //!< "markierte", "struck": reaches such a level
    Copula,                //!< "war": what stands on either side of it is the same
    Clock,                 //!< "Uhr": a time of day
    DummySubject,          //!< "es" in "ging es nach oben"
    Count
};
static_assert(int(Role::Count) <= 128);

//! A set of roles. Small value.
class Roles
{
public:
    constexpr Roles() = default;
    constexpr Roles(Role role) { m_bits[half(role)] = bit(role); } // so that a role is a set of one
    [[nodiscard]] constexpr bool has(Role role) const { return (m_bits[half(role)] & bit(role)) != 0; }
    [[nodiscard]] constexpr bool hasAny(Roles roles) const
    {
        return ((m_bits[0] & roles.m_bits[0]) | (m_bits[1] & roles.m_bits[1])) != 0;
    }
    [[nodiscard]] constexpr bool isEmpty() const { return (m_bits[0] | m_bits[1]) == 0; }
    [[nodiscard]] constexpr Roles with(Roles other) const
    {
        Roles both;
        both.m_bits = {m_bits[0] | other.m_bits[0], m_bits[1] | other.m_bits[1]};
        return both;
    }

private:
    static constexpr std::size_t half(Role role) { return std::size_t(role) / 64; }
    static constexpr quint64 bit(Role role) { return quint64(1) << (quint64(role) % 64); }

    std::array<quint64, 2> m_bits{};
};

[[nodiscard]] constexpr Roles operator|(Roles a, Roles b)
{
    return a.with(b);
}
[[nodiscard]] constexpr Roles operator|(Role a, Role b)
{
    return Roles(a).with(b);
}

//! What the lexicon says of a word or a phrase.
struct WordEntry
{
    Roles roles;
    Direction direction = Direction::None; //!< of Verb, Noun, Adverb, Sign, ValueVerb
    Hedge hedge = Hedge::Exact;
    double number = 0; //!< of Number, Scale, Month, Weekday, DayShift, DayBefore, SpanWeek, SpanMonth, SpanYear
    double numberHalfUnit = 0;
    QString currency;
    int verbBase = -1; //!< of VerbBase and Particle: which
    int particle = -1;
};

//! The content of a lexicon file, ready to be looked up. Immutable once read.
struct LexiconData
{
    static constexpr int kRoot = 0;
    static constexpr int kNone = -1;

    QString language;
    quint64 hash = 0;
    bool subordinatorsNeedComma = false; //!< as German clauses do
    bool nounsAreCapital = false;        //!< any noun begins with a capital, as in German
    bool subjectBeforeVerb = false;      //!< a name right before a verb is its subject, as in English
    bool verbFirstIsCondition = false;   //!< a clause that begins with its verb is a condition, as in German
    QChar decimalMark;
    QString
        groupMarks; //!< in order of preference; further ones that count in every language are blanks that never break

    //! A tree of words; entries at the nodes where a word or phrase ends.
    [[nodiscard]] int child(int node, news::WordHash word) const;
    [[nodiscard]] const WordEntry *entryAt(int node) const;
    //! Adds `phrase` (words parted by blanks or hyphens) and returns its entry.
    WordEntry &add(QStringView phrase);
    //! Of a single word; nullptr when the lexicon does not know it.
    [[nodiscard]] const WordEntry *singleWord(news::WordHash word) const { return entryAt(child(kRoot, word)); }
    //! Of a single character that is no letter: "$", "%".
    [[nodiscard]] const WordEntry *symbol(QChar character) const;
    //! The longest tail of an unknown word, nullptr when none fits.
    [[nodiscard]] const WordEntry *tailOf(QStringView unknownWord) const;
    //! What a verb and a particle mean together.
    [[nodiscard]] std::optional<Direction> together(int verbBase, int particle) const;
    [[nodiscard]] bool isAbbreviation(news::WordHash word) const;
    //! Abbreviations that may end a sentence as well ("Inc.").
    [[nodiscard]] bool isFinalAbbreviation(news::WordHash word) const;

    struct Step
    {
        int node;
        news::WordHash word;
        friend bool operator==(const Step &, const Step &) = default;
    };
    struct StepHash
    {
        std::size_t operator()(const Step &step) const noexcept
        {
            return std::size_t(step.word ^ (quint64(step.node) * 0x9e3779b97f4a7c15));
        }
    };
    std::unordered_map<Step, int, StepHash> steps;
    std::vector<int> entryOfNode{kNone};
    std::vector<bool> goesOn{true}; //!< whether a longer phrase begins with the node
    std::vector<WordEntry> entries;
    std::unordered_map<char16_t, WordEntry> symbols;
    std::vector<std::pair<QString, WordEntry>>
        tails; //!< ends of words, folded, longest first: "Tagesverlust" is a "-verlust"
    std::vector<std::pair<std::pair<int, int>, Direction>> separable; //!< by verb base and particle
    std::unordered_map<news::WordHash, bool> abbreviations;           //!< whether it may end a sentence
};

} // namespace tickmark::claims
