// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <span>
#include <vector>

namespace tickmark::charts {

//! A marker before merging: which item, and where its true time stands.
struct MarkerPoint
{
    int item = 0; //!< index of the headline in order of publication
    double x = 0; //!< px
};

//! Headlines drawn as one mark. A single has one item; its capsule stands at its true time.
struct MarkerCluster
{
    std::vector<int> items;     //!< ascending
    std::vector<double> trueXs; //!< where each item's time stands, same order as items, ascending
    double x = 0;               //!< centre of the capsule
    double width = 0;           //!< of the capsule

    [[nodiscard]] bool isSingle() const { return items.size() == 1; }
    //! "3", or "3–5" for a run of numbers counted from 1.
    [[nodiscard]] QString span() const;
};

//! Merges neighbours whose centres are closer than `leastDistance`, or whose capsules would touch, until none do.
//! `points` ascend by x. `capsuleWidth` tells how wide the mark of a text is. Every item is in exactly one cluster. A
//! capsule stands over the middle of its items, moved no further than needed to stay between `left` and `right`.
[[nodiscard]] std::vector<MarkerCluster> mergeMarkers(std::span<const MarkerPoint> points, double leastDistance,
                                                      const std::function<double(const QString &)> &capsuleWidth,
                                                      double left, double right);

} // namespace tickmark::charts
