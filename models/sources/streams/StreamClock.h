// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Time.h>

#include <chrono>
#include <functional>

namespace tickmark::sources {

//! The clocks of the streams; tests have their own. Called on the stream thread.
struct StreamClock
{
    //! Runs on while the machine sleeps, and knows nothing of the time of day (CLOCK_BOOTTIME).
    std::function<std::chrono::nanoseconds()> sinceBoot;
    std::function<core::Time()> wall;

    [[nodiscard]] static StreamClock ofSystem();
};

} // namespace tickmark::sources
