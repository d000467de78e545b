// SPDX-License-Identifier: GPL-3.0-or-later
#include "DashedLine.h"

#include <QLineF>
#include <QPaintEngine>
#include <QPainter>

#include <numeric>

namespace tickmark::charts {

namespace {

//! Walks along a line and lays dashes on it.
class DashWalk
{
public:
    explicit DashWalk(const QList<qreal> &pattern) : m_pattern(pattern), m_left(pattern.constFirst()) {}

    void go(QPointF from, QPointF to)
    {
        const double length = QLineF(from, to).length();
        const QPointF way = length > 0 ? (to - from) / length : QPointF();
        double done = 0;
        while (length - done > m_left) {
            done += m_left;
            turn(from + way * done);
        }
        m_left -= length - done;
        if (isDash())
            m_dash.append(to);
    }
    void begin(QPointF at) { m_dash = {at}; }
    QList<QPolygonF> take()
    {
        if (isDash() && m_dash.size() > 1)
            m_dashes.append(m_dash);
        return std::move(m_dashes);
    }

private:
    bool isDash() const { return m_part % 2 == 0; }
    void turn(QPointF at)
    {
        if (isDash()) {
            m_dash.append(at);
            m_dashes.append(m_dash);
        } else {
            m_dash = {at};
        }
        m_part = (m_part + 1) % m_pattern.size();
        m_left = m_pattern[m_part];
    }

    const QList<qreal> &m_pattern;
    qsizetype m_part = 0;
    double m_left; //!< of this part
    QPolygonF m_dash;
    QList<QPolygonF> m_dashes;
};

} // namespace

QList<QPolygonF> dashesOf(const QPolygonF &line, const QList<qreal> &pattern)
{
    const bool isWhole = pattern.isEmpty() || pattern.size() % 2 != 0
                         || std::any_of(pattern.begin(), pattern.end(), [](qreal length) { return length <= 0; });
    if (isWhole || line.size() < 2)
        return {line};
    DashWalk walk(pattern);
    walk.begin(line.constFirst());
    for (qsizetype i = 1; i < line.size(); ++i)
        walk.go(line[i - 1], line[i]);
    return walk.take();
}

void drawDashedLine(QPainter &painter, const QPolygonF &line, const QPen &pen)
{
    const bool isPixels = painter.paintEngine()->type() == QPaintEngine::Raster;
    if (!isPixels || pen.style() != Qt::CustomDashLine) {
        painter.setPen(pen);
        painter.drawPolyline(line);
        return;
    }
    QList<qreal> pattern = pen.dashPattern();
    for (qreal &length : pattern)
        length *= pen.widthF();
    QPen solid(pen.brush(), pen.widthF(), Qt::SolidLine, pen.capStyle(), pen.joinStyle());
    painter.setPen(solid);
    for (const QPolygonF &dash : dashesOf(line, pattern))
        painter.drawPolyline(dash);
}

} // namespace tickmark::charts
