// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreTypes.h"
#include <core/Bar.h>

namespace tickmark::store {

class CancelScope;
class Connection;

//! Source of the imports that corrections are recorded as; a code, never translated.
inline constexpr const char *kCorrectionSource = "correction";

//! New values for one stored bar, as its user typed them.
struct BarCorrection
{
    qint64 seriesId = 0;
    core::Bar bar; //!< its session (daily) or start (intraday) says which bar; flags are ignored
    int priceDecimals = 0;
    int sizeDecimals = 0;
    QString note; //!< why, in the user's words; may be empty
    core::Time corrected;
};

//! Records the correction as an import of its own (see StoreWriter::correctBar), inside a transaction of the writer.
//! Throws SQLite::Exception and StoreFailure.
ImportResult correctBar(Connection &connection, const BarCorrection &correction, const CancelScope &cancel);

//! What the list of imports calls a correction with this note, in the language of the program.
[[nodiscard]] QString correctionOrigin(const QString &note);

//! Whether these prices can be those of one bar: the high is the highest and the low the lowest of them.
[[nodiscard]] bool isConsistent(const core::Bar &bar);

} // namespace tickmark::store
