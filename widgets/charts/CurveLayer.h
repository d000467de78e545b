// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PixelGrid.h"
#include "XMap.h"
#include "YMap.h"
#include <core/Time.h>

#include <QColor>
#include <QList>
#include <QPolygonF>
#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

namespace tickmark::charts {

//! A value of a curve where it is drawn.
struct CurvePoint
{
    qint64 column = 0;
    double value = 0; //!< in display units: price, percent or volume
    core::SessionDate session;
};

//! A run of sessions without data between two real values.
struct CurveHole
{
    CurvePoint before; //!< its column may lie left of the view
    CurvePoint after;
};

//! What a layer draws into. References live as long as the call.
struct CurveFrame
{
    const XMap &x;
    const YMap &y;
    PixelGrid grid;
    QRectF plot;       //!< px; nothing is drawn outside
    QColor background; //!< under the plot, for hollow shapes and rims
};

//! Draws the quotes of one instrument into one pane. The interface behind which every kind of curve stands, whatever
//! its data are: bars today, ticks by a raster of device columns. A layer holds values only, so the same layer serves
//! windows and files, raster and vector. All calls from one thread at a time.
class CurveLayer
{
public:
    virtual ~CurveLayer();

    //! Least and greatest value to be seen in the map's columns, what enters from the left included; nothing when the
    //! view holds no value.
    [[nodiscard]] virtual std::optional<ValueRange> visibleRange(const XMap &x) const = 0;
    //! The last value in view.
    [[nodiscard]] virtual std::optional<CurvePoint> lastVisible(const XMap &x) const = 0;
    //! The close of `session`; nothing when there is none in view.
    [[nodiscard]] virtual std::optional<CurvePoint> pointAt(const XMap &x, core::SessionDate session) const = 0;
    //! Breaks in view, left to right.
    [[nodiscard]] virtual std::vector<CurveHole> holes(const XMap &x) const = 0;
    //! The line that will be drawn, clipped to the plot, so that labels can keep off it; empty for bars and candles.
    [[nodiscard]] virtual QList<QPolygonF> outline(const CurveFrame &frame) const = 0;
    virtual void draw(QPainter &painter, const CurveFrame &frame) const = 0;

protected:
    CurveLayer() = default;
    CurveLayer(const CurveLayer &) = default;
    CurveLayer &operator=(const CurveLayer &) = default;
};

} // namespace tickmark::charts
