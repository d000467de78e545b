// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SourceTypes.h"

#include <span>
#include <vector>

namespace tickmark::store {

class Connection;

// Sources as the user set them up, and how far they have come. Inside a transaction; throws SQLite::Exception and
// StoreFailure.

//! Adds the source, or makes source `setup.sourceId` this; its id. AlreadyExists, NotFound, InvalidInput.
qint64 saveSource(Connection &connection, const SourceSetup &setup);
//! Only what decides what is asked for and whether by itself; no check, and how far the source has come stays.
void saveSettings(Connection &connection, const SourceSetup &setup);
//! What the source was asked for has to be asked for again: its answers were taken back, or come from elsewhere.
void forgetCoverage(Connection &connection, qint64 sourceId);
//! The set-up and its states; what it has brought stays. NotFound.
void removeSource(Connection &connection, qint64 sourceId);
//! States of sources that are gone, or that were set up otherwise since they were asked, are passed over.
void saveFetchStates(Connection &connection, std::span<const FetchState> states);

//! By name.
[[nodiscard]] std::vector<SourceSetup> readSourceSetups(Connection &connection);
//! By source and item; of all sources for id 0.
[[nodiscard]] std::vector<FetchState> readFetchStates(Connection &connection, qint64 sourceId);

} // namespace tickmark::store
