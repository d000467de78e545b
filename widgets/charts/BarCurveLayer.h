// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarColumns.h"
#include "BarValues.h"
#include "ChartTheme.h"
#include "CurveRaster.h"

#include <memory>
#include <span>
#include <vector>

namespace tickmark::charts {

//! Bars as a line, steps, an area, candles or volume bars. Shares the history; immutable after construction.
class BarCurveLayer : public CurveLayer
{
public:
    enum class Shape { Line, Step, Area, Candles, Volume };

    struct Look
    {
        Shape shape = Shape::Line;
        SeriesStyle style;
        QColor up; //!< of candles and volume bars
        QColor down;
        int sideIndex = 0; //!< volume bars of several instruments stand side by side
        int sideCount = 1;
        bool atClose = false; //!< lines of daily bars among intraday ones
        bool rests = false;   //!< dotted while its market is closed and others trade

        friend bool operator==(const Look &, const Look &) = default;
    };

    //! `like`: a layer of the same history, whose places on the axis may be used again; may be null.
    BarCurveLayer(std::shared_ptr<const core::BarHistory> history, BarValues values, Look look,
                  const BarCurveLayer *like = nullptr);

    [[nodiscard]] const std::shared_ptr<const core::BarHistory> &history() const { return m_history; }
    //! Would draw exactly what one made of these would.
    [[nodiscard]] bool isSame(const BarValues &values, const Look &look) const
    {
        return m_values == values && m_look == look;
    }

    [[nodiscard]] std::optional<ValueRange> visibleRange(const XMap &x) const override;
    [[nodiscard]] std::optional<CurvePoint> lastVisible(const XMap &x) const override;
    [[nodiscard]] std::optional<CurvePoint> pointAt(const XMap &x, core::SessionDate session) const override;
    [[nodiscard]] std::optional<CurveQuote> quoteAt(const std::shared_ptr<const core::TimeScale> &scale,
                                                    const CurveMoment &moment) const override;
    [[nodiscard]] std::optional<CurveQuote> quoteAfter(const std::shared_ptr<const core::TimeScale> &scale,
                                                       const CurveMoment &moment) const override;
    [[nodiscard]] std::optional<CurveSpan> spanBetween(const CurveMoment &from, const CurveMoment &to) const override;
    [[nodiscard]] std::vector<CurveHole> holes(const XMap &x) const override;
    [[nodiscard]] QList<QPolygonF> outline(const CurveFrame &frame) const override;
    void draw(QPainter &painter, const CurveFrame &frame) const override;

private:
    [[nodiscard]] bool isLine() const { return m_look.shape != Shape::Candles && m_look.shape != Shape::Volume; }
    [[nodiscard]] BarPlace place() const { return m_look.atClose && isLine() ? BarPlace::Close : BarPlace::Middle; }
    [[nodiscard]] const BarPlaces &places(const std::shared_ptr<const core::TimeScale> &scale) const;
    [[nodiscard]] const std::vector<BarColumn> &columns(const XMap &x) const;
    [[nodiscard]] std::optional<ValueRange> rangeOf(const XMap &x) const;
    //! Where the line between two neighbours crosses `column`.
    [[nodiscard]] double valueBetween(const BarColumn &before, const BarColumn &after, qint64 column) const;
    [[nodiscard]] std::optional<CurvePoint> point(const BarColumn &column) const;
    [[nodiscard]] std::optional<CurveHole> holeBefore(const XMap &x, const BarColumn &first) const;
    [[nodiscard]] std::optional<CurveHole> holeAfter(const XMap &x, const BarColumn &last) const;
    [[nodiscard]] bool isBy(const core::Bar &bar, const CurveMoment &moment) const;
    //! Bars up to and including the one of a moment.
    [[nodiscard]] std::size_t countBy(const CurveMoment &moment) const;
    [[nodiscard]] CurveQuote quote(const BarPlaces &all, std::size_t index) const;
    [[nodiscard]] bool isUp(std::size_t bar) const;
    [[nodiscard]] QList<QPolygonF> runs(const CurveFrame &frame) const;
    [[nodiscard]] bool rests(const CurvePoint &before, const BarColumn &column) const;
    void drawRests(QPainter &painter, const CurveFrame &frame) const;
    void drawLine(QPainter &painter, const CurveFrame &frame) const;
    void drawPixels(QPainter &painter, const CurveFrame &frame) const;
    void drawPaths(QPainter &painter, const CurveFrame &frame) const;
    void drawArea(QPainter &painter, const CurveFrame &frame, const QList<QPolygonF> &lines) const;
    void drawLoneDot(QPainter &painter, const CurveFrame &frame, const RasterPoint &point, bool fine) const;
    [[nodiscard]] std::vector<RasterPoint> rasterPoints(const CurveFrame &frame, bool fine) const;
    [[nodiscard]] QPolygonF candleOutline(const CurveFrame &frame, const BarColumn &column) const;
    void drawBoxes(QPainter &painter, const CurveFrame &frame) const;
    //! The bars of one device column.
    void drawBox(QPainter &painter, const CurveFrame &frame, std::span<const BarColumn> bars) const;
    void drawCandle(QPainter &painter, const CurveFrame &frame, std::span<const BarColumn> bars) const;
    void drawVolume(QPainter &painter, const CurveFrame &frame, std::span<const BarColumn> bars) const;
    void drawBox(QPainter &painter, const CurveFrame &frame, AxisRange body, double top, double bottom, bool up) const;

    std::shared_ptr<const core::BarHistory> m_history;
    BarValues m_values;
    Look m_look;

    //! The columns of the view asked for last: one picture asks several times.
    struct Cache
    {
        std::shared_ptr<const core::TimeScale> scale;
        AxisRange range;
        qint64 nsPerColumn = 0;
        int columnCount = 0;
        std::vector<BarColumn> columns;
        std::optional<ValueRange> values;
    };
    mutable std::shared_ptr<const BarPlaces> m_places; //!< null until first asked for
    mutable Cache m_cache;
    mutable CurveRaster m_raster; //!< for its buffers
};

} // namespace tickmark::charts
