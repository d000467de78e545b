// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartContent.h>
#include <charts/ChartSpec.h>
#include <charts/StackView.h>
#include <core/CalendarSet.h>
#include <core/Tick.h>
#include <ticks/ChunkReader.h>
#include <ticks/TickHistory.h>

#include <map>
#include <memory>
#include <vector>

namespace tickmark::tests {

[[nodiscard]] inline core::Time at(const char *iso)
{
    return core::parseIsoTime(iso).value_or(core::Time());
}

[[nodiscard]] inline core::SessionDate day(const char *iso)
{
    return core::SessionDate::fromIso(iso).value_or(core::SessionDate());
}

//! Prices and volumes of TST from 27 January 2025 to `last`, in English.
[[nodiscard]] charts::ChartSpec tickSpec(charts::CurveType curve, const char *last);

//! Chunks in memory that count how often they are asked, in place of a store.
class HeldChunks : public ticks::ChunkReader
{
public:
    core::Result<void> readNodes(qint64 chunk, qint32 version, std::vector<std::byte> &bytes) override;
    core::Result<void> readData(qint64 chunk, qint32 version, std::vector<std::byte> &bytes) override;

    std::map<qint64, std::pair<std::vector<std::byte>, std::vector<std::byte>>> bytes; //!< nodes and data
    int reads = 0;
};

//! A made-up series of ticks on the New York exchange, whole in memory for brute force, and the same as a chart has it:
//! most of it in chunks that have to be read, the rest in the tail.
class TickBench
{
public:
    TickBench();

    //! `count` ticks from `from` on, `step` apart on average, a walk in cents; those of one time now and then.
    static std::vector<core::Tick> walk(core::Time from, int count, qint64 step, quint32 seed = 7);

    //! Puts `ticks` into chunks and a tail.
    void hold(std::vector<core::Tick> ticks);
    //! Three sessions from 27 January 2025 on, with one between them of which nothing is known, and a gap of 20 minutes.
    void holdThreeSessions();
    //! More at the end; the newest state of the same series.
    ticks::SnapshotPtr append(const std::vector<core::Tick> &more);

    //! Gives a view the ticks that it has asked for.
    void answer(charts::StackView &view);

    [[nodiscard]] const std::vector<core::Tick> &all() const { return m_ticks; }
    //! The last one before `time`; null when there is none.
    [[nodiscard]] const core::Tick *lastBefore(core::Time time) const;
    [[nodiscard]] std::shared_ptr<charts::TickCurve> curve(core::SeriesKind kind = core::SeriesKind::Traded) const;
    //! The curve and a daily bar for each of its sessions, under the symbol TST.
    [[nodiscard]] charts::ChartContent content(core::SeriesKind kind = core::SeriesKind::Traded);

    core::CalendarPtr calendar;
    HeldChunks chunks;
    std::vector<core::TimeRange> gaps;

private:
    core::CalendarSet m_calendars;
    std::vector<core::Tick> m_ticks;
    std::unique_ptr<ticks::TickHistory> m_history;
    ticks::SnapshotPtr m_snapshot;
};

} // namespace tickmark::tests
