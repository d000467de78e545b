// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LabelPlacer.h"
#include "PaneContext.h"

#include <QLineF>
#include <QStringList>

namespace tickmark::charts {

//! A hatched gap and the words above it.
struct HoleMark
{
    QRectF box;   //!< between the real neighbours, cut at the plot's edges
    QString text; //!< empty: the words stand at another gap of the same curve
    QRectF textBox;
    bool isClear = false; //!< no curve under the words: they may hide the grid
    QColor color;
};

struct HoleMarks
{
    std::vector<HoleMark> marks;
    //! Sentences without their full stops on the gaps of curves whose words found no room: "Nasdaq: no data on 14 Jan and
    //! 22 Jan". Of a page only.
    QStringList unwritten;
};

//! The gaps of all curves of a pane; their words find room through `placer`. On a page each curve has them once, at the
//! widest gap beside which they cover neither curves nor values: those are what it is read for.
[[nodiscard]] HoleMarks holeMarks(const PaneContext &context, LabelPlacer &placer);

//! 45 degree lines, 5 px apart, cut exactly at `box`.
[[nodiscard]] QList<QLineF> hatchLines(const QRectF &box);

void drawHatches(QPainter &painter, const PaneContext &context, const std::vector<HoleMark> &marks);
void drawHoleTexts(QPainter &painter, const PaneContext &context, const std::vector<HoleMark> &marks);

} // namespace tickmark::charts
