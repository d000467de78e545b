// SPDX-License-Identifier: GPL-3.0-or-later
#include "CalendarParser.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tickmark::core {

namespace {

std::optional<SessionDate> dateOf(const QJsonValue &value)
{
    return SessionDate::fromIso(value.toString().toStdString());
}

//! "09:30", "24:00", or "-1d 17:00" for the day before, as nanoseconds since midnight.
std::optional<qint64> clockOf(const QJsonValue &value)
{
    QString text = value.toString();
    qint64 ns = 0;
    if (text.startsWith(QLatin1String("-1d "))) {
        ns = -kNsPerDay;
        text.remove(0, 4);
    }
    if (text.size() != 5 || text.at(2) != QLatin1Char(':'))
        return std::nullopt;
    bool hourOk = false;
    bool minuteOk = false;
    const int hour = text.left(2).toInt(&hourOk);
    const int minute = text.mid(3).toInt(&minuteOk);
    if (!hourOk || !minuteOk || hour < 0 || minute < 0 || minute > 59 || hour * 60 + minute > 24 * 60)
        return std::nullopt;
    return ns + hour * kNsPerHour + minute * kNsPerMinute;
}

} // namespace

CalendarParser::CalendarParser(QString fileName) : m_fileName(std::move(fileName)) {}

tl::unexpected<Error> CalendarParser::fault(const QString &what) const
{
    return failure(ErrorCode::InvalidInput, tr("The calendar file %1 cannot be used.").arg(m_fileName), what);
}

Result<SessionCalendar> CalendarParser::parse(const QByteArray &data)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(data, &error);
    if (error.error != QJsonParseError::NoError)
        return fault(error.errorString());
    const QJsonObject root = document.object();
    if (root.value(QLatin1String("schema")).toInt() != 1)
        return fault(QStringLiteral("schema is not 1"));
    if (const auto head = readHead(root); !head)
        return tl::unexpected(head.error());
    if (const auto hours = readHours(root); !hours)
        return tl::unexpected(hours.error());
    auto holidays = readDays(root, QStringLiteral("holidays"), {});
    auto earlyCloses = readDays(root, QStringLiteral("early_closes"), QStringLiteral("close"));
    auto lateOpens = readDays(root, QStringLiteral("late_opens"), QStringLiteral("open"));
    for (const auto *list : {&holidays, &earlyCloses, &lateOpens}) {
        if (!*list)
            return tl::unexpected(list->error());
    }
    m_calendar.m_holidays = std::move(*holidays);
    m_calendar.m_earlyCloses = std::move(*earlyCloses);
    m_calendar.m_lateOpens = std::move(*lateOpens);
    return m_calendar;
}

Result<void> CalendarParser::readHead(const QJsonObject &root)
{
    m_calendar.m_mic = root.value(QLatin1String("mic")).toString();
    if (m_calendar.m_mic.isEmpty())
        return fault(QStringLiteral("mic is missing"));
    m_calendar.m_roundTheClock = m_calendar.m_mic == QLatin1String("24/7") || m_calendar.m_mic == QLatin1String("FX");
    const QJsonObject names = root.value(QLatin1String("name")).toObject();
    m_calendar.m_nameDe = names.value(QLatin1String("de")).toString();
    m_calendar.m_nameEn = names.value(QLatin1String("en")).toString();
    m_calendar.m_version = root.value(QLatin1String("version")).toInt();
    const QJsonObject coverage = root.value(QLatin1String("coverage")).toObject();
    const auto from = dateOf(coverage.value(QLatin1String("from")));
    const auto to = dateOf(coverage.value(QLatin1String("to")));
    if (!from || !to || *to < *from)
        return fault(QStringLiteral("coverage is malformed"));
    m_calendar.m_coverageFrom = *from;
    m_calendar.m_coverageTo = *to;
    const QJsonArray weekdays = root.value(QLatin1String("weekdays")).toArray();
    for (const QJsonValue &value : weekdays) {
        const int weekday = value.toInt();
        if (weekday < 1 || weekday > 7)
            return fault(QStringLiteral("weekdays hold something else than 1 to 7"));
        m_calendar.m_weekdays |= quint8(1 << (weekday - 1));
    }
    if (m_calendar.m_weekdays == 0)
        return fault(QStringLiteral("weekdays are missing"));
    auto zone = ZoneRules::load(root.value(QLatin1String("zone")).toString().toUtf8());
    if (!zone)
        return tl::unexpected(zone.error());
    m_calendar.m_zone = std::move(*zone);
    return {};
}

Result<void> CalendarParser::readHours(const QJsonObject &root)
{
    const QJsonArray entries = root.value(QLatin1String("hours")).toArray();
    for (const QJsonValue &value : entries) {
        const QJsonObject entry = value.toObject();
        const auto from = dateOf(entry.value(QLatin1String("from")));
        const auto open = clockOf(entry.value(QLatin1String("open")));
        const auto close = clockOf(entry.value(QLatin1String("close")));
        if (!from || !open || !close || *close <= *open)
            return fault(QStringLiteral("hours: malformed entry"));
        if (!m_calendar.m_hours.empty() && *from <= m_calendar.m_hours.back().from)
            return fault(QStringLiteral("hours: not in order of time"));
        SessionCalendar::Hours hours{*from, *open, *close, std::nullopt};
        if (const QJsonArray lunch = entry.value(QLatin1String("lunch")).toArray(); !lunch.isEmpty()) {
            const auto begin = clockOf(lunch.at(0));
            const auto end = clockOf(lunch.at(1));
            if (lunch.size() != 2 || !begin || !end || *begin <= *open || *end <= *begin || *close <= *end)
                return fault(QStringLiteral("hours: malformed lunch"));
            hours.lunch = {*begin, *end};
        }
        m_calendar.m_hours.push_back(hours);
    }
    if (m_calendar.m_hours.empty() || m_calendar.m_coverageFrom < m_calendar.m_hours.front().from)
        return fault(QStringLiteral("hours do not reach back to the coverage's start"));
    return {};
}

Result<std::vector<SessionCalendar::DayException>> CalendarParser::readDays(const QJsonObject &root, const QString &key,
                                                                            const QString &timeKey) const
{
    std::vector<SessionCalendar::DayException> days;
    const QJsonArray entries = root.value(key).toArray();
    days.reserve(std::size_t(entries.size()));
    for (const QJsonValue &value : entries) {
        const QJsonObject entry = value.toObject();
        const auto date = dateOf(entry.value(QLatin1String("date")));
        if (!date || !m_calendar.covers(*date) || (!days.empty() && *date <= days.back().date)) {
            return fault(QStringLiteral("%1: “%2” is no date, out of order or outside the coverage")
                             .arg(key, entry.value(QLatin1String("date")).toString()));
        }
        SessionCalendar::DayException day{*date, 0, entry.value(QLatin1String("name")).toString()};
        if (!timeKey.isEmpty()) {
            const auto ns = clockOf(entry.value(timeKey));
            if (!ns)
                return fault(QStringLiteral("%1: %2 has no time").arg(key, QString::fromStdString(date->iso())));
            day.ns = *ns;
        }
        days.push_back(std::move(day));
    }
    return days;
}

} // namespace tickmark::core
