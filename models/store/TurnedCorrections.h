// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace tickmark::store {

class Connection;

//! A correction by hand that a fetch after a split has turned into new shares lies below what it became. Where it is taken
//! back, what stood before it takes its place there, in those shares.

//! Does so for the corrections of one import in a series, which are still there. True: of all of them; false: where nobody
//! knows by how much (only the prices showed the split), the turned correction stays. Inside a transaction of the writer.
//! Throws SQLite::Exception.
struct TurnedBack
{
    qint64 bars = 0; //!< that have another value now
    bool isAll = true;
};
[[nodiscard]] TurnedBack turnBackBelow(Connection &connection, qint64 importId, qint64 seriesId, bool isDaily);

//! How many bars that would be.
[[nodiscard]] qint64 countTurned(Connection &connection, qint64 importId, qint64 seriesId, bool isDaily);

} // namespace tickmark::store
