// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreTypes.h"

#include <optional>
#include <vector>

//! Series and what they hold; inside a transaction of a reader. Throw SQLite::Exception.
namespace tickmark::store {

class Connection;

//! Of all instruments for id 0; two look-ups in an index per series.
[[nodiscard]] std::vector<SeriesSpan> readSeriesSpans(Connection &connection, qint64 instrumentId);
//! The series that the user chose for `use`; nothing when source priority decides.
[[nodiscard]] std::optional<qint64> findChosenSeries(Connection &connection, qint64 instrumentId, SeriesUse use);
//! Nothing when the series has no daily bars.
[[nodiscard]] std::optional<core::SessionDate> findLastSession(Connection &connection, qint64 seriesId);
//! What would go with the instrument. Counts its bars: as long as reading their index.
[[nodiscard]] RemovedCounts countOwned(Connection &connection, qint64 instrumentId);

} // namespace tickmark::store
