// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LocalClock.h"
#include <core/Time.h>

#include <optional>
#include <vector>

namespace tickmark::sources {

//! Tells the two passes of a night apart in which the clocks go back, for the rows of one symbol. The rows of such an hour
//! wait until it is over; then the file's order tells: where the clock jumps back (forward, in a file with the newest
//! first) the other pass begins. With a single pass, the neighbour that it follows without a gap tells. Otherwise nothing
//! does.
class OverlapResolver
{
public:
    static constexpr size_t kMostWaiting = 20'000; //!< one bar a second over three hours, and some

    //! One waiting row, by the caller's number for it.
    struct Waiting
    {
        size_t row = 0;
        qint64 localNs = 0;
        core::Time first;
        core::Time second;
    };
    struct Resolved
    {
        size_t row = 0;
        std::optional<core::Time> time; //!< nothing: cannot be told
    };

    OverlapResolver(qint64 intervalNs, bool newestFirst) : m_intervalNs(intervalNs), m_newestFirst(newestFirst) {}

    [[nodiscard]] bool isWaiting() const { return !m_waiting.empty(); }
    [[nodiscard]] bool isFull() const { return m_waiting.size() >= kMostWaiting; }
    void wait(const Waiting &row) { m_waiting.push_back(row); }
    //! Ends the waiting: with the next row's time, or without one at the file's end. Rows come in their order.
    [[nodiscard]] std::vector<Resolved> resolve(std::optional<core::Time> next);
    //! A row whose time is certain.
    void passed(core::Time time) { m_previous = time; }

private:
    [[nodiscard]] std::vector<size_t> jumps() const;
    [[nodiscard]] bool follows(std::optional<core::Time> from, core::Time to) const;

    qint64 m_intervalNs;
    bool m_newestFirst;
    std::optional<core::Time> m_previous;
    std::vector<Waiting> m_waiting;
};

} // namespace tickmark::sources
