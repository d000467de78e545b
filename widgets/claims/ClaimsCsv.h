// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <tables/ClaimTable.h>
#include <tables/PublisherSummary.h>

#include <QString>

namespace tickmark::claimview {

//! Writes `rows` of `table` as CSV (RFC 4180, UTF-8, dot decimals, times in UTC) for programs: codes and plain numbers in
//! place of words, in English whatever the language. Beside the columns of the table: the interval that the words leave
//! open, what was measured, and whether the user has corrected or dismissed the claim. Replaces `path`, complete or not at all. Any thread. Errors as exporting::OutputFile.
[[nodiscard]] core::Result<> writeClaimsCsv(const QString &path, const tables::ClaimTable &table,
                                            const std::vector<int> &rows);
//! The same of how the statements of publishers came out: counts by verdict, and the rate as a fraction where there is one.
[[nodiscard]] core::Result<> writePublishersCsv(const QString &path,
                                                const std::vector<tables::PublisherCounts> &publishers);

} // namespace tickmark::claimview
