// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "QualityFinding.h"
#include "SplitWatch.h"
#include <core/Bar.h>
#include <core/Instrument.h>
#include <core/SessionCalendar.h>
#include <core/SplitScale.h>

#include <map>
#include <optional>
#include <vector>

namespace tickmark::analysis {

//! Looks at the bars of one series by themselves, in order of time: holes against the calendar, days on which it was
//! closed, jumps, splits, and what an import has flagged in a bar alone. Memory does not grow with the bars. One thread.
class SeriesQuality
{
public:
    //! `calendar` null: the exchange has none, and nothing is held against it. `splits` of the instrument, ascending.
    SeriesQuality(core::Instrument instrument, core::Series series, core::CalendarPtr calendar,
                  std::vector<core::Split> splits);

    //! Ascending by session or start.
    void add(const core::Bar &bar);
    //! After the last bar.
    [[nodiscard]] std::vector<QualityFinding> finish();
    //! After finish(): see SplitWatch::shown().
    [[nodiscard]] const std::vector<core::Split> &splitsShown() const { return m_splits.shown(); }
    [[nodiscard]] qint64 bars() const { return m_bars; }
    //! Of the bar that was added last.
    [[nodiscard]] core::SessionDate session() const { return m_session; }

private:
    [[nodiscard]] core::SessionDate sessionOf(const core::Bar &bar);
    [[nodiscard]] core::Price price(qint64 units) const { return {units, m_series.priceDecimals}; }
    //! One more run of the finding of its kind.
    QualityFinding &note(QualityKind kind, const SessionRun &run, bool adjoins);
    QualityFinding &noteBar(QualityKind kind, std::optional<core::Price> value, std::optional<core::Price> other = {});
    [[nodiscard]] QualityFinding finding(QualityKind kind) const;
    void checkCalendar(core::SessionDate session);
    void checkHole(core::SessionDate after, core::SessionDate before);
    void closeHole();
    void checkPrices(const core::Bar &bar);
    void checkJump(const core::Bar &bar, core::SessionDate sessionBefore);

    core::Instrument m_instrument;
    core::Series m_series;
    core::CalendarPtr m_calendar;
    SplitWatch m_splits;
    std::map<QualityKind, QualityFinding> m_found;
    std::map<QualityKind, qint64> m_lastBar; //!< number of the bar that a kind was seen at last
    std::vector<QualityFinding> m_longHoles;
    std::optional<SessionRun> m_hole; //!< goes on
    core::TimeRange m_hours;          //!< of m_session, intraday
    core::SessionDate m_session;
    qint64 m_bars = 0;
    qint64 m_previousClose = 0;
    bool m_hasJumped = false; //!< the bar before, up or down
    bool m_jumpedUp = false;
};

} // namespace tickmark::analysis
