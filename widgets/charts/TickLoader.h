// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TickCurve.h"
#include <core/BarHistory.h>
#include <core/CalendarSet.h>
#include <core/Result.h>
#include <store/StoreReader.h>

#include <memory>
#include <optional>
#include <stop_token>

namespace tickmark::charts {

//! Which of an instrument's series of ticks may be drawn. Simulated ones beside traded quotes would be taken for these.
enum class TickChoice { Traded, TradedOrSimulated };

//! The ticks of an instrument's preferred series, ready to be drawn; null when it has none. `streamed`: of this series of
//! its own in place of the preferred one, when it has any. Without extended hours so far. On the thread of the reader, as
//! everything here.
[[nodiscard]] core::Result<std::shared_ptr<TickCurve>> loadTickCurve(store::StoreReader &reader,
                                                                     const core::CalendarSet &calendars,
                                                                     const core::Instrument &instrument,
                                                                     TickChoice choice, std::stop_token stop = {},
                                                                     std::optional<qint64> streamed = std::nullopt);

//! A bar for each session from its official ticks, as the newest kMostSessions have them, and those that a base on `base`
//! needs. Days on which the calendar takes the exchange for closed count as sessions where there are ticks.
[[nodiscard]] core::Result<core::BarHistory> sessionBars(TickCurve &curve, ticks::ChunkReader &chunks,
                                                         std::optional<core::SessionDate> base,
                                                         std::stop_token stop = {});

//! Finds the pre- and after-market of the sessions from `first` to `last` that have ticks there, of the newest
//! kMostSessions: older ones show their regular hours only, so that opening a long history stays quick.
[[nodiscard]] core::Result<> findExtendedHours(TickCurve &curve, ticks::ChunkReader &chunks, core::SessionDate first,
                                               core::SessionDate last, std::stop_token stop = {});

//! True when every session in `sessions` has a tick in its official hours.
[[nodiscard]] core::Result<bool> hasTicksOn(TickCurve &curve, ticks::ChunkReader &chunks,
                                            std::span<const core::SessionDate> sessions, std::stop_token stop = {});

inline constexpr int kMostSessions = 400;

} // namespace tickmark::charts
