// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClaimTypes.h"

//! Claims with their verdicts and corrections, and what is needed to find and judge them; inside a transaction of a reader.
//! Only claims of current texts. Throw SQLite::Exception.
namespace tickmark::store {

class Connection;

//! Of news published inside `range`, by time, news and place in the text.
[[nodiscard]] std::vector<StoredClaim> readClaims(Connection &connection, core::TimeRange range);
//! Those that wait for a verdict, or have a provisional one, with ids above `after`; by id.
[[nodiscard]] std::vector<StoredClaim> readClaimsToJudge(Connection &connection, qint64 after, int limit);

//! Of all news items, by id.
[[nodiscard]] std::vector<TextRules> readTextRules(Connection &connection);
//! Of one item; nothing when it has gone.
[[nodiscard]] std::optional<NewsText> readNewsText(Connection &connection, qint64 newsId);
//! All items without their excerpts, by time: to tell whether a story is there already.
[[nodiscard]] std::vector<core::NewsItem> readStories(Connection &connection);

//! Ascending by date.
[[nodiscard]] std::vector<DatedShares> readDatedShares(Connection &connection, qint64 instrumentId);
[[nodiscard]] std::vector<core::Split> readSplits(Connection &connection, qint64 instrumentId);

} // namespace tickmark::store
