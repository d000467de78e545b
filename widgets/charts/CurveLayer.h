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

#include <memory>
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
    bool isOutage = false; //!< of a stream, now: `after` is no value yet
};

//! The moment at which curves are read: a session where all bars are daily ones, else a time. Exchanges of several zones
//! meet in the date of their sessions, never in a place on the axis: there a later session of one may stand left of an
//! earlier one of another.
struct CurveMoment
{
    core::SessionDate session;
    core::Time time;
    bool intraday = false;
    //! Width of a device column on the axis: ticks tell their low and high within it. 0: of the tick alone.
    qint64 nsPerColumn = 0;
};

//! A real quote of a curve, from full data whatever is drawn.
struct CurveQuote
{
    double value = 0; //!< in display units: price, percent or volume
    double low = 0;   //!< of the bar or of the ticks in one column, display units
    double high = 0;
    double open = 0;
    double price = 0;  //!< close or last price as quoted
    int direction = 0; //!< of the bar: -1, 0 or +1
    core::Time time;   //!< when it was quoted: close of the session, start of the bar, time of the tick
    core::SessionDate session;
    qint64 axis = 0;     //!< where it is drawn
    bool isFinal = true; //!< false while the data that it is of are on their way: about the right one
    qint64 seriesId = 0; //!< stored series that it is of; 0: that of the curve
};

//! What happened between two moments, prices as quoted.
struct CurveSpan
{
    double low = 0;
    double high = 0;
    double volume = 0; //!< in display units of a volume pane; 0 when the source gave none
    int sessions = 0;
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
//! its data are: bars, or ticks. A layer holds values only, so the same layer serves
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
    //! The quote of a moment, else the nearest earlier one, never a later one; nothing before the first. Among intraday
    //! bars a daily one counts from its opening on, and as part of a line from its close on.
    [[nodiscard]] virtual std::optional<CurveQuote> quoteAt(const std::shared_ptr<const core::TimeScale> &scale,
                                                            const CurveMoment &moment) const = 0;
    //! The nearest quote later than a moment; nothing after the last.
    [[nodiscard]] virtual std::optional<CurveQuote> quoteAfter(const std::shared_ptr<const core::TimeScale> &scale,
                                                               const CurveMoment &moment) const = 0;
    //! Of the quotes after the one at `from`, up to and including the one at `to`; nothing when there are none.
    [[nodiscard]] virtual std::optional<CurveSpan> spanBetween(const CurveMoment &from,
                                                               const CurveMoment &to) const = 0;
    //! Breaks in view, left to right.
    [[nodiscard]] virtual std::vector<CurveHole> holes(const XMap &x) const = 0;
    //! The line that will be drawn, clipped to the plot, so that labels can keep off it; of candles body and wick, empty for
    //! bars of volume.
    [[nodiscard]] virtual QList<QPolygonF> outline(const CurveFrame &frame) const = 0;
    virtual void draw(QPainter &painter, const CurveFrame &frame) const = 0;

protected:
    CurveLayer() = default;
    CurveLayer(const CurveLayer &) = default;
    CurveLayer &operator=(const CurveLayer &) = default;
};

} // namespace tickmark::charts
