// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreTypes.h"

namespace tickmark::store {

class Connection;

//! Takes an import out of every stack of values that it is in (see StoreWriter::undoImport), inside a transaction of the
//! writer. A series that has no bars left goes too. Throws SQLite::Exception and StoreFailure.
UndoTotals undoImport(Connection &connection, qint64 importId, core::Time now);
//! What undoImport() would do now; changes nothing. Throws SQLite::Exception.
UndoForecast forecastUndo(Connection &connection, qint64 importId);

} // namespace tickmark::store
