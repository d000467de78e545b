// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "XMap.h"
#include "YMap.h"

#include <QPolygonF>

namespace tickmark::charts {

//! Builds a polyline from values that arrive left to right, keeping of each device column only what can be seen: first,
//! least, greatest and last value (M4: Jugel et al., VLDB 2014). So a line has at most four points per column however
//! long its history is. Used once per unbroken run; the maps must outlive it.
class ColumnLine
{
public:
    //! `steps`: a value holds until the next one.
    ColumnLine(const XMap &x, const YMap &y, bool steps) : m_x(x), m_y(y), m_steps(steps) {}

    void add(qint64 column, double value);
    //! The line so far, in px; the next value begins a new one. One point when only one value came.
    [[nodiscard]] QPolygonF take();

private:
    void flush();
    void append(double value);

    const XMap &m_x;
    const YMap &m_y;
    bool m_steps;
    QPolygonF m_line;
    bool m_pending = false;
    qint64 m_column = 0;
    double m_first = 0;
    double m_low = 0;
    double m_high = 0;
    double m_last = 0;
    bool m_lowBeforeHigh = true;
};

} // namespace tickmark::charts
