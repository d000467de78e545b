// SPDX-License-Identifier: GPL-3.0-or-later
#include "HoveredQuote.h"

#include <core/ShownPrice.h>

#include <algorithm>
#include <limits>

namespace tickmark::charts {

namespace {

constexpr double kReach = 16; // px from a line, and around a bar

//! px from `y` to what is drawn of a quote; 0 on it.
double distanceTo(const PaneContext &pane, const CurveQuote &quote, double y)
{
    double top = pane.y.y(quote.value);
    double bottom = top;
    if (pane.spec().kind == PaneKind::Volume) {
        bottom = pane.plot.bottom();
    } else if (pane.spec().candles) {
        top = pane.y.y(quote.high);
        bottom = pane.y.y(quote.low);
    }
    return y < top ? top - y : std::max(0.0, y - bottom);
}

} // namespace

std::optional<HoveredQuote> hoveredQuote(const PaneContext &pane, const CrosshairStop &stop, double y)
{
    std::optional<HoveredQuote> nearest;
    double least = kReach;
    for (const PlannedCurve &curve : pane.spec().curves) {
        const auto quote = curve.layer->quoteAt(pane.plan->timeScale, stop.moment());
        if (!quote || quote->session != stop.session)
            continue;
        const double distance = distanceTo(pane, *quote, y);
        if (distance > least)
            continue;
        least = distance;
        nearest = HoveredQuote{curve.name,
                               curve.instrument.id,
                               quote->seriesId != 0 ? quote->seriesId : curve.series.id,
                               quote->session,
                               curve.isIntraday() ? std::optional(quote->time) : std::nullopt,
                               quote->price,
                               core::shownDecimals(quote->price, curve.series.priceDecimals, curve.ownDecimals)};
    }
    return nearest;
}

} // namespace tickmark::charts
