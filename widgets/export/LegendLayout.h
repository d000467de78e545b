// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LegendVerdicts.h"
#include "PageTexts.h"

#include <QPointF>
#include <QRectF>
#include <QStringList>

#include <vector>

namespace tickmark::exporting {

//! A verdict in the legend: its shape and its words.
struct LegendMark
{
    claims::VerdictCode code = claims::VerdictCode::NoData;
    QRectF shape;
    QPointF textStart; //!< left end of the baseline
    QString text;
};

//! A headline in the legend of a page. Points are on the page; texts are cut to their room already.
struct LegendEntry
{
    int headline = 0; //!< index in the plan
    int number = 0;   //!< from 1, in the order of the list
    QRectF box;
    QStringList titleLines;
    QPointF titleStart; //!< left end of the first baseline
    QString meta;
    QPointF metaStart;
    std::vector<LegendMark> marks;
    QString more; //!< "+2": of verdicts that had no room
    QPointF moreStart;
};

//! The headlines of a plan in one or two columns. Refers to plan and texts.
class LegendLayout
{
public:
    LegendLayout(const charts::ChartPlan &plan, const PageTexts &texts, bool verdicts, double width, int columns);

    [[nodiscard]] int headlineCount() const { return int(m_plan.headlines.size()); }
    //! px that the `count` headlines of most weight take with at most `lines` lines of verdicts each (from 1).
    [[nodiscard]] double height(int count, int lines);
    //! How many headlines go into `room` px, one line of verdicts each.
    [[nodiscard]] int countIn(double room);
    //! The `count` of most weight in the order of time, below `topLeft`, balanced over the columns.
    [[nodiscard]] std::vector<LegendEntry> place(int count, int lines, QPointF topLeft);

private:
    //! At (0, 0).
    [[nodiscard]] LegendEntry entry(int headline, int lines) const;
    void addMarks(LegendEntry &entry, std::span<const LegendVerdict> verdicts, int lines) const;
    //! False when `shown` of the verdicts do not go into as many lines.
    bool tryMarks(LegendEntry &entry, std::span<const LegendVerdict> verdicts, std::size_t shown, int lines) const;
    [[nodiscard]] std::vector<LegendEntry> chosen(int count, int lines);
    const std::vector<LegendEntry> &entries(int lines);
    //! How many of them stand in the first column.
    [[nodiscard]] static int split(std::span<const LegendEntry> entries, int columns);

    const charts::ChartPlan &m_plan;
    const PageTexts &m_texts;
    bool m_verdicts;
    double m_column; //!< px
    double m_step;   //!< from one column to the next
    int m_columns;
    std::vector<int> m_byWeight;                     //!< see headlinesByWeight(); found when not all have room
    std::vector<std::vector<LegendEntry>> m_entries; //!< by lines - 1, made when asked for
};

//! Lines of verdicts that a headline has where there is room.
inline constexpr int kMostVerdictLines = 3;
//! px from the left edge of a legend entry to its text.
inline constexpr double kLegendTextIndent = 36;
//! The middle of an entry's ring below its top.
inline constexpr double kLegendRingMiddle = 16;
//! From one line of a title to the next.
inline constexpr double kLegendTitleStep = 19;

} // namespace tickmark::exporting
