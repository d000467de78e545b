// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Bar.h>
#include <core/Series.h>

#include <QString>

#include <optional>
#include <vector>

namespace tickmark::store {

class Connection;

//! One stored bar, and where it came from.
struct BarOrigin
{
    core::Series series;
    core::Bar bar;
    QString origin;           //!< file name or address, or what was said of a correction by hand
    core::Time fetched;       //!< when it was imported or typed
    bool isCorrected = false; //!< it stands as the user typed it, maybe turned into other shares since
};

//! The daily bars that the series of an instrument have for a session, by series. Inside a transaction of a reader. Throws
//! SQLite::Exception.
[[nodiscard]] std::vector<BarOrigin> readDailyOrigins(Connection &connection, qint64 instrumentId,
                                                      core::SessionDate session);
//! The intraday bar of a series that starts then. Inside a transaction of a reader. Throws SQLite::Exception.
[[nodiscard]] std::optional<BarOrigin> readIntradayOrigin(Connection &connection, qint64 instrumentId, qint64 seriesId,
                                                          core::Time start);

} // namespace tickmark::store
