// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QList>
#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace tickmark::charts {

//! How bad it is to cover a part of a curve, in the unit of LabelPlacer.
inline constexpr double kCoverCurve = 14;

//! Finds room for small texts among curves and other texts. Used once per pane and picture.
class LabelPlacer
{
public:
    explicit LabelPlacer(const QRectF &area) : m_area(area) {}

    //! How bad it is to cover a part of it, and how bad for a leader to cross it. Texts taken before weigh 100, leaving
    //! the area 200.
    void avoidLine(const QPolygonF &line, double weight, double leaderWeight);
    void avoidRect(const QRectF &rect, double weight);

    struct Candidate
    {
        QRectF rect;
        QLineF leader;      //!< null: none
        double penalty = 0; //!< being further away than others
    };

    //! Whether a text may stand there: inside the area, on none that was placed before, and without a leader through one.
    [[nodiscard]] bool isFree(const Candidate &candidate) const;
    //! Whether it may also be filled behind its words: nothing that weighs as much as a curve is under or close to it.
    //! `room`: how much of the usual distance it keeps, 0 to 1.
    [[nodiscard]] bool isClear(const Candidate &candidate, double room = 1) const;
    //! The index of the best candidate, whose place is taken from then on. Precondition: not empty.
    std::size_t take(const std::vector<Candidate> &candidates);

private:
    struct Line
    {
        QPolygonF points;
        double weight;
        double leaderWeight;
    };
    struct Rect
    {
        QRectF rect;
        double weight;
    };

    [[nodiscard]] double cost(const Candidate &candidate) const;

    QRectF m_area;
    std::vector<Line> m_lines;
    std::vector<Line> m_denseLines; //!< too long to be weighed for each place
    std::vector<Rect> m_rects;
};

} // namespace tickmark::charts
