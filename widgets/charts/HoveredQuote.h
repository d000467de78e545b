// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Crosshair.h"
#include "PaneContext.h"

#include <QString>

#include <optional>

namespace tickmark::charts {

//! A value of a curve that the pointer rests on.
struct HoveredQuote
{
    QString name; //!< of the curve, in the chart's language
    qint64 instrumentId = 0;
    qint64 seriesId = 0; //!< stored series that it is of
    core::SessionDate session;
    std::optional<core::Time> time; //!< start of an intraday bar, time of a tick; nothing: a daily bar
    double price = 0;               //!< close or last price, as quoted
    int decimals = 2;

    friend bool operator==(const HoveredQuote &, const HoveredQuote &) = default;
};

//! The quote of `pane` at a stop that lies nearest to `y` (px): within reach of a line, between low and high of a bar.
//! Nothing where there is none: an earlier quote does not count.
[[nodiscard]] std::optional<HoveredQuote> hoveredQuote(const PaneContext &pane, const CrosshairStop &stop, double y);

} // namespace tickmark::charts
