// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreTypes.h"
#include <core/Instrument.h>
#include <core/Series.h>

#include <optional>
#include <vector>

//! What the store knows of instruments and series; inside a transaction of a reader. Throw SQLite::Exception.
namespace tickmark::store {

class Connection;

//! By symbol.
[[nodiscard]] std::vector<core::Instrument> readInstruments(Connection &connection);
[[nodiscard]] std::optional<core::Instrument> findInstrument(Connection &connection, const QString &symbol);
[[nodiscard]] std::optional<core::Instrument> findInstrument(Connection &connection, qint64 id);

[[nodiscard]] std::vector<SourceInfo> readSources(Connection &connection);
//! Of all instruments for id 0.
[[nodiscard]] std::vector<core::Series> readSeries(Connection &connection, qint64 instrumentId);
[[nodiscard]] std::optional<core::Series> findPreferredSeries(Connection &connection, qint64 instrumentId,
                                                              SeriesUse use, core::SeriesKind kind);
//! The user's choice, then the traded ones with quotes by the priority of their sources.
[[nodiscard]] std::vector<core::Series> readRankedSeries(Connection &connection, qint64 instrumentId, SeriesUse use);

} // namespace tickmark::store
