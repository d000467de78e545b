// SPDX-License-Identifier: GPL-3.0-or-later
#include "ValueTicks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <span>

namespace tickmark::charts {

namespace {

constexpr int kMostTicks = 200;

int decimalsOfStep(int exponent)
{
    return std::max(0, -exponent);
}

//! mantissa * 10^exponent without the error that multiplying by 0.1 brings.
double decimalValue(double mantissa, int exponent)
{
    return exponent < 0 ? mantissa / std::pow(10.0, -exponent) : mantissa * std::pow(10.0, exponent);
}

std::vector<ValueTick> multiples(ValueRange range, int mantissa, int exponent)
{
    const double step = decimalValue(mantissa, exponent);
    const double first = std::ceil(range.low / step - 1e-9);
    const double last = std::floor(range.high / step + 1e-9);
    std::vector<ValueTick> ticks;
    if (!(last - first < kMostTicks))
        return ticks;
    for (double index = first; index <= last; ++index)
        ticks.push_back({decimalValue(index * mantissa, exponent) + 0.0, decimalsOfStep(exponent)});
    return ticks;
}

bool isFarApart(const std::vector<ValueTick> &ticks, const YMap &map, double leastGap)
{
    for (std::size_t i = 1; i < ticks.size(); ++i) {
        if (map.y(ticks[i - 1].value) - map.y(ticks[i].value) < leastGap)
            return false;
    }
    return true;
}

std::vector<ValueTick> evenTicks(const YMap &map, double leastGap)
{
    const ValueRange range = map.range();
    const int start = int(std::floor(std::log10((range.high - range.low) / kMostTicks)));
    for (int exponent = start; exponent < start + 8; ++exponent) {
        for (const int mantissa : {1, 2, 5}) {
            std::vector<ValueTick> ticks = multiples(range, mantissa, exponent);
            if (!ticks.empty() && isFarApart(ticks, map, leastGap))
                return ticks;
        }
    }
    return {};
}

std::vector<ValueTick> decadeTicks(ValueRange range, std::span<const int> mantissas)
{
    std::vector<ValueTick> ticks;
    const int first = int(std::floor(std::log10(range.low)));
    const int last = int(std::ceil(std::log10(range.high)));
    for (int exponent = first; exponent <= last; ++exponent) {
        for (const int mantissa : mantissas) {
            const double value = decimalValue(mantissa, exponent);
            if (value >= range.low && value <= range.high)
                ticks.push_back({value, decimalsOfStep(exponent)});
        }
    }
    return ticks;
}

//! 1-2-5 of each decade, or decades alone; nothing when fewer than `least` of either stand far enough apart.
std::vector<ValueTick> logTicks(const YMap &map, double leastGap, std::size_t least)
{
    static constexpr std::array<int, 3> kMantissas{1, 2, 5};
    for (const std::size_t count : {std::size_t(3), std::size_t(1)}) {
        std::vector<ValueTick> ticks = decadeTicks(map.range(), std::span(kMantissas).first(count));
        if (ticks.size() >= least && isFarApart(ticks, map, leastGap))
            return ticks;
    }
    return {};
}

//! Percent on a log axis: round values from coarse to fine, each where there is still room, 0 before all.
std::vector<ValueTick> percentTicks(const YMap &map, double leastGap)
{
    const ValueRange range = map.range();
    std::vector<ValueTick> ticks;
    const auto addWhereThereIsRoom = [&](const ValueTick &tick) {
        const bool crowded = std::ranges::any_of(
            ticks, [&](const ValueTick &other) { return std::abs(map.y(other.value) - map.y(tick.value)) < leastGap; });
        if (!crowded)
            ticks.push_back(tick);
    };
    const int finest = int(std::floor(std::log10((range.high - range.low) / kMostTicks)));
    const int coarsest = int(std::ceil(std::log10(range.high - range.low)));
    if (range.low <= 0 && range.high >= 0)
        ticks.push_back({0, 0});
    for (int exponent = coarsest; exponent >= finest; --exponent) {
        for (const int mantissa : {5, 2, 1}) {
            for (const ValueTick &tick : multiples(range, mantissa, exponent))
                addWhereThereIsRoom(tick);
        }
        if (ticks.size() >= 3)
            break;
    }
    std::ranges::sort(ticks, {}, &ValueTick::value);
    const auto decimals = std::ranges::max_element(ticks, {}, &ValueTick::decimals);
    for (ValueTick &tick : ticks)
        tick.decimals = decimals->decimals;
    return ticks;
}

//! The first of the gaps at which there are three values or so: a low pane shows them closer than is comfortable.
constexpr std::array<double, 3> kGapShares{1, 0.75, 0.55};

} // namespace

std::vector<ValueTick> valueTicks(const YMap &map, double leastGap)
{
    if (map.scale() == YScale::LogPercent)
        return percentTicks(map, leastGap);
    std::vector<ValueTick> best;
    const auto isBetter = [&best](const std::vector<ValueTick> &ticks) { return ticks.size() > best.size(); };
    for (const double share : kGapShares) {
        if (map.isLogarithmic()) {
            if (std::vector<ValueTick> ticks = logTicks(map, leastGap * share, 3); isBetter(ticks))
                return ticks;
        }
        if (std::vector<ValueTick> ticks = evenTicks(map, leastGap * share); isBetter(ticks))
            best = std::move(ticks);
        if (best.size() >= 3)
            return best;
    }
    if (map.isLogarithmic() && best.size() < 2)
        best = logTicks(map, leastGap, 2);
    return best;
}

} // namespace tickmark::charts
