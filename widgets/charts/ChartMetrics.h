// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tickmark::charts {

//! Sizes of a chart's parts, px at scale 1.0 (visual.md, "Type", "Charts" and "Print"). A value.
struct ChartMetrics
{
    int axisText = 11; //!< value and time axes, base word, hole notes
    int endLabelText = 12;
    int calloutText = 12; //!< values of the day in question, at the curve
    int paneTitleText = 12;
    int markerText = 11;
    double endLabelStep = 16; //!< least distance between the baselines of two end labels
    double paneHead = 28;
    double markerLane = 28;
    double markerRadius = 9;
    double timeAxis = 42;
    double axisDayBaseline = 16; //!< below the plot's foot
    double axisMonthBaseline = 34;
    double paneGap = 10;      //!< between the foot of one plot and the head of the next pane
    double leftGutter = 52;   //!< at least
    double rightGutter = 118; //!< at least
    double labelGap = 8;      //!< between axis labels and the plot
    double dotRadius = 3;     //!< of a curve's last value and of callouts
    double plotHeight = 270;  //!< of a price pane when the height may grow; volume has half
    double singlePlotHeight = 402;
    double leastPricePlot = 120;
    double leastVolumePlot = 60;
    bool lineSamples = false; //!< end labels repeat the line style

    //! For windows.
    [[nodiscard]] static ChartMetrics screen() { return {}; }
    //! For pages: exports in every theme, reports.
    [[nodiscard]] static ChartMetrics page()
    {
        ChartMetrics metrics;
        metrics.axisText = 13;
        metrics.endLabelText = 15;
        metrics.calloutText = 13;
        metrics.paneTitleText = 14;
        metrics.markerText = 13;
        metrics.endLabelStep = 20;
        metrics.markerLane = 40;
        metrics.markerRadius = 12;
        metrics.timeAxis = 54;
        metrics.axisDayBaseline = 20;
        metrics.axisMonthBaseline = 40;
        metrics.paneGap = 14;
        metrics.leftGutter = 46;
        metrics.dotRadius = 3.5;
        metrics.plotHeight = 300;
        return metrics;
    }
};

} // namespace tickmark::charts
