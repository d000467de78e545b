// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Bar.h>
#include <core/SessionCalendar.h>
#include <store/StoreTypes.h>

#include <optional>

// What a source is asked for next: pure functions, each tested by its cases.
namespace tickmark::pipeline {

//! Quotes are told late: a bar is finished so long after its end.
inline constexpr qint64 kSettleNs = 15 * core::kNsPerMinute;

//! The sessions of one exchange as of a moment; nothing where it has had none.
struct SessionsSoFar
{
    std::optional<core::SessionDate> finished; //!< the latest whose bars are
    std::optional<core::SessionDate> opened;   //!< the latest that has begun
};
[[nodiscard]] SessionsSoFar sessionsSoFar(const core::SessionCalendar &calendar, core::Time now);
//! Whether nothing of `bar` can change any more.
[[nodiscard]] bool isFinished(const core::Bar &bar, qint64 intervalNs, const SessionsSoFar &sessions, core::Time now);

//! How far bars of one series have come.
struct BarsKnown
{
    std::optional<core::SessionDate> coveredFrom; //!< asked for and answered
    std::optional<core::SessionDate> coveredUntil;
    std::optional<core::SessionDate> lastStored;                 //!< nothing: the series is empty, whatever was covered
    std::optional<core::SessionDate> askedUntil;                 //!< in this run: not to be asked for again
    std::optional<core::SessionDate> firstStored = std::nullopt; //!< what is older is to begin in it
};

//! How far they should come.
struct BarsWanted
{
    core::SessionDate since;
    core::SessionDate until;
    int daysPerRequest = 1;
    int overlapDays = 0;      //!< of what is stored asked for again, which tells whether old and new fit together
    bool withinMonth = false; //!< no piece may reach over the end of a month
};

struct BarsPiece
{
    enum class Kind {
        First,
        Newer,
        Older,
        Again, //!< sessions inside of what is covered that came without a price
    };
    Kind kind = Kind::First;
    store::SessionRange range;
};

//! What to ask for next: what is new first, in ascending pieces, then what is older, in descending ones, so that what is
//! covered stays in one piece. Both begin with what is stored, if it lies near enough for one request (months have no
//! overlap). Nothing: all is there.
[[nodiscard]] std::optional<BarsPiece> nextPiece(const BarsKnown &known, const BarsWanted &wanted);

//! The first part of `range` that one request may ask for.
[[nodiscard]] store::SessionRange ascendingPart(store::SessionRange range, const BarsWanted &wanted);
//! The last one.
[[nodiscard]] store::SessionRange descendingPart(store::SessionRange range, const BarsWanted &wanted);

//! Until where an answer to `range` settles the matter, whose last bar is `lastBar`: what is missing at the end of a range
//! that ends about today may only be late.
[[nodiscard]] core::SessionDate settledUntil(store::SessionRange range, std::optional<core::SessionDate> lastBar,
                                             const BarsWanted &wanted);

//! Whether `range` without a bar means that the instrument was not traded yet: it has sessions enough.
[[nodiscard]] bool isBeforeHistory(const core::SessionCalendar &calendar, store::SessionRange range);

//! How an item is named in FetchState: "NVDA" for daily bars, "NVDA 5m" for others.
[[nodiscard]] QString barsItem(const QString &symbol, qint64 intervalNs);

} // namespace tickmark::pipeline
