// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreTypes.h"
#include <core/NewsItem.h>

#include <vector>

//! News, share counts, imports and counts; inside a transaction of a reader. Throw SQLite::Exception.
namespace tickmark::store {

class Connection;

[[nodiscard]] std::vector<core::NewsItem> readNews(Connection &connection, core::TimeRange range);
[[nodiscard]] std::vector<core::NewsItem> findNews(Connection &connection, const QString &typed, int limit);
[[nodiscard]] std::vector<qint64> findNewsIds(Connection &connection, const QString &typed, bool asYouType);
[[nodiscard]] std::vector<ShareCount> readShareCounts(Connection &connection, qint64 instrumentId);
[[nodiscard]] std::vector<ImportRecord> readImports(Connection &connection);
[[nodiscard]] StoreInfo readInfo(Connection &connection);

} // namespace tickmark::store
