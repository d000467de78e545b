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
    int item = 0;    //!< index of the headline in order of publication
    double x = 0;    //!< px
    int number = 0;  //!< of the headline in a list; 0: it has none
    int session = 0; //!< index of its day on the axis
};

//! Headlines drawn as one mark. A single has one item; its capsule stands at its true time.
struct MarkerCluster
{
    std::vector<int> items;     //!< ascending
    std::vector<double> trueXs; //!< where each item's time stands, same order as items, ascending
    std::vector<int> numbers;   //!< of those items that have one, ascending
    int sessions = 1;           //!< that they are of
    int lastSession = 0;
    double x = 0;     //!< centre of the capsule
    double width = 0; //!< of the capsule
    int row = 0;      //!< from the lowest

    [[nodiscard]] bool isSingle() const { return items.size() == 1; }
    //! "3", or "3–5" for a run of numbers, "3, 5" for others; empty without any.
    [[nodiscard]] QString span() const;
};

//! How wide a mark is drawn.
using MarkerWidth = std::function<double(const MarkerCluster &)>;

//! The mark of one item alone.
[[nodiscard]] MarkerCluster markOf(const MarkerPoint &point);
//! Takes the items of `other`, which are later ones.
void absorb(MarkerCluster &into, const MarkerCluster &other);

//! Merges neighbours whose centres are closer than `leastDistance`, or whose capsules would touch, until none do.
//! `points` ascend by x. Every item is in exactly one cluster. A capsule stands over the middle of its items, moved no
//! further than needed to stay between `left` and `right`.
[[nodiscard]] std::vector<MarkerCluster> mergeMarkers(std::span<const MarkerPoint> points, double leastDistance,
                                                      const MarkerWidth &width, double left, double right);

} // namespace tickmark::charts
