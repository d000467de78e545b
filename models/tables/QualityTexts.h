// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <analysis/QualityFinding.h>
#include <core/Formats.h>

#include <QString>

//! What is suspicious about stored bars, in words of the program's language; numbers and dates as `formats` has them.
namespace tickmark::tables {

[[nodiscard]] QString qualityKindText(analysis::QualityKind kind);
[[nodiscard]] QString qualitySeverityText(analysis::QualitySeverity severity);
//! The source's name, of intraday bars "iex, 5 min".
[[nodiscard]] QString seriesText(const core::Series &series, const core::Formats &formats);
//! "27 Jan 2025", or from the first to the last of several sessions.
[[nodiscard]] QString qualityWhen(const analysis::QualityFinding &finding, const core::Formats &formats);
//! In a few words: "9 sessions missing", "119.62 against 118.42 of stooq (+1.01%)".
[[nodiscard]] QString qualityWhat(const analysis::QualityFinding &finding, const core::Formats &formats);
//! Whole sentences: what was found, of which source.
[[nodiscard]] QString qualitySentence(const analysis::QualityFinding &finding, const core::Formats &formats);
//! What can be done about it.
[[nodiscard]] QString qualityAdvice(const analysis::QualityFinding &finding);
//! All sessions of several, runs as "17 Jan 2025 – 21 Jan 2025"; of very many the first ones, and how many more there are.
[[nodiscard]] QString qualitySessions(const analysis::QualityFinding &finding, const core::Formats &formats);

} // namespace tickmark::tables
