// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/BarCurveLayer.h>
#include <charts/CurveRaster.h>
#include <charts/TickCurve.h>
#include <ticks/RowTable.h>

#include <optional>
#include <vector>

class QPainter;

namespace tickmark::tests {

//! The picture that a curve of ticks must be: every single tick is snapped to its raster column and row by itself, and
//! joined to the one before unless a recorded gap lies between, or a whole session of its calendar that is at least a
//! column wide. Nothing is summed up, looked up or kept. Has the rasteriser and the two scales in common with TickLayer,
//! and the table of rows for prices on the very edge of a row. O(ticks), 32 bytes for each.
class TickReference
{
public:
    //! `frame` must outlive it. `fine`: see isFine().
    TickReference(const charts::TickCurve &curve, std::optional<core::Price> base,
                  const charts::BarCurveLayer::Look &look, const charts::CurveFrame &frame, bool fine);

    void reserve(std::size_t ticks) { m_points.reserve(ticks); }
    //! In the order of the history; all of them, or all in view and at least one neighbour on either side.
    void add(const core::Tick &tick);
    //! Once, after the last tick.
    void draw(QPainter &painter);

private:
    //! A value on its own, larger than a speck.
    struct Dot
    {
        qint64 column = 0;
        qint64 price = 0;
    };

    [[nodiscard]] double valueOf(qint64 price) const;
    [[nodiscard]] int rowOf(qint64 price) const;
    [[nodiscard]] bool isJoined(const core::Tick &tick);
    [[nodiscard]] bool isSessionBetween(core::Time before, core::Time after) const;
    void endPiece();
    [[nodiscard]] int footRow() const;

    const charts::CurveFrame &m_frame;
    charts::RasterGrid m_grid;
    charts::BarCurveLayer::Look m_look;
    core::CalendarPtr m_calendar;
    std::vector<core::TimeRange> m_gaps;
    double m_unit;
    std::optional<core::Price> m_base;
    ticks::RowTable m_rows;
    double m_rowsPerPx;
    qint64 m_nsPerColumn; //!< of a raster column
    qint64 m_plotBegin;   //!< number of the plot's first raster column
    std::vector<charts::RasterPoint> m_points;
    std::vector<Dot> m_dots; //!< of the pieces that are over
    std::optional<core::Tick> m_last;
    qint64 m_pieceColumn = 0; //!< where the piece of the last tick begins
    std::size_t m_nextGap = 0;
};

//! Whether TickLayer cuts each device column of this view into finer ones: where they hold few ticks, by the estimate of
//! the snapshot.
[[nodiscard]] bool isFine(const ticks::TickSnapshot &snapshot, const charts::XMap &x);

//! Pixels in which two pictures of one size differ.
[[nodiscard]] qint64 differingPixels(const QImage &a, const QImage &b);

} // namespace tickmark::tests
