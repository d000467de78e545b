// SPDX-License-Identifier: GPL-3.0-or-later
#include "CurveRaster.h"

#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace tickmark::charts {

namespace {

constexpr double kThinnest = 0.25; // device px
constexpr double kWidest = 64;

//! How a line reaches into the columns beside it.
struct Pen
{
    PenReach reach;
    int beside = 0; // of kFull, into the column after the last
};

//! Such heights that a slanted line is as thick as a level one: a join already fills its column from edge to edge, so
//! the round pen begins half a column further out.
Pen penOf(double width, const RasterGrid &grid)
{
    const double radius = std::clamp(width, kThinnest, kWidest) * RasterGrid::kFine / 2;
    const double column = double(RasterGrid::kFine) / grid.columnSampling(); // in rows
    const double columns = std::max(0.0, radius / column - 0.5);
    const int whole = int(grid.fine ? std::round(columns) : std::floor(columns));
    Pen pen;
    pen.reach.push_back(int(std::lround(radius * kPartsPerRow)));
    for (int i = 1; i <= whole; ++i) {
        const double aside = (i + 0.5) * column;
        pen.reach.push_back(int(std::lround(std::sqrt(std::max(0.0, radius * radius - aside * aside)) * kPartsPerRow)));
    }
    if (!grid.fine)
        pen.beside = int(std::lround((columns - whole) * CoverTile::kFull));
    return pen;
}

template <typename Shades>
void setShades(Shades &shades, QColor color, double opacity)
{
    const QRgb rgb = color.rgba();
    for (std::size_t cover = 0; cover < shades.size(); ++cover) {
        const double alpha = qAlpha(rgb) * std::clamp(opacity, 0.0, 1.0) * double(cover) / CoverTile::kFull;
        shades[cover] = qPremultiply(qRgba(qRed(rgb), qGreen(rgb), qBlue(rgb), int(std::lround(alpha))));
    }
}

QRgb over(QRgb above, QRgb below)
{
    const uint rest = 255u - uint(qAlpha(above));
    const auto part = [rest](int value) { return int((uint(value) * rest + 127) / 255); };
    return qRgba(qRed(above) + part(qRed(below)), qGreen(above) + part(qGreen(below)),
                 qBlue(above) + part(qBlue(below)), qAlpha(above) + part(qAlpha(below)));
}

//! Each column and what reaches into it from its neighbours.
void blur(CoverTile::Row &cover, int beside)
{
    const CoverTile::Row own = cover;
    const int factor = beside * 128; // products of two 16 bit numbers of which the upper half is kept: one instruction
    for (std::size_t i = 1; i + 1 < own.size(); ++i) {
        const auto neighbour = qint16(std::max(own[i - 1], own[i + 1]) * 2);
        cover[i] = std::max(own[i], qint16((neighbour * factor) >> 16));
    }
}

} // namespace

RasterGrid RasterGrid::of(const CurveFrame &frame, bool fine)
{
    return {frame.x.columns(), int(std::lround(frame.plot.height() * frame.grid.scale())), fine};
}

QImage CurveRaster::Picture::image(const Patch &patch) const
{
    return QImage(reinterpret_cast<const uchar *>(pixels.data() + patch.pixels), patch.columns(), patch.rows(),
                  patch.columns() * qsizetype(sizeof(QRgb)), QImage::Format_ARGB32_Premultiplied);
}

CurveRaster::Picture CurveRaster::draw(const RasterGrid &grid, std::span<const RasterPoint> points,
                                       const RasterLook &look)
{
    if (grid.deviceColumns <= 0 || grid.deviceRows <= 0)
        return {};
    coverLine(grid, points, look);
    const bool area = look.shape == RasterLook::Shape::Area;
    if (area)
        coverArea(grid, look.foot);
    setShades(m_lineShades, look.color, 1);
    setShades(m_areaShades, look.color, look.areaOpacity);

    const int tiles = (grid.deviceColumns + CoverTile::kColumns - 1) / CoverTile::kColumns;
    m_tileRows.assign(std::size_t(tiles), {grid.deviceRows, 0});
    findTileRows(grid, m_line);
    if (area)
        findTileRows(grid, m_area);
    planPatches(grid);
    std::size_t furtherLine = 0;
    std::size_t furtherArea = 0;
    for (const Patch &patch : m_patches) {
        for (int column = patch.firstColumn; column < patch.endColumn; column += CoverTile::kColumns) {
            fillTile(m_lineTile, grid, m_line, column, furtherLine);
            if (area)
                fillTile(m_areaTile, grid, m_area, column, furtherArea);
            paintTile(patch, column, std::min(column + CoverTile::kColumns, patch.endColumn), area);
        }
    }
    return {m_pixels, m_patches};
}

