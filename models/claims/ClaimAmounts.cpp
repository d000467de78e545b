// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimAmounts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tickmark::claims {

namespace {

constexpr double kMillion = 1e6;
constexpr double kBillion = 1e9;
constexpr double kTrillion = 1e12;

QString say(const char *text)
{
    return QCoreApplication::translate("ClaimAmount", text);
}

//! Germans write the signs that everybody knows; English texts of this field the codes.
QString currencyText(const QString &code, const core::Formats &formats)
{
    if (formats.language() == QLatin1String("de")) {
        if (code == QLatin1String("USD"))
            return QStringLiteral("$");
        if (code == QLatin1String("EUR"))
            return QStringLiteral("€");
    }
    return code;
}

struct Magnitude
{
    double unit;
    QString pattern; //!< "%1 bn"
};

Magnitude magnitudeOf(double amount)
{
    const double size = std::abs(amount);
    if (size >= kTrillion)
        return {kTrillion, say(QT_TRANSLATE_NOOP("ClaimAmount", "%1 trn"))};
    if (size >= kBillion)
        return {kBillion, say(QT_TRANSLATE_NOOP("ClaimAmount", "%1 bn"))};
    if (size >= kMillion)
        return {kMillion, say(QT_TRANSLATE_NOOP("ClaimAmount", "%1 m"))};
    return {1, QStringLiteral("%1")};
}

//! Of a percentage, points, or money.
Magnitude magnitudeOf(double amount, const QString &unit)
{
    return unit == kPercentUnit || unit == kPointsUnit ? Magnitude{1, QStringLiteral("%1")} : magnitudeOf(amount);
}

int shownDecimals(const Magnitude &magnitude, int decimals)
{
    return magnitude.unit > 1 ? decimals - 1 : decimals;
}

//! `number` in the unit, for which `amount` tells the size.
QString withUnit(const QString &number, const QString &unit, const core::Formats &formats)
{
    if (unit == kPointsUnit)
        return say(QT_TRANSLATE_NOOP("ClaimAmount", "%1 points")).arg(number);
    //: an amount and its currency: "24.20 USD"
    return say(QT_TRANSLATE_NOOP("ClaimAmount", "%1 %2")).arg(number, currencyText(unit, formats));
}

} // namespace

core::Formats formatsOf(const QLocale &locale)
{
    return core::Formats(locale.language() == QLocale::German ? QStringLiteral("de") : QStringLiteral("en"));
}

QString signedAmount(double amount, const QString &unit, const core::Formats &formats, int decimals)
{
    if (unit == kPercentUnit)
        return formats.signedPercent(amount, decimals);
    const Magnitude magnitude = magnitudeOf(amount, unit);
    const QString number = formats.signedNumber(amount / magnitude.unit, shownDecimals(magnitude, decimals));
    return withUnit(magnitude.pattern.arg(number), unit, formats);
}

double roundedAmount(double amount, const QString &unit, int decimals)
{
    const Magnitude magnitude = magnitudeOf(amount, unit);
    const double step = std::pow(10.0, shownDecimals(magnitude, decimals));
    return std::round(amount / magnitude.unit * step) / step * magnitude.unit;
}

QString signedAsStated(double amount, double halfUnit, const QString &unit, const core::Formats &formats)
{
    constexpr int kMost = 6;
    const Magnitude magnitude = magnitudeOf(amount, unit);
    int decimals = 0;
    for (double step = 2 * halfUnit / magnitude.unit; step < 0.99 && decimals < kMost; step *= 10)
        ++decimals;
    if (unit == kPercentUnit)
        return formats.signedPercent(amount, decimals);
    return withUnit(magnitude.pattern.arg(formats.signedNumber(amount / magnitude.unit, decimals)), unit, formats);
}

QString distanceAmount(double distance, const QString &unit, const core::Formats &formats, int decimals,
                       int leastDecimals)
{
    const bool isMoney = unit != kPercentUnit && unit != kPointsUnit;
    const Magnitude magnitude = magnitudeOf(distance, unit);
    const double scaled = std::abs(distance) / magnitude.unit;
    int shown = isMoney && magnitude.unit <= 1 ? std::max(decimals, leastDecimals) : 1;
    while (shown < core::kMaxDecimals && scaled > 0 && std::round(scaled * std::pow(10.0, shown)) < 1)
        ++shown;
    const QString number = magnitude.pattern.arg(formats.number(scaled, shown));
    //: percentage points
    return unit == kPercentUnit ? say(QT_TRANSLATE_NOOP("ClaimAmount", "%1 pp")).arg(number)
                                : withUnit(number, unit, formats);
}

QString aboutText(const QString &number)
{
    //: a price that is not known better: "about 1,208.9"
    return say(QT_TRANSLATE_NOOP("ClaimAmount", "about %1")).arg(number);
}

QString bigCount(double count, const core::Formats &formats)
{
    const Magnitude magnitude = magnitudeOf(count);
    return magnitude.pattern.arg(formats.number(count / magnitude.unit, magnitude.unit > 1 ? 2 : 0));
}

} // namespace tickmark::claims
