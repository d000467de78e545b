// SPDX-License-Identifier: GPL-3.0-or-later
#include "CurveRaster.h"

#include "TilePainter.h"

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

//! Where the tile begins that holds a column; both count from the plot's first.
int tileBegin(const RasterGrid &grid, int column)
{
    const qint64 number = grid.firstColumn + column;
    const qint64 inside = number % CoverTile::kColumns;
    return column - int(inside < 0 ? inside + CoverTile::kColumns : inside);
}

} // namespace

RasterGrid RasterGrid::of(const CurveFrame &frame, bool fine)
{
    return {frame.x.columns(), int(std::lround(frame.plot.height() * frame.grid.scale())), fine,
            frame.x.origin() / frame.x.nsPerColumn()};
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
    std::swap(m_now, m_before);
    m_now.grid = grid;
    m_now.look = look;
    coverLine(points);
    planTiles();
    findTileRows(m_now.line);
    if (look.shape == RasterLook::Shape::Area) {
        coverArea();
        findTileRows(m_now.area);
    }
    planPatches();
    std::size_t furtherLine = 0;
    std::size_t furtherArea = 0;
    for (const Tile &tile : m_now.tiles) {
        if (tile.rows.first >= tile.rows.end)
            continue;
        if (const Tile *old = sameTile(tile)) {
            copyTile(tile, *old);
            continue;
        }
        fillTile(m_lineTile, m_now.line, tile, furtherLine);
        if (look.shape == RasterLook::Shape::Area)
            fillTile(m_areaTile, m_now.area, tile, furtherArea);
        paintTile(tile);
    }
    return {m_now.pixels, m_now.patches};
}

//! Device columns beside a tile that reach into it.
int CurveRaster::haloOf(const ColumnRuns &runs) const
{
    return &runs == &m_now.line && !m_now.grid.fine ? CoverTile::kHalo : 0;
}

void CurveRaster::planTiles()
{
    const RasterGrid &grid = m_now.grid;
    m_now.tiles.clear();
    for (int column = tileBegin(grid, 0); column < grid.deviceColumns; column += CoverTile::kColumns)
        m_now.tiles.push_back(
            {std::max(column, 0), std::min(column + CoverTile::kColumns, grid.deviceColumns), {grid.deviceRows, 0}});
}

//! Widens the rows of each tile to what the runs in it and right beside it may touch.
void CurveRaster::findTileRows(const ColumnRuns &runs)
{
    const RasterGrid &grid = m_now.grid;
    const int height = grid.rows() * kPartsPerRow;
    const int sampling = grid.columnSampling();
    const int halo = haloOf(runs);
    const auto touch = [](Rows &rows, int top, int end) {
        if (top < end)
            rows = {std::min(rows.first, top / CoverTile::kPartsPerPixel),
                    std::max(rows.end, (end - 1) / CoverTile::kPartsPerPixel + 1)};
    };
    for (Tile &tile : m_now.tiles) {
        int top = height;
        int bottom = 0;
        for (int column = (tile.firstColumn - halo) * sampling; column < (tile.endColumn + halo) * sampling; ++column) {
            const bool isEmpty = runs.top(column) >= runs.end(column);
            top = std::min(top, isEmpty ? height : runs.top(column));
            bottom = std::max(bottom, isEmpty ? 0 : runs.end(column));
        }
        touch(tile.rows, std::max(top, 0), std::min(bottom, height));
    }
    const int begin = tileBegin(grid, 0);
    for (const ColumnRun &run : runs.further()) {
        const int device = (run.column + sampling) / sampling - 1;
        const int first = (std::max(device - halo, 0) - begin) / CoverTile::kColumns;
        const int last = (std::min(device + halo, grid.deviceColumns - 1) - begin) / CoverTile::kColumns;
        for (int tile = first; tile <= last; ++tile)
            touch(m_now.tiles[std::size_t(tile)].rows, std::max(run.top, 0), std::min(run.end, height));
    }
}

