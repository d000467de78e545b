// SPDX-License-Identifier: GPL-3.0-or-later
#include "Markers.h"

#include "ChartFonts.h"
#include "ChartText.h"

#include <QPainter>

#include <algorithm>

namespace tickmark::charts {

namespace {

constexpr double kLeastDistance = 21; // centres closer than this merge
constexpr double kBracketTick = 8;
constexpr double kSidePadding = 7; // between a capsule's end and its text
constexpr double kRoomBeside = 24; // a capsule at the plot's edge may stand over the gutter
constexpr double kOutline = 1.2;
constexpr double kSameTime = 0.5; // px

} // namespace

std::vector<double> distinctTimes(const MarkerCluster &cluster)
{
    std::vector<double> result;
    for (const double x : cluster.trueXs) {
        if (result.empty() || x - result.back() > kSameTime)
            result.push_back(x);
    }
    return result;
}

std::vector<MarkerCluster> markersOf(const ChartPlan &plan, const XMap &x, const ChartMetrics &metrics,
                                     const QRectF &lane)
{
    std::vector<MarkerPoint> points;
    for (std::size_t i = 0; i < plan.headlines.size(); ++i) {
        const qint64 column = x.columnOf(plan.headlines[i].published);
        points.push_back({int(i), x.centre(std::clamp<qint64>(column, 0, x.columns() - 1))});
    }
    const QFont font = chartFont(metrics.markerText, true);
    const auto width = [&](const QString &text) {
        // Rings and discs are as wide whatever they hold.
        if (metrics.onScreen)
            return text.contains(QChar(0x2013)) ? 2 * metrics.markerRadius : 2 * metrics.markerDisc;
        return std::max(2 * metrics.markerRadius, textWidth(font, text) + 2 * kSidePadding);
    };
    return mergeMarkers(points, kLeastDistance, width, lane.left() - kRoomBeside, lane.right() + kRoomBeside);
}

void drawMarkers(QPainter &painter, const ChartPlan &plan, const ChartMetrics &metrics, PixelGrid grid,
                 const QRectF &lane, const std::vector<MarkerCluster> &clusters)
{
    const QFont font = chartFont(metrics.markerText, true);
    const double radius = metrics.markerRadius;
    const double middle = lane.top() + radius + 1;
    const double line = grid.penWidth(1);
    const double bracketY = grid.line(lane.bottom() - kBracketTick, line);
    for (const MarkerCluster &cluster : clusters) {
        const std::vector<double> times = distinctTimes(cluster);
        const double stemX = grid.line(cluster.x, line);
        const bool straight = times.size() == 1 && std::abs(times.front() - cluster.x) < 1;
        painter.setPen(QPen(plan.theme.text, line, Qt::SolidLine, Qt::FlatCap));
        painter.setBrush(Qt::NoBrush);
        if (straight) {
            painter.drawLine(QPointF(times.front(), middle + radius), QPointF(times.front(), lane.bottom()));
        } else {
            painter.drawLine(QPointF(stemX, middle + radius), QPointF(stemX, bracketY));
            painter.drawLine(QPointF(std::min(times.front(), stemX) - line / 2, bracketY),
                             QPointF(std::max(times.back(), stemX) + line / 2, bracketY));
            for (const double x : times)
                painter.drawLine(QPointF(x, bracketY), QPointF(x, lane.bottom()));
        }
        painter.setPen(QPen(plan.theme.text, kOutline));
        painter.setBrush(plan.theme.base);
        const QRectF capsule(cluster.x - cluster.width / 2, middle - radius, cluster.width, 2 * radius);
        painter.drawRoundedRect(capsule, radius, radius);
        drawTextCentredAt(painter, QPointF(cluster.x, middle + baselineBelowMiddle(font)), cluster.span(), font,
                          plan.theme.text);
    }
}

void drawMarkerLeaders(QPainter &painter, const ChartTheme &theme, PixelGrid grid, const QRectF &plot,
                       const std::vector<MarkerCluster> &clusters)
{
    QPen pen(theme.leader, grid.penWidth(1), Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({1, 3});
    painter.setPen(pen);
    for (const MarkerCluster &cluster : clusters) {
        for (const double x : distinctTimes(cluster))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
}

} // namespace tickmark::charts
