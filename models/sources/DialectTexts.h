// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ColumnGuess.h"
#include "CsvDialect.h"
#include "TextDecoder.h"
#include <core/ContentSniffer.h>

#include <QString>

#include <vector>

namespace tickmark::sources {

// What detectDialect() says, as whole sentences in the user's language. The values are those of the profile's JSON.

[[nodiscard]] Finding encodingFinding(const EncodingGuess &guess);
[[nodiscard]] Finding lineEndFinding(std::string_view text);
[[nodiscard]] Finding separatorFinding(char separator, size_t rows, size_t fields, bool named);
[[nodiscard]] Finding headerFinding(const HeaderGuess &header);
//! Date form, numbers, each used column, what was left out and why.
[[nodiscard]] std::vector<Finding> columnFindings(const ColumnGuess &guess, const CsvProfile &profile);

//! Why content of that kind is no table. Never asked of Text.
[[nodiscard]] TableFault notATable(core::ContentKind kind);
[[nodiscard]] TableFault noColumns(std::string_view firstLine);
[[nodiscard]] TableFault mixedDecimals(const NumberGuess &numbers);

//! What only the user can decide, in the order in which it matters; empty when the profile is complete.
[[nodiscard]] std::vector<TableFault> openFaults(const ColumnGuess &guess, const CsvProfile &profile);

} // namespace tickmark::sources