//! Device columns beside a tile that reach into it.
int CurveRaster::haloOf(const RasterGrid &grid, const ColumnRuns &runs) const
{
    return &runs == &m_line && !grid.fine ? CoverTile::kHalo : 0;
}

//! Widens the rows of each tile to what the runs in it and right beside it may touch.
void CurveRaster::findTileRows(const RasterGrid &grid, const ColumnRuns &runs)
{
    const int height = grid.rows() * kPartsPerRow;
    const int sampling = grid.columnSampling();
    const int halo = haloOf(grid, runs);
    const auto touch = [](Rows &rows, int top, int end) {
        if (top < end)
            rows = {std::min(rows.first, top / CoverTile::kPartsPerPixel),
                    std::max(rows.end, (end - 1) / CoverTile::kPartsPerPixel + 1)};
    };
    for (std::size_t tile = 0; tile < m_tileRows.size(); ++tile) {
        const int first = int(tile) * CoverTile::kColumns;
        const int end = std::min(first + CoverTile::kColumns, grid.deviceColumns);
        int top = height;
        int bottom = 0;
        for (int column = (first - halo) * sampling; column < (end + halo) * sampling; ++column) {
            const bool isEmpty = runs.top(column) >= runs.end(column);
            top = std::min(top, isEmpty ? height : runs.top(column));
            bottom = std::max(bottom, isEmpty ? 0 : runs.end(column));
        }
        touch(m_tileRows[tile], std::max(top, 0), std::min(bottom, height));
    }
    for (const ColumnRun &run : runs.further()) {
        const int device = (run.column + sampling) / sampling - 1;
        const int first = std::max(device - halo, 0) / CoverTile::kColumns;
        const int last = std::min(device + halo, grid.deviceColumns - 1) / CoverTile::kColumns;
        for (int tile = first; tile <= last; ++tile)
            touch(m_tileRows[std::size_t(tile)], std::max(run.top, 0), std::min(run.end, height));
    }
}

//! Neighbouring tiles make one patch where that costs less than two: a row of a patch costs as much as so many pixels, a
//! patch as so many.
void CurveRaster::planPatches(const RasterGrid &grid)
{
    constexpr qint64 kRowCost = 40;
    constexpr qint64 kPatchCost = 2000;
    const auto cost = [](const Patch &patch) { return (patch.columns() + kRowCost) * patch.rows() + kPatchCost; };
    m_patches.clear();
    for (std::size_t tile = 0; tile < m_tileRows.size(); ++tile) {
        const Rows rows = m_tileRows[tile];
        if (rows.first >= rows.end)
            continue;
        const int column = int(tile) * CoverTile::kColumns;
        const Patch alone{column, std::min(column + CoverTile::kColumns, grid.deviceColumns), rows.first, rows.end};
        if (!m_patches.empty() && m_patches.back().endColumn == column) {
            Patch &before = m_patches.back();
            const Patch both{before.firstColumn, alone.endColumn, std::min(before.firstRow, rows.first),
                             std::max(before.endRow, rows.end)};
            if (cost(both) <= cost(before) + cost(alone)) {
                before = both;
                continue;
            }
        }
        m_patches.push_back(alone);
    }
    std::size_t pixels = 0;
    for (Patch &patch : m_patches) {
        patch.pixels = pixels;
        pixels += std::size_t(patch.columns()) * std::size_t(patch.rows());
    }
    if (m_pixels.size() < pixels)
        m_pixels.resize(pixels);
}

void CurveRaster::coverLine(const RasterGrid &grid, std::span<const RasterPoint> points, const RasterLook &look)
{
    const Pen pen = penOf(look.width, grid);
    m_beside = pen.beside;
    const int halo = grid.fine ? 0 : CoverTile::kHalo;
    const int reach = int(pen.reach.size()) - 1 + halo;
    m_trace.trace(points, look.shape == RasterLook::Shape::Step, -reach, grid.columns() + reach);
    m_line.reset(-halo, grid.columns() + halo);
    for (const TracePiece &piece : m_trace.pieces())
        m_line.add(m_trace, piece, pen.reach);
    m_line.settle();
}

//! Between the line and the foot. A value alone has no area.
void CurveRaster::coverArea(const RasterGrid &grid, int foot)
{
    const int footHeight = std::clamp(foot, 0, grid.rows()) * kPartsPerRow;
    m_area.reset(0, grid.columns());
    for (const TracePiece &piece : m_trace.pieces()) {
        for (std::size_t i = 0; i < piece.count && !piece.inOneColumn; ++i) {
            const int top = std::min(m_trace.tops()[piece.first + i], footHeight);
            const int bottom = std::max(m_trace.bottoms()[piece.first + i], footHeight);
            m_area.add(piece.column + int(i), top, bottom);
        }
    }
    m_area.settle();
}

