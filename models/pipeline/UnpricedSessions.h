// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/SessionCalendar.h>
#include <core/Time.h>
#include <sources/providers/QuoteProvider.h>

#include <QString>

#include <optional>
#include <set>
#include <span>
#include <vector>

namespace tickmark::pipeline {

//! Where an answer has rows without prices.
struct UnpricedRows
{
    std::vector<core::SessionDate> sessions; //!< over by now, and without any price; ascending
    std::vector<core::Time> bars;            //!< single ones of other sessions that are over; ascending
};
//! `finished` is the latest session that is over. Providers tell of holidays too, which are left out.
[[nodiscard]] UnpricedRows unpricedRows(const sources::FetchedBars &fetched, const core::SessionCalendar &calendar,
                                        std::optional<core::SessionDate> finished);

//! Sessions inside a series of bars that its source told without a price. Each is asked for once more, in the next
//! run; what has no price then stays empty. Kept between runs as FetchState::cursor. A value; pure.
class UnpricedSessions
{
public:
    UnpricedSessions() = default;
    //! As cursor() wrote them; what is no such text holds none.
    explicit UnpricedSessions(const QString &cursor);

    //! Empty: there are none.
    [[nodiscard]] QString cursor() const;

    //! An answer to `first` to `last` told these sessions without a price: new ones are to be asked for again, and those
    //! that were asked for again rest now.
    void take(core::SessionDate first, core::SessionDate last, std::span<const core::SessionDate> unpriced);

    //! The first one from `first` on to be asked for again now; nothing: none is.
    [[nodiscard]] std::optional<core::SessionDate> firstDue(core::SessionDate first) const;
    //! The last one of those up to `last`, which is not before the first one.
    [[nodiscard]] core::SessionDate lastDueUntil(core::SessionDate last) const;

    //! Those to be asked for again among these days.
    [[nodiscard]] std::vector<core::SessionDate> due(core::SessionDate first, core::SessionDate last) const;

    //! Found in this run, to be asked for in the next one.
    [[nodiscard]] const std::set<core::SessionDate> &found() const { return m_found; }
    //! Asked for again in this run, to no avail.
    [[nodiscard]] const std::set<core::SessionDate> &givenUp() const { return m_givenUp; }

private:
    std::set<core::SessionDate> m_due;
    std::set<core::SessionDate> m_found;
    std::set<core::SessionDate> m_givenUp;
    std::set<core::SessionDate> m_resting; //!< of earlier runs
};

} // namespace tickmark::pipeline
