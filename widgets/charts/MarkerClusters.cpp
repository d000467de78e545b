// SPDX-License-Identifier: GPL-3.0-or-later
#include "MarkerClusters.h"

#include <algorithm>

namespace tickmark::charts {

namespace {

constexpr double kCapsuleGap = 2; // px between two capsules, so that their outlines never merge

void place(MarkerCluster &cluster, const std::function<double(const QString &)> &capsuleWidth, double left,
           double right)
{
    cluster.width = capsuleWidth(cluster.span());
    const double middle = (cluster.trueXs.front() + cluster.trueXs.back()) / 2;
    const double half = cluster.width / 2;
    cluster.x = left + half > right - half ? (left + right) / 2 : std::clamp(middle, left + half, right - half);
}

bool collide(const MarkerCluster &a, const MarkerCluster &b, double leastDistance)
{
    const double distance = b.x - a.x;
    return distance < leastDistance || distance < (a.width + b.width) / 2 + kCapsuleGap;
}

void absorb(MarkerCluster &into, const MarkerCluster &other)
{
    into.items.insert(into.items.end(), other.items.begin(), other.items.end());
    into.trueXs.insert(into.trueXs.end(), other.trueXs.begin(), other.trueXs.end());
}

} // namespace

QString MarkerCluster::span() const
{
    if (isSingle())
        return QString::number(items.front() + 1);
    return QString::number(items.front() + 1) + QChar(0x2013) + QString::number(items.back() + 1);
}

std::vector<MarkerCluster> mergeMarkers(std::span<const MarkerPoint> points, double leastDistance,
                                        const std::function<double(const QString &)> &capsuleWidth, double left,
                                        double right)
{
    std::vector<MarkerCluster> clusters;
    for (const MarkerPoint &point : points) {
        MarkerCluster next{{point.item}, {point.x}, 0, 0};
        place(next, capsuleWidth, left, right);
        clusters.push_back(std::move(next));
        // A grown capsule is wider and stands elsewhere, so it may now touch the one before it.
        while (clusters.size() > 1 && collide(clusters[clusters.size() - 2], clusters.back(), leastDistance)) {
            const MarkerCluster last = std::move(clusters.back());
            clusters.pop_back();
            absorb(clusters.back(), last);
            place(clusters.back(), capsuleWidth, left, right);
        }
    }
    return clusters;
}

} // namespace tickmark::charts
