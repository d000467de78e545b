// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/CalendarSet.h>
#include <core/Result.h>
#include <core/Time.h>

#include <QString>

namespace tickmark::pipeline {

//! Setting under which a store that began as the sample keeps the note on its invented texts; plus "de" or "en".
inline constexpr const char *kSampleNoteKey = "sample.note.";

//! Setting that holds the charts a store opens with, as JSON; any store may have it.
inline constexpr const char *kDeskKey = "desk";

//! Writes the founding case (resources/sample) as a new store: instruments, daily bars, the intraday bars of the day,
//! share counts and news, each with its provenance, and the charts it opens with. `now` is the time of the imports. AlreadyExists unless `overwrite`.
[[nodiscard]] core::Result<> writeSampleStore(const QString &path, bool overwrite, const core::CalendarSet &calendars,
                                              core::Time now);

} // namespace tickmark::pipeline
