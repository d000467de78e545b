// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TickCurve.h"
#include "XMap.h"
#include <ticks/ColumnQuery.h>

#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <vector>

namespace tickmark::charts {

//! Where a curve of ticks is not joined: at a recorded gap, or because a session of its calendar has no tick.
struct TickBreak
{
    core::Time time; //!< what comes from here on is not joined to what was before
    core::Tick before;
    core::Tick after;
};

//! The last tick before a view and the first one after it.
struct TickNeighbours
{
    std::optional<core::Tick> before;
    std::optional<core::Tick> after;
};

//! Finds the breaks of one curve: where a recorded gap begins, and where a whole session without a tick is at least a
//! column wide. Both depend on the zoom alone, not on where the view begins. Sessions that are known to have ticks and
//! the ticks beside breaks are kept, so that a picture asks for new ones only. One thread.
class TickBreaks
{
public:
    //! Those between the neighbours of `view` (axis positions), ascending. O(columns * log ticks); once for each time axis
    //! O(sessions).
    [[nodiscard]] std::vector<TickBreak> in(const TickCurve &curve, const XMap &x, AxisRange view,
                                            const TickNeighbours &neighbours);

private:
    //! A session of the calendar, and how wide it is on the axis.
    struct PlacedSession
    {
        core::Session session;
        qint64 width = 0;

        [[nodiscard]] core::SessionDate date() const { return session.date; }
    };

    void update(const TickCurve &curve, const XMap &x);
    void forgetFrom(const TickCurve &curve, core::Time time);
    [[nodiscard]] std::optional<TickBreak> breakAt(const TickCurve &curve, core::Time time);
    [[nodiscard]] std::span<const PlacedSession> sessionsFrom(core::SessionDate first) const;
    //! The first session between two days with ticks that a gap can be seen of. Unverified ones may have been holidays.
    [[nodiscard]] std::optional<core::Session> missingBetween(core::SessionDate before, core::SessionDate after,
                                                              const XMap &x) const;
    [[nodiscard]] bool isQuoted(const TickCurve &curve, const core::Session &session);
    [[nodiscard]] std::vector<core::SessionDate> quotedSessions(const TickCurve &curve, const XMap &x, AxisRange view,
                                                                const TickNeighbours &neighbours);

    ticks::SnapshotPtr m_snapshot; //!< that m_quoted and m_found are of
    std::set<core::SessionDate> m_quoted;
    std::unordered_map<qint64, TickBreak> m_found;  //!< by their times
    std::shared_ptr<const core::TimeScale> m_scale; //!< that m_sessions are placed on
    core::SessionDate m_first;
    core::SessionDate m_last;
    std::vector<PlacedSession> m_sessions; //!< from m_first to m_last
    qint64 m_widest = 0;                   //!< of them
};

//! The runs of time on the clock of an exchange that belong to one of its sessions; round the clock the session itself.
[[nodiscard]] core::TimeRange wholeDay(const core::Session &session, const core::SessionCalendar &calendar);

} // namespace tickmark::charts
