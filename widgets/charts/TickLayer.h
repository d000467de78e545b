// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarCurveLayer.h"
#include "CurveRaster.h"
#include "TickBars.h"
#include "TickPath.h"

#include <memory>

namespace tickmark::charts {

//! Ticks as a line, steps or an area, of every tick and exact to the pixel; as candles or volume bars of an interval that
//! the zoom chooses, through a BarCurveLayer of bars made for the view. Draws what the pages of its curve hold and notes
//! there what is missing: a picture is settled once TickPages::isSettled(). Keeps what it found from picture to picture;
//! a layer made after one of the same series and pane goes on with that.
class TickLayer : public CurveLayer
{
public:
    using Look = BarCurveLayer::Look;

    //! `base`: what percent are counted from; nothing: prices, or volumes in `volumeUnit`. `like`: the layer that this one
    //! takes the place of; may be null.
    TickLayer(std::shared_ptr<const TickCurve> curve, std::optional<core::Price> base, double volumeUnit, Look look,
              const TickLayer *like = nullptr);

    [[nodiscard]] const TickCurve &curve() const { return *m_curve; }
    //! Would draw exactly what this one does.
    [[nodiscard]] bool isSame(const TickLayer &other) const
    {
        return m_curve == other.m_curve && m_values == other.m_values && m_look == other.m_look;
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

    //! Raster columns that the last draw() asked of the history; 0 when all were known.
    [[nodiscard]] qint64 queriedColumns() const { return m_kept->cells.queried(); }

private:
    //! What outlives the layer.
    struct Kept
    {
        TickCells cells;
        TickBreaks breaks;
        CurveRaster raster;
        //! Rows of the picture, and what they are of.
        std::shared_ptr<const ticks::RowTable> rows;
        std::vector<double> rowsKey;
        //! Bars of the view asked for last.
        std::shared_ptr<const BarCurveLayer> bars;
        std::shared_ptr<const core::TimeScale> barsScale;
        AxisRange barsView;
        qint64 barsInterval = core::kNsPerMinute;
        ticks::SnapshotPtr barsSnapshot;
        quint64 barsLoads = 0;
    };

    [[nodiscard]] bool isLine() const
    {
        return m_look.shape != BarCurveLayer::Shape::Candles && m_look.shape != BarCurveLayer::Shape::Volume;
    }
    [[nodiscard]] ticks::PageCache &cache() const { return m_curve->pages->cache(); }
    [[nodiscard]] core::TimeRange timesOf(const XMap &x, AxisRange columns) const;
    [[nodiscard]] const BarCurveLayer &bars(const XMap &x) const;
    [[nodiscard]] double valueOf(const core::Tick &tick) const { return m_values.ofPrice(tick.price); }
    [[nodiscard]] std::optional<CurvePoint> point(const XMap &x, const core::Tick &tick, qint64 axis) const;
    [[nodiscard]] std::optional<double> valueAtEdge(const XMap &x, qint64 edge, core::Time time) const;
    [[nodiscard]] std::vector<TickBreak> breaksIn(const XMap &x) const;
    [[nodiscard]] bool isFine(const XMap &x) const;
    [[nodiscard]] std::vector<TickPoint> path(const CurveFrame &frame, const TickColumns &columns) const;
    [[nodiscard]] std::shared_ptr<const ticks::RowTable> rowsOf(const CurveFrame &frame) const;
    [[nodiscard]] QList<QPolygonF> runs(const CurveFrame &frame, const TickColumns &columns,
                                        const std::vector<TickPoint> &path) const;
    void drawRaster(QPainter &painter, const CurveFrame &frame, const TickColumns &columns,
                    const std::vector<TickPoint> &path) const;
    void drawPaths(QPainter &painter, const CurveFrame &frame, const QList<QPolygonF> &lines) const;
    void drawRests(QPainter &painter, const CurveFrame &frame, const TickColumns &columns,
                   const std::vector<TickPoint> &path) const;
    void drawLoneDots(QPainter &painter, const CurveFrame &frame, const TickColumns &columns,
                      const std::vector<TickPoint> &path) const;

    [[nodiscard]] core::Time endOf(const CurveMoment &moment) const;
    [[nodiscard]] CurveQuote quoteOf(const std::shared_ptr<const core::TimeScale> &scale, const core::Tick &tick,
                                     bool isFinal, qint64 nsPerColumn) const;
    [[nodiscard]] std::optional<CurveQuote> barQuote(const std::shared_ptr<const core::TimeScale> &scale,
                                                     core::Time time) const;

    std::shared_ptr<const TickCurve> m_curve;
    std::optional<core::Price> m_base;
    BarValues m_values;
    Look m_look;
    std::shared_ptr<Kept> m_kept;
};

} // namespace tickmark::charts
