// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ValueTicks.h>
#include <tables/ClaimTopics.h>

#include <QRectF>

#include <optional>
#include <vector>

//! Where a comparison draws what. Pure functions over values.
namespace tickmark::claimview {

//! Where one claim lies on the axis, px.
struct CompareMark
{
    std::optional<double> x;               //!< centre of its shape; nothing: no rate, or no number to place
    std::optional<charts::ValueRange> bar; //!< of its interval, cut at the plot's edges; only when wide enough to see
    bool endsLeft = true;                  //!< the bar's end is the interval's, not the plot's edge
    bool endsRight = true;
};

struct AxisTick
{
    double x = 0;
    double value = 0; //!< in units of `divisor`
    int decimals = 0;
};

//! The axis of a topic between two edges. Of a loss it counts magnitudes, from left to right.
struct CompareAxis
{
    double divisor = 1;                      //!< of what its labels count: 1e9 for billions
    std::vector<AxisTick> ticks;             //!< of the topic's unit
    std::vector<AxisTick> otherTicks;        //!< of its second currency; empty without one
    std::optional<double> computed;          //!< px
    std::optional<charts::ValueRange> doubt; //!< px, around `computed`; nothing without doubt
    std::vector<CompareMark> marks;          //!< one per claim of the topic
};

inline constexpr double kLeastBar = 24; //!< px: of a narrower interval the shape alone is drawn

[[nodiscard]] CompareAxis compareAxis(const tables::ClaimTopic &topic, double left, double right);

} // namespace tickmark::claimview
