// SPDX-License-Identifier: GPL-3.0-or-later
#include <charts/MarkerRows.h>

#include <QTest>

#include <algorithm>
#include <random>

using namespace tickmark::charts;

namespace {

constexpr double kLeast = 21;

double capsule(const MarkerCluster &cluster)
{
    return std::max(24.0, 14 + 8.0 * double(cluster.span().size()));
}

std::vector<MarkerCluster> merged(const std::vector<double> &xs, double left = 0, double right = 1000)
{
    std::vector<MarkerPoint> points;
    for (std::size_t i = 0; i < xs.size(); ++i)
        points.push_back({int(i), xs[i], int(i) + 1});
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
    void numbersWithHolesAreNoRun();
    void equalTimesMerge();
    void mergingMayCascade();
    void staysInsideTheLane();
    void keepsEveryItemAndItsTime();
    void nothingForNothing();
    void onlyListedHeadlinesHaveNumbers();
    void crowdsAreSpreadOverRowsBySession();
    void aRowIsEnoughWhereItSaysEnough();
    void rowsKeepTheirMarksAndLinesApart();
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

void TestMarkerClusters::numbersWithHolesAreNoRun()
{
    MarkerCluster cluster;
    cluster.numbers = {2, 4, 5, 6, 9};
    QCOMPARE(cluster.span(), QStringLiteral("2, 4\u20136, 9"));
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

void TestMarkerClusters::onlyListedHeadlinesHaveNumbers()
{
    const std::vector<MarkerPoint> points{{0, 100, 0}, {1, 104, 1}, {2, 107, 2}, {3, 110, 0}, {4, 300, 0}, {5, 400, 3}};
    const auto clusters = mergeMarkers(points, kLeast, capsule, 0, 1000);
    QCOMPARE(clusters.size(), 3U);
    QCOMPARE(clusters[0].span(), QStringLiteral("1\u20132"));
    QCOMPARE(clusters[0].items.size(), 4U);
    QVERIFY(clusters[1].span().isEmpty());
    QCOMPARE(clusters[2].span(), QStringLiteral("3"));
}

//! The column of a newspaper: 22 headlines of nine days on 215 px.
void TestMarkerClusters::crowdsAreSpreadOverRowsBySession()
{
    std::vector<MarkerPoint> points;
    constexpr int kOfDay[] = {1, 1, 1, 1, 1, 8, 5, 3, 1};
    for (int day = 0; day < 9; ++day) {
        for (int i = 0; i < kOfDay[day]; ++i) {
            const int number = int(points.size()) + 1;
            points.push_back({number - 1, 60.0 + 11 * day + i, number, day});
        }
    }
    QCOMPARE(mergeMarkers(points, 0, capsule, 0, 215).size(), 1U);
    const auto marks = placeMarkers(points, 0, capsule, 0, 215, kMostMarkerRows);
    QStringList spans;
    for (const MarkerCluster &mark : marks)
        spans.append(mark.span());
    QCOMPARE(spans.join(u' '), QStringLiteral("1 2 3 4 5 6\u201313 14\u201318 19\u201321 22"));
}

void TestMarkerClusters::aRowIsEnoughWhereItSaysEnough()
{
    // Three of two days are found at a glance; eight of one day stand together anyway.
    const std::vector<MarkerPoint> few{{0, 100, 1, 0}, {1, 110, 2, 1}, {2, 115, 3, 1}};
    QCOMPARE(placeMarkers(few, 0, capsule, 0, 400, kMostMarkerRows).size(), 1U);
    std::vector<MarkerPoint> day;
    for (int i = 0; i < 8; ++i)
        day.push_back({i, 100.0 + i, i + 1, 0});
    QCOMPARE(placeMarkers(day, 0, capsule, 0, 400, kMostMarkerRows).size(), 1U);
}

void TestMarkerClusters::rowsKeepTheirMarksAndLinesApart()
{
    std::mt19937 random(11);
    int several = 0;
    for (int round = 0; round < 400; ++round) {
        const double width = 120 + double(random() % 900);
        std::vector<MarkerPoint> points(std::size_t(1 + random() % 90));
        std::vector<double> xs(points.size());
        std::ranges::generate(xs, [&] { return double(random() % unsigned(width)); });
        std::ranges::sort(xs);
        for (std::size_t i = 0; i < points.size(); ++i)
            points[i] = {int(i), xs[i], int(i) + 1, int(xs[i] / 11)};
        const auto marks = placeMarkers(points, 0, capsule, -24, width + 24, kMostMarkerRows);
        int next = 0;
        for (std::size_t i = 0; i < marks.size(); ++i) {
            const MarkerCluster &mark = marks[i];
            several += mark.row > 0 ? 1 : 0;
            for (std::size_t n = 0; n < mark.items.size(); ++n) {
                QCOMPARE(mark.items[n], next);
                QCOMPARE(mark.trueXs[n], xs[std::size_t(next++)]);
            }
            QVERIFY(mark.x - mark.width / 2 > -24.01 && mark.x + mark.width / 2 < width + 24.01);
            QVERIFY(mark.row >= 0 && mark.row < kMostMarkerRows);
            for (std::size_t j = 0; j < i; ++j) {
                // Lines down from the marks keep their order, so that none crosses another.
                QVERIFY(marks[j].x < mark.x);
                const double apart = mark.x - marks[j].x;
                if (marks[j].row == mark.row)
                    QVERIFY(apart >= (mark.width + marks[j].width) / 2);
                else
                    QVERIFY(apart > (mark.row < marks[j].row ? mark.width : marks[j].width) / 2);
            }
        }
        QCOMPARE(next, int(points.size()));
    }
    QVERIFY(several > 100);
}

QTEST_GUILESS_MAIN(TestMarkerClusters)
#include "tst_markerclusters.moc"
