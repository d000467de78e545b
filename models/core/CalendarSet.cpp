// SPDX-License-Identifier: GPL-3.0-or-later
#include "CalendarSet.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace tickmark::core {

namespace {

const QString kAlwaysOpen = QStringLiteral("24/7");
const QString kAlwaysOpenFile = QStringLiteral("24x7");

} // namespace

CalendarSet::CalendarSet(QString folder) : m_folder(std::move(folder)) {}

QStringList CalendarSet::mics() const
{
    QStringList result;
    const QStringList files = QDir(m_folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const QString base = file.chopped(5);
        result.append(base == kAlwaysOpenFile ? kAlwaysOpen : base);
    }
    return result;
}

Result<CalendarPtr> CalendarSet::calendar(const QString &mic) const
{
    const QString wanted = mic.isEmpty() ? kAlwaysOpen : mic;
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_loaded.find(wanted); known != m_loaded.end())
        return known->second;
    // The code becomes part of a file name, so only what a market code may hold passes.
    const bool plain = std::all_of(wanted.begin(), wanted.end(), [](QChar c) { return c.isLetterOrNumber(); });
    QFile file(m_folder + u'/' + (wanted == kAlwaysOpen ? kAlwaysOpenFile : wanted) + QStringLiteral(".json"));
    if ((!plain && wanted != kAlwaysOpen) || !file.open(QIODevice::ReadOnly)) {
        return failure(
            ErrorCode::NotFound,
            QCoreApplication::translate("CalendarSet", "There is no trading calendar for the exchange “%1”. Known: %2.")
                .arg(wanted, mics().join(QStringLiteral(", "))));
    }
    auto parsed = SessionCalendar::parse(file.readAll(), file.fileName());
    if (!parsed)
        return tl::unexpected(parsed.error());
    auto calendar = std::make_shared<const SessionCalendar>(std::move(*parsed));
    m_loaded.emplace(wanted, calendar);
    return calendar;
}

} // namespace tickmark::core
