// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreTypes.h"
#include <core/Instrument.h>

namespace tickmark::store {

class Connection;

//! Changes to instruments inside a transaction of the writer; see StoreWriter for their errors. Throw SQLite::Exception and
//! StoreFailure.
qint64 addInstrument(Connection &connection, const core::Instrument &instrument);
void editInstrument(Connection &connection, const core::Instrument &instrument);
RemovedCounts removeInstrument(Connection &connection, qint64 instrumentId);

void setPreferredSeries(Connection &connection, qint64 instrumentId, SeriesUse use, std::optional<qint64> seriesId);
//! "daily", "intraday", "ticks".
[[nodiscard]] std::string useCode(SeriesUse use);

} // namespace tickmark::store
