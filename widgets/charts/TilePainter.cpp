// SPDX-License-Identifier: GPL-3.0-or-later
#include "TilePainter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace tickmark::charts {

namespace {

constexpr QRgb kOdd = 0x00ff00ff; // two of the four parts of a colour; each has the room of two

//! A part of a premultiplied colour, of CoverTile::kFull.
[[nodiscard]] inline QRgb shade(QRgb color, quint32 cover)
{
    const quint32 odd = ((color & kOdd) * cover + 0x00800080) >> 8;
    const quint32 even = ((color >> 8) & kOdd) * cover + 0x00800080;
    return (odd & kOdd) | (even & ~kOdd);
}

//! Rounded to the nearest, for each of the two parts: value / 255.
[[nodiscard]] inline quint32 by255(quint32 value)
{
    const quint32 half = value + 0x00800080;
    return ((half + ((half >> 8) & kOdd)) >> 8) & kOdd;
}

[[nodiscard]] inline QRgb over(QRgb above, QRgb below)
{
    const quint32 rest = 255 - (above >> 24);
    return above + (by255((below & kOdd) * rest) | by255(((below >> 8) & kOdd) * rest) << 8);
}

//! Each column and what reaches into it from its neighbours.
inline void blur(CoverTile::Row &cover, int beside)
{
    const CoverTile::Row own = cover;
    const int factor = beside * 128; // products of two 16 bit numbers of which the upper half is kept: one instruction
    for (std::size_t i = 1; i + 1 < own.size(); ++i) {
        const auto neighbour = qint16(std::max(own[i - 1], own[i + 1]) * 2);
        cover[i] = std::max(own[i], qint16((neighbour * factor) >> 16));
    }
}

__attribute__((always_inline)) inline void paintRows(CoverTile &line, CoverTile *area, const TileShades &shades,
                                                     const TilePixels &to)
{
    constexpr auto kColumns = std::size_t(CoverTile::kColumns);
    CoverTile::Row lineCover{};
    CoverTile::Row areaCover{};
    std::array<QRgb, kColumns> colors{};
    QRgb *pixels = to.first;
    for (int row = to.firstRow; row < to.endRow; ++row, pixels += to.stride) {
        const bool lineChanges = line.next(row, lineCover);
        const bool areaChanges = area && area->next(row, areaCover);
        if (lineChanges || areaChanges) {
            CoverTile::Row shown = lineCover;
            if (shades.beside > 0)
                blur(shown, shades.beside);
            for (std::size_t i = 0; i < kColumns; ++i)
                colors[i] = shade(shades.line, quint32(shown[i + CoverTile::kHalo]));
            if (area) {
                for (std::size_t i = 0; i < kColumns; ++i)
                    colors[i] = over(colors[i], shade(shades.area, quint32(areaCover[i + CoverTile::kHalo])));
            }
        }
        if (to.columns == CoverTile::kColumns) // a length that the compiler knows
            std::memcpy(pixels, colors.data(), sizeof(colors));
        else
            std::memcpy(pixels, colors.data(), std::size_t(to.columns) * sizeof(QRgb));
    }
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) void paintRowsAvx2(CoverTile &line, CoverTile *area, const TileShades &shades,
                                                   const TilePixels &to)
{
    paintRows(line, area, shades, to);
}
#endif

} // namespace

TileShades TileShades::of(QColor color, double areaOpacity, int beside)
{
    const QRgb rgb = color.rgba();
    const int alpha = int(std::lround(qAlpha(rgb) * std::clamp(areaOpacity, 0.0, 1.0)));
    return {qPremultiply(rgb), qPremultiply(qRgba(qRed(rgb), qGreen(rgb), qBlue(rgb), alpha)), beside};
}

void paintTile(CoverTile &line, CoverTile *area, const TileShades &shades, const TilePixels &pixels)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2"))
        paintRowsAvx2(line, area, shades, pixels);
    else
#endif
        paintRows(line, area, shades, pixels);
    line.finish();
    if (area)
        area->finish();
}

} // namespace tickmark::charts
