// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ColumnRuns.h"
#include "CoverTile.h"
#include "CurveLayer.h"
#include "CurveTrace.h"

#include <QColor>
#include <QImage>

#include <cstddef>
#include <span>
#include <vector>

namespace tickmark::charts {

//! Raster columns and rows of one plot. Fine: kFine raster columns per device column, for curves that one can see the
//! points of. Dense: one, for curves with several points per column, whose zigzag no antialiasing across columns would
//! show. Rows are always kFine per device row. A value.
struct RasterGrid
{
    static constexpr int kFine = XMap::kFine;

    int deviceColumns = 0;
    int deviceRows = 0;
    bool fine = true;
    qint64 firstColumn = 0; //!< number of the first device column; those of panned pictures count on

    [[nodiscard]] static RasterGrid of(const CurveFrame &frame, bool fine);
    [[nodiscard]] int columnSampling() const { return fine ? kFine : 1; }
    [[nodiscard]] int columns() const { return deviceColumns * columnSampling(); }
    [[nodiscard]] int rows() const { return deviceRows * kFine; }

    friend bool operator==(const RasterGrid &, const RasterGrid &) = default;
};

//! How a curve is drawn. Lengths in device pixels.
struct RasterLook
{
    enum class Shape { Line, Step, Area };

    Shape shape = Shape::Line;
    QColor color;
    double width = 1.6;
    double areaOpacity = 0; //!< of the fill between an Area's line and `foot`
    int foot = 0;           //!< raster row

    friend bool operator==(const RasterLook &, const RasterLook &) = default;
};

//! Draws curves by integers alone: consecutive points are joined (CurveTrace), what they cover is widened to the line's
//! width (ColumnRuns), and what part of each device pixel is covered (CoverTile) becomes its opacity. Nothing depends on
//! where the view begins or on what was drawn before, so the picture of column summaries is, byte for byte, that of
//! every single value. Width across columns: fine, to the nearest odd number of raster columns; dense, neighbouring
//! columns take part in the cover as far as the line reaches into them.
//! O(points + columns + covered pixels). Pure; any thread. Keeps its buffers and the picture drawn before: tiles that
//! cover the same again, as nearly all do when a view pans or goes on by whole columns, are copied from there.
class CurveRaster
{
public:
    //! A part of the plot that is not empty, in device columns and rows (half-open).
    struct Patch
    {
        int firstColumn = 0;
        int endColumn = 0;
        int firstRow = 0;
        int endRow = 0;
        std::size_t pixels = 0; //!< where its rows begin in the picture's pixels; they follow each other

        [[nodiscard]] int columns() const { return endColumn - firstColumn; }
        [[nodiscard]] int rows() const { return endRow - firstRow; }
        friend bool operator==(const Patch &, const Patch &) = default;
    };
    //! Premultiplied ARGB; what lies outside the patches is transparent. Valid until the next picture.
    struct Picture
    {
        std::span<const QRgb> pixels;
        std::span<const Patch> patches;

        //! One patch, sharing the picture's pixels.
        [[nodiscard]] QImage image(const Patch &patch) const;
    };
    [[nodiscard]] Picture draw(const RasterGrid &grid, std::span<const RasterPoint> points, const RasterLook &look);

private:
    struct Rows
    {
        int first = 0;
        int end = 0;
    };
    //! Up to CoverTile::kColumns columns, bounded by multiples of that.
    struct Tile
    {
        int firstColumn = 0;
        int endColumn = 0;
        Rows rows = {};         //!< that are not empty
        Rows patchRows = {};    //!< of the patch it is in
        std::size_t pixels = 0; //!< where the first of those begins
        int stride = 0;         //!< pixels from row to row

        [[nodiscard]] bool isWhole() const { return endColumn - firstColumn == CoverTile::kColumns; }
    };
    //! A picture and what it was painted from.
    struct Drawn
    {
        RasterGrid grid;
        RasterLook look;
        ColumnRuns line;
        ColumnRuns area;
        std::vector<Tile> tiles;
        std::vector<Patch> patches;
        std::vector<QRgb> pixels;
    };

    void coverLine(std::span<const RasterPoint> points);
    void coverArea();
    void planTiles();
    void findTileRows(const ColumnRuns &runs);
    void planPatches();
    void placePixels();
    void fillTile(CoverTile &cover, const ColumnRuns &runs, const Tile &tile, std::size_t &further) const;
    [[nodiscard]] int haloOf(const ColumnRuns &runs) const;
    [[nodiscard]] const Tile *sameTile(const Tile &tile) const;
    void copyTile(const Tile &tile, const Tile &old);
    void paintTile(const Tile &tile);

    Drawn m_now;
    Drawn m_before;
    CurveTrace m_trace;
    CoverTile m_lineTile;
    CoverTile m_areaTile;
    int m_beside = 0; //!< of CoverTile::kFull: the part of its neighbours' cover that a dense column takes
};

//! True where a picture can be painted pixel by pixel: on a raster engine, at the scale of the frame.
[[nodiscard]] bool canDrawPictures(const QPainter &painter, const CurveFrame &frame);

//! The device pixels of `picture` onto the plot of `frame`, without any scaling. See canDrawPictures().
void drawPicture(QPainter &painter, const CurveFrame &frame, const CurveRaster::Picture &picture);

} // namespace tickmark::charts
