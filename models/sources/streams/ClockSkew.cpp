// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClockSkew.h"

#include <algorithm>

namespace tickmark::sources {

void ClockSkew::add(core::Time sent, core::Time received, std::chrono::nanoseconds now)
{
    qint64 ahead = 0;
    if (__builtin_sub_overflow(sent.ns, received.ns, &ahead))
        return;
    const qint64 number = now.count() / core::kNsPerSecond;
    Second &second = m_seconds[std::size_t(number % kWindow)];
    if (second.number != number)
        second = {number, ahead, 0};
    second.most = std::max(second.most, ahead);
    ++second.count;
}

std::optional<std::chrono::nanoseconds> ClockSkew::value(std::chrono::nanoseconds now) const
{
    const qint64 number = now.count() / core::kNsPerSecond;
    std::optional<qint64> most;
    int count = 0;
    for (const Second &second : m_seconds) {
        if (second.number <= number - kWindow || second.number < 0)
            continue;
        most = std::max(most.value_or(second.most), second.most);
        count += second.count;
    }
    return count < kFewest ? std::nullopt : std::optional(std::chrono::nanoseconds(*most));
}

} // namespace tickmark::sources
