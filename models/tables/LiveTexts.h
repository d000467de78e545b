// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Formats.h>
#include <core/LiveState.h>
#include <core/ZoneRules.h>
#include <pipeline/LiveStatus.h>

#include <QString>

#include <vector>

// What a live stream is doing, in the language of the program at the time of the call.
namespace tickmark::tables {

[[nodiscard]] core::LiveState liveStateOf(const pipeline::LiveStatus &status);
//! The last trade before the connection was lost that the stream is without now; nothing: it is not, or none came before.
[[nodiscard]] std::optional<core::Time> outageSince(const pipeline::LiveStatus &status);

//! One word for a narrow place: "live", "waiting".
[[nodiscard]] QString liveWord(core::LiveState state);
//! "live", "waiting, 12 s", "live, not stored".
[[nodiscard]] QString liveText(const pipeline::LiveStatus &status, core::Time now, const core::Formats &formats);
//! "1,250/s"; below ten with a decimal, so that a slow stream is no standstill.
[[nodiscard]] QString rateText(double perSecond, const core::Formats &formats);
//! "0.3 ms", "42 ms", "1.5 s".
[[nodiscard]] QString latencyText(std::chrono::nanoseconds latency, const core::Formats &formats);
//! "+0.3 s", "−10 min 2 s": the exchange's clock against ours.
[[nodiscard]] QString skewText(std::chrono::nanoseconds skew, const core::Formats &formats);
//! "14:03", on another day than `now` its date: for a narrow place.
[[nodiscard]] QString liveStamp(core::Time time, core::Time now, const core::Formats &formats,
                                const core::ZoneRules &zone);
//! "14:03:05 to 14:03:41 (36 s)", "14:03:05 (0.4 s)", with the day where it is not that of `now`.
[[nodiscard]] QString gapText(core::TimeRange gap, core::Time now, const core::Formats &formats,
                              const core::ZoneRules &zone);

//! What is known of a stream; gaps have a line each.
struct LiveFact
{
    QString name;
    QString value;
};

//! All of it, in the order in which it is read: rate, latency, clock, trades, last trade, gaps.
[[nodiscard]] std::vector<LiveFact> liveFacts(const pipeline::LiveStatus &status, core::Time now,
                                              const core::Formats &formats, const core::ZoneRules &zone);
//! The same in some lines for a tooltip: state, why, rate, last trade, gaps.
[[nodiscard]] QString liveTip(const pipeline::LiveStatus &status, core::Time now, const core::Formats &formats,
                              const core::ZoneRules &zone);

} // namespace tickmark::tables
