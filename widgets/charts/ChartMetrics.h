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
    //! Drawn for a window: every pane has a head, which is left to widgets; headlines are discs and rings; no values are
    //! written at the curves, the crosshair tells them; end labels that do not fit are left out.
    bool onScreen = false;
    double markerDisc = 4.5;
    double rightPadding = 0;  //!< right of the values of end labels
    double baseHandleGap = 6; //!< from the baseline of the days to the triangle of the base

    //! For windows.
    [[nodiscard]] static ChartMetrics screen()
    {
        ChartMetrics metrics;
        metrics.onScreen = true;
        metrics.paneGap = 0;
        metrics.axisDayBaseline = 15;
        metrics.axisMonthBaseline = 33;
        metrics.rightPadding = 12;
        metrics.baseHandleGap = 4;
        metrics.leastPricePlot = 48;
        metrics.leastVolumePlot = 32;
        return metrics;
    }
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
