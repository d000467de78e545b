// SPDX-License-Identifier: GPL-3.0-or-later
#include "TimeText.h"

#include <QCoreApplication>

namespace tickmark::app {

QString secondsText(core::Time time)
{
    return QString::fromStdString(core::isoTime(core::Time{time.ns - time.ns % core::kNsPerSecond}));
}

QString missingOffset(const QString &option, const QString &text)
{
    const std::string time = text.toStdString();
    if (core::parseIsoTime(time) || !core::parseIsoTime(time + 'Z'))
        return {};
    return QCoreApplication::translate("TimeText",
                                       "%1 %2 does not say its offset from UTC: write %2Z for UTC, or %2+01:00 "
                                       "with the offset of your clock.")
        .arg(option, text);
}

core::Result<core::Time> publicationTime(const QString &option, const QString &text, DayEnd end)
{
    constexpr int kFirstYear = 1900; // nanoseconds hold the years 1677 to 2262
    constexpr int kLastYear = 2200;
    const std::string plain = text.toStdString();
    if (const auto date = core::SessionDate::fromIso(plain);
        date && date->year() >= kFirstYear && date->year() <= kLastYear)
        return end == DayEnd::First ? date->utcMidnight() : core::Time{date->plusDays(1).utcMidnight().ns - 1};
    if (const auto time = core::parseIsoTime(plain))
        return *time;
    const QString complaint = missingOffset(option, text);
    if (!complaint.isEmpty())
        return core::failure(core::ErrorCode::InvalidInput, complaint);
    return core::failure(core::ErrorCode::InvalidInput,
                         QCoreApplication::translate(
                             "TimeText", "“%1” is neither a date (2025-01-27) nor a time (2025-01-27T16:40:00Z).")
                             .arg(text));
}

core::Result<core::TimeRange> publicationRange(const QString &from, const QString &to)
{
    core::TimeRange range{core::Time{std::numeric_limits<qint64>::min()},
                          core::Time{std::numeric_limits<qint64>::max()}};
    const bool isDay = core::SessionDate::fromIso(to.toStdString()).has_value();
    if (!from.isEmpty()) {
        const auto begin = publicationTime(QStringLiteral("--from"), from, DayEnd::First);
        if (!begin)
            return tl::unexpected(begin.error());
        range.begin = *begin;
    }
    if (!to.isEmpty()) {
        const auto last = publicationTime(QStringLiteral("--to"), to, DayEnd::Last);
        if (!last)
            return tl::unexpected(last.error());
        range.end = isDay ? core::Time{last->ns + 1} : *last;
    }
    // the end of a day is the beginning of the next
    if (range.end < range.begin || (isDay && range.end == range.begin))
        return core::failure(core::ErrorCode::InvalidInput,
                             QCoreApplication::translate("TimeText", "--to lies before --from."));
    return range;
}

} // namespace tickmark::app
