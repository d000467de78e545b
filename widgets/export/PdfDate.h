// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Time.h>

#include <QByteArray>

#include <optional>

namespace tickmark::exporting {

//! The time that SOURCE_DATE_EPOCH asks for (reproducible-builds.org) in place of "now", so that the same call makes the
//! same bytes: seconds since 1970. Nothing when it is not set, or no time of the years up to 9999.
[[nodiscard]] std::optional<core::Time> sourceDate();

//! `pdf` (as QPdfWriter makes it) with that time as its CreationDate, in UTC whatever zone the machine has; the table of
//! offsets is put right. As it is where there is no such date.
[[nodiscard]] QByteArray withCreationDate(QByteArray pdf, core::Time time);

} // namespace tickmark::exporting
