// SPDX-License-Identifier: GPL-3.0-or-later
#include "StreamClock.h"

#include <ctime>

namespace tickmark::sources {

namespace {

qint64 read(clockid_t clock)
{
    timespec now{};
    ::clock_gettime(clock, &now);
    return qint64(now.tv_sec) * core::kNsPerSecond + now.tv_nsec;
}

} // namespace

StreamClock StreamClock::ofSystem()
{
    return {[] { return std::chrono::nanoseconds(read(CLOCK_BOOTTIME)); },
            [] { return core::Time{read(CLOCK_REALTIME)}; }};
}

} // namespace tickmark::sources
