// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats.h"

#include "QtDates.h"

#include <QDate>
#include <QTime>

#include <cmath>

namespace tickmark::core {

namespace {

//! Since midnight on the clock of `zone`.
qint64 nsInDay(Time time, const ZoneRules &zone)
{
    const qint64 local = zone.localNs(time);
    return local - SessionDate::utcDateOf(Time{local}).utcMidnight().ns;
}

QTime clockOf(qint64 inDay)
{
    return QTime::fromMSecsSinceStartOfDay(int(inDay / 1'000'000));
}

constexpr QChar kMinus(0x2212);
constexpr QChar kNoBreakSpace(0x00A0);

//! Groups of three in the whole part of a plain decimal text; its own code because QLocale takes no 64-bit decimals.
QString grouped(const QString &plain, QChar group, QChar decimal)
{
    const bool negative = plain.startsWith(u'-');
    const QString digits = negative ? plain.mid(1) : plain;
    const qsizetype point = digits.indexOf(u'.');
    const QString whole = point < 0 ? digits : digits.left(point);
    QString result;
    for (qsizetype i = 0; i < whole.size(); ++i) {
        if (i > 0 && (whole.size() - i) % 3 == 0)
            result += group;
        result += whole.at(i);
    }
    if (point >= 0)
        result += decimal + digits.mid(point + 1);
    return negative ? QString(kMinus + result) : result;
}

} // namespace

Formats::Formats(const QString &language)
    : m_language(language == QLatin1String("de") ? QStringLiteral("de") : QStringLiteral("en")),
      m_locale(m_language == QLatin1String("de") ? QLocale(QLocale::German, QLocale::Germany)
                                                 : QLocale(QLocale::English, QLocale::UnitedKingdom)),
      m_german(m_language == QLatin1String("de"))
{}

QString Formats::price(Price price) const
{
    const QString plain = QString::fromLatin1(QByteArray::fromStdString(toPlainText(price)));
    return m_german ? grouped(plain, u'.', u',') : grouped(plain, u',', u'.');
}

QString Formats::number(double value, int decimals) const
{
    if (!std::isfinite(value))
        return QString(QChar(0x2013));
    // Rounded by hand first: 'f' formatting rounds the binary value, so 0.125 would become 0.12 and -0.001 "-0.00".
    const double factor = double(powerOfTen(decimals));
    const double scaled = value * factor;
    if (std::abs(scaled) < 9e15) {
        const double nearest = std::round(scaled * (1 + 4e-16));
        return price(Price{qint64(nearest), decimals});
    }
    const QString plain = QString::number(value, 'f', decimals);
    return m_german ? grouped(plain, u'.', u',') : grouped(plain, u',', u'.');
}

QString Formats::signedNumber(double value, int decimals) const
{
    const QString text = number(value, decimals);
    const bool aboveZero = std::isfinite(value) && std::round(value * double(powerOfTen(decimals))) > 0;
    return aboveZero ? QString(u'+' + text) : text;
}

QString Formats::signedPercent(double percent, int decimals) const
{
    const QString text = signedNumber(percent, decimals);
    return m_german ? QString(text + kNoBreakSpace + u'%') : QString(text + u'%');
}

QString Formats::count(qint64 value) const
{
    return price(Price{value, 0});
}

QString Formats::date(SessionDate date) const
{
    return m_locale.toString(core::toQDate(date),
                             m_german ? QStringLiteral("dd.MM.yyyy") : QStringLiteral("d MMM yyyy"));
}

QString Formats::longDate(SessionDate date) const
{
    return m_locale.toString(core::toQDate(date),
                             m_german ? QStringLiteral("d. MMMM yyyy") : QStringLiteral("d MMMM yyyy"));
}

QString Formats::monthAndYear(SessionDate date) const
{
    return m_locale.toString(core::toQDate(date), QStringLiteral("MMMM yyyy"));
}

QString Formats::dayOfMonth(SessionDate date) const
{
    const QString day = QString::number(date.day());
    return m_german ? QString(day + u'.') : day;
}

QString Formats::shortTime(Time time, const ZoneRules &zone) const
{
    const QString day = m_locale.toString(core::toQDate(zone.dateAt(time)),
                                          m_german ? QStringLiteral("dd.MM.") : QStringLiteral("d MMM"));
    return day + QStringLiteral(", ") + clockTime(time, zone);
}

QString Formats::clockTime(Time time, const ZoneRules &zone) const
{
    return clockOf(nsInDay(time, zone)).toString(QStringLiteral("HH:mm"));
}

QString Formats::exactClockTime(Time time, const ZoneRules &zone) const
{
    const qint64 inDay = nsInDay(time, zone);
    const QString seconds = clockOf(inDay).toString(QStringLiteral("HH:mm:ss"));
    qint64 fraction = inDay % kNsPerSecond;
    if (fraction == 0)
        return seconds;
    int digits = 9;
    for (; fraction % 1000 == 0; fraction /= 1000)
        digits -= 3;
    return seconds + m_locale.decimalPoint() + QStringLiteral("%1").arg(fraction, digits, 10, QLatin1Char('0'));
}

} // namespace tickmark::core
