// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SourceTypes.h"
#include "StoreTypes.h"

#include <span>
#include <vector>

namespace tickmark::store {

class CancelScope;
class Connection;

//! Writes splits and dividends of one import, inside a transaction of the writer. NotFound when an instrument is not
//! there, InvalidInput for a ratio that is none. Throws SQLite::Exception and StoreFailure.
void writeActions(Connection &connection, std::span<const CorporateAction> actions, qint64 importId,
                  ImportTotals &totals, const CancelScope &cancel);

//! By instrument, date and kind; of all instruments for id 0.
[[nodiscard]] std::vector<CorporateAction> readActions(Connection &connection, qint64 instrumentId);

} // namespace tickmark::store
