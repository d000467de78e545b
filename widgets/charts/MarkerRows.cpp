// SPDX-License-Identifier: GPL-3.0-or-later
#include "MarkerRows.h"

#include <algorithm>
#include <utility>

namespace tickmark::charts {

namespace {

constexpr double kGap = 3;     // px between two marks of a row, and between a mark and a line beside it
constexpr double kOneMark = 4; // px within which sessions are one mark, however many rows there are
// That a mark over several sessions may hold: they are looked through at a glance.
constexpr std::size_t kFewNumbers = 4;

//! Whether a reader of its numbers would have to search several sessions for each.
bool saysLittle(const MarkerCluster &cluster)
{
    return cluster.sessions > 1 && cluster.numbers.size() > kFewNumbers;
}

double timeOf(const MarkerCluster &mark)
{
    return (mark.trueXs.front() + mark.trueXs.back()) / 2;
}

//! Between the centres of two marks. The line of the upper one passes beside the lower one.
double leastBetween(const MarkerCluster &one, const MarkerCluster &other)
{
    if (one.row == other.row)
        return (one.width + other.width) / 2 + kGap;
    return (one.row < other.row ? one.width : other.width) / 2 + kGap;
}

//! The marks of a row that were met last: no other one can be nearer.
class LastInRows
{
public:
    explicit LastInRows(int rows) : m_last(std::size_t(rows), nullptr) {}

    void add(const MarkerCluster &mark) { m_last[std::size_t(mark.row)] = &mark; }

    //! The least x for `mark`, met from left to right, or with `side` -1 the greatest, met from right to left.
    [[nodiscard]] double limit(const MarkerCluster &mark, double wanted, double side) const
    {
        double x = wanted * side;
        for (const MarkerCluster *last : m_last) {
            if (last)
                x = std::max(x, last->x * side + leastBetween(*last, mark));
        }
        return x * side;
    }

private:
    std::vector<const MarkerCluster *> m_last;
};

//! Moves marks as little to the right as keeps them apart; `toRow`: each into the row where that is least.
void pushRight(std::vector<MarkerCluster> &marks, int rows, double left, bool toRow)
{
    LastInRows last(rows);
    for (MarkerCluster &mark : marks) {
        const double wanted = std::max(mark.x, left + mark.width / 2);
        if (toRow) {
            double least = 0;
            int best = -1;
            for (mark.row = 0; mark.row < rows; ++mark.row) {
                const double here = last.limit(mark, wanted, 1);
                if (best < 0 || here < least) {
                    least = here;
                    best = mark.row;
                }
            }
            mark.row = best;
        }
        mark.x = last.limit(mark, wanted, 1);
        last.add(mark);
    }
}

void pushLeft(std::vector<MarkerCluster> &marks, int rows, double right)
{
    LastInRows last(rows);
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
        mark->x = last.limit(*mark, std::min(mark->x, right - mark->width / 2), -1);
        last.add(*mark);
    }
}

//! One mark for each session.
std::vector<MarkerCluster> bySession(std::span<const MarkerPoint> points)
{
    std::vector<MarkerCluster> marks;
    int session = 0;
    for (const MarkerPoint &point : points) {
        if (marks.empty() || point.session != session)
            marks.push_back(markOf(point));
        else
            absorb(marks.back(), markOf(point));
        session = point.session;
    }
    return marks;
}

void joinNearest(std::vector<MarkerCluster> &marks)
{
    std::size_t best = 1;
    for (std::size_t i = 2; i < marks.size(); ++i) {
        const auto distance = [&](std::size_t at) { return marks[at].trueXs.front() - marks[at - 1].trueXs.back(); };
        if (distance(i) < distance(best))
            best = i;
    }
    absorb(marks[best - 1], marks[best]);
    marks.erase(marks.begin() + std::ptrdiff_t(best));
}

} // namespace

std::optional<std::vector<MarkerCluster>> spreadMarkers(std::vector<MarkerCluster> marks, int rows,
                                                        const MarkerWidth &width, double left, double right)
{
    constexpr double kRounding = 1e-6;
    for (MarkerCluster &mark : marks) {
        mark.width = width(mark);
        mark.x = timeOf(mark);
    }
    // Pushed from the left they stand too far right, from the right too far left; between both they keep apart, too.
    pushRight(marks, rows, left, true);
    std::vector<MarkerCluster> fromRight = marks;
    pushLeft(marks, rows, right);
    for (MarkerCluster &mark : fromRight)
        mark.x = timeOf(mark);
    pushLeft(fromRight, rows, right);
    pushRight(fromRight, rows, left, false);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const double half = marks[i].width / 2;
        for (const double x : {marks[i].x, fromRight[i].x}) {
            if (x < left + half - kRounding || x > right - half + kRounding)
                return std::nullopt;
        }
        marks[i].x = (marks[i].x + fromRight[i].x) / 2;
    }
    return marks;
}

std::vector<MarkerCluster> placeMarkers(std::span<const MarkerPoint> points, double leastDistance,
                                        const MarkerWidth &width, double left, double right, int mostRows)
{
    std::vector<MarkerCluster> oneRow = mergeMarkers(points, leastDistance, width, left, right);
    if (mostRows < 2 || std::ranges::none_of(oneRow, saysLittle))
        return oneRow;
    std::vector<MarkerCluster> marks = bySession(points);
    for (int rows = 2; rows <= mostRows; ++rows) {
        if (auto spread = spreadMarkers(marks, rows, width, left, right))
            return *std::move(spread);
    }
    for (const MarkerCluster &mark : std::exchange(marks, {})) {
        if (marks.empty() || mark.trueXs.front() - marks.back().trueXs.back() >= kOneMark)
            marks.push_back(mark);
        else
            absorb(marks.back(), mark);
    }
    while (marks.size() > 1) {
        joinNearest(marks);
        if (auto spread = spreadMarkers(marks, mostRows, width, left, right))
            return *std::move(spread);
    }
    return oneRow;
}

} // namespace tickmark::charts
