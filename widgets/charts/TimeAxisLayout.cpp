// SPDX-License-Identifier: GPL-3.0-or-later
#include "TimeAxisLayout.h"

#include <core/QtDates.h>

#include <QDate>
#include <QStringList>

#include <algorithm>
#include <array>

namespace tickmark::charts {

namespace {

constexpr double kTextGap = 8;    // between two texts of a line
constexpr double kDayGap = 3;     // between two days, so that half days keep their label
constexpr double kTickToText = 4; // a text that names what begins at a tick
constexpr qint64 kNsPerMs = core::kNsPerSecond / 1000;

//! Steps of clock times: multiples of 1, 2, 5 below a second, of what divides the next unit above it.
constexpr std::array kClockSteps = {kNsPerMs,
                                    kNsPerMs * 2,
                                    kNsPerMs * 5,
                                    kNsPerMs * 10,
                                    kNsPerMs * 20,
                                    kNsPerMs * 50,
                                    kNsPerMs * 100,
                                    kNsPerMs * 200,
                                    kNsPerMs * 500,
                                    core::kNsPerSecond,
                                    core::kNsPerSecond * 2,
                                    core::kNsPerSecond * 5,
                                    core::kNsPerSecond * 10,
                                    core::kNsPerSecond * 15,
                                    core::kNsPerSecond * 30,
                                    core::kNsPerMinute,
                                    core::kNsPerMinute * 2,
                                    core::kNsPerMinute * 5,
                                    core::kNsPerMinute * 10,
                                    core::kNsPerMinute * 15,
                                    core::kNsPerMinute * 30,
                                    core::kNsPerHour,
                                    core::kNsPerHour * 2,
                                    core::kNsPerHour * 3,
                                    core::kNsPerHour * 4,
                                    core::kNsPerHour * 6};

enum class Unit { Day, Week, Month, Quarter, Year, TwoYears, FiveYears, TenYears };

int floorDivide(int value, int divisor)
{
    return value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor);
}

//! Days with the same number belong to the same unit.
int unitOf(core::SessionDate date, Unit unit)
{
    switch (unit) {
    case Unit::Day:
        return date.days();
    case Unit::Week:
        return floorDivide(date.days() + 3, 7); // 1970-01-01 was a Thursday
    case Unit::Month:
        return date.year() * 12 + date.month();
    case Unit::Quarter:
        return date.year() * 4 + (date.month() - 1) / 3;
    case Unit::Year:
        return date.year();
    case Unit::TwoYears:
        return floorDivide(date.year(), 2);
    case Unit::FiveYears:
        return floorDivide(date.year(), 5);
    case Unit::TenYears:
        return floorDivide(date.year(), 10);
    }
    return 0;
}

class Builder
{
public:
    explicit Builder(const TimeAxisInput &input) : m_in(input) {}

    TimeAxisLayout build()
    {
        if (m_in.days.empty())
            return {};
        if (m_in.intraday && tryClock())
            return m_out;
        const Unit unit = finestUnit();
        if (unit == Unit::Day) {
            addTicks(Unit::Week);
            addDays();
            addMonths();
        } else if (unit == Unit::Week) {
            addTicks(unit);
            addStarts(m_out.upper, unit, [this](core::SessionDate d) { return m_in.formats.dayOfMonth(d); });
            addMonths();
        } else if (unit == Unit::Month || unit == Unit::Quarter) {
            addTicks(unit);
            addStarts(m_out.upper, unit, [this](core::SessionDate d) { return monthName(d); });
            addUnits(Unit::Year, [](core::SessionDate d) { return QStringList{QString::number(d.year())}; });
        } else {
            addTicks(unit);
            addStarts(m_out.upper, unit, [](core::SessionDate d) { return QString::number(d.year()); });
        }
        return m_out;
    }

private:
    double xOf(qint64 axis) const { return m_in.x.centre(m_in.x.columnOf(axis)); }
    double startOf(const AxisDay &day) const { return xOf(day.slot.begin); }
    bool isAtLeftEdge(const AxisDay &day) const { return m_in.x.columnOf(day.slot.begin) <= 0; }

    QString monthName(core::SessionDate date) const
    {
        return m_in.formats.locale().toString(core::toQDate(date), QStringLiteral("MMM"));
    }

    double dayWidth() const
    {
        const double total = xOf(m_in.days.back().slot.end) - startOf(m_in.days.front());
        return total / double(m_in.days.size());
    }