//! Neighbouring tiles make one patch where that costs less than two: a row of a patch costs as much as so many pixels, a
//! patch as so many.
void CurveRaster::planPatches()
{
    constexpr qint64 kRowCost = 40;
    constexpr qint64 kPatchCost = 2000;
    const auto cost = [](const Patch &patch) { return (patch.columns() + kRowCost) * patch.rows() + kPatchCost; };
    std::vector<Patch> &patches = m_now.patches;
    patches.clear();
    for (const Tile &tile : m_now.tiles) {
        if (tile.rows.first >= tile.rows.end)
            continue;
        const Patch alone{tile.firstColumn, tile.endColumn, tile.rows.first, tile.rows.end};
        if (!patches.empty() && patches.back().endColumn == tile.firstColumn) {
            Patch &before = patches.back();
            const Patch both{before.firstColumn, alone.endColumn, std::min(before.firstRow, alone.firstRow),
                             std::max(before.endRow, alone.endRow)};
            if (cost(both) <= cost(before) + cost(alone)) {
                before = both;
                continue;
            }
        }
        patches.push_back(alone);
    }
    placePixels();
}

//! Where the pixels of each patch and of each tile in it lie.
void CurveRaster::placePixels()
{
    std::size_t pixels = 0;
    auto tile = m_now.tiles.begin();
    for (Patch &patch : m_now.patches) {
        patch.pixels = pixels;
        pixels += std::size_t(patch.columns()) * std::size_t(patch.rows());
        for (; tile != m_now.tiles.end() && tile->firstColumn < patch.endColumn; ++tile) {
            tile->stride = patch.columns();
            tile->pixels = patch.pixels + std::size_t(tile->firstColumn - patch.firstColumn);
            tile->patchRows = {patch.firstRow, patch.endRow};
        }
    }
    if (m_now.pixels.size() < pixels)
        m_now.pixels.resize(pixels);
}

void CurveRaster::coverLine(std::span<const RasterPoint> points)
{
    const RasterGrid &grid = m_now.grid;
    const Pen pen = penOf(m_now.look.width, grid);
    m_beside = pen.beside;
    const int halo = grid.fine ? 0 : CoverTile::kHalo;
    const int reach = int(pen.reach.size()) - 1 + halo;
    m_trace.trace(points, m_now.look.shape == RasterLook::Shape::Step, -reach, grid.columns() + reach);
    m_now.line.reset(-halo, grid.columns() + halo);
    for (const TracePiece &piece : m_trace.pieces())
        m_now.line.add(m_trace, piece, pen.reach);
    m_now.line.settle();
}

//! Between the line and the foot. A value alone has no area.
void CurveRaster::coverArea()
{
    const int footHeight = std::clamp(m_now.look.foot, 0, m_now.grid.rows()) * kPartsPerRow;
    m_now.area.reset(0, m_now.grid.columns());
    for (const TracePiece &piece : m_trace.pieces()) {
        for (std::size_t i = 0; i < piece.count && !piece.inOneColumn; ++i) {
            const int top = std::min(m_trace.tops()[piece.first + i], footHeight);
            const int bottom = std::max(m_trace.bottoms()[piece.first + i], footHeight);
            m_now.area.add(piece.column + int(i), top, bottom);
        }
    }
    m_now.area.settle();
}

