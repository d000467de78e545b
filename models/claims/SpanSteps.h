// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Judge.h"

//! Steps over the sessions of one calendar.
namespace tickmark::claims {

//! Sessions of the longest span that is tried when the stated one does not fit.
inline constexpr int kMostSpan = 5;

//! `count` sessions, the last of which is `last`.
[[nodiscard]] std::optional<SessionSpan> endingAt(core::SessionDate last, int count,
                                                  const core::SessionCalendar &calendar);
//! `count` sessions, the first of which is `first`.
[[nodiscard]] std::optional<SessionSpan> beginningAt(core::SessionDate first, int count,
                                                     const core::SessionCalendar &calendar);
[[nodiscard]] bool hasOpenedBy(core::SessionDate date, core::Time published, const core::SessionCalendar &calendar);
//! Whether that session is running at `now`.
[[nodiscard]] bool isOpenAt(core::SessionDate date, core::Time now, const core::SessionCalendar &calendar);

} // namespace tickmark::claims
