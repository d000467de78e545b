// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompareGeometry.h"

#include "CompareTexts.h"

#include <algorithm>
#include <cmath>

namespace tickmark::claimview {

using charts::ValueRange;
using tables::ClaimTopic;
using tables::TopicClaim;

namespace {

constexpr double kRoom = 0.08;    // of the values' span, on each side
constexpr double kTickGap = 64;   // px
constexpr double kFlatRoom = 0.1; // of a lone value

//! Everything finite that has to be seen.
std::optional<ValueRange> valuesOf(const ClaimTopic &topic, double sign)
{
    std::optional<ValueRange> values;
    const auto add = [&](double value) {
        if (!std::isfinite(value))
            return;
        const double shown = sign * value;
        values = values ? values->united({shown, shown}) : ValueRange{shown, shown};
    };
    for (const TopicClaim &member : topic.claims) {
        if (member.stated) {
            add(*member.stated);
            add(member.low);
            add(member.high);
        }
    }
    if (topic.computed) {
        add(*topic.computed - topic.doubt);
        add(*topic.computed + topic.doubt);
    }
    return values;
}

double divisorOf(const ClaimTopic &topic, ValueRange values)
{
    if (topic.measure != tables::TopicMeasure::Value)
        return 1;
    return amountDivisor(std::max(std::abs(values.low), std::abs(values.high)));
}

std::vector<AxisTick> ticksOf(const charts::YMap &map, double left)
{
    std::vector<AxisTick> ticks;
    for (const charts::ValueTick &tick : charts::valueTicks(map, kTickGap))
        ticks.push_back({left + map.bottom() - map.y(tick.value), tick.value, tick.decimals});
    return ticks;
}

} // namespace

CompareAxis compareAxis(const ClaimTopic &topic, double left, double right)
{
    CompareAxis axis;
    axis.marks.resize(topic.claims.size());
    const double sign = topic.isLoss ? -1 : 1;
    const auto values = valuesOf(topic, sign);
    if (!values || right - left < 2 * kLeastBar)
        return axis;
    const double flat = std::max(std::abs(values->low) * kFlatRoom, 1e-6);
    const ValueRange spread = values->low < values->high ? *values
                                                         : ValueRange{values->low - flat, values->high + flat};
    axis.divisor = divisorOf(topic, spread);
    const ValueRange range = charts::padded({spread.low / axis.divisor, spread.high / axis.divisor}, kRoom, false);
    const charts::YMap map(range, 0, right - left, false);
    const auto x = [&](double value) { return left + map.bottom() - map.y(sign * value / axis.divisor); };

    axis.ticks = ticksOf(map, left);
    if (!topic.otherUnit.isEmpty())
        axis.otherTicks = ticksOf(
            {{range.low * topic.otherPerUnit, range.high * topic.otherPerUnit}, 0, right - left, false}, left);
    if (topic.computed) {
        axis.computed = x(*topic.computed);
        if (topic.doubt > 0) {
            const double a = x(*topic.computed - topic.doubt);
            const double b = x(*topic.computed + topic.doubt);
            axis.doubt = ValueRange{std::min(a, b), std::max(a, b)};
        }
    }
    for (std::size_t i = 0; i < topic.claims.size(); ++i) {
        const TopicClaim &member = topic.claims[i];
        if (!member.stated)
            continue;
        CompareMark &mark = axis.marks[i];
        mark.x = x(*member.stated);
        const auto [from, to] = std::minmax({x(member.low), x(member.high)});
        mark.endsLeft = from >= left;
        mark.endsRight = to <= right;
        const ValueRange bar{std::max(from, left), std::min(to, right)};
        if (bar.high - bar.low > kLeastBar)
            mark.bar = bar;
    }
    return axis;
}

} // namespace tickmark::claimview
