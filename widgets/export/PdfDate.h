// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace tickmark::exporting {

//! Seconds since 1970 that SOURCE_DATE_EPOCH gives for "now", so that the same call makes the same bytes; nothing when it
//! is not set, or is no number.
[[nodiscard]] std::optional<qint64> sourceDateEpoch();

//! `pdf` (as QPdfWriter makes it) with that time as its CreationDate, in UTC; the table of offsets is put right. As it is
//! where there is no such date.
[[nodiscard]] QByteArray withCreationDate(QByteArray pdf, qint64 secondsSinceEpoch);

} // namespace tickmark::exporting
