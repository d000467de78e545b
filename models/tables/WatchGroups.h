// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/CalendarSet.h>
#include <core/Instrument.h>

#include <QString>

#include <array>

namespace tickmark::tables {

//! The groups of the watchlist, in its order.
enum class WatchGroup {
    Indices,
    UsShares,
    Americas,
    Europe,
    Japan,
    Asia,
    OtherShares,
    Funds,
    FxAndCrypto,
    Commodities
};

inline constexpr int kWatchGroups = 10;

//! Indices, funds, currencies and commodities by their kind; shares by the part of the world whose clock their exchange
//! follows, so that a new calendar file needs no code here.
[[nodiscard]] WatchGroup watchGroupOf(const core::Instrument &instrument, const core::CalendarSet &calendars);
//! Translated; changes with the language.
[[nodiscard]] QString watchGroupName(WatchGroup group);
//! What stands in the first column: indices and currency pairs by their short name, all others by their symbol.
[[nodiscard]] QString watchLabel(const core::Instrument &instrument, const QString &language);

} // namespace tickmark::tables
