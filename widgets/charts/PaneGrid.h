// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PaneFrame.h"

class QPainter;

namespace tickmark::charts {

//! The grid of a window's pane, by our own hand: a QChart takes longer to be made than everything else of a frame
//! together, and a pan makes one for each pane.
void drawPaneGrid(QPainter &painter, const PaneFrame &frame, const QColor &color);

} // namespace tickmark::charts
