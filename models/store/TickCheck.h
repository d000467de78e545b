// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreTypes.h"

#include <vector>

namespace tickmark::store {

class CancelScope;
class Connection;

//! Checks every tick of the store: checksums of data and nodes, that the row and the nodes of each chunk say what its ticks
//! are, order, provenance. A finding names the series and the time range; the detail names the chunk. Decodes everything,
//! a chunk at a time: some 5 ns per tick. Throws SQLite::Exception and StoreFailure (Cancelled).
[[nodiscard]] std::vector<Finding> checkTicks(Connection &connection, const CancelScope &cancel);

} // namespace tickmark::store
