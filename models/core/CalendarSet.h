// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SessionCalendar.h"

#include <QStringList>

#include <map>
#include <mutex>

namespace tickmark::core {

//! The calendars that ship with the program, loaded from a resource folder when first asked for. One object per
//! process part that needs calendars, passed along; safe from any thread.
class CalendarSet
{
public:
    //! `folder` holds one <MIC>.json each ("24/7" is 24x7.json).
    explicit CalendarSet(QString folder);

    //! Market codes that a file exists for, sorted.
    [[nodiscard]] QStringList mics() const;
    //! An empty `mic` means 24/7. NotFound for an exchange without a calendar.
    [[nodiscard]] Result<CalendarPtr> calendar(const QString &mic) const;

private:
    QString m_folder;
    mutable std::mutex m_mutex;
    mutable std::map<QString, CalendarPtr> m_loaded;
};

} // namespace tickmark::core
