// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <utility>
#include <vector>

class QImage;
class QIODevice;

namespace tickmark::exporting {

//! What stands in a PNG beside its pixels.
struct PngFacts
{
    int dotsPerMetre = 0;
    std::vector<std::pair<QByteArray, QByteArray>> texts{}; //!< keyword (Latin-1, at most 79) and text (UTF-8)
};

//! Writes `image` (RGB32, no transparency) through libpng. Qt's own writer tries every row filter, which takes three times
//! as long for a chart's flat areas and makes no smaller file. False when the device does not take everything.
[[nodiscard]] bool writePngFile(const QImage &image, const PngFacts &facts, QIODevice &device);

} // namespace tickmark::exporting
