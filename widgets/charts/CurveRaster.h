// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ColumnRuns.h"
#include "CoverTile.h"
#include "CurveLayer.h"
#include "CurveTrace.h"

#include <QColor>
#include <QImage>

#include <array>
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
};

//! Draws curves by integers alone: consecutive points are joined (CurveTrace), what they cover is widened to the line's
//! width (ColumnRuns), and what part of each device pixel is covered (CoverTile) becomes its opacity. Nothing depends on
//! where the view begins or on what was drawn before, so the picture of column summaries is, byte for byte, that of
//! every single value. Width across columns: fine, to the nearest odd number of raster columns; dense, neighbouring
//! columns take part in the cover as far as the line reaches into them.
//! O(points + columns + covered pixels). Pure; any thread. Keeps its buffers from picture to picture.
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
    //! Colours by cover.
    using Shades = std::array<QRgb, CoverTile::kFull + 1>;

    void coverLine(const RasterGrid &grid, std::span<const RasterPoint> points, const RasterLook &look);
    void coverArea(const RasterGrid &grid, int foot);
    void fillTile(CoverTile &tile, const RasterGrid &grid, const ColumnRuns &runs, int firstColumn,
                  std::size_t &further) const;
    [[nodiscard]] int haloOf(const RasterGrid &grid, const ColumnRuns &runs) const;
    void findTileRows(const RasterGrid &grid, const ColumnRuns &runs);
    void planPatches(const RasterGrid &grid);
    void paintTile(const Patch &patch, int firstColumn, int endColumn, bool area);

    CurveTrace m_trace;
    ColumnRuns m_line;
    ColumnRuns m_area;
    CoverTile m_lineTile;
    CoverTile m_areaTile;
    Shades m_lineShades{};
    Shades m_areaShades{};
    int m_beside = 0; //!< of kFull: the part of its neighbours' cover that a dense column takes
    std::vector<Rows> m_tileRows;
    std::vector<Patch> m_patches;
    std::vector<QRgb> m_pixels;
};

//! True where a picture can be painted pixel by pixel: on a raster engine, at the scale of the frame.
[[nodiscard]] bool canDrawPictures(const QPainter &painter, const CurveFrame &frame);

//! The device pixels of `picture` onto the plot of `frame`, without any scaling. See canDrawPictures().
void drawPicture(QPainter &painter, const CurveFrame &frame, const CurveRaster::Picture &picture);

} // namespace tickmark::charts
