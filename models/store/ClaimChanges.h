// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreTypes.h"

//! Tells claims that the quotes have changed on which their verdicts rest (Claim rows: `changes`), in the transaction that
//! changes them, so that no verdict is ever older than its quotes without saying so. Throw SQLite::Exception.
namespace tickmark::store {

class Connection;

//! What an import wrote, or what its undo is about to take back.
void noteImportChanged(Connection &connection, qint64 importId);
//! All quotes, shares and data of an instrument.
void noteInstrumentChanged(Connection &connection, qint64 instrumentId);
//! Every claim: calendars, or which sources come first.
void noteAllChanged(Connection &connection);

} // namespace tickmark::store
