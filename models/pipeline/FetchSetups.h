// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/CalendarSet.h>
#include <core/Result.h>
#include <sources/providers/ProviderList.h>
#include <store/SourceTypes.h>
#include <store/StoreReader.h>

#include <vector>

namespace tickmark::pipeline {

//! A source with all that says when it runs.
struct SourcePlan
{
    store::SourceSetup setup;
    std::vector<store::FetchState> states;
    std::vector<core::CalendarPtr> calendars; //!< of its instruments, each once; none: around the clock
};

//! All sources of a store, by name. Instruments without a calendar are passed over. Reads: not for the GUI thread.
[[nodiscard]] core::Result<std::vector<SourcePlan>> readSourcePlans(store::StoreReader &reader,
                                                                    const core::CalendarSet &calendars);

//! What a removed instrument means for the sources that asked for it, a line for each kind; empty: none did.
[[nodiscard]] QString lostInstrumentText(const store::RemovedCounts &removed);

//! When a new source of that provider runs, where the user has not said otherwise: bars are done when the exchange has
//! closed; news and trades come all the time.
[[nodiscard]] store::FetchSchedule usualSchedule(const sources::ProviderInfo &provider);

} // namespace tickmark::pipeline
