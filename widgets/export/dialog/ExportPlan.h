// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportSettings.h"
#include "ExportSubject.h"

#include <vector>

namespace tickmark::exportdialog {

//! One file to be written.
struct PlannedFile
{
    ExportItem item; //!< its spec as exported
    QString path;
};

//! The charts that are meant, at least one; not for an empty subject.
[[nodiscard]] std::vector<ExportItem> itemsOf(const ExportSubject &subject, const ExportSettings &settings);
//! What becomes of the settings: files in their order, no two of one name. InvalidInput for a name that cannot be made, or when
//! there is nothing to export. Touches no file.
[[nodiscard]] core::Result<std::vector<PlannedFile>> planFiles(const ExportSubject &subject,
                                                               const ExportSettings &settings, core::SessionDate today);
//! The folder of the settings, or where the user keeps documents.
[[nodiscard]] QString folderOf(const ExportSettings &settings);
//! Those that are there already, even as a link that leads nowhere.
[[nodiscard]] QStringList existingFiles(const std::vector<PlannedFile> &files);
//! Gives files whose names are taken others: "NVDA (2).png".
void keepBoth(std::vector<PlannedFile> &files);
[[nodiscard]] core::SessionDate today();

} // namespace tickmark::exportdialog
