// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <chrono>
#include <optional>

namespace tickmark::pipeline {

//! What the last five seconds of a stream were like. Pure: the time comes with each call and never goes back. One thread.
class LiveMeter
{
public:
    using Clock = std::chrono::steady_clock;

    void addTrades(qint64 count, Clock::time_point now);
    void addLatency(std::chrono::nanoseconds latency, Clock::time_point now);

    //! Trades; over the time since the first one where that is shorter.
    [[nodiscard]] double perSecond(Clock::time_point now);
    //! The slowest; nothing when nothing came.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> latency(Clock::time_point now);

private:
    static constexpr std::chrono::milliseconds kPart{250};
    static constexpr qint64 kParts = 20;
    struct Part
    {
        qint64 trades = 0;
        std::chrono::nanoseconds latency{-1};
    };
    Part &partOf(Clock::time_point now);

    std::array<Part, kParts> m_parts;
    qint64 m_newest = 0; //!< number of the newest part since the clock's beginning
    std::optional<Clock::time_point> m_first;
};

} // namespace tickmark::pipeline
