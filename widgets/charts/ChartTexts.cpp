// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartTexts.h"

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

QString ChartTexts::simulated(const QString &name) const
{
    //: %1 is an instrument whose quotes are simulated
    return text(QT_TRANSLATE_NOOP("Chart", "%1 (simulated)")).arg(name);
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

QString ChartTexts::changeNote(core::SessionDate base) const
{
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

} // namespace tickmark::charts
