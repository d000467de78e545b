// SPDX-License-Identifier: GPL-3.0-or-later
#include "Markers.h"

#include "ChartFonts.h"
#include "ChartText.h"
#include "MarkerRows.h"

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
constexpr double kRowGap = 4;     // between the capsules of two rows
constexpr double kFan = 12;       // height in which the lines of several rows lead to their times

double rowStep(const ChartMetrics &metrics)
{
    return 2 * metrics.markerRadius + kRowGap;
}

bool isAnyNumbered(const std::vector<MarkerCluster> &clusters)
{
    return std::ranges::any_of(clusters, [](const MarkerCluster &cluster) { return !cluster.numbers.empty(); });
}

//! What stands in a mark; nothing in a disc. A count beside numbers would be taken for one of them.
QString textOf(const MarkerCluster &cluster, bool isNumbered)
{
    return isNumbered ? cluster.span() : cluster.isSingle() ? QString() : QString::number(cluster.items.size());
}

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

int rowsOf(const std::vector<MarkerCluster> &clusters)
{
    int rows = 1;
    for (const MarkerCluster &cluster : clusters)
        rows = std::max(rows, cluster.row + 1);
    return rows;
}

double moreLane(int rows, const ChartMetrics &metrics)
{
    return rows > 1 ? (rows - 1) * rowStep(metrics) + kFan : 0;
}

std::vector<MarkerCluster> markersOf(const ChartPlan &plan, const XMap &x, const ChartMetrics &metrics,
                                     const QRectF &lane, const std::optional<std::vector<int>> &numbers, int mostRows)
{
    std::vector<MarkerPoint> points;
    bool isNumbered = false;
    for (std::size_t i = 0; i < plan.headlines.size(); ++i) {
        const qint64 axis = plan.timeScale->toAxis(plan.headlines[i].published);
        const auto day = std::ranges::partition_point(plan.days,
                                                      [&](const AxisDay &one) { return one.slot.end <= axis; });
        const int number = metrics.onScreen ? 0 : numbers ? (*numbers)[i] : int(i) + 1;
        const qint64 column = std::clamp<qint64>(x.columnOf(plan.headlines[i].published), 0, x.columns() - 1);
        points.push_back({int(i), x.centre(column), number, int(day - plan.days.begin())});
        isNumbered = isNumbered || number > 0;
    }
    const QFont font = chartFont(metrics.markerText, true);
    const auto width = [&](const MarkerCluster &cluster) {
        const QString text = textOf(cluster, isNumbered);
        if (text.isEmpty())
            return 2 * metrics.markerDisc;
        // Rings are as wide whatever they hold.
        return metrics.onScreen ? 2 * metrics.markerRadius
                                : std::max(2 * metrics.markerRadius, textWidth(font, text) + 2 * kSidePadding);
    };
    return placeMarkers(points, isNumbered ? 0 : kLeastDistance, width, lane.left() - kRoomBeside,
                        lane.right() + kRoomBeside, isNumbered ? mostRows : 1);
}

namespace {

//! From a mark down to its times.
void drawStem(QPainter &painter, PixelGrid grid, const QRectF &lane, const MarkerCluster &cluster, double top,
              double fanTop)
{
    const double line = grid.penWidth(1);
    const double bracketY = grid.line(lane.bottom() - kBracketTick, line);
    const std::vector<double> times = distinctTimes(cluster);
    const double stemX = grid.line(cluster.x, line);
    if (times.size() == 1 && std::abs(times.front() - cluster.x) < 1) {
        painter.drawLine(QPointF(times.front(), top), QPointF(times.front(), lane.bottom()));
        return;
    }
    const double from = times.front();
    const double to = times.back();
    if (stemX < from - 1 || stemX > to + 1) {
        // Not along the bracket, where the line of another mark may be.
        const double bend = std::max(top, fanTop);
        painter.drawLine(QPointF(stemX, top), QPointF(stemX, bend));
        painter.drawLine(QPointF(stemX, bend), QPointF((from + to) / 2, bracketY));
    } else {
        painter.drawLine(QPointF(stemX, top), QPointF(stemX, bracketY));
    }
    if (from < to)
        painter.drawLine(QPointF(from - line / 2, bracketY), QPointF(to + line / 2, bracketY));
    for (const double x : times)
        painter.drawLine(QPointF(x, bracketY), QPointF(x, lane.bottom()));
}

} // namespace

void drawMarkers(QPainter &painter, const ChartPlan &plan, const ChartMetrics &metrics, PixelGrid grid,
                 const QRectF &lane, const std::vector<MarkerCluster> &clusters)
{
    const QFont font = chartFont(metrics.markerText, true);
    const bool isNumbered = isAnyNumbered(clusters);
    const int rows = rowsOf(clusters);
    const double lowest = lane.top() + metrics.markerRadius + 1 + (rows - 1) * rowStep(metrics); // middle of that row
    const double fanTop = rows > 1 ? lowest + metrics.markerRadius + 2 : 0;
    for (const MarkerCluster &cluster : clusters) {
        const QString text = textOf(cluster, isNumbered);
        const double radius = text.isEmpty() ? metrics.markerDisc : metrics.markerRadius;
        const QPointF centre(cluster.x, lowest - cluster.row * rowStep(metrics));
        painter.setPen(QPen(plan.theme.text, grid.penWidth(1), Qt::SolidLine, Qt::FlatCap));
        painter.setBrush(Qt::NoBrush);
        drawStem(painter, grid, lane, cluster, centre.y() + radius, fanTop);
        if (text.isEmpty()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(plan.theme.text);
            painter.drawEllipse(centre, radius, radius);
            continue;
        }
        painter.setPen(QPen(plan.theme.text, kOutline));
        painter.setBrush(plan.theme.base);
        const QRectF capsule(centre.x() - cluster.width / 2, centre.y() - radius, cluster.width, 2 * radius);
        painter.drawRoundedRect(capsule, radius, radius);
        drawTextCentredAt(painter, centre + QPointF(0, baselineBelowMiddle(font)), text, font, plan.theme.text);
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