    //! Typical px of a unit: days in view are sessions in trading time, all days in calendar time.
    double widthOf(Unit unit) const
    {
        const double perYear = m_in.x.scale().isTradingTime() ? 252 : 365;
        switch (unit) {
        case Unit::Day:
            return dayWidth();
        case Unit::Week:
            return dayWidth() * perYear / 52;
        case Unit::Month:
            return dayWidth() * perYear / 12;
        case Unit::Quarter:
            return dayWidth() * perYear / 4;
        case Unit::Year:
            return dayWidth() * perYear;
        case Unit::TwoYears:
            return dayWidth() * perYear * 2;
        case Unit::FiveYears:
            return dayWidth() * perYear * 5;
        case Unit::TenYears:
            return dayWidth() * perYear * 10;
        }
        return 0;
    }

    Unit finestUnit() const
    {
        const double day = m_in.textWidth(m_in.formats.dayOfMonth(*core::SessionDate::fromCivil(2000, 1, 28)));
        const double month = m_in.textWidth(monthName(*core::SessionDate::fromCivil(2000, 9, 1)));
        const double year = m_in.textWidth(QStringLiteral("2000"));
        if (widthOf(Unit::Day) >= day + kTextGap)
            return Unit::Day;
        if (widthOf(Unit::Week) >= day + 2 * kTextGap)
            return Unit::Week;
        for (const Unit unit : {Unit::Month, Unit::Quarter}) {
            if (widthOf(unit) >= month + 2 * kTextGap)
                return unit;
        }
        for (const Unit unit : {Unit::Year, Unit::TwoYears, Unit::FiveYears}) {
            if (widthOf(unit) >= year + 2 * kTextGap)
                return unit;
        }
        return Unit::TenYears;
    }

    //! Calls `visit` for the first day in view of each unit.
    template <typename Visit>
    void eachStart(Unit unit, Visit visit) const
    {
        for (std::size_t i = 0; i < m_in.days.size(); ++i) {
            if (i == 0 || unitOf(m_in.days[i].date, unit) != unitOf(m_in.days[i - 1].date, unit))
                visit(m_in.days[i]);
        }
    }

    void addTicks(Unit unit)
    {
        eachStart(unit, [this](const AxisDay &day) {
            if (!isAtLeftEdge(day))
                m_out.ticks.push_back(startOf(day));
        });
    }

    void addDays()
    {
        for (const AxisDay &day : m_in.days) {
            const QString text = m_in.formats.dayOfMonth(day.date);
            const double width = m_in.textWidth(text);
            const double middle = xOf(day.slot.begin + (day.slot.end - day.slot.begin) / 2);
            add(m_out.upper, {text, middle - width / 2, width, day.date}, kDayGap);
        }
    }

    template <typename Text>
    void addStarts(std::vector<AxisText> &line, Unit unit, Text text)
    {
        eachStart(unit, [&](const AxisDay &day) {
            const QString words = text(day.date);
            const bool atEdge = isAtLeftEdge(day);
            const double left = atEdge ? m_in.x.edge(0) : startOf(day) + kTickToText;
            const std::optional<core::SessionDate> named = unit == Unit::Week ? std::optional(day.date) : std::nullopt;
            add(line, {words, left, m_in.textWidth(words), named});
        });
    }

    //! A text that would touch the one before it, or leave the axis, stays away.
    void add(std::vector<AxisText> &line, AxisText text, double gap = kTextGap)
    {
        const bool touches = !line.empty() && line.back().right() + gap > text.left;
        if (text.left >= m_in.left && text.right() <= m_in.right && !touches)
            line.push_back(std::move(text));
    }

    void addMonths()
    {
        addUnits(Unit::Month, [this](core::SessionDate date) {
            return QStringList{m_in.formats.monthAndYear(date), monthName(date)};
        });
    }

    //! The lower line: under its units stands the first of `texts` that there is room for. What stands above a unit that
    //! has no room for any goes: it would be taken for a part of the next one.
    template <typename Texts>
    void addUnits(Unit unit, Texts texts)
    {
        std::vector<AxisDay> starts;
        eachStart(unit, [&](const AxisDay &day) { starts.push_back(day); });
        addUnits(unit, starts, texts);
    }

    template <typename Texts>
    void addUnits(Unit unit, const std::vector<AxisDay> &starts, Texts texts)
    {
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const bool last = i + 1 == starts.size();
            const double left = isAtLeftEdge(starts[i]) ? m_in.x.edge(0) : startOf(starts[i]) + kTickToText;
            const double end = last ? m_in.right : startOf(starts[i + 1]) + kTickToText - kTextGap;
            const QStringList choice = texts(starts[i].date);
            const auto words = std::ranges::find_if(
                choice, [&](const QString &text) { return left + m_in.textWidth(text) <= end; });
            if (words != choice.end())
                m_out.lower.push_back({*words, left, m_in.textWidth(*words), std::nullopt});
            else if (!last)
                eraseAbove(unit, starts[i], starts[i + 1]);
        }
    }

