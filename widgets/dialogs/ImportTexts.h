// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ImportPreview.h"
#include <core/Formats.h>
#include <core/ZoneRules.h>
#include <pipeline/BarImportJob.h>

#include <QStringList>

// What the import dialog says, in the user's language at the time of the call.
namespace tickmark::dialogs {

[[nodiscard]] QString roleText(sources::ColumnRole role);
[[nodiscard]] QString dateFormText(sources::DateForm form);
[[nodiscard]] QString encodingText(sources::TextEncoding encoding);
[[nodiscard]] QString separatorText(char separator);
//! "decimal comma, groups with points: 1.234,56".
[[nodiscard]] QString numbersText(core::NumberStyle style);
//! core::Series::kDaily or a length in nanoseconds.
[[nodiscard]] QString intervalText(qint64 intervalNs);
[[nodiscard]] QString instrumentKindText(core::InstrumentKind kind);
//! "Nasdaq (XNAS)"; the code alone for an exchange without a name.
[[nodiscard]] QString marketText(const QString &mic);
//! "1.2 MB".
[[nodiscard]] QString sizeText(qint64 bytes, const core::Formats &formats);

//! One whole sentence.
[[nodiscard]] QString questionText(ImportQuestion question, const ImportPreview &preview);
//! What a row of the preview becomes: "27 Jan 2025: 118.42", "27 Jan 2025, 15:30:00.125: 118.42 × 100", or why it is left out.
[[nodiscard]] QString readAsText(const PreviewRow &row, bool isDaily, const core::Formats &formats,
                                 const core::ZoneRules &zone);
//! The reject's sentence in the present language.
[[nodiscard]] QString rejectTextOf(const pipeline::ImportReject &reject);

} // namespace tickmark::dialogs
