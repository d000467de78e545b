// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"
#include "Time.h"
#include "ZoneRules.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace tickmark::core {

//! One trading day of one exchange in UTC.
struct Session
{
    SessionDate date;
    TimeRange hours;                //!< from the opening to the close, lunch included
    std::optional<TimeRange> lunch; //!< closed meanwhile; lies inside `hours`
    bool shortened = false;         //!< early close or late open
    bool verified = true;           //!< false outside the calendar's coverage: a weekday that may have been a holiday
    bool tradedHoliday = false;     //!< the calendar has a holiday there, but quotes exist: they win
};

//! Sessions of one exchange, read from a dated data file (resources/calendars/README.md has the format).
//! Immutable value after loading, safe from any thread. Dates outside coverage() follow the weekday rule and are flagged
//! as not verified.
class SessionCalendar
{
public:
    //! `data` is the file's JSON; `name` is named in errors. InvalidInput for anything malformed or unsorted.
    [[nodiscard]] static Result<SessionCalendar> parse(const QByteArray &data, const QString &name);

    [[nodiscard]] const QString &mic() const { return m_mic; }
    [[nodiscard]] QString name(const QString &language) const;
    [[nodiscard]] const ZoneRules &zone() const { return m_zone; }
    //! Part of every cache key that holds a trading-time coordinate.
    [[nodiscard]] int version() const { return m_version; }
    [[nodiscard]] SessionDate coverageFrom() const { return m_coverageFrom; }
    [[nodiscard]] SessionDate coverageTo() const { return m_coverageTo; }
    [[nodiscard]] bool covers(SessionDate date) const { return m_coverageFrom <= date && date <= m_coverageTo; }
    //! True for 24/7 and FX: markets without an exchange, which never shape a shared trading-time axis.
    [[nodiscard]] bool isRoundTheClock() const { return m_roundTheClock; }

    [[nodiscard]] bool isSession(SessionDate date) const;
    //! The holiday's name, empty when the date is none.
    [[nodiscard]] QString holidayName(SessionDate date) const;
    //! Nothing when the exchange is closed all day.
    [[nodiscard]] std::optional<Session> session(SessionDate date) const;
    //! All sessions from `first` to `last`, both included.
    [[nodiscard]] std::vector<Session> sessions(SessionDate first, SessionDate last) const;
    //! The latest session that had opened by `time`; searches back 400 days.
    [[nodiscard]] std::optional<Session> latestOpenedBy(Time time) const;
    [[nodiscard]] std::optional<Session> sessionBefore(SessionDate date) const;
    [[nodiscard]] std::optional<Session> sessionAfter(SessionDate date) const;
    //! The session date that `time` belongs to: of the session that contains it, else of the day on the exchange's clock
    //! (pre- and after-market belong to their day; FX: the session that is running).
    [[nodiscard]] SessionDate sessionDateOf(Time time) const;

    //! This calendar with `dates` as sessions even where it says closed (quotes exist there).
    [[nodiscard]] SessionCalendar withTradedDays(std::span<const SessionDate> dates) const;

private:
    friend class CalendarParser;

    struct Hours
    {
        SessionDate from;
        qint64 openNs = 0; //!< since midnight on the exchange's clock; negative: the day before
        qint64 closeNs = 0;
        std::optional<std::pair<qint64, qint64>> lunch;
    };
    struct DayException
    {
        SessionDate date;
        qint64 ns = 0; //!< early close or late opening
        QString name;
    };

    [[nodiscard]] const Hours &hoursOn(SessionDate date) const;
    [[nodiscard]] static const DayException *find(const std::vector<DayException> &list, SessionDate date);

    QString m_mic;
    QString m_nameDe;
    QString m_nameEn;
    ZoneRules m_zone;
    int m_version = 0;
    bool m_roundTheClock = false;
    SessionDate m_coverageFrom;
    SessionDate m_coverageTo;
    quint8 m_weekdays = 0; //!< bit 0 = Monday
    std::vector<Hours> m_hours;
    std::vector<DayException> m_holidays;
    std::vector<DayException> m_earlyCloses;
    std::vector<DayException> m_lateOpens;
    std::vector<SessionDate> m_tradedDays;
};

using CalendarPtr = std::shared_ptr<const SessionCalendar>;

} // namespace tickmark::core
