// SPDX-License-Identifier: GPL-3.0-or-later
#include "MarkerClusters.h"

#include <algorithm>

namespace tickmark::charts {

namespace {

constexpr double kCapsuleGap = 2; // px between two capsules, so that their outlines never merge

void place(MarkerCluster &cluster, const MarkerWidth &width, double left, double right)
{
    cluster.width = width(cluster);
    const double middle = (cluster.trueXs.front() + cluster.trueXs.back()) / 2;
    const double half = cluster.width / 2;
    cluster.x = left + half > right - half ? (left + right) / 2 : std::clamp(middle, left + half, right - half);
}

bool collide(const MarkerCluster &a, const MarkerCluster &b, double leastDistance)
{
    const double distance = b.x - a.x;
    return distance < leastDistance || distance < (a.width + b.width) / 2 + kCapsuleGap;
}

} // namespace

QString MarkerCluster::span() const
{
    QStringList runs;
    for (std::size_t first = 0; first < numbers.size();) {
        std::size_t last = first;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1)
            ++last;
        QString run = QString::number(numbers[first]);
        if (last > first)
            run += QChar(0x2013) + QString::number(numbers[last]);
        runs.append(run);
        first = last + 1;
    }
    return runs.join(QStringLiteral(", "));
}

MarkerCluster markOf(const MarkerPoint &point)
{
    MarkerCluster mark;
    mark.items = {point.item};
    mark.trueXs = {point.x};
    if (point.number > 0)
        mark.numbers = {point.number};
    mark.lastSession = point.session;
    return mark;
}

void absorb(MarkerCluster &into, const MarkerCluster &other)
{
    into.items.insert(into.items.end(), other.items.begin(), other.items.end());
    into.trueXs.insert(into.trueXs.end(), other.trueXs.begin(), other.trueXs.end());
    into.numbers.insert(into.numbers.end(), other.numbers.begin(), other.numbers.end());
    // Of a session that both have there is one less.
    const bool isShared = other.lastSession - other.sessions + 1 <= into.lastSession;
    into.sessions += other.sessions - (isShared ? 1 : 0);
    into.lastSession = other.lastSession;
}

std::vector<MarkerCluster> mergeMarkers(std::span<const MarkerPoint> points, double leastDistance,
                                        const MarkerWidth &width, double left, double right)
{
    std::vector<MarkerCluster> clusters;
    for (const MarkerPoint &point : points) {
        MarkerCluster next = markOf(point);
        place(next, width, left, right);
        clusters.push_back(std::move(next));
        // A grown capsule is wider and stands elsewhere, so it may now touch the one before it.
        while (clusters.size() > 1 && collide(clusters[clusters.size() - 2], clusters.back(), leastDistance)) {
            const MarkerCluster last = std::move(clusters.back());
            clusters.pop_back();
            absorb(clusters.back(), last);
            place(clusters.back(), width, left, right);
        }
    }
    return clusters;
}

} // namespace tickmark::charts
