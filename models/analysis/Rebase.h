// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/BarHistory.h>
#include <core/Price.h>

#include <optional>

namespace tickmark::analysis {

//! The close that a curve's percent moves count from: what stands at 0 %.
struct RebasePoint
{
    core::Price close;
    core::SessionDate session; //!< the session whose close it is
    bool onPinnedDate = false; //!< false: another session, whose date has to stand at the curve's label
};

//! The official close of `pinned`, else of the nearest earlier session that has a bar and a positive close. In intraday
//! bars the last bar that starts before the session's close counts, so pre- and after-market quotes never become a base.
//! Nothing when `history` has no such bar.
[[nodiscard]] std::optional<RebasePoint> rebasePoint(const core::BarHistory &history, core::SessionDate pinned);

//! The first such close after `pinned`, for a curve that begins there. Nothing when there is none either.
[[nodiscard]] std::optional<RebasePoint> rebasePointAfter(const core::BarHistory &history, core::SessionDate pinned);

//! Change from `base` to `value` in percent, (value / base - 1) * 100, in double from exact integers.
//! Precondition: base is above zero.
[[nodiscard]] double percentSince(core::Price base, core::Price value);

} // namespace tickmark::analysis
