// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PaneContext.h"

class QPainter;

namespace tickmark::charts {

//! Shades pre- and after-market of every day in view.
void drawExtendedHours(QPainter &painter, const PaneContext &context);
//! Names them at the plot's top, where there is room.
void drawExtendedHoursNames(QPainter &painter, const PaneContext &context);

} // namespace tickmark::charts
