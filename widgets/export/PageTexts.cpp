// SPDX-License-Identifier: GPL-3.0-or-later
#include "PageTexts.h"

#include <charts/DamagedTicks.h>
#include <charts/TextLanguage.h>
#include <claims/ClaimAmounts.h>
#include <core/QtDates.h>

#include <QDate>

#include <algorithm>
#include <optional>
#include <span>

namespace tickmark::exporting {

using charts::PaneKind;
using charts::PlannedCurve;
using charts::PlannedPane;
using charts::ValueScale;

namespace {

constexpr int kRateDecimals = 4;

} // namespace

QString PageTexts::text(const char *source, int count) const
{
    return m_plan.texts.translator().text("ChartPage", source, count);
}

QStringList PageTexts::instrumentNames() const
{
    QStringList names;
    for (const PlannedPane &pane : m_plan.panes) {
        for (const PlannedCurve &curve : pane.curves) {
            if (!names.contains(curve.name))
                names.append(curve.name);
        }
    }
    return names;
}

QString PageTexts::title(int names) const
{
    const QStringList all = instrumentNames();
    const QString subject = names >= all.size() ? m_plan.texts.list(all) : m_plan.texts.shortenedList(all, names);
    if (!m_plan.spotlight) {
        if (m_plan.days.size() > 1)
            return subject;
        //: title of a page about one day; %1 instruments, %2 a date
        return text(QT_TRANSLATE_NOOP("ChartPage", "%1 on %2")).arg(subject, longDate(m_plan.days.front().date));
    }
    //: title of a page; %1 instruments, %2 a date
    return text(QT_TRANSLATE_NOOP("ChartPage", "%1 around %2")).arg(subject, longDate(*m_plan.spotlight));
}

QString PageTexts::subtitle() const
{
    //: two sentences, the second without a full stop
    return text(QT_TRANSLATE_NOOP("ChartPage", "%1 %2")).arg(unit(), period());
}

QString PageTexts::unit() const
{
    const auto prices = std::ranges::find(m_plan.panes, PaneKind::Price, &PlannedPane::kind);
    if (prices == m_plan.panes.end())
        return text(QT_TRANSLATE_NOOP("ChartPage", "Trading volume."));
    if (charts::isRebased(prices->scale))
        return text(QT_TRANSLATE_NOOP("ChartPage", "Change in % since the close of %1.")).arg(longDate(*m_plan.base));
    QStringList currencies;
    bool indices = true;
    for (const PlannedPane &pane : m_plan.panes) {
        if (pane.kind == PaneKind::Volume)
            continue;
        for (const PlannedCurve &curve : pane.curves) {
            if (!currencies.contains(curve.instrument.currency))
                currencies.append(curve.instrument.currency);
            indices = indices && curve.instrument.kind == core::InstrumentKind::Index;
        }
    }
    const bool logarithmic = prices->scale == ValueScale::Log;
    if (indices)
        return logarithmic ? text(QT_TRANSLATE_NOOP("ChartPage", "Index points, logarithmic."))
                           : text(QT_TRANSLATE_NOOP("ChartPage", "Index points."));
    if (currencies.size() == 1)
        return (logarithmic ? text(QT_TRANSLATE_NOOP("ChartPage", "Prices in %1, logarithmic."))
                            : text(QT_TRANSLATE_NOOP("ChartPage", "Prices in %1.")))
            .arg(currencies.constFirst());
    return logarithmic ? text(QT_TRANSLATE_NOOP("ChartPage", "Prices, logarithmic."))
                       : text(QT_TRANSLATE_NOOP("ChartPage", "Prices."));
}

QString PageTexts::period() const
{
    if (m_plan.intraday)
        return intradayPeriod();
    const PlannedPane &pane = m_plan.panes.front();
    if (pane.kind == PaneKind::Volume || pane.candles)
        return text(QT_TRANSLATE_NOOP("ChartPage", "Daily bars, %1")).arg(range());
    //: %1 is a range of dates
    return text(QT_TRANSLATE_NOOP("ChartPage", "Daily closes, %1")).arg(range());
}

QString PageTexts::intradayPeriod() const
{
    qint64 interval = 0;
    bool daily = false;
    bool ticks = false;
    for (const PlannedPane &pane : m_plan.panes) {
        for (const PlannedCurve &curve : pane.curves) {
            ticks = ticks || curve.ticks;
            daily = daily || !curve.isIntraday();
            if (interval == 0 && !curve.ticks)
                interval = curve.series.intervalNs;
        }
    }
    if (ticks && (daily || interval > 0))
        //: some curves of the chart show every trade, the others bars; %1 is a range of dates
        return text(QT_TRANSLATE_NOOP("ChartPage", "Ticks and bars, %1")).arg(range());
    if (ticks)
        //: the chart shows every trade; %1 is a range of dates
        return text(QT_TRANSLATE_NOOP("ChartPage", "Ticks, %1")).arg(range());
    const int minutes = int(interval / core::kNsPerMinute);
    if (!daily)
        return text(QT_TRANSLATE_N_NOOP("ChartPage", "%n-minute bars, %1"), minutes).arg(range());
    //: some curves of the chart have bars of %n minutes, the others one value a day; %1 is a range of dates
    return text(QT_TRANSLATE_N_NOOP("ChartPage", "%n-minute bars and daily values, %1"), minutes).arg(range());
}

QString PageTexts::longDate(core::SessionDate date) const
{
    // A date stays on one line.
    return m_plan.texts.formats().longDate(date).replace(u' ', QChar(0x00A0));
}

QString PageTexts::dayAndMonth(core::SessionDate date) const
{
    const bool german = m_plan.texts.formats().language() == QLatin1String("de");
    return m_plan.texts.formats()
        .locale()
        .toString(core::toQDate(date), german ? QStringLiteral("d. MMMM") : QStringLiteral("d MMMM"))
        .replace(u' ', QChar(0x00A0));
}

QString PageTexts::range() const
{
    core::SessionDate first = m_plan.days.front().date;
    core::SessionDate last = m_plan.days.back().date;
    // The axis may go on where there are no quotes: the sentence is about those that are drawn, if any are.
    if (m_plan.quotes && m_plan.quotes->first <= last && first <= m_plan.quotes->second) {
        first = std::max(first, m_plan.quotes->first);
        last = std::min(last, m_plan.quotes->second);
    }
    if (first == last)
        return longDate(first);
    // What both dates share is written once.
    QString begin = longDate(first);
    if (first.year() == last.year())
        begin = first.month() == last.month() ? m_plan.texts.formats().dayOfMonth(first) : dayAndMonth(first);
    //: a range of dates
    return text(QT_TRANSLATE_NOOP("ChartPage", "%1 to %2")).arg(begin, longDate(last));
}

QString PageTexts::headlinesHead(bool verdicts) const
{
    if (verdicts && m_plan.claims && !m_plan.claims->isEmpty())
        return text(QT_TRANSLATE_NOOP("ChartPage", "Headlines, with the verdict on their numbers"));
    return text(QT_TRANSLATE_NOOP("ChartPage", "Headlines"));
}

QString PageTexts::zoneNote() const
{
    //: %1 is a city whose clock all times on the page are given in
    return text(QT_TRANSLATE_NOOP("ChartPage", "Times: %1")).arg(charts::ChartTexts::clockOf(m_plan.zone));
}

QString PageTexts::clockNote() const
{
    //: a sentence; %1 is a city whose clock all times on the page are given in
    return text(QT_TRANSLATE_NOOP("ChartPage", "Times: %1.")).arg(charts::ChartTexts::clockOf(m_plan.zone));
}

QString PageTexts::moreHeadlines(int count) const
{
    //: end of a list of some of the headlines; the others are dots in the chart
    return text(QT_TRANSLATE_N_NOOP("ChartPage", "and %n more headlines, marked without a number"), count);
}

QString PageTexts::headlineMeta(const core::NewsItem &item) const
{
    return m_plan.texts.formats().shortTime(item.published, m_plan.zone) + QStringLiteral("  ") + item.publisher;
}

QString PageTexts::baseNote() const
{
    if (!m_plan.base)
        return {};
    return text(QT_TRANSLATE_NOOP("ChartPage", "Base: close of %1 = 0.")).arg(longDate(*m_plan.base));
}

QString PageTexts::source() const
{
    QStringList origins;
    QStringList simulated;
    bool daily = true;
    bool adjusted = false;
    std::optional<core::SessionDate> split; // the last one in view that changed a price
    for (const PlannedPane &pane : m_plan.panes) {
        for (const PlannedCurve &curve : pane.curves) {
            for (const QString &origin : curve.origins) {
                if (!origins.contains(origin))
                    origins.append(origin);
            }
            if (curve.series.kind == core::SeriesKind::Simulated && !simulated.contains(curve.symbol))
                simulated.append(curve.symbol);
            daily = daily && !curve.isIntraday();
            adjusted = adjusted || curve.series.kind == core::SeriesKind::DividendAdjusted;
            for (const core::Split &one : curve.splits) {
                if (m_plan.spec.from < one.exDate && one.exDate <= curve.series.splitsUntil.value_or(m_plan.spec.from))
                    split = std::max(split.value_or(one.exDate), one.exDate);
            }
        }
    }
    QStringList sentences;
    if (!origins.isEmpty()) {
        origins.sort();
        const QString list = m_plan.texts.list(origins);
        if (adjusted)
            sentences.append(text(QT_TRANSLATE_NOOP("ChartPage", "Prices: %1, adjusted for dividends.")).arg(list));
        else if (daily && !split)
            sentences.append(text(QT_TRANSLATE_NOOP("ChartPage", "Prices: %1, closes as traded.")).arg(list));
        else
            sentences.append(text(QT_TRANSLATE_NOOP("ChartPage", "Prices: %1.")).arg(list));
    }
    if (split)
        sentences.append(
            text(QT_TRANSLATE_NOOP("ChartPage", "Prices before %1 are adjusted for splits.")).arg(longDate(*split)));
    if (!simulated.isEmpty())
        sentences.append(
            text(QT_TRANSLATE_NOOP("ChartPage", "The quotes of %1 are simulated.")).arg(m_plan.texts.list(simulated)));
    return sentences.join(u' ');
}

QString PageTexts::ringNote() const
{
    return m_plan.headlines.size() < 2
               ? QString()
               : text(QT_TRANSLATE_NOOP("ChartPage", "A number above the chart says how many headlines stand there."));
}

QString PageTexts::undrawnNote() const
{
    QStringList names;
    for (const charts::AbsentCurve &one : m_plan.undrawn())
        names.append(one.name);
    if (names.isEmpty())
        return {};
    constexpr int kMostNames = 12; // hundreds would fill the page
    //: %1 are instruments
    return text(QT_TRANSLATE_NOOP("ChartPage", "Not in the chart for lack of quotes: %1."))
        .arg(names.size() > kMostNames ? m_plan.texts.shortenedList(names, kMostNames - 1) : m_plan.texts.list(names));
}

QString PageTexts::axisNote() const
{
    if (!m_plan.timeScale->isTradingTime())
        return text(QT_TRANSLATE_NOOP("ChartPage", "The axis shows calendar time, nights and weekends included."));
    const core::SessionCalendar &first = *m_plan.calendars.front();
    if (first.isRoundTheClock())
        return {};
    const bool oneCity = std::ranges::all_of(m_plan.calendars, [&](const core::CalendarPtr &calendar) {
        return calendar->zone().id() == first.zone().id();
    });
    if (!oneCity)
        return text(QT_TRANSLATE_NOOP("ChartPage", "Days are trading days of any of the exchanges shown; nights, "
                                                   "weekends and holidays are left out."));
    //: %1 is the city of an exchange
    return text(QT_TRANSLATE_NOOP("ChartPage", "Days are %1 trading days; nights, weekends and holidays are left out."))
        .arg(charts::ChartTexts::clockOf(first.zone()));
}

QString PageTexts::newsNote() const
{
    // Markets that never close have no hours to be outside of.
    if (m_plan.headlines.empty() || !m_plan.timeScale->isTradingTime() || m_plan.calendars.front()->isRoundTheClock())
        return {};
    if (m_plan.intraday)
        return text(QT_TRANSLATE_NOOP("ChartPage", "News outside trading hours stands at the next opening."));
    return text(QT_TRANSLATE_NOOP("ChartPage", "News between two trading days stands between their closes."));
}

//! What the verdicts on market values rest on besides the prices.
QString PageTexts::marketValueNote() const
{
    if (!m_plan.claims)
        return {};
    const charts::TextLanguage language(m_plan.texts.translator());
    const core::Formats &formats = m_plan.texts.formats();
    QStringList shares;
    QStringList rates;
    const auto add = [](QStringList &list, const QString &entry) {
        if (!list.contains(entry))
            list.append(entry);
    };
    for (const core::NewsItem &item : m_plan.headlines) {
        for (const store::StoredClaim &claim : m_plan.claims->ofNews(item.id)) {
            const std::vector<claims::QuoteUsed> &quotes = claim.verdict->quotes;
            const auto counted = std::ranges::find(quotes, QLatin1String("shares"), &claims::QuoteUsed::field);
            if (counted == quotes.end())
                continue;
            //: a share count: instrument, number, date
            add(shares,
                text(QT_TRANSLATE_NOOP("ChartPage", "%1 %2 (%3)"))
                    .arg(m_plan.claims->nameOf(counted->symbol, m_plan.texts.language()),
                         claims::bigCount(core::toDouble(counted->price), formats), longDate(counted->session)));
            for (const claims::QuoteUsed &rate : std::span(counted + 1, quotes.end())) {
                if (rate.symbol != counted->symbol && rate.field == QLatin1String("close"))
                    //: an exchange rate: pair, rate, date
                    add(rates,
                        text(QT_TRANSLATE_NOOP("ChartPage", "%1 %2 (%3)"))
                            .arg(m_plan.claims->nameOf(rate.symbol, m_plan.texts.language()),
                                 formats.number(core::toDouble(rate.price), kRateDecimals), longDate(rate.session)));
            }
        }
    }
    if (shares.isEmpty())
        return {};
    const QString counts =
        text(QT_TRANSLATE_NOOP("ChartPage", "Shares outstanding: %1.")).arg(m_plan.texts.list(shares));
    if (rates.isEmpty())
        return counts;
    return text(QT_TRANSLATE_NOOP("ChartPage", "%1 Exchange rates: %2.")).arg(counts, m_plan.texts.list(rates));
}

std::vector<FootSentence> PageTexts::foot(int unlisted, bool verdicts, const QStringList &unwritten) const
{
    using Rank = FootSentence::Rank;
    std::vector<FootSentence> sentences;
    const auto add = [&](const QString &sentence, Rank rank) {
        if (!sentence.isEmpty())
            sentences.push_back({sentence, rank});
    };
    if (unlisted > 0)
        add(text(QT_TRANSLATE_N_NOOP("ChartPage", "%n headlines are marked but not listed for lack of room."),
                 unlisted),
            Rank::Unplaced);
    if (unlisted == int(m_plan.headlines.size()))
        add(ringNote(), Rank::Unplaced);
    for (const QString &damage : charts::damageNotes(m_plan))
        add(charts::asSentence(damage), Rank::Kept);
    add(undrawnNote(), Rank::Kept);
    add(baseNote(), Rank::Kept);
    // The legend says it in its head.
    if (m_plan.intraday && unlisted == int(m_plan.headlines.size()))
        add(clockNote(), Rank::Detail);
    add(source(), Rank::Kept);
    for (const QString &gap : unwritten)
        add(charts::asSentence(gap), Rank::Unplaced);
    if (verdicts)
        add(marketValueNote(), Rank::Detail);
    for (const QString &note : m_plan.notes)
        add(note, Rank::Note);
    add(axisNote(), Rank::ReadingRule);
    add(newsNote(), Rank::ReadingRule);
    return sentences;
}

QStringList PageTexts::notes() const
{
    QStringList all;
    for (const FootSentence &sentence : foot(0, false, {}))
        all.append(sentence.text);
    return all;
}

} // namespace tickmark::exporting
