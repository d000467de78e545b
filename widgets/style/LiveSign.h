// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartTheme.h>
#include <core/LiveState.h>

#include <QRectF>

class QPainter;

namespace tickmark::style {

//! Draws how a live stream stands in the middle of `box` (12 px fit), each state with a shape and colour of its own: a disc
//! that sends (live), three dots (connecting), a clock (waiting), a disc above a struck line (not stored), a triangle with an
//! exclamation mark (stopped), two bars (ending).
void paintLiveSign(QPainter &painter, const QRectF &box, core::LiveState state, const charts::ChartTheme &theme);

//! Of the word beside it.
[[nodiscard]] QColor liveColor(core::LiveState state, const charts::ChartTheme &theme);

} // namespace tickmark::style
