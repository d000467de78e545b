// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QString>

namespace tickmark::charts {

//! Registers the embedded Open Sans (Regular and Semibold) with the application; later calls do nothing. GUI thread.
//! False when a file is missing from the program; text then falls back to DejaVu Sans.
bool loadChartFonts();

//! Open Sans at `pixels` high, without hinting, so that text is equally wide at every resolution and in every format.
[[nodiscard]] QFont chartFont(int pixels, bool semibold = false);

//! Width of `text` in px at scale 1.0.
[[nodiscard]] double textWidth(const QFont &font, const QString &text);

} // namespace tickmark::charts
