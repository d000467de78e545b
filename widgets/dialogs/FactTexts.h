// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ImportRun.h"
#include <core/Formats.h>
#include <core/ZoneRules.h>

#include <QStringList>

// What the import dialog says about a whole file, in the user's language at the time of the call.
namespace tickmark::dialogs {

//! What an import will do (`outcome` false) or has done, a sentence each; `willAdd` are the unknown symbols that come
//! with it.
[[nodiscard]] QStringList factSentences(const ImportFacts &facts, bool outcome, const QStringList &willAdd,
                                        const core::Formats &formats, const core::ZoneRules &zone);
//! "12.1 of 48.0 MB, 1,234,567 rows, 210,000 per second, about 3 seconds left".
[[nodiscard]] QString progressText(const ImportMeter &meter, double seconds, const core::Formats &formats);

} // namespace tickmark::dialogs
