// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LabelPlacer.h"
#include "PaneContext.h"

#include <QLineF>

namespace tickmark::charts {

//! A hatched gap and the words above it.
struct HoleMark
{
    QRectF box;   //!< between the real neighbours, cut at the plot's edges
    QString text; //!< empty: the words stand at another gap of the same curve
    QRectF textBox;
    QColor color;
};

//! The gaps of all curves of a pane; their words find room through `placer`. On a page each curve has them once, at its
//! widest gap: the values are what it is read for.
[[nodiscard]] std::vector<HoleMark> holeMarks(const PaneContext &context, LabelPlacer &placer);

//! 45 degree lines, 5 px apart, cut exactly at `box`.
[[nodiscard]] QList<QLineF> hatchLines(const QRectF &box);

void drawHatches(QPainter &painter, const PaneContext &context, const std::vector<HoleMark> &marks);
void drawHoleTexts(QPainter &painter, const PaneContext &context, const std::vector<HoleMark> &marks);

} // namespace tickmark::charts
