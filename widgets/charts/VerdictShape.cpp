// SPDX-License-Identifier: GPL-3.0-or-later
#include "VerdictShape.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace tickmark::charts {

namespace {

using claims::VerdictCode;

constexpr double kLine = 1.6;       // in the box of kVerdictBox
constexpr double kUnderline = 2;    // px
constexpr double kWavePeriod = 6;   // px
constexpr double kWaveHeight = 2.6; // px

QPen roundPen(const QColor &color)
{
    return QPen(color, kLine, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void paintConfirmed(QPainter &painter, const QColor &color, const QColor &ground)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(6, 6), 5.5, 5.5);
    painter.setPen(roundPen(ground));
    painter.drawPolyline(QPolygonF({{3.5, 6.2}, {5.3, 8}, {8.5, 4.4}}));
}

void paintIntraday(QPainter &painter, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPie(QRectF(0.5, 0.5, 11, 11), 90 * 16, 180 * 16);
    painter.setPen(QPen(color, 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(6, 6), 4.8, 4.8);
}

void paintOtherBasis(QPainter &painter, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF({{6, 0.2}, {11.8, 6}, {6, 11.8}, {0.2, 6}}));
}

void paintContradicted(QPainter &painter, const QColor &color, const QColor &ground)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRect(QRectF(0.75, 0.75, 10.5, 10.5));
    painter.setPen(roundPen(ground));
    painter.drawLine(QPointF(3.8, 3.8), QPointF(8.2, 8.2));
    painter.drawLine(QPointF(8.2, 3.8), QPointF(3.8, 8.2));
}

void paintNoData(QPainter &painter, const QColor &color)
{
    painter.setPen(QPen(color, 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(6, 6), 4.8, 4.8);
    painter.drawLine(QPointF(3.8, 6), QPointF(8.2, 6));
}

void paintUnattributed(QPainter &painter, const QColor &color)
{
    QPen pen(color, 1.4, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({1.6, 1.1});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(6, 6), 4.8, 4.8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(6, 6), 1.3, 1.3);
}

//! px whatever the pen's width.
QPen dashedPen(const QColor &color, double dash, double gap)
{
    QPen pen(color, kUnderline, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({dash / kUnderline, gap / kUnderline});
    return pen;
}

void paintWave(QPainter &painter, double left, double right, double y, const QColor &color)
{
    QPainterPath path(QPointF(left, y));
    double side = -1;
    for (double x = left; x < right; x += kWavePeriod / 2, side = -side) {
        const double end = std::min(x + kWavePeriod / 2, right);
        path.quadTo(QPointF((x + end) / 2, y + side * kWaveHeight), QPointF(end, y));
    }
    painter.setPen(QPen(color, kLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

} // namespace

QColor verdictColor(const ChartTheme &theme, VerdictCode code)
{
    switch (code) {
    case VerdictCode::Close:
        return theme.confirmed;
    case VerdictCode::Intraday:
        return theme.intraday;
    case VerdictCode::OtherBasis:
        return theme.otherBasis;
    case VerdictCode::Contradicted:
        return theme.contradicted;
    case VerdictCode::NoData:
    case VerdictCode::Unattributed:
        break;
    }
    return theme.undecided;
}

void paintVerdictShape(QPainter &painter, const QRectF &box, VerdictCode code, const ChartTheme &theme,
                       const QColor &ground)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.topLeft());
    painter.scale(box.width() / kVerdictBox, box.height() / kVerdictBox);
    const QColor color = verdictColor(theme, code);
    switch (code) {
    case VerdictCode::Close:
        paintConfirmed(painter, color, ground);
        break;
    case VerdictCode::Intraday:
        paintIntraday(painter, color);
        break;
    case VerdictCode::OtherBasis:
        paintOtherBasis(painter, color);
        break;
    case VerdictCode::Contradicted:
        paintContradicted(painter, color, ground);
        break;
    case VerdictCode::NoData:
        paintNoData(painter, color);
        break;
    case VerdictCode::Unattributed:
        paintUnattributed(painter, color);
        break;
    }
    painter.restore();
}

void paintVerdictLine(QPainter &painter, double left, double right, double y, VerdictCode code, const ChartTheme &theme)
{
    if (left >= right)
        return;
    painter.save();
    const QColor color = verdictColor(theme, code);
    switch (code) {
    case VerdictCode::Close:
        painter.fillRect(QRectF(left, y - kUnderline / 2, right - left, kUnderline), color);
        break;
    case VerdictCode::Contradicted:
        painter.setRenderHint(QPainter::Antialiasing);
        paintWave(painter, left, right, y, color);
        break;
    case VerdictCode::Intraday:
    case VerdictCode::OtherBasis:
    case VerdictCode::NoData:
    case VerdictCode::Unattributed: {
        painter.setPen(code == VerdictCode::Intraday     ? dashedPen(color, 5, 3)
                       : code == VerdictCode::OtherBasis ? dashedPen(color, 2, 2)
                                                         : dashedPen(color, 2, 4));
        painter.drawLine(QPointF(left, y), QPointF(right, y));
        break;
    }
    }
    painter.restore();
}

} // namespace tickmark::charts
