// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SessionCalendar.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace tickmark::core {

//! Reads one calendar file (resources/calendars/README.md) and checks it: dates valid, sorted, unique and inside the
//! stated coverage, hours in order. The first fault ends it, named with the file and the entry.
class CalendarParser
{
    Q_DECLARE_TR_FUNCTIONS(CalendarParser)

public:
    explicit CalendarParser(QString fileName);

    [[nodiscard]] Result<SessionCalendar> parse(const QByteArray &data);

private:
    [[nodiscard]] tl::unexpected<Error> fault(const QString &what) const;
    [[nodiscard]] Result<void> readHead(const QJsonObject &root);
    [[nodiscard]] Result<void> readHours(const QJsonObject &root);
    [[nodiscard]] Result<std::vector<SessionCalendar::DayException>> readDays(const QJsonObject &root,
                                                                              const QString &key,
                                                                              const QString &timeKey) const;

    QString m_fileName;
    SessionCalendar m_calendar;
};

} // namespace tickmark::core
