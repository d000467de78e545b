// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ImportRun.h"
#include <sources/ByteSource.h>

namespace tickmark::dialogs {

// Whole files read without the store: on the thread of a job, in flat memory (but share counts), with the meter told.

//! The draft's file; hands on what it reads to the meter.
[[nodiscard]] core::Result<std::unique_ptr<sources::ByteSource>> openMetered(const ImportJobInput &input);

[[nodiscard]] core::Result<ImportFacts> scanBars(const ImportJobInput &input, const std::stop_token &stop);
[[nodiscard]] core::Result<ImportFacts> scanTicks(const ImportJobInput &input, const std::stop_token &stop);
[[nodiscard]] core::Result<ImportFacts> scanShares(const ImportJobInput &input);
[[nodiscard]] core::Result<ImportFacts> scanActions(const ImportJobInput &input);

//! The instrument that a list of splits and dividends is about, as the user named it; empty: its rows name them.
[[nodiscard]] QString instrumentOfActions(sources::ByteSource &source, const ImportDraft &draft);

//! Whether the store has an instrument of that symbol, without regard to case.
[[nodiscard]] bool isKnown(const ImportJobInput &input, const QString &symbol);
//! Both ends are times of ticks.
void widenBy(std::optional<core::TimeRange> &range, core::Time time);

} // namespace tickmark::dialogs
