// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScreenMarkers.h"

#include "ChartFonts.h"
#include "ChartText.h"
#include "Markers.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace tickmark::charts {

namespace {

constexpr double kBracketTick = 5;
constexpr double kOutline = 1.2;
constexpr std::size_t kTipHeadlines = 6;
constexpr qsizetype kTipNotes = 6; // of each

bool isSelected(const MarkerCluster &cluster, const ChartPlan &plan, std::span<const qint64> selected)
{
    return std::ranges::any_of(cluster.items, [&](int item) {
        return std::ranges::find(selected, plan.headlines[std::size_t(item)].id) != selected.end();
    });
}

void drawStem(QPainter &painter, PixelGrid grid, const MarkerCluster &cluster, double top, const QRectF &lane)
{
    const double line = grid.penWidth(1);
    const std::vector<double> times = distinctTimes(cluster);
    if (times.size() == 1 && std::abs(times.front() - cluster.x) < 1) {
        painter.drawLine(QPointF(times.front(), top), QPointF(times.front(), lane.bottom()));
        return;
    }
    const double foot = grid.line(lane.bottom() - kBracketTick, line);
    const double stem = grid.line(cluster.x, line);
    if (top < foot)
        painter.drawLine(QPointF(stem, top), QPointF(stem, foot));
    painter.drawLine(QPointF(std::min(times.front(), stem) - line / 2, foot),
                     QPointF(std::max(times.back(), stem) + line / 2, foot));
    for (const double x : times)
        painter.drawLine(QPointF(x, foot), QPointF(x, lane.bottom()));
}

QStringList told(const core::NewsItem &news, const ChartPlan &plan, const HeadlineNotes &notes)
{
    const QString when = plan.texts.formats().shortTime(news.published, plan.zone);
    QStringList lines{QStringLiteral("%1 \u00b7 %2").arg(when, news.publisher), news.title};
    if (!notes)
        return lines;
    // A tip folds spaces at the beginning of a line, but not this one.
    const QString indent = QStringLiteral("\u2003");
    const QStringList all = notes(news.id);
    for (const QString &note : all.first(std::min(all.size(), kTipNotes)))
        lines.append(indent + note);
    if (all.size() > kTipNotes)
        lines.append(QStringLiteral("%1+%2").arg(indent).arg(all.size() - kTipNotes));
    return lines;
}

} // namespace

QString markerTip(const ChartPlan &plan, const MarkerCluster &cluster, const HeadlineNotes &notes)
{
    QStringList lines;
    for (std::size_t i = 0; i < cluster.items.size(); ++i) {
        if (i == kTipHeadlines) {
            lines.append(plan.texts.moreHeadlines(int(cluster.items.size() - kTipHeadlines)));
            break;
        }
        lines.append(told(plan.headlines[std::size_t(cluster.items[i])], plan, notes));
    }
    return lines.join(u'\n');
}

QPointF markerCentre(const MarkerCluster &cluster, const ChartMetrics &metrics, const QRectF &lane)
{
    return {cluster.x, lane.top() + metrics.markerRadius + 4};
}

void drawScreenMarkers(QPainter &painter, const ChartPlan &plan, const ChartMetrics &metrics, PixelGrid grid,
                       const QRectF &lane, const std::vector<MarkerCluster> &clusters, std::span<const qint64> selected)
{
    const QFont font = chartFont(metrics.markerText, true);
    for (const MarkerCluster &cluster : clusters) {
        const bool chosen = isSelected(cluster, plan, selected);
        const QColor color = chosen ? plan.theme.accent : plan.theme.secondary;
        const QPointF centre = markerCentre(cluster, metrics, lane);
        const double radius = cluster.isSingle() ? metrics.markerDisc : metrics.markerRadius;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color, grid.penWidth(1), Qt::SolidLine, Qt::FlatCap));
        drawStem(painter, grid, cluster, centre.y() + radius, lane);
        if (cluster.isSingle()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(color);
            painter.drawEllipse(centre, radius, radius);
            continue;
        }
        painter.setPen(QPen(color, kOutline));
        painter.setBrush(chosen ? plan.theme.accent : plan.theme.base);
        painter.drawEllipse(centre, radius - kOutline / 2, radius - kOutline / 2);
        drawTextCentredAt(painter, centre + QPointF(0, baselineBelowMiddle(font)),
                          QString::number(cluster.items.size()), font, chosen ? plan.theme.base : plan.theme.text);
    }
}

std::vector<double> selectedTimes(const ChartPlan &plan, const std::vector<MarkerCluster> &clusters,
                                  std::span<const qint64> selected)
{
    std::vector<double> times;
    for (const MarkerCluster &cluster : clusters) {
        for (std::size_t i = 0; i < cluster.items.size(); ++i) {
            const qint64 id = plan.headlines[std::size_t(cluster.items[i])].id;
            const bool known = !times.empty() && times.back() == cluster.trueXs[i];
            if (!known && std::ranges::find(selected, id) != selected.end())
                times.push_back(cluster.trueXs[i]);
        }
    }
    return times;
}

void drawSelectedLeaders(QPainter &painter, PixelGrid grid, const QRectF &plot, const std::vector<double> &times,
                         const QColor &color)
{
    painter.setPen(QPen(color, grid.penWidth(1), Qt::SolidLine, Qt::FlatCap));
    for (const double x : times)
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
}

} // namespace tickmark::charts
