// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Tick.h>
#include <sources/TickTable.h>

#include <cstddef>
#include <optional>
#include <vector>

namespace tickmark::pipeline {

//! Ticks of one series, ascending by time.
struct OrderedTicks
{
    std::size_t series = 0; //!< into the pending ones
    std::vector<core::Tick> ticks;
};

//! Sorts the ticks of a file as they come, stable by time, and cuts them into slices between two times. Looks ahead over
//! about as many ticks as a slice has: what is further out of order comes in slices of its own, later. Of those a tick
//! that equals an earlier one in time, price and size is taken for that one by the store. Memory: 48 MB of ticks; up to
//! 192 MB where millions have one time. Used by one import; one thread.
class TickReorder
{
public:
    static constexpr std::size_t kFirstSlice = 250'000; //!< small, so that something shows early
    static constexpr std::size_t kSlice = 1'000'000;

    //! `newestFirst`: times fall from row to row, and so do rows of one time.
    explicit TickReorder(bool newestFirst) : m_newestFirst(newestFirst) {}

    //! The next slice, taken out of `pending`; nothing when more rows are to be read first, or at the end when all are out.
    [[nodiscard]] std::optional<OrderedTicks> next(std::vector<sources::SeriesTicks> &pending, bool isEnd);
    //! Memory for ticks that nobody needs any more: fresh memory costs as much as parsing what goes into it.
    void reuse(std::vector<core::Tick> spare)
    {
        if (spare.capacity() > m_spare.capacity())
            m_spare = std::move(spare);
    }

private:
    using Ticks = std::vector<core::Tick>;

    struct State
    {
        std::size_t late = 0;    //!< pending ticks in front that should have been in a slice before
        std::size_t settled = 0; //!< pending ticks in front that are in order (and the late ones)
        std::optional<qint64> lastNs;
    };

    [[nodiscard]] bool isBefore(const core::Tick &a, const core::Tick &b) const
    {
        return m_newestFirst ? b.time < a.time : a.time < b.time;
    }
    void look(const Ticks &ticks, State &state) const;
    void settle(Ticks &ticks, State &state) const;
    [[nodiscard]] static std::size_t cutBetweenTimes(const Ticks &ticks, std::size_t begin, std::size_t wanted);
    [[nodiscard]] OrderedTicks take(std::vector<sources::SeriesTicks> &pending, std::size_t series, std::size_t begin,
                                    std::size_t end);

    bool m_newestFirst;
    std::vector<State> m_states; //!< by series
    std::size_t m_threshold = 2 * kFirstSlice;
    Ticks m_spare;
};

} // namespace tickmark::pipeline
