// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ImportPreview.h"
#include <core/CalendarSet.h>

namespace tickmark::dialogs {

//! Sets the flags of the preview's rows as an import will: what shows in a row alone, and what its neighbours and the
//! calendar of its exchange show. Rows of instruments that nobody knows yet get the first kind alone. True
//! when that changed any.
bool flagRows(ImportPreview &preview, const ImportDraft &draft, const std::vector<core::Instrument> &known,
              const core::CalendarSet &calendars);

//! Why these rows look wrong, in few words; empty for plausible ones. Translated.
[[nodiscard]] QString flagsText(quint32 flags);

} // namespace tickmark::dialogs
