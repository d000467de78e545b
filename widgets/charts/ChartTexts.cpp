// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartTexts.h"

#include <core/QtDates.h>

#include <QDate>

namespace tickmark::charts {

ChartTexts::ChartTexts(const QString &language) : m_translator(language), m_formats(language) {}

QString ChartTexts::text(const char *source, int count) const
{
    return m_translator.text("Chart", source, count);
}

QString ChartTexts::base() const
{
    //: the session that percent moves count from; one word under the time axis
    return text(QT_TRANSLATE_NOOP("Chart", "Base"));
}

QString ChartTexts::baseOf(core::SessionDate date) const
{
    //: small note at a curve's label: its percent counts from this date, not from the pinned one
    return text(QT_TRANSLATE_NOOP("Chart", "base %1")).arg(m_formats.date(date));
}

QString ChartTexts::pinnedBase(core::SessionDate date) const
{
    //: under the time axis, where the day itself has no label
    return text(QT_TRANSLATE_NOOP("Chart", "Base %1")).arg(m_formats.date(date));
}

QString ChartTexts::asOf(core::SessionDate date) const
{
    //: small note at a curve's label: its last value is of this date
    return text(QT_TRANSLATE_NOOP("Chart", "as of %1")).arg(m_formats.date(date));
}

QString ChartTexts::noData() const
{
    return text(QT_TRANSLATE_NOOP("Chart", "no data"));
}

QString ChartTexts::noDataOf(const QString &name) const
{
    //: %1 is an instrument; above a hatched gap in its curve
    return text(QT_TRANSLATE_NOOP("Chart", "%1: no data")).arg(name);
}

QString ChartTexts::noConnectionOf(const QString &name) const
{
    //: %1 is an instrument whose live stream is interrupted; above the hatched time since then
    return text(QT_TRANSLATE_NOOP("Chart", "%1: no connection")).arg(name);
}

QString ChartTexts::quoted(const QString &name, const core::Series &series) const
{
    const bool isSimulated = series.kind == core::SeriesKind::Simulated;
    if (series.field == core::QuoteField::Bid)
        return (isSimulated ? text(QT_TRANSLATE_NOOP("Chart", "%1 (bid, simulated)"))
                            //: %1 is an instrument whose bids are shown
                            : text(QT_TRANSLATE_NOOP("Chart", "%1 (bid)")))
            .arg(name);
    if (series.field == core::QuoteField::Ask)
        return (isSimulated ? text(QT_TRANSLATE_NOOP("Chart", "%1 (ask, simulated)"))
                            //: %1 is an instrument whose asks are shown
                            : text(QT_TRANSLATE_NOOP("Chart", "%1 (ask)")))
            .arg(name);
    //: %1 is an instrument whose quotes are simulated
    return isSimulated ? text(QT_TRANSLATE_NOOP("Chart", "%1 (simulated)")).arg(name) : name;
}

QString ChartTexts::ticksMissing(const QString &name, const std::vector<core::TimeRange> &times,
                                 const core::ZoneRules &zone) const
{
    constexpr int kNamed = 2;
    QStringList ranges;
    for (const core::TimeRange &range : times)
        ranges.append(exactRange(range, zone));
    const QString when = int(ranges.size()) > kNamed ? shortenedList(ranges, kNamed) : list(ranges);
    if (name.isEmpty())
        //: %1 is a range of times (or several) of which the damaged database has no ticks
        return text(QT_TRANSLATE_NOOP("Chart", "ticks missing: %1; the database is damaged")).arg(when);
    //: %1 is an instrument, %2 a range of times (or several) of which the damaged database has no ticks
    return text(QT_TRANSLATE_NOOP("Chart", "%1: ticks missing: %2; the database is damaged")).arg(name, when);
}

QString ChartTexts::preMarket() const
{
    return text(QT_TRANSLATE_NOOP("Chart", "pre-market"));
}

QString ChartTexts::afterHours() const
{
    return text(QT_TRANSLATE_NOOP("Chart", "after hours"));
}

QString ChartTexts::indices() const
{
    //: title of a chart that shows stock indices only
    return text(QT_TRANSLATE_NOOP("Chart", "Indices"));
}

QString ChartTexts::sessionsUnit() const
{
    //: at the right end of the time axis: it counts trading days
    return text(QT_TRANSLATE_NOOP("Chart", "Sessions"));
}

QString ChartTexts::noQuotes() const
{
    return text(QT_TRANSLATE_NOOP("Chart", "There are no quotes of these instruments yet."));
}

QString ChartTexts::tooSmall() const
{
    return text(QT_TRANSLATE_NOOP("Chart",
                                  "There is too little room for these charts. Make the window larger or close a "
                                  "chart."));
}

QString ChartTexts::sessionCount(int count) const
{
    //: trading days in a measured range
    return text(QT_TRANSLATE_N_NOOP("Chart", "%n session(s)"), count);
}

QString ChartTexts::openHighLowClose(const QString &open, const QString &high, const QString &low,
                                     const QString &close) const
{
    //: initials of open, high, low, close and their prices
    return text(QT_TRANSLATE_NOOP("Chart", "O %1  H %2  L %3  C %4")).arg(open, high, low, close);
}

QStringList ChartTexts::measureHeads() const
{
    return {//: column head of a measured range: price at its start
            text(QT_TRANSLATE_NOOP("Chart", "from")),
            //: column head of a measured range: price at its end
            text(QT_TRANSLATE_NOOP("Chart", "to")),
            //: column head of a measured range: absolute change
            text(QT_TRANSLATE_NOOP("Chart", "change")), QStringLiteral("%"),
            //: column head of a measured range: highest price
            text(QT_TRANSLATE_NOOP("Chart", "high")),
            //: column head of a measured range: lowest price
            text(QT_TRANSLATE_NOOP("Chart", "low"))};
}

QStringList ChartTexts::closeHighLow() const
{
    return {//: price of a session, a label beside a chart
            text(QT_TRANSLATE_NOOP("Chart", "Close")),
            //: price of a session, a label beside a chart
            text(QT_TRANSLATE_NOOP("Chart", "High")),
            //: price of a session, a label beside a chart
            text(QT_TRANSLATE_NOOP("Chart", "Low"))};
}

QString ChartTexts::moreHeadlines(int count) const
{
    return text(QT_TRANSLATE_N_NOOP("Chart", "and %n more headline(s)"), count);
}

QString ChartTexts::chartName() const
{
    return text(QT_TRANSLATE_NOOP("Chart", "Linked charts"));
}

QString ChartTexts::weekdayDate(core::SessionDate date) const
{
    return weekday(date) + u' ' + m_formats.date(date);
}

QString ChartTexts::weekdayTime(core::Time time, const core::ZoneRules &zone) const
{
    return weekday(zone.dateAt(time)) + u' ' + m_formats.shortTime(time, zone);
}

QString ChartTexts::weekday(core::SessionDate date) const
{
    return m_formats.locale().standaloneDayName(date.weekday(), QLocale::ShortFormat);
}

QString ChartTexts::shortDate(core::SessionDate date) const
{
    const bool german = m_formats.language() == QLatin1String("de");
    return m_formats.locale().toString(core::toQDate(date),
                                       german ? QStringLiteral("dd.MM.") : QStringLiteral("d MMM"));
}

QString ChartTexts::dateRange(core::SessionDate first, core::SessionDate last) const
{
    const QString start = first.year() == last.year() ? shortDate(first) : m_formats.date(first);
    return start + QStringLiteral(" \u2013 ") + m_formats.date(last);
}

QString ChartTexts::timeRange(core::Time first, core::Time last, const core::ZoneRules &zone) const
{
    const bool sameDay = zone.dateAt(first) == zone.dateAt(last);
    return m_formats.shortTime(first, zone) + QStringLiteral(" \u2013 ")
           + (sameDay ? m_formats.clockTime(last, zone) : m_formats.shortTime(last, zone));
}

QString ChartTexts::exactRange(core::TimeRange range, const core::ZoneRules &zone) const
{
    if (zone.dateAt(range.begin) != zone.dateAt(range.end))
        return timeRange(range.begin, range.end, zone);
    const auto whole = [](qint64 ns) { return core::Time{ns / core::kNsPerSecond * core::kNsPerSecond}; };
    return shortDate(zone.dateAt(range.begin)) + QStringLiteral(", ")
           + m_formats.exactClockTime(whole(range.begin.ns), zone) + QStringLiteral(" \u2013 ")
           + m_formats.exactClockTime(whole(range.end.ns + core::kNsPerSecond - 1), zone);
}

QString ChartTexts::clockOf(const core::ZoneRules &zone)
{
    const QString place = QString::fromLatin1(zone.id()).section(u'/', -1).replace(u'_', u' ');
    return place.isEmpty() ? QStringLiteral("UTC") : place;
}

QString ChartTexts::list(const QStringList &names) const
{
    if (names.size() < 2)
        return names.join(QString());
    //: end of a list; %1 may hold several names, parted by commas
    return text(QT_TRANSLATE_NOOP("Chart", "%1 and %2"))
        .arg(names.mid(0, names.size() - 1).join(QStringLiteral(", ")), names.constLast());
}

QString ChartTexts::shortenedList(const QStringList &names, int shown) const
{
    //: end of a list that was cut; %1 holds the names before
    return text(QT_TRANSLATE_N_NOOP("Chart", "%1 and %n more"), int(names.size()) - shown)
        .arg(names.mid(0, shown).join(QStringLiteral(", ")));
}

QString ChartTexts::changeNote(core::SessionDate base, bool logarithmic) const
{
    //: beside a pane's title; %1 is a date
    if (logarithmic)
        return text(QT_TRANSLATE_NOOP("Chart", "change since %1 in %, logarithmic")).arg(m_formats.date(base));
    //: beside a pane's title; %1 is a date
    return text(QT_TRANSLATE_NOOP("Chart", "change since %1 in %")).arg(m_formats.date(base));
}

QString ChartTexts::priceNote(const QStringList &currencies, bool onlyIndices, bool logarithmic) const
{
    if (onlyIndices)
        return logarithmic ? text(QT_TRANSLATE_NOOP("Chart", "points, logarithmic"))
                           : text(QT_TRANSLATE_NOOP("Chart", "points"));
    if (currencies.size() != 1)
        return logarithmic ? text(QT_TRANSLATE_NOOP("Chart", "prices, logarithmic"))
                           : text(QT_TRANSLATE_NOOP("Chart", "prices"));
    //: %1 is a currency such as USD
    return (logarithmic ? text(QT_TRANSLATE_NOOP("Chart", "price in %1, logarithmic"))
                        : text(QT_TRANSLATE_NOOP("Chart", "price in %1")))
        .arg(currencies.constFirst());
}

QString ChartTexts::volumeNote(double unit, bool shares) const
{
    if (unit >= 1e6)
        return text(QT_TRANSLATE_NOOP("Chart", "volume in millions"));
    if (unit >= 1e3)
        return text(QT_TRANSLATE_NOOP("Chart", "volume in thousands"));
    return shares ? text(QT_TRANSLATE_NOOP("Chart", "volume in shares")) : text(QT_TRANSLATE_NOOP("Chart", "volume"));
}

QString asSentence(const QString &text)
{
    return text.endsWith(u'.') ? text : text + u'.';
}

} // namespace tickmark::charts
