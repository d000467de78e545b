// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartMetrics.h"
#include "ChartPlan.h"
#include "MarkerClusters.h"
#include "XMap.h"

#include <QRectF>

#include <optional>

class QPainter;

namespace tickmark::charts {

//! The plan's headlines as marks over `lane` (its width is the plot's) in at most `mostRows` rows, with `numbers` as in
//! ChartStack::Geometry. True times on pixel centres.
[[nodiscard]] std::vector<MarkerCluster> markersOf(const ChartPlan &plan, const XMap &x, const ChartMetrics &metrics,
                                                   const QRectF &lane, const std::optional<std::vector<int>> &numbers,
                                                   int mostRows);

[[nodiscard]] int rowsOf(const std::vector<MarkerCluster> &clusters);
//! px that a lane has to be higher for that many rows than one of the metrics.
[[nodiscard]] double moreLane(int rows, const ChartMetrics &metrics);

//! Where the lines of a cluster stand: each of its true times once.
[[nodiscard]] std::vector<double> distinctTimes(const MarkerCluster &cluster);

//! Capsules with their numbers, discs for what has none, stems, and brackets with one tick per true time. Where nothing has
//! a number, rings tell how many headlines stand together.
void drawMarkers(QPainter &painter, const ChartPlan &plan, const ChartMetrics &metrics, PixelGrid grid,
                 const QRectF &lane, const std::vector<MarkerCluster> &clusters);

//! Dotted lines at the true times, down through `plot`.
void drawMarkerLeaders(QPainter &painter, const ChartTheme &theme, PixelGrid grid, const QRectF &plot,
                       const std::vector<MarkerCluster> &clusters);

} // namespace tickmark::charts
