// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <core/Time.h>

#include <QString>

namespace tickmark::app {

//! In whole seconds, for people: "2025-01-27T16:40:00Z".
[[nodiscard]] QString secondsText(core::Time time);

//! A complaint when `text` would be a time if it said its offset from UTC; empty for anything else. `option`: as typed,
//! "--from".
[[nodiscard]] QString missingOffset(const QString &option, const QString &text);

//! A time of publication: "2025-01-27T16:40:00Z", or a date for its first or last instant at UTC.
enum class DayEnd { First, Last };
[[nodiscard]] core::Result<core::Time> publicationTime(const QString &option, const QString &text, DayEnd end);
//! From --from to --to, a day of --to included; texts that are empty leave that side open.
[[nodiscard]] core::Result<core::TimeRange> publicationRange(const QString &from, const QString &to);

} // namespace tickmark::app
