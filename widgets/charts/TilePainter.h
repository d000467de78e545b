// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CoverTile.h"

#include <QColor>

#include <cstddef>

namespace tickmark::charts {

//! Premultiplied colours of a line and of the area below it, and how much of its neighbours' cover a column takes.
struct TileShades
{
    QRgb line = 0;
    QRgb area = 0;
    int beside = 0; //!< of CoverTile::kFull

    [[nodiscard]] static TileShades of(QColor color, double areaOpacity, int beside);
};

//! Where the pixels of a tile go.
struct TilePixels
{
    QRgb *first = nullptr; //!< of the first row
    int stride = 0;        //!< pixels from row to row
    int columns = 0;       //!< at most CoverTile::kColumns
    int firstRow = 0;
    int endRow = 0; //!< rows are half-open and take in all that the tile's runs touch
};

//! Turns cover into pixels, row after row; the tiles are empty afterwards. `area` may be null. The same pixels with and
//! without AVX2. O(rows).
void paintTile(CoverTile &line, CoverTile *area, const TileShades &shades, const TilePixels &pixels);

} // namespace tickmark::charts
