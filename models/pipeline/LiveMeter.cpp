// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveMeter.h"

#include <algorithm>

namespace tickmark::pipeline {

LiveMeter::Part &LiveMeter::partOf(Clock::time_point now)
{
    const qint64 number = now.time_since_epoch() / kPart;
    for (qint64 passed = std::max(m_newest + 1, number - kParts + 1); passed <= number; ++passed)
        m_parts[std::size_t(passed % kParts)] = {};
    m_newest = std::max(m_newest, number);
    return m_parts[std::size_t(m_newest % kParts)];
}

void LiveMeter::addTrades(qint64 count, Clock::time_point now)
{
    if (!m_first)
        m_first = now;
    partOf(now).trades += count;
}

void LiveMeter::addLatency(std::chrono::nanoseconds latency, Clock::time_point now)
{
    Part &part = partOf(now);
    part.latency = std::max(part.latency, latency);
}

double LiveMeter::perSecond(Clock::time_point now)
{
    if (!m_first)
        return 0;
    partOf(now);
    qint64 trades = 0;
    for (const Part &part : m_parts)
        trades += part.trades;
    using Seconds = std::chrono::duration<double>;
    const Seconds kept = kPart * (kParts - 1) + now.time_since_epoch() % kPart; // the newest part is not over
    const Seconds span = std::clamp<Seconds>(now - *m_first, std::chrono::seconds(1), kept);
    return double(trades) / span.count();
}

std::optional<std::chrono::nanoseconds> LiveMeter::latency(Clock::time_point now)
{
    partOf(now);
    const auto slowest = std::ranges::max(m_parts, {}, &Part::latency).latency;
    return slowest.count() < 0 ? std::nullopt : std::optional(slowest);
}

} // namespace tickmark::pipeline
