// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Bar.h>

#include <QStringList>

#include <vector>

//! Bars by series and key (session date or start); inside a transaction of a reader. Throw SQLite::Exception.
namespace tickmark::store {

class Connection;

//! Keys from `first` to `last`, both included.
struct KeyRange
{
    qint64 first;
    qint64 last;
};

enum class BarTable { Daily, Intraday };

//! At most `limit` bars, ascending, into `bars` (emptied first).
void readBars(Connection &connection, BarTable table, qint64 seriesId, KeyRange keys, int limit,
              std::vector<core::Bar> &bars);
//! Those that the user corrected, and no import after that but for one that turned them into other shares; ascending.
[[nodiscard]] std::vector<core::Bar> readCorrectedBars(Connection &connection, BarTable table, qint64 seriesId);
//! The import by which the user typed the one of them with this key; nothing: it is none.
[[nodiscard]] std::optional<qint64> correctionOf(Connection &connection, BarTable table, qint64 seriesId, qint64 key);
//! Where these bars came from: each origin once, sorted.
[[nodiscard]] QStringList readOrigins(Connection &connection, BarTable table, qint64 seriesId, KeyRange keys);

} // namespace tickmark::store
