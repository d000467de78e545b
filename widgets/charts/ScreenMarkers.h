// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartMetrics.h"
#include "ChartPlan.h"
#include "MarkerClusters.h"
#include "PixelGrid.h"

#include <QRectF>
#include <QStringList>

#include <functional>
#include <span>
#include <vector>

class QPainter;

namespace tickmark::charts {

//! Headlines in a window's lane: a disc on a stem for one, a ring with the count for several, over a bracket with a tick
//! per true time. Those of `selected` (ids) stand in the accent colour.
void drawScreenMarkers(QPainter &painter, const ChartPlan &plan, const ChartMetrics &metrics, PixelGrid grid,
                       const QRectF &lane, const std::vector<MarkerCluster> &clusters,
                       std::span<const qint64> selected);

//! px of the true times of the selected headlines, each once.
[[nodiscard]] std::vector<double> selectedTimes(const ChartPlan &plan, const std::vector<MarkerCluster> &clusters,
                                                std::span<const qint64> selected);

//! Lines at those times, down through `plot`.
void drawSelectedLeaders(QPainter &painter, PixelGrid grid, const QRectF &plot, const std::vector<double> &times,
                         const QColor &color);

//! What is told of a headline below it, a line each; may be empty.
using HeadlineNotes = std::function<QStringList(qint64 newsId)>;

//! A mark's headlines with time and publisher, in plain text; of many the first few, and how many more there are.
[[nodiscard]] QString markerTip(const ChartPlan &plan, const MarkerCluster &cluster, const HeadlineNotes &notes);

//! The middle of a mark.
[[nodiscard]] QPointF markerCentre(const MarkerCluster &cluster, const ChartMetrics &metrics, const QRectF &lane);

} // namespace tickmark::charts
