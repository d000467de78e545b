// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Time.h>

#include <QString>

#include <compare>
#include <optional>
#include <vector>

//! Numbers that a text states about the move or the value of an instrument. Plain values, safe from any thread.
namespace tickmark::claims {

enum class ClaimKind {
    Percent, //!< "fell 17 %": magnitude in percent
    Points,  //!< "fell 54 points", "fell 24 dollars": a move in points of an index or in a currency
    Value,   //!< "lost 589 billion dollars in market value": change of the market value, in a currency
    Level,   //!< "closed at 19,341": a price or index level, not a move
};
enum class Direction { None, Up, Down };
enum class Hedge { Exact, Almost, About, Over, AtLeast, AtMost, UpTo };

//! Codes as they stand in JSON and in the store: "percent", "down", "at_least" ...
[[nodiscard]] QString kindCode(ClaimKind kind);
[[nodiscard]] QString directionCode(Direction direction);
[[nodiscard]] QString hedgeCode(Hedge hedge);
[[nodiscard]] std::optional<ClaimKind> kindFromCode(QStringView code);
[[nodiscard]] std::optional<Direction> directionFromCode(QStringView code);
[[nodiscard]] std::optional<Hedge> hedgeFromCode(QStringView code);

//! Units of Claim::unit beside ISO 4217 codes.
inline constexpr QStringView kPercentUnit = u"%";
inline constexpr QStringView kPointsUnit = u"points";

//! A place in a text, half-open, in UTF-16 units.
struct TextSpan
{
    qsizetype start = 0;
    qsizetype end = 0;

    [[nodiscard]] bool isEmpty() const { return end <= start; }
    [[nodiscard]] bool contains(TextSpan other) const { return start <= other.start && other.end <= end; }
    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

//! Whom a number speaks of. Neither symbol nor text: the text names nobody (a group, "many currencies").
struct Subject
{
    qint64 instrumentId = 0; //!< 0: the store does not hold it
    QString symbol;          //!< of the store or of the built-in name list; may be empty
    QString text;            //!< as the text names it

    [[nodiscard]] bool isNamed() const { return !text.isEmpty(); }
    friend bool operator==(const Subject &, const Subject &) = default;
};

//! When a move happened, as far as the text says it; the exchange's calendar makes sessions of it (see SessionSpan).
struct ClaimTime
{
    enum class Span {
        Sessions, //!< `sessions` of them, 1 by default
        Week,     //!< since the last session of the week before
        Month,    //!< since the last session of the month before
        Year,     //!< since the last session of the year before
    };

    //! The day that the text names, already made a date ("am Montag": the latest one by the publication). Nothing: the
    //! latest session of the exchange that had opened by the publication.
    std::optional<core::SessionDate> date;
    //! Sessions from there: +1 "tags darauf", -1 "am Vortag" and the first level of "from 142 to 118".
    int shift = 0;
    Span span = Span::Sessions;
    int sessions = 1;
    //! False for a span of several sessions whose end the text leaves open: it may begin at the day, too.
    bool endStated = true;

    friend bool operator==(const ClaimTime &, const ClaimTime &) = default;
};

struct Claim
{
    ClaimKind kind = ClaimKind::Percent;
    Direction direction = Direction::None;
    //! Stated magnitudes, never negative (levels may be); equal unless the text gives a range. In `unit`.
    double low = 0;
    double high = 0;
    //! Half a unit of the last stated digit of each (claims.md, "Interval of a claim"), before any hedge.
    double lowHalfUnit = 0;
    double highHalfUnit = 0;
    QString unit; //!< kPercentUnit, kPointsUnit or an ISO 4217 code
    Hedge hedge = Hedge::Exact;
    //! The text itself says that the number was reached during the session only ("zeitweise", "at one point").
    bool intradayStated = false;
    //! That it is of the opening price ("opened at", "zum Handelsstart").
    bool openStated = false;
    Subject subject;
    //! "A, B and C lost up to 4.8 %": all of them, this one included; empty for a number of one instrument.
    std::vector<Subject> together;
    ClaimTime time;

    TextSpan span;     //!< the words that make the claim: "um 14,4 % sank"
    TextSpan sentence; //!< the sentence around it
    //! Further sentences without which the claim cannot be read (they name its subject or its day), ascending.
    std::vector<TextSpan> context;
    QString text; //!< of `span`
    //! Names the claim through changes elsewhere in the text: hash of the sentence's words, and which number of it.
    quint64 sentenceHash = 0;
    int nth = 0;
    //! Tells apart the claims of a number that several instruments share: "A and B fell 3 %" gives 0 and 1.
    int part = 0;
};

} // namespace tickmark::claims
