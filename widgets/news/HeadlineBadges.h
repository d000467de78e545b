// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartTheme.h>
#include <tables/HeadlineVerdicts.h>

#include <QColor>
#include <QFont>
#include <QList>
#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

//! The last line of a headline's row: a verdict's shape and the number that it is on, one after the other.
namespace tickmark::newsview {

//! Which of the badges find room in a line.
struct BadgeLine
{
    std::vector<double> widths; //!< px of each number, from the first; the last one may be narrower than its words
    int hidden = 0;             //!< told as "+n" behind them
    //! The worst of their verdicts, where one is worse than confirmed at the close: its shape stands before the "+n", so that
    //! it is not overlooked.
    std::optional<claims::VerdictCode> warning;
};

//! As many as fit, always one; while some are left over, the width of "+n" and its shape is kept free.
[[nodiscard]] BadgeLine badgeLine(const QList<tables::HeadlineVerdict> &verdicts, const QFont &font, double width);

//! `ground`: what lies under the line.
void paintBadges(QPainter &painter, const QRectF &line, const QList<tables::HeadlineVerdict> &verdicts,
                 const QFont &font, const charts::ChartTheme &theme, const QColor &ground);

} // namespace tickmark::newsview