    void eraseAbove(Unit unit, const AxisDay &from, const AxisDay &to)
    {
        const double begin = startOf(from);
        const double end = startOf(to);
        std::erase_if(m_out.upper, [&](const AxisText &text) {
            if (text.date)
                return unitOf(*text.date, unit) == unitOf(from.date, unit);
            const double place = unit == Unit::Day ? text.left + text.width / 2 : text.left;
            return begin <= place && place < end;
        });
    }

    //! As wide as a clock time of a step is written.
    double clockWidth(qint64 step) const
    {
        return m_in.textWidth(step < core::kNsPerSecond   ? QStringLiteral("00:00:00.000")
                              : step < core::kNsPerMinute ? QStringLiteral("00:00:00")
                                                          : QStringLiteral("00:00"));
    }

    QString clockText(core::Time time, qint64 step) const
    {
        return step < core::kNsPerMinute ? m_in.formats.exactClockTime(time, m_in.zone)
                                         : m_in.formats.clockTime(time, m_in.zone);
    }

    bool tryClock()
    {
        const double pxPerNs = m_in.x.columnWidth() / double(m_in.x.nsPerColumn());
        const auto *step = std::ranges::find_if(
            kClockSteps, [&](qint64 ns) { return double(ns) * pxPerNs >= clockWidth(ns) + 2.5 * kTextGap; });
        if (step == kClockSteps.end() || double(*step) * pxPerNs > dayWidth() / 2)
            return false;
        for (const AxisDay &day : m_in.days)
            addClock(day, *step);
        addUnits(Unit::Day, clockDates(), [this](core::SessionDate d) { return QStringList{m_in.formats.date(d)}; });
        return true;
    }

    //! Where dates begin on the clock of the axis, which its clock times are told by: the session of a market that opens in
    //! the evening has two.
    std::vector<AxisDay> clockDates() const
    {
        const core::TimeScale &scale = m_in.x.scale();
        std::vector<AxisDay> dates;
        for (const AxisDay &day : m_in.days) {
            AxisRange rest{std::max(day.slot.begin, m_in.x.axisAt(0)),
                           std::min(day.slot.end, m_in.x.axisAt(m_in.x.columns()))};
            while (!rest.isEmpty()) {
                const core::SessionDate date = m_in.zone.dateAt(scale.toTime(rest.begin));
                if (dates.empty() || dates.back().date < date)
                    dates.push_back({date, rest, rest, rest});
                const core::Time midnight = m_in.zone.fromLocalNs(qint64(date.plusDays(1).days()) * core::kNsPerDay);
                rest.begin = std::max(rest.begin + 1, scale.toAxis(midnight));
            }
        }
        return dates;
    }

    //! The first clock time of a step at or after `time`, on the clock of the axis.
    qint64 clockFrom(core::Time time, qint64 step) const
    {
        const qint64 local = m_in.zone.localNs(time);
        const qint64 past = ((local % step) + step) % step;
        return past == 0 ? local : local - past + step;
    }

    //! The clock times of a day that are in view.
    void addClock(const AxisDay &day, qint64 step)
    {
        const core::TimeScale &scale = m_in.x.scale();
        const AxisRange view{std::max(day.slot.begin, m_in.x.axisAt(0)),
                             std::min(day.slot.end, m_in.x.axisAt(m_in.x.columns()))};
        if (view.isEmpty())
            return;
        for (qint64 local = clockFrom(scale.toTime(view.begin), step);; local += step) {
            const core::Time time = m_in.zone.fromLocalNs(local);
            const qint64 axis = scale.toAxis(time);
            const bool atClose = axis == day.slot.end && scale.toTime(axis - 1).ns + 1 == time.ns;
            if (axis > view.end || (axis == day.slot.end && !atClose))
                return;
            if (scale.isOpen(time) || atClose)
                addClockText(axis, clockText(time, step));
            else
                local = std::max(local, clockFrom(scale.toTime(axis), step) - step); // over lunch in one step
        }
    }

    void addClockText(qint64 axis, const QString &text)
    {
        const double width = m_in.textWidth(text);
        const double x = xOf(axis);
        if (m_in.x.columnOf(axis) > 0 && m_in.x.columnOf(axis) < m_in.x.columns())
            m_out.ticks.push_back(x);
        // At the plot's edges the text moves inwards, so that it never stands under the value labels.
        const double left = std::clamp(x - width / 2, m_in.x.edge(0), m_in.x.edge(m_in.x.columns()) - width);
        add(m_out.upper, {text, left, width, std::nullopt});
    }

    const TimeAxisInput &m_in;
    TimeAxisLayout m_out;
};

} // namespace

TimeAxisLayout layOutTimeAxis(const TimeAxisInput &input)
{
    return Builder(input).build();
}

} // namespace tickmark::charts
