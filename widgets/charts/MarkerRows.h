// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MarkerClusters.h"

#include <optional>

namespace tickmark::charts {

//! Rows that marks may be spread over, one above the other.
inline constexpr int kMostMarkerRows = 3;

//! Where headlines crowd, a row of marks is one "1–22" over a whole month, from which nobody finds a headline. Then one mark
//! for each session, in as few rows as they need; where even `mostRows` have no room for that, neighbours join, the nearest
//! first. One row, as mergeMarkers() makes it, where that does. A pure function.
[[nodiscard]] std::vector<MarkerCluster> placeMarkers(std::span<const MarkerPoint> points, double leastDistance,
                                                      const MarkerWidth &width, double left, double right,
                                                      int mostRows);

//! Puts marks into `rows` rows, each as near to its times as the others let it, in the order of their times: the lines
//! from two marks down to their times never cross, nor any line a mark. Nothing where they have no room between `left`
//! and `right`. Sets row, x and width of each.
[[nodiscard]] std::optional<std::vector<MarkerCluster>> spreadMarkers(std::vector<MarkerCluster> marks, int rows,
                                                                      const MarkerWidth &width, double left,
                                                                      double right);

} // namespace tickmark::charts
