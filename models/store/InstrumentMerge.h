// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreTypes.h"

namespace tickmark::store {

class Connection;

//! Makes one instrument of two (see StoreWriter::mergeInstruments), inside a transaction of the writer. Throws
//! SQLite::Exception and StoreFailure.
MergeTotals mergeInstruments(Connection &connection, qint64 from, qint64 into);

} // namespace tickmark::store
