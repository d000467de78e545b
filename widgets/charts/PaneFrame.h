// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartTheme.h"

#include <QRectF>

#include <vector>

class QGraphicsScene;

namespace tickmark::charts {

//! The frame of one pane: its grid, drawn by Qt Charts, which nothing else knows of. Positions in px of the scene.
struct PaneFrame
{
    QRectF area; //!< the whole pane, gutters included
    QRectF plot;
    std::vector<double> rows;    //!< horizontal grid lines
    std::vector<double> columns; //!< vertical grid lines
    double lineWidth = 1;
};

//! Adds the frame to `scene`, which owns it.
void addPaneFrame(QGraphicsScene &scene, const PaneFrame &frame, const ChartTheme &theme);

} // namespace tickmark::charts
