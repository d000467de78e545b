// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <analysis/CloseComparison.h>
#include <core/Bar.h>
#include <core/CalendarSet.h>
#include <core/Result.h>
#include <core/SplitScale.h>
#include <store/StoreReader.h>

#include <map>
#include <optional>
#include <set>
#include <span>
#include <stop_token>

//! Closes of several sources of one instrument against each other, in the shares of one day.
namespace tickmark::pipeline {

struct ComparedBar
{
    core::Price close;   //!< in those shares
    int ownDecimals = 0; //!< that the source gives prices in
    double doubt = 0;    //!< what `close` may be off by either way (core::PriceDoubt), in the currency
    analysis::ComparedClose compared;
};
//! A daily bar as it is stored in `series`. Nothing where it shows no trade, contradicts itself, or does not fit.
[[nodiscard]] std::optional<ComparedBar> comparedBar(const core::Bar &bar, const core::Series &series,
                                                     std::span<const core::Split> splits, core::SessionDate reference);

//! By the id of each traded daily series its sessions on which another one has a close that does not agree with it. Only
//! sessions of `range`. Keeps the closes of one instrument.
using DisagreeingSessions = std::map<qint64, std::set<core::SessionDate>>;
[[nodiscard]] core::Result<DisagreeingSessions> disagreeingSessions(store::StoreReader &reader,
                                                                    const core::SessionCalendar &calendar,
                                                                    const core::Instrument &instrument,
                                                                    const store::SessionRange &range,
                                                                    const std::stop_token &stop);

} // namespace tickmark::pipeline
