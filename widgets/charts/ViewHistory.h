// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Time.h>

#include <QtGlobal>

#include <optional>
#include <vector>

namespace tickmark::charts {

//! The ranges that a view has shown, to go back and forward through. A run of small steps (wheel, arrow keys, one drag)
//! counts as one: steps of a run replace each other. Times in ms of the caller's clock.
class ViewHistory
{
public:
    static constexpr qint64 kRunMs = 600; //!< steps further apart are two
    static constexpr std::size_t kMost = 100;

    enum class Step { Jump, Run };

    void visit(core::TimeRange range, Step step, qint64 nowMs);
    //! The next step starts a new entry, however soon it comes.
    void endRun() { m_run = false; }

    [[nodiscard]] bool canGoBack() const { return m_index > 0; }
    [[nodiscard]] bool canGoForward() const { return m_index + 1 < m_ranges.size(); }
    //! Nothing when there is nowhere to go.
    std::optional<core::TimeRange> back();
    std::optional<core::TimeRange> forward();

private:
    std::vector<core::TimeRange> m_ranges;
    std::size_t m_index = 0;
    bool m_run = false;
    qint64 m_lastMs = 0;
};

} // namespace tickmark::charts