//! `further` goes through the further runs from tile to tile.
void CurveRaster::fillTile(CoverTile &tile, const RasterGrid &grid, const ColumnRuns &runs, int firstColumn,
                           std::size_t &further) const
{
    const int sampling = grid.columnSampling();
    const int height = grid.rows() * kPartsPerRow;
    const int halo = haloOf(grid, runs);
    const int columns = std::min(CoverTile::kColumns, grid.deviceColumns - firstColumn);
    const auto add = [&](int column, int top, int end) {
        const int first = std::max(top, 0);
        const int last = std::min(end, height);
        if (first < last)
            tile.add(column, first, last);
    };
    tile.begin(grid.deviceRows, sampling);
    for (int device = -halo; device < columns + halo; ++device) {
        const int begin = (firstColumn + device) * sampling;
        for (int column = begin; column < begin + sampling; ++column)
            add(device, runs.top(column), runs.end(column));
    }
    // Those of the halo are seen again by the next tile.
    const std::span<const ColumnRun> all = runs.further();
    const auto deviceColumn = [&](const ColumnRun &run) {
        return (run.column + sampling) / sampling - 1 - firstColumn;
    };
    while (further < all.size() && deviceColumn(all[further]) < -halo)
        ++further;
    for (std::size_t i = further; i < all.size() && deviceColumn(all[i]) < columns + halo; ++i)
        add(deviceColumn(all[i]), all[i].top, all[i].end);
}

void CurveRaster::paintTile(const Patch &patch, int firstColumn, int endColumn, bool area)
{
    Rows rows{patch.endRow, patch.firstRow};
    for (const CoverTile *tile : {&m_lineTile, &m_areaTile}) {
        if ((tile == &m_areaTile && !area) || tile->isEmpty())
            continue;
        rows = {std::min(rows.first, tile->firstRow()), std::max(rows.end, tile->endRow())};
    }
    const auto columns = std::size_t(endColumn - firstColumn);
    const auto stride = std::size_t(patch.columns());
    QRgb *pixels = m_pixels.data() + patch.pixels + std::size_t(firstColumn - patch.firstColumn);
    const auto clear = [&](int begin, int end) {
        for (int row = begin; row < end; ++row, pixels += stride)
            std::memset(pixels, 0, columns * sizeof(QRgb));
    };
    clear(patch.firstRow, rows.first);

    CoverTile::Row line{};
    CoverTile::Row fill{};
    std::array<QRgb, CoverTile::kColumns> colors{};
    for (int row = rows.first; row < rows.end; ++row, pixels += stride) {
        const bool lineChanges = m_lineTile.next(row, line);
        const bool fillChanges = area && m_areaTile.next(row, fill);
        if (lineChanges || fillChanges) {
            CoverTile::Row shown = line;
            if (m_beside > 0)
                blur(shown, m_beside);
            for (std::size_t i = 0; i < colors.size(); ++i)
                colors[i] = m_lineShades[std::size_t(shown[i + CoverTile::kHalo])];
            for (std::size_t i = 0; area && i < colors.size(); ++i)
                colors[i] = over(colors[i], m_areaShades[std::size_t(fill[i + CoverTile::kHalo])]);
        }
        if (columns == colors.size()) // a length that the compiler knows
            std::memcpy(pixels, colors.data(), sizeof(colors));
        else
            std::memcpy(pixels, colors.data(), columns * sizeof(QRgb));
    }
    clear(std::max(rows.first, rows.end), patch.endRow);
    m_lineTile.finish();
    if (area)
        m_areaTile.finish();
}

bool canDrawPictures(const QPainter &painter, const CurveFrame &frame)
{
    const QTransform transform = painter.deviceTransform();
    return painter.paintEngine()->type() == QPaintEngine::Raster && transform.type() <= QTransform::TxScale
           && qFuzzyCompare(transform.m11(), frame.grid.scale()) && qFuzzyCompare(transform.m22(), frame.grid.scale());
}

void drawPicture(QPainter &painter, const CurveFrame &frame, const CurveRaster::Picture &picture)
{
    if (picture.patches.empty())
        return;
    const QPointF corner = painter.deviceTransform().map(frame.plot.topLeft());
    const QPoint origin(int(std::round(corner.x())), int(std::round(corner.y())));
    painter.save();
    painter.setTransform(painter.deviceTransform().inverted(), true);
    for (const CurveRaster::Patch &patch : picture.patches)
        painter.drawImage(origin + QPoint(patch.firstColumn, patch.firstRow), picture.image(patch));
    painter.restore();
}

} // namespace tickmark::charts
