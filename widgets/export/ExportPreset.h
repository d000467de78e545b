// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportOptions.h"
#include <core/Result.h>

#include <QLatin1String>
#include <QSizeF>

#include <span>

namespace tickmark::exporting {

//! A page that is asked for by its name.
struct ExportPreset
{
    QLatin1String code; //!< on the command line and in settings: "column"
    const char *name;   //!< see presetName()
    QSize size;         //!< as in ExportOptions
    double zoom;
    int dpi;
};

//! All of them, in the order of a menu.
[[nodiscard]] std::span<const ExportPreset> exportPresets();
//! Null for a code that there is not.
[[nodiscard]] const ExportPreset *findPreset(QStringView code);
//! "Newspaper column, 90 mm" in the program's language.
[[nodiscard]] QString presetName(const ExportPreset &preset);
//! Sets size, zoom and dpi; the rest stays.
void applyPreset(const ExportPreset &preset, ExportOptions &options);

//! Sets size and zoom for paper of that size; a height of 0: as high as needed. InvalidInput outside of 60 to 2000 mm.
[[nodiscard]] core::Result<> setPaperSize(QSizeF millimetres, ExportOptions &options);
//! Sets size, zoom and dpi so that a PNG has exactly these pixels. Texts of more than 1600 px are enlarged with the page where
//! a whole factor divides both sides, else they stay as small as on a page of 1600.
void setPixelSize(QSize pixels, ExportOptions &options);
//! What a page of `layout` px measures on paper, mm.
[[nodiscard]] QSizeF paperSize(QSizeF layout, double zoom);

} // namespace tickmark::exporting
