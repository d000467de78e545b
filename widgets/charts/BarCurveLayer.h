// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarColumns.h"
#include "BarValues.h"
#include "ChartTheme.h"
#include "CurveLayer.h"

#include <memory>

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
    };

    BarCurveLayer(std::shared_ptr<const core::BarHistory> history, BarValues values, Look look);

    [[nodiscard]] std::optional<ValueRange> visibleRange(const XMap &x) const override;
    [[nodiscard]] std::optional<CurvePoint> lastVisible(const XMap &x) const override;
    [[nodiscard]] std::optional<CurvePoint> pointAt(const XMap &x, core::SessionDate session) const override;
    [[nodiscard]] std::vector<CurveHole> holes(const XMap &x) const override;
    [[nodiscard]] QList<QPolygonF> outline(const CurveFrame &frame) const override;
    void draw(QPainter &painter, const CurveFrame &frame) const override;

private:
    [[nodiscard]] bool isLine() const { return m_look.shape != Shape::Candles && m_look.shape != Shape::Volume; }
    [[nodiscard]] const std::vector<BarColumn> &columns(const XMap &x) const;
    [[nodiscard]] std::optional<CurvePoint> point(const BarColumn &column) const;
    [[nodiscard]] std::optional<CurveHole> holeBefore(const XMap &x, const BarColumn &first) const;
    [[nodiscard]] std::optional<CurveHole> holeAfter(const XMap &x, const BarColumn &last) const;
    [[nodiscard]] bool isUp(const BarColumn &column) const;
    [[nodiscard]] QList<QPolygonF> runs(const CurveFrame &frame) const;
    void drawLine(QPainter &painter, const CurveFrame &frame) const;
    void drawArea(QPainter &painter, const CurveFrame &frame, const QList<QPolygonF> &lines) const;
    void drawCandle(QPainter &painter, const CurveFrame &frame, const BarColumn &column) const;
    void drawVolume(QPainter &painter, const CurveFrame &frame, const BarColumn &column) const;
    void drawBox(QPainter &painter, const CurveFrame &frame, AxisRange body, double top, double bottom, bool up) const;

    std::shared_ptr<const core::BarHistory> m_history;
    BarValues m_values;
    Look m_look;

    //! The columns of the view asked for last: one picture asks several times.
    struct Cache
    {
        AxisRange range;
        qint64 nsPerColumn = 0;
        int columnCount = 0;
        bool tradingTime = false;
        std::vector<BarColumn> columns;
    };
    mutable Cache m_cache;
};

} // namespace tickmark::charts
