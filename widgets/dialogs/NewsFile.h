// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ImportPreview.h"
#include "ImportRun.h"

namespace tickmark::dialogs {

// Feeds of headlines among the files that are imported. Read files and wait for the writer: never on the GUI thread.

//! The first headlines of the draft's file, of which `sample` is the beginning. Error: it is no feed, or one without
//! headlines; `trouble` tells which.
[[nodiscard]] tl::expected<ImportPreview, PreviewFailure> loadNewsPreview(const ImportDraft &draft,
                                                                          std::string_view sample,
                                                                          std::stop_token stop);

//! Imports the feed with the claims in it: all of it or nothing. `dryRun`: tells what would happen. A store that can only
//! be read is not asked.
[[nodiscard]] core::Result<ImportFacts> importNewsOf(const ImportJobInput &input, bool dryRun,
                                                     const std::stop_token &stop);

} // namespace tickmark::dialogs
