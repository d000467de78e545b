// SPDX-License-Identifier: GPL-3.0-or-later
#include <charts/MarkerClusters.h>

#include <QTest>

#include <algorithm>
#include <random>

using namespace tickmark::charts;

namespace {

constexpr double kLeast = 21;

double capsule(const QString &text)
{
    return std::max(24.0, 14 + 8.0 * double(text.size()));
}

std::vector<MarkerCluster> merged(const std::vector<double> &xs, double left = 0, double right = 1000)
{
    std::vector<MarkerPoint> points;
    for (std::size_t i = 0; i < xs.size(); ++i)
        points.push_back({int(i), xs[i]});
    return mergeMarkers(points, kLeast, capsule, left, right);
}

} // namespace

//! A headline that loses its number or its time in a crowd cannot be found again.
class TestMarkerClusters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void singlesStandAtTheirTime();
    void neighboursMerge();
    void equalTimesMerge();
    void mergingMayCascade();
    void staysInsideTheLane();
    void keepsEveryItemAndItsTime();
    void nothingForNothing();
};

void TestMarkerClusters::singlesStandAtTheirTime()
{
    const auto clusters = merged({100, 200.5});
    QCOMPARE(clusters.size(), 2U);
    QVERIFY(clusters[1].isSingle());
    QCOMPARE(clusters[1].x, 200.5);
    QCOMPARE(clusters[1].span(), QStringLiteral("2"));
}

void TestMarkerClusters::neighboursMerge()
{
    const auto clusters = merged({100, 110, 400});
    QCOMPARE(clusters.size(), 2U);
    QCOMPARE(clusters[0].span(), QStringLiteral("1\u20132"));
    QCOMPARE(clusters[0].x, 105.);
    QCOMPARE(clusters[0].trueXs, (std::vector<double>{100, 110}));
}

void TestMarkerClusters::equalTimesMerge()
{
    const auto clusters = merged({300, 300, 300});
    QCOMPARE(clusters.size(), 1U);
    QCOMPARE(clusters[0].items.size(), 3U);
    QCOMPARE(clusters[0].x, 300.);
}

void TestMarkerClusters::mergingMayCascade()
{
    // 1 and 2 stand apart; 3 joins 2, whose wider capsule then touches 1.
    const auto clusters = merged({100, 127, 138});
    QCOMPARE(clusters.size(), 1U);
    QCOMPARE(clusters[0].span(), QStringLiteral("1\u20133"));
}

void TestMarkerClusters::staysInsideTheLane()
{
    const auto clusters = merged({2, 999}, 0, 1000);
    QCOMPARE(clusters.size(), 2U);
    QVERIFY(clusters[0].x - clusters[0].width / 2 >= 0);
    QVERIFY(clusters[1].x + clusters[1].width / 2 <= 1000);
    QCOMPARE(clusters[0].trueXs.front(), 2.);
}

void TestMarkerClusters::keepsEveryItemAndItsTime()
{
    std::mt19937 random(7);
    for (int round = 0; round < 200; ++round) {
        std::vector<double> xs(std::size_t(random() % 60));
        std::ranges::generate(xs, [&] { return double(random() % 1000); });
        std::ranges::sort(xs);
        int next = 0;
        double end = -1e9;
        for (const MarkerCluster &cluster : merged(xs)) {
            QCOMPARE(cluster.items.size(), cluster.trueXs.size());
            for (std::size_t i = 0; i < cluster.items.size(); ++i) {
                QCOMPARE(cluster.items[i], next);
                QCOMPARE(cluster.trueXs[i], xs[std::size_t(next)]);
                ++next;
            }
            QVERIFY(cluster.x - cluster.width / 2 >= end);
            end = cluster.x + cluster.width / 2;
        }
        QCOMPARE(next, int(xs.size()));
    }
}

void TestMarkerClusters::nothingForNothing()
{
    QVERIFY(merged({}).empty());
}

QTEST_GUILESS_MAIN(TestMarkerClusters)
#include "tst_markerclusters.moc"
