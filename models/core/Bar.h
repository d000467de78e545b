// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Time.h"

#include <QStringList>

#include <optional>

namespace tickmark::core {

//! Why a bar looks wrong though it was kept; a bit set.
enum BarFlag : quint32 {
    kBarPlausible = 0,
    kBarRangeBroken = 1 << 0,       //!< low above high, or open or close outside them
    kBarFlatWithoutVolume = 1 << 1, //!< all four prices equal and volume zero
    kBarJump = 1 << 2,              //!< a hundred times, or a hundredth of, the bar before
    kBarOutsideCalendar = 1 << 3,   //!< the calendar has no session there
    kBarDuplicate = 1 << 4,         //!< the file had the same date or time more than once; the last one stands
    kBarRounded = 1 << 5,           //!< a price had more than kMaxDecimals decimals
    kBarNotPositive = 1 << 6,       //!< a price is zero or negative
};

//! Open, high, low, close and volume over one interval, in units of the series' decimals. A daily bar is keyed by its
//! session date (`start` is unused); an intraday bar by its start in UTC (`session` is unused), interval half-open.
struct Bar
{
    SessionDate session;
    Time start;
    qint64 open = 0;
    qint64 high = 0;
    qint64 low = 0;
    qint64 close = 0;
    std::optional<qint64> volume; //!< nothing when the source gives none
    quint32 flags = kBarPlausible;
};

//! The set bits as codes for JSON and CSV: "range_broken", "flat_without_volume", "jump", "outside_calendar", "duplicate",
//! "rounded", "not_positive".
[[nodiscard]] QStringList barFlagCodes(quint32 flags);

} // namespace tickmark::core
