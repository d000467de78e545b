// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Measure.h"
#include "PaneContext.h"

#include <QColor>
#include <QString>

#include <vector>

namespace tickmark::charts {

//! One curve's value at the crosshair, at the end of the view, or over the measured range, as the head of its pane says it.
struct CurveReading
{
    QString symbol;
    QString name;
    QColor color;
    int direction = 0;   //!< of single volumes and candles: -1, 0, +1 against the open
    QString text;        //!< "−16,97"; an en dash when there is no quote yet
    bool isFinal = true; //!< false: about the value; the right one is on its way
};

//! What the head of a pane shows.
struct PaneReading
{
    QString title;
    QString note;
    QString when; //!< the date or time that the values are of, or the measured range
    std::vector<CurveReading> curves;
    QString warning{}; //!< what a damaged store no longer has of the view; empty when all is there
};

//! The values at a stop, of full data: lines have the nearest earlier one with its date, volumes and candles an en dash
//! where there is no bar. Instruments stand in the order of the spec.
[[nodiscard]] std::vector<PaneReading> readingsAt(const std::vector<PaneContext> &panes, const CrosshairStop &stop);

//! The changes over a measured range: percent for prices, sums for volumes.
[[nodiscard]] std::vector<PaneReading> readingsOf(const std::vector<PaneContext> &panes, const Measurement &range);

//! Titles with an en dash for every value.
[[nodiscard]] std::vector<PaneReading> emptyReadings(const std::vector<PaneContext> &panes);

//! "24 Jan – 31 Jan 2025", with clock times among intraday bars.
[[nodiscard]] QString rangeText(const ChartPlan &plan, const Measurement &range);

//! All of it as one text for screen readers.
[[nodiscard]] QString spokenReadings(const std::vector<PaneReading> &readings);

} // namespace tickmark::charts
