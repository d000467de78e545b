// SPDX-License-Identifier: GPL-3.0-or-later
#include "LabelPlacer.h"

#include "ClipLine.h"

#include <algorithm>

namespace tickmark::charts {

namespace {

constexpr double kTaken = 100;
constexpr double kOutside = 200;
constexpr double kRoom = 5;              // px beside a text that lines keep off
constexpr double kRoomAbove = 3;         // and above and below a filled one
constexpr qsizetype kLongestLine = 1200; // a denser curve fills its surroundings anyway

int crossings(const QLineF &leader, const QPolygonF &line)
{
    int count = 0;
    for (qsizetype i = 1; i < line.size(); ++i) {
        if (leader.intersects(QLineF(line.at(i - 1), line.at(i)), nullptr) == QLineF::BoundedIntersection)
            ++count;
    }
    return count;
}

//! Whether a leader goes through a text.
bool passes(const QLineF &leader, const QRectF &text)
{
    return !leader.isNull() && !clipLine(QPolygonF{leader.p1(), leader.p2()}, text).isEmpty();
}

} // namespace

void LabelPlacer::avoidLine(const QPolygonF &line, double weight, double leaderWeight)
{
    (line.size() <= kLongestLine ? m_lines : m_denseLines).push_back({line, weight, leaderWeight});
}

void LabelPlacer::avoidRect(const QRectF &rect, double weight)
{
    m_rects.push_back({rect, weight});
}

double LabelPlacer::cost(const Candidate &candidate) const
{
    double sum = candidate.penalty;
    if (!m_area.contains(candidate.rect))
        sum += kOutside;
    for (const Rect &other : m_rects) {
        if (other.rect.intersects(candidate.rect))
            sum += other.weight;
    }
    for (const Line &line : m_lines) {
        if (!clipLine(line.points, candidate.rect.adjusted(-kRoom, 0, kRoom, 0)).isEmpty())
            sum += line.weight;
        if (!candidate.leader.isNull() && line.leaderWeight > 0)
            sum += line.leaderWeight * crossings(candidate.leader, line.points);
    }
    return sum;
}

bool LabelPlacer::isFree(const Candidate &candidate) const
{
    return m_area.contains(candidate.rect) && std::ranges::none_of(m_rects, [&](const Rect &other) {
               return other.weight >= kTaken
                      && (other.rect.intersects(candidate.rect) || passes(candidate.leader, other.rect));
           });
}

bool LabelPlacer::isClear(const Candidate &candidate, double room) const
{
    const QRectF around = candidate.rect.adjusted(-kRoom * room, -kRoomAbove * room, kRoom * room, kRoomAbove * room);
    const auto isUnder = [&](const Line &line) {
        return line.weight >= kCoverCurve && !clipLine(line.points, around).isEmpty();
    };
    return m_area.contains(candidate.rect)
           && std::ranges::none_of(
               m_rects, [&](const Rect &other) { return other.weight >= kCoverCurve && other.rect.intersects(around); })
           && std::ranges::none_of(m_lines, isUnder) && std::ranges::none_of(m_denseLines, isUnder);
}

std::size_t LabelPlacer::take(const std::vector<Candidate> &candidates)
{
    std::size_t best = 0;
    double least = cost(candidates.front());
    for (std::size_t i = 1; i < candidates.size(); ++i) {
        const double here = cost(candidates[i]);
        if (here < least) {
            least = here;
            best = i;
        }
    }
    avoidRect(candidates[best].rect, kTaken);
    return best;
}

} // namespace tickmark::charts
