// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClaimedLevel.h"
#include "EndLabels.h"
#include "PaneContext.h"

#include <optional>
#include <vector>

class QPainter;

//! A claimed level in a pane that shows its instrument: band, shape, labels. In the values of the pane, whichever they are.
namespace tickmark::charts {

//! What the number is among the values of a pane; nothing in panes that do not show its instrument or draw no prices, and
//! while its session is out of view.
[[nodiscard]] std::optional<double> statedValue(const PaneContext &context, const ClaimedLevel &level);

//! What a view of `values` becomes so that the level can be seen; unchanged where that would flatten the curves.
[[nodiscard]] ValueRange withStated(ValueRange values, double stated);

struct ClaimedLevelMark
{
    ClaimedLevel level;
    QRectF band;   //!< px, from the session to the right end of the plot; empty when it is above or below it
    QPointF shape; //!< px, its middle
    //! The number, then close, high and low of its session as far as they are known; not placed yet.
    std::vector<EndLabel> labels;
};

//! Nothing where statedValue() is.
[[nodiscard]] std::optional<ClaimedLevelMark> claimedLevelMark(const PaneContext &context, const ClaimedLevel &level);

void drawClaimedLevel(QPainter &painter, const PaneContext &context, const ClaimedLevelMark &mark);

} // namespace tickmark::charts
