// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClockTexts.h"

#include <QDateTime>
#include <QTimeZone>

namespace tickmark::tables {

QString zoneAbbreviation(core::Time time, const core::Formats &formats, const core::ZoneRules &zone)
{
    const QString name = QTimeZone(zone.id()).abbreviation(
        QDateTime::fromMSecsSinceEpoch(time.ns / 1'000'000, Qt::UTC));
    if (formats.language() != QLatin1String("de"))
        return name;
    if (name == QLatin1String("CET"))
        return QStringLiteral("MEZ");
    return name == QLatin1String("CEST") ? QStringLiteral("MESZ") : name;
}

} // namespace tickmark::tables
