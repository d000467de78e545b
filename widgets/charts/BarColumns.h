// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "XMap.h"
#include <core/BarHistory.h>

#include <memory>
#include <optional>
#include <vector>

namespace tickmark::charts {

//! Where one bar stands: its slot (the columns from opening to close) and the slot's middle.
struct BarColumn
{
    std::size_t bar = 0;    //!< index in the history
    AxisRange slot;         //!< columns, half-open
    qint64 middle = 0;      //!< column of the point: the slot's middle, or its last column at BarPlace::Close
    bool closed = false;    //!< its session has no width on this axis (a weekend among shares): lines only
    bool afterHole = false; //!< a session without data lies between this bar and the one before
    //! Column up to which the bar before holds because its market was closed while others traded; nothing: it was not.
    std::optional<qint64> restsUntil{};

    [[nodiscard]] qint64 width() const { return slot.end - slot.begin; }
};

//! The axis positions a bar covers: a daily bar its session from opening to close (in calendar time the whole day of an
//! exchange), an intraday bar its interval.
[[nodiscard]] AxisRange barSlot(const core::Bar &bar, const core::BarHistory &history, const core::TimeScale &scale);

//! The session a bar belongs to.
[[nodiscard]] core::SessionDate sessionOf(const core::Bar &bar, const core::BarHistory &history);

//! Which moment of its slot stands for a bar: on a time axis of days its middle, among intraday curves its close.
enum class BarPlace { Middle, Close };

//! Where the bars of a history stand on one time axis, whatever part of it is in view: found once, used for every frame.
//! Immutable; keeps the history and the scale alive.
class BarPlaces
{
public:
    BarPlaces(std::shared_ptr<const core::BarHistory> history, std::shared_ptr<const core::TimeScale> scale,
              BarPlace place);

    [[nodiscard]] const core::BarHistory &history() const { return *m_history; }
    [[nodiscard]] const std::shared_ptr<const core::TimeScale> &scale() const { return m_scale; }
    [[nodiscard]] BarPlace place() const { return m_place; }
    [[nodiscard]] AxisRange slot(std::size_t bar) const { return m_places[bar].slot; }
    //! The axis position of the point that stands for a bar.
    [[nodiscard]] qint64 point(std::size_t bar) const { return m_places[bar].point; }
    [[nodiscard]] bool isAfterHole(std::size_t bar) const { return m_places[bar].afterHole; }
    [[nodiscard]] std::optional<qint64> restsUntil(std::size_t bar) const { return m_places[bar].restsUntil; }
    //! See barColumns().
    [[nodiscard]] std::vector<BarColumn> columns(const XMap &x) const;

private:
    struct Place
    {
        AxisRange slot;
        qint64 point = 0;
        bool afterHole = false;
        std::optional<qint64> restsUntil;
    };

    [[nodiscard]] AxisRange slotOf(std::size_t bar) const;
    [[nodiscard]] std::optional<qint64> restBefore(std::size_t bar) const;

    std::shared_ptr<const core::BarHistory> m_history;
    std::shared_ptr<const core::TimeScale> m_scale;
    BarPlace m_place;
    std::vector<Place> m_places;
};

//! The bars whose place is in view, with their neighbours left and right of it, if any. Ascending. At their closes nothing
//! enters or leaves: a line from the close before would cross the day as if it had been quoted all day.
[[nodiscard]] std::vector<BarColumn> barColumns(const core::BarHistory &history, const XMap &x,
                                                BarPlace place = BarPlace::Middle);

//! True when a session that this axis shows lies strictly between the two dates. Unverified sessions do not count: they
//! may have been holidays.
[[nodiscard]] bool hasSessionBetween(core::SessionDate before, core::SessionDate after,
                                     const core::SessionCalendar &calendar, const core::TimeScale &scale);

//! Columns of a bar or candle: 56 % of the slot, an odd number so that it has a middle column, at least 1. With `count`
//! instruments side by side, that of the one at `index`.
[[nodiscard]] AxisRange barBody(const BarColumn &column, int index = 0, int count = 1);

} // namespace tickmark::charts
