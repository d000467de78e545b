// SPDX-License-Identifier: GPL-3.0-or-later
#include "FrameTimes.h"

#include <algorithm>
#include <vector>

namespace tickmark::charts {

namespace {

constexpr qint64 kSecond = 1'000'000'000;

} // namespace

void FrameTimes::add(qint64 nowNs, qint64 durationNs)
{
    while (!m_frames.empty() && m_frames.front().at <= nowNs - kSecond)
        m_frames.pop_front();
    m_frames.push_back({nowNs, durationNs});
}

FrameTimes::Summary FrameTimes::lastSecond(qint64 nowNs) const
{
    std::vector<qint64> durations;
    for (const Frame &frame : m_frames) {
        if (frame.at > nowNs - kSecond)
            durations.push_back(frame.duration);
    }
    if (durations.empty())
        return {};
    const auto middle = durations.begin() + qsizetype(durations.size() / 2);
    std::ranges::nth_element(durations, middle);
    return {int(durations.size()), *middle, *std::ranges::max_element(durations)};
}

} // namespace tickmark::charts
