// SPDX-License-Identifier: GPL-3.0-or-later
#include "IntervalText.h"

#include <core/Series.h>

#include <QRegularExpression>

namespace tickmark::app {

QString intervalText(qint64 intervalNs)
{
    if (intervalNs == core::Series::kDaily)
        return QStringLiteral("1d");
    if (intervalNs % core::kNsPerHour == 0)
        return QString::number(intervalNs / core::kNsPerHour) + QStringLiteral("h");
    if (intervalNs % core::kNsPerMinute == 0)
        return QString::number(intervalNs / core::kNsPerMinute) + QStringLiteral("min");
    return QString::number(double(intervalNs) / double(core::kNsPerSecond)) + QStringLiteral("s");
}

std::optional<qint64> parseInterval(const QString &text)
{
    if (text == QLatin1String("1d"))
        return core::Series::kDaily;
    static const QRegularExpression form(QStringLiteral("^([1-9][0-9]{0,4})(h|min|m|s)$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2);
    const qint64 one = unit == QLatin1String("h")   ? core::kNsPerHour
                       : unit == QLatin1String("s") ? core::kNsPerSecond
                                                    : core::kNsPerMinute;
    const qint64 length = match.captured(1).toLongLong() * one;
    return length < core::kNsPerDay ? std::optional(length) : std::nullopt;
}

} // namespace tickmark::app
