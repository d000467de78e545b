// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FetchFault.h"
#include "FetchPlan.h"
#include <core/CalendarSet.h>
#include <core/SplitScale.h>
#include <sources/providers/QuoteProvider.h>
#include <store/StoreReader.h>

#include <optional>
#include <vector>

namespace tickmark::pipeline {

//! Holds fetched bars of one series against what is stored of it, so that it never counts in two kinds of shares. Owned by
//! the FetchBars of the series, on the thread of its run; reads the store and changes nothing.
class BarShares
{
public:
    //! `finished`: the latest session whose bars are. The reader outlives it.
    BarShares(store::StoreReader &reader, core::CalendarPtr calendar, std::optional<core::SessionDate> finished);

    //! Whether the source does not have a split yet that came; once it lags, it does so until startAgain().
    [[nodiscard]] core::Result<> seeWhetherItLags(const core::Series &stored, const sources::FetchedBars &fetched);
    void startAgain() { m_lags = false; }

    //! Whether `stored` has another kind of prices than `fetched`: in other shares, or adjusted for something else.
    //! `splitsAreNews`: a split that is not in them says so already.
    [[nodiscard]] core::Result<bool> isOtherwise(const core::Series &stored, const sources::FetchedBars &fetched,
                                                 bool splitsAreNews);
    //! Whether a split came that is not in the prices of `stored` and should be in `fetched`.
    [[nodiscard]] core::Result<bool> isSplitSince(const core::Series &stored,
                                                  const sources::FetchedBars &fetched) const;

    //! What is stored and not among `fetched`, in its shares: it must not stay in old ones beside the rest. Nothing where
    //! that cannot be told.
    using Turned = std::optional<std::vector<sources::FetchedBar>>;
    [[nodiscard]] core::Result<Turned> inNewShares(const core::Series &stored, const sources::FetchedBars &fetched,
                                                   core::SessionDate splitsUntil) const;

    //! Up to when splits are in `fetched`; `fallback` where no session has ended yet. A split of today shows in the prices
    //! from the moment on in which the source tells of it; where it lags behind a split, all are those of before for now.
    [[nodiscard]] core::SessionDate splitsUntil(const core::Series *stored, const sources::FetchedBars &fetched,
                                                core::SessionDate fallback) const;

private:
    [[nodiscard]] core::SessionDate sessionOf(const core::Bar &bar, const core::Series &series) const;
    [[nodiscard]] core::Result<std::vector<core::Split>> splitsSince(const core::Series &stored,
                                                                     const sources::FetchedBars &fetched) const;

    store::StoreReader &m_reader;
    core::CalendarPtr m_calendar;
    std::optional<core::SessionDate> m_finished;
    bool m_lags = false;      //!< a split came that the source's prices do not have yet
    bool m_isShifted = false; //!< what was seen last: by a ratio that is none of shares
};

} // namespace tickmark::pipeline
