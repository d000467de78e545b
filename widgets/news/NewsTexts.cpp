// SPDX-License-Identifier: GPL-3.0-or-later
#include "NewsTexts.h"

#include <core/QtDates.h>
#include <news/SafeText.h>
#include <tables/ClockTexts.h>

#include <QCoreApplication>
#include <QDate>

namespace tickmark::newsview {

namespace {

bool isGerman(const core::Formats &formats)
{
    return formats.language() == QLatin1String("de");
}

} // namespace

QString rowTime(core::Time time, const core::Formats &formats, const core::ZoneRules &zone)
{
    if (!isGerman(formats))
        return formats.shortTime(time, zone);
    return QStringLiteral("%1 %2").arg(
        formats.locale().toString(core::toQDate(zone.dateAt(time)), QStringLiteral("dd.MM.")),
        formats.clockTime(time, zone));
}

QString fullTime(core::Time time, const core::Formats &formats, const core::ZoneRules &zone)
{
    const core::SessionDate date = zone.dateAt(time);
    QString weekday = formats.locale().toString(core::toQDate(date), QStringLiteral("ddd"));
    if (weekday.endsWith(u'.'))
        weekday.chop(1);
    return QStringLiteral("%1 %2, %3 %4")
        .arg(weekday, formats.date(date), formats.clockTime(time, zone), tables::zoneAbbreviation(time, formats, zone));
}

QString languageName(const QString &code)
{
    if (code == QLatin1String("de"))
        return QCoreApplication::translate("Headlines", "German");
    if (code == QLatin1String("en"))
        return QCoreApplication::translate("Headlines", "English");
    return code.toUpper();
}

QString clipboardText(const core::NewsItem &item, const core::Formats &formats, const core::ZoneRules &zone)
{
    QStringList lines{news::visibleLine(item.title),
                      QStringLiteral("%1, %2").arg(item.publisher, fullTime(item.published, formats, zone))};
    if (!item.excerpt.isEmpty())
        lines << QString() << news::visibleText(item.excerpt);
    if (!item.link.isEmpty())
        lines << QString() << item.link;
    return lines.join(u'\n');
}

} // namespace tickmark::newsview
