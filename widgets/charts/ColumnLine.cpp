// SPDX-License-Identifier: GPL-3.0-or-later
#include "ColumnLine.h"

#include <utility>

namespace tickmark::charts {

void ColumnLine::add(qint64 column, double value)
{
    if (m_pending && column != m_column)
        flush();
    if (!m_pending) {
        m_pending = true;
        m_column = column;
        m_first = m_low = m_high = value;
        m_lowBeforeHigh = true;
    } else if (value < m_low) {
        m_low = value;
        m_lowBeforeHigh = false;
    } else if (value > m_high) {
        m_high = value;
        m_lowBeforeHigh = true;
    }
    m_last = value;
}

QPolygonF ColumnLine::take()
{
    if (m_pending)
        flush();
    return std::exchange(m_line, {});
}

void ColumnLine::flush()
{
    append(m_first);
    append(m_lowBeforeHigh ? m_low : m_high);
    append(m_lowBeforeHigh ? m_high : m_low);
    append(m_last);
    m_pending = false;
}

void ColumnLine::append(double value)
{
    const QPointF point(m_x.centre(m_column), m_y.y(value));
    if (m_line.isEmpty()) {
        m_line.append(point);
        return;
    }
    const QPointF before = m_line.constLast();
    if (before == point)
        return;
    if (m_steps && before.x() != point.x() && before.y() != point.y())
        m_line.append(QPointF(point.x(), before.y()));
    m_line.append(point);
}

} // namespace tickmark::charts
