// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PaneContext.h"

#include <QFont>

namespace tickmark::charts {

//! What stands at the end of a curve, right of the plot.
struct EndLabel
{
    QString name;
    QString value;
    QString note; //!< its own base or date, where that is not everybody's; mostly empty
    CurvePoint last;
    QColor color;
    SeriesStyle style;
    double middle = 0; //!< of the name's line, once placed
    int namePixels =
        0; //!< smaller than the metrics have it, so that a long name leaves room for the curves; 0: as they have it
};

//! `name` in that font, or cut with an ellipsis where it is wider than a page leaves to names beside or on its curves. On
//! a screen as it is.
[[nodiscard]] QString fittingName(const QString &name, const QFont &font, const PaneContext &context);

//! The labels of a pane's curves, not placed yet: their widths decide the gutter.
[[nodiscard]] std::vector<EndLabel> endLabels(const PaneContext &context);
//! px from the plot's right edge to the right end of the values.
[[nodiscard]] double endLabelsWidth(const std::vector<EndLabel> &labels, const PaneContext &context);
//! Spreads them beside the plot, near the last values, never overlapping.
void placeEndLabels(std::vector<EndLabel> &labels, const PaneContext &context);

void drawEndDots(QPainter &painter, const PaneContext &context, const std::vector<EndLabel> &labels);
void drawEndLabels(QPainter &painter, const PaneContext &context, const std::vector<EndLabel> &labels);

//! px that the labels of `pane` take when all their notes are written, one below the other.
[[nodiscard]] double fullEndLabelsHeight(const PlannedPane &pane, const ChartPlan &plan, const ChartMetrics &metrics);

} // namespace tickmark::charts
