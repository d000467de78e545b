// SPDX-License-Identifier: GPL-3.0-or-later
#include "ZoneNames.h"

#include <QCoreApplication>

namespace tickmark::window {

namespace {

//! Cities whose German name is another, and those that are offered.
constexpr const char *kCities[] = {
    QT_TRANSLATE_NOOP("ZoneNames", "Berlin"),    QT_TRANSLATE_NOOP("ZoneNames", "London"),
    QT_TRANSLATE_NOOP("ZoneNames", "New York"),  QT_TRANSLATE_NOOP("ZoneNames", "Tokyo"),
    QT_TRANSLATE_NOOP("ZoneNames", "Hong Kong"), QT_TRANSLATE_NOOP("ZoneNames", "Zurich"),
    QT_TRANSLATE_NOOP("ZoneNames", "Vienna"),    QT_TRANSLATE_NOOP("ZoneNames", "Paris"),
};

} // namespace

QString zoneName(const QByteArray &ianaId)
{
    QString city = QString::fromLatin1(ianaId).section(u'/', -1);
    city.replace(u'_', u' ');
    for (const char *known : kCities) {
        if (city == QLatin1String(known))
            return QCoreApplication::translate("ZoneNames", known);
    }
    return city;
}

} // namespace tickmark::window
