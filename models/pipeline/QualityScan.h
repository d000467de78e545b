// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <analysis/QualityFinding.h>
#include <core/CalendarSet.h>
#include <core/Result.h>
#include <core/SplitScale.h>
#include <store/StoreReader.h>

#include <stop_token>

namespace tickmark::pipeline {

//! Reads the bars of all series of a store, simulated ones left out, and says what is suspicious about them: each series by
//! itself, and the closes of the sources of one instrument against each other. Of these the preferred series comes first,
//! then they go by priority; the last intraday close of a session is held against other sources' daily close. Bars are
//! streamed; one close per session is kept, of one instrument at a time. Errors as the reader's; Cancelled when stopped.
[[nodiscard]] core::Result<analysis::QualityReport> scanQuality(store::StoreReader &reader,
                                                                const core::CalendarSet &calendars,
                                                                std::stop_token stop = {});

//! Bar series that closes may be compared of: traded prices, the preferred daily one first, then by priority of their
//! sources, daily before intraday.
[[nodiscard]] core::Result<std::vector<core::Series>> comparableSeries(store::StoreReader &reader, qint64 instrumentId);

} // namespace tickmark::pipeline