//! The tile of the picture before that shows the same columns and covers the same in them; null when none does.
const CurveRaster::Tile *CurveRaster::sameTile(const Tile &tile) const
{
    const RasterGrid &grid = m_now.grid;
    const RasterGrid &old = m_before.grid;
    if (!tile.isWhole() || m_before.tiles.empty() || grid.deviceRows != old.deviceRows || grid.fine != old.fine
        || m_now.look != m_before.look)
        return nullptr;
    const qint64 column = grid.firstColumn + tile.firstColumn - old.firstColumn;
    const qint64 index = (column - tileBegin(old, 0)) / CoverTile::kColumns;
    if (column < 0 || index >= qint64(m_before.tiles.size()))
        return nullptr;
    const Tile &before = m_before.tiles[std::size_t(index)];
    const auto covers = [&](const ColumnRuns &now, const ColumnRuns &then) {
        const int halo = haloOf(now);
        const int sampling = grid.columnSampling();
        return now.isSame((tile.firstColumn - halo) * sampling, (tile.endColumn + halo) * sampling, then,
                          (before.firstColumn - halo) * sampling);
    };
    const bool isSame = before.isWhole() && covers(m_now.line, m_before.line)
                        && (m_now.look.shape != RasterLook::Shape::Area || covers(m_now.area, m_before.area));
    return isSame ? &before : nullptr;
}

//! `further` goes through the further runs from tile to tile.
void CurveRaster::fillTile(CoverTile &cover, const ColumnRuns &runs, const Tile &tile, std::size_t &further) const
{
    const RasterGrid &grid = m_now.grid;
    const int sampling = grid.columnSampling();
    const int height = grid.rows() * kPartsPerRow;
    const int halo = haloOf(runs);
    const int columns = tile.endColumn - tile.firstColumn;
    const auto add = [&](int column, int top, int end) {
        const int first = std::max(top, 0);
        const int last = std::min(end, height);
        if (first < last)
            cover.add(column, first, last);
    };
    cover.begin(grid.deviceRows, sampling);
    for (int device = -halo; device < columns + halo; ++device) {
        const int begin = (tile.firstColumn + device) * sampling;
        for (int column = begin; column < begin + sampling; ++column)
            add(device, runs.top(column), runs.end(column));
    }
    // Those of the halo are seen again by the next tile.
    const std::span<const ColumnRun> all = runs.further();
    const auto deviceColumn = [&](const ColumnRun &run) {
        return (run.column + sampling) / sampling - 1 - tile.firstColumn;
    };
    while (further < all.size() && deviceColumn(all[further]) < -halo)
        ++further;
    for (std::size_t i = further; i < all.size() && deviceColumn(all[i]) < columns + halo; ++i)
        add(deviceColumn(all[i]), all[i].top, all[i].end);
}

void CurveRaster::copyTile(const Tile &tile, const Tile &old)
{
    const auto columns = std::size_t(tile.endColumn - tile.firstColumn);
    QRgb *to = m_now.pixels.data() + tile.pixels;
    const QRgb *from = m_before.pixels.data() + old.pixels
                       + std::size_t(old.rows.first - old.patchRows.first) * std::size_t(old.stride);
    for (int row = tile.patchRows.first; row < tile.patchRows.end; ++row, to += tile.stride) {
        if (row < tile.rows.first || row >= tile.rows.end) {
            std::memset(to, 0, columns * sizeof(QRgb));
        } else {
            std::memcpy(to, from, columns * sizeof(QRgb));
            from += old.stride;
        }
    }
}

void CurveRaster::paintTile(const Tile &tile)
{
    const int columns = tile.endColumn - tile.firstColumn;
    QRgb *pixels = m_now.pixels.data() + tile.pixels;
    const auto clear = [&](int begin, int end) {
        for (int row = begin; row < end; ++row, pixels += tile.stride)
            std::memset(pixels, 0, std::size_t(columns) * sizeof(QRgb));
    };
    clear(tile.patchRows.first, tile.rows.first);
    const RasterLook &look = m_now.look;
    CoverTile *area = look.shape == RasterLook::Shape::Area ? &m_areaTile : nullptr;
    charts::paintTile(m_lineTile, area, TileShades::of(look.color, look.areaOpacity, m_beside),
                      {pixels, tile.stride, columns, tile.rows.first, tile.rows.end});
    pixels += std::ptrdiff_t(tile.stride) * (tile.rows.end - tile.rows.first);
    clear(tile.rows.end, tile.patchRows.end);
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
