// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LabelPlacer.h"
#include "PaneContext.h"

#include <QLineF>

namespace tickmark::charts {

//! A curve's value on the day in question, written near it.
struct Callout
{
    QPointF dot;
    QString text;      //!< empty where there is no room for it
    QString unwritten; //!< what it would be there
    QRectF box;        //!< of the text
    QPointF textStart; //!< left end of the baseline
    QLineF leader;     //!< null when the text stands right beside the dot
    QColor color;
};

//! One for every line of the pane that has a value on the plan's spotlight; words find room through `placer`.
[[nodiscard]] std::vector<Callout> callouts(const PaneContext &context, LabelPlacer &placer);

void drawCalloutDots(QPainter &painter, const PaneContext &context, const std::vector<Callout> &callouts);
void drawCalloutTexts(QPainter &painter, const PaneContext &context, const std::vector<Callout> &callouts);

} // namespace tickmark::charts
