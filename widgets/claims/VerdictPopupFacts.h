// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/CalendarSet.h>
#include <core/Instrument.h>
#include <core/Price.h>
#include <core/Result.h>
#include <core/Time.h>
#include <store/ClaimTypes.h>
#include <store/StoreReader.h>

#include <map>
#include <optional>
#include <stop_token>

namespace tickmark::claimview {

//! What a verdict's explanation shows beyond the verdict itself, read from the store. A value; goes stale with the quotes.
struct VerdictFacts
{
    struct Day
    {
        core::Price low;
        core::Price open;
        core::Price high;
        core::Price close;
        double doubt = 0; //!< what these may be off by either way, in the currency; 0: exact
    };
    core::Instrument instrument; //!< whose quotes decided; id 0: the store does not have it
    std::optional<Day> day;      //!< of the last session of the claim
    std::map<core::SessionDate, core::Time>
        closings; //!< when the sessions of the quotes ended, as far as a calendar knows
};

//! An instrument that has gone, or has no quotes, is no error: its facts are missing then.
[[nodiscard]] core::Result<VerdictFacts> readVerdictFacts(store::StoreReader &reader, const store::StoredClaim &claim,
                                                          const core::CalendarSet &calendars, std::stop_token stop);

} // namespace tickmark::claimview
