// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClaimTypes.h"

#include <span>

namespace tickmark::store {

class CancelScope;
class Connection;

//! Writes news items of one import with their search index, inside a transaction of the writer. Throws SQLite::Exception and
//! StoreFailure.
void writeNews(Connection &connection, std::span<const core::NewsItem> items, qint64 importId, ImportTotals &totals,
               const CancelScope &cancel);
//! The same with the claims of each text that is new.
void writeNews(Connection &connection, std::span<const NewsWithClaims> items, qint64 importId, ImportTotals &totals,
               const CancelScope &cancel);

//! Writes share counts of one import. NotFound when an instrument is not there.
void writeShares(Connection &connection, std::span<const ShareCount> counts, qint64 importId, ImportTotals &totals,
                 const CancelScope &cancel);

} // namespace tickmark::store
