// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreTypes.h"
#include <core/NewsItem.h>

#include <span>

namespace tickmark::store {

class CancelScope;
class Connection;

//! Writes news items of one import with their search index, inside a transaction of the writer. Throws SQLite::Exception and
//! StoreFailure.
void writeNews(Connection &connection, std::span<const core::NewsItem> items, qint64 importId, ImportTotals &totals,
               const CancelScope &cancel);

//! Writes share counts of one import. NotFound when an instrument is not there.
void writeShares(Connection &connection, std::span<const ShareCount> counts, qint64 importId, ImportTotals &totals,
                 const CancelScope &cancel);

} // namespace tickmark::store
