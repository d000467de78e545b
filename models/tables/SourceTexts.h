// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Formats.h>
#include <core/ZoneRules.h>
#include <pipeline/FetchScheduler.h>

// What a source is and does, in the language of the program at the time of the call.
namespace tickmark::tables {

//! Where a source stands, at a glance.
enum class SourceState {
    Fine,
    Running,
    Waiting, //!< was never fetched, or not to the end
    Paused,  //!< it, or all of them
    Failing,
};

//! As readers know it: the names that files, the sample case and corrections by hand stand under are codes, and said in
//! words; all others are the user's own.
[[nodiscard]] QString sourceName(const QString &name, const core::Formats &formats);

//! It would run by itself, but for a pause; what runs only when asked to is not held up by the pause of all (`allPaused`, of
//! the scheduler).
[[nodiscard]] bool isPaused(const store::SourceSetup &setup, bool allPaused);
[[nodiscard]] SourceState stateOf(const pipeline::SourceStatus &status, bool allPaused);
//! "fetching, 3 of 12", "failed 3 times in a row".
[[nodiscard]] QString stateText(const pipeline::SourceStatus &status, bool allPaused, const core::Formats &formats);
//! "every 60 minutes in trading hours".
[[nodiscard]] QString scheduleText(const store::FetchSchedule &schedule);
//! What is fetched: the symbols, or host and path of the address; never its query, which may hold a key.
[[nodiscard]] QString subjectText(const store::SourceSetup &setup);

//! As one says it at `now`: "3 minutes ago", "in 12 minutes", "14:20", "yesterday, 14:20", "27 Jan 2025, 14:20".
[[nodiscard]] QString nearTimeText(core::Time time, core::Time now, const core::Formats &formats,
                                   const core::ZoneRules &zone);
//! "27 Jan 2025, 14:20:05 CET".
[[nodiscard]] QString exactTimeText(core::Time time, const core::Formats &formats, const core::ZoneRules &zone);

} // namespace tickmark::tables
