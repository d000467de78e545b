// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartLoader.h"

#include "BarColumns.h"
#include "TickLoader.h"
#include "Translator.h"
#include <core/Formats.h>
#include <core/WallClock.h>
#include <pipeline/BarHistories.h>
#include <pipeline/ReplayTape.h>
#include <pipeline/SampleCase.h>

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace tickmark::charts {

using core::BarHistory;
using core::Result;
using core::SessionDate;

namespace {

//! Enough for the nearest earlier close, over any holidays and a year of suspension.
constexpr qint32 kDaysBefore = 400;

//! Intraday bars beside a window's range, so that a little panning reads nothing.
constexpr qint32 kDaysBeside = 7;

class ChartLoader
{
public:
    ChartLoader(store::StoreReader &reader, const core::CalendarSet &calendars, const ChartWish &wish,
                std::stop_token stop)
        : m_reader(reader), m_calendars(calendars), m_wish(wish), m_stop(std::move(stop))
    {
        m_values.spec = wish.spec;
    }

    Result<ChartValues> load()
    {
        for (const QString &symbol : symbolsOf(m_wish.spec.panes)) {
            if (const auto loaded = loadOne(symbol); !loaded)
                return tl::unexpected(loaded.error());
        }
        const auto hasQuotes = [](const auto &curve) { return !curve.second.bars->bars.empty(); };
        const bool isEmpty = std::ranges::none_of(m_values.content.curves, hasQuotes);
        if (m_wish.forWindow && isEmpty)
            return std::move(m_values);
        if (isEmpty && m_missing)
            return tl::unexpected(*m_missing);
        if (const auto limited = limitRange(); !limited)
            return tl::unexpected(limited.error());
        const bool single = m_values.spec.from == m_values.spec.to && !m_wish.forWindow;
        if (m_wish.intraday || single || m_wish.forWindow) {
            if (const auto loaded = loadIntraday(); !loaded)
                return tl::unexpected(loaded.error());
        }
        if (const auto placed = placeTicks(); !placed)
            return tl::unexpected(placed.error());
        makeTimeScale();
        if (const auto loaded = loadNews(); !loaded)
            return tl::unexpected(loaded.error());
        auto notes = loadNotes(m_reader, m_values.spec, m_values.content);
        if (!notes)
            return tl::unexpected(notes.error());
        m_values.content.notes = std::move(*notes);
        return std::move(m_values);
    }

private:
    //! The other instruments are shown when one of them has nothing.
    Result<> loadOne(const QString &symbol)
    {
        const auto instrument = m_reader.instrument(symbol);
        const bool isMissing = !instrument && instrument.error().code == core::ErrorCode::NotFound;
        if (isMissing && m_wish.forWindow) {
            m_values.unknown.append(symbol);
            return {};
        }
        if (!instrument)
            return tl::unexpected(instrument.error());
        const auto loaded = loadDaily(symbol, *instrument);
        const bool hasNone = !loaded && loaded.error().code == core::ErrorCode::NotFound;
        if (!hasNone || !(m_wish.forWindow || m_wish.spec.skipsEmpty || m_wish.spec.tolerant))
            return loaded;
        if (!m_missing)
            m_missing = loaded.error();
        return addWithoutQuotes(symbol, *instrument);
    }

    //! Its name and exchange are known all the same.
    Result<> addWithoutQuotes(const QString &symbol, const core::Instrument &instrument)
    {
        const auto calendar = m_calendars.calendar(instrument.mic);
        if (!calendar) {
            m_values.unknown.append(symbol);
            return {};
        }
        m_values.content.curves[symbol].bars = std::make_shared<const BarHistory>(
            BarHistory{instrument, {}, *calendar, {}, {}});
        return {};
    }

    //! Daily bars, from before the view on; of an instrument that has none, the intraday ones in their place, or else its
    //! ticks.
    Result<> loadDaily(const QString &symbol, const core::Instrument &instrument)
    {
        auto history = pipeline::loadDailyHistory(m_reader, m_calendars, instrument, sessionsToLoad(), m_stop);
        if (!history && history.error().code == core::ErrorCode::NotFound) {
            const auto calendar = m_calendars.calendar(instrument.mic);
            if (!calendar)
                return tl::unexpected(calendar.error());
            auto intraday = pipeline::loadIntradayHistory(m_reader, m_calendars, instrument, timesToLoad(**calendar),
                                                          m_stop);
            if (!intraday) {
                const auto drawn = loadTicksOnly(symbol, instrument);
                if (!drawn)
                    return tl::unexpected(drawn.error());
                return *drawn ? core::Result<>() : tl::unexpected(history.error());
            }
            history = std::move(intraday);
        }
        if (!history)
            return tl::unexpected(history.error());
        m_values.content.curves[symbol].bars = std::make_shared<const BarHistory>(std::move(*history));
        return {};
    }

    std::optional<qint64> streamOf(const QString &symbol) const
    {
        const auto stream = m_wish.streams.find(symbol);
        return stream == m_wish.streams.end() ? std::nullopt : std::optional(stream->second);
    }

    static std::optional<SessionDate> runningSession(const core::SessionCalendar &calendar)
    {
        const core::Time now = core::wallClock();
        const auto session = calendar.session(calendar.sessionDateOf(now));
        return session && now < session->hours.end ? std::optional(session->date) : std::nullopt;
    }

    //! False when there are none.
    Result<bool> loadTicksOnly(const QString &symbol, const core::Instrument &instrument)
    {
        auto ticks = loadTickCurve(m_reader, m_calendars, instrument, TickChoice::TradedOrSimulated, m_stop,
                                   streamOf(symbol));
        if (!ticks)
            return tl::unexpected(ticks.error());
        if (!*ticks)
            return false;
        if (streamOf(symbol))
            (*ticks)->running = runningSession(*(*ticks)->calendar);
        auto bars = sessionBars(**ticks, m_reader.chunks(), m_wish.spec.base, m_stop);
        if (!bars)
            return tl::unexpected(bars.error());
        m_values.content.curves[symbol].bars = std::make_shared<const BarHistory>(std::move(*bars));
        m_ticks[symbol] = std::move(*ticks);
        return true;
    }

    store::SessionRange sessionsToLoad() const
    {
        store::SessionRange range;
        if (m_wish.forWindow)
            return range;
        if (m_wish.from) {
            const SessionDate first = m_wish.spec.base ? std::min(*m_wish.from, *m_wish.spec.base) : *m_wish.from;
            range.first = first.plusDays(-kDaysBefore);
        }
        if (m_wish.to)
            range.last = m_wish.spec.base ? std::max(*m_wish.to, *m_wish.spec.base) : *m_wish.to;
        return range;
    }

    core::TimeRange timesToLoad(const core::SessionCalendar &calendar) const
    {
        const store::SessionRange sessions = sessionsToLoad();
        core::TimeRange times = store::kAllTimes;
        if (m_wish.forWindow)
            return times;
        if (m_wish.from)
            times.begin = pipeline::timesOf(calendar, sessions.first, sessions.first).begin;
        if (m_wish.to)
            times.end = pipeline::timesOf(calendar, sessions.last, sessions.last).end;
        return times;
    }

    //! Without limits: from the first bar that any instrument has to the last.
    Result<> limitRange()
    {
        std::optional<SessionDate> first;
        std::optional<SessionDate> last;
        for (const auto &[symbol, curve] : m_values.content.curves) {
            if (curve.bars->bars.empty())
                continue;
            store::SessionRange own{sessionOf(curve.bars->bars.front(), *curve.bars),
                                    sessionOf(curve.bars->bars.back(), *curve.bars)};
            if (const auto ticks = m_ticks.find(symbol); ticks != m_ticks.end())
                own = sessionsOf(*ticks->second);
            first = first ? std::min(*first, own.first) : own.first;
            last = last ? std::max(*last, own.last) : own.last;
        }
        if (!first) {
            return core::failure(core::ErrorCode::NotFound,
                                 QCoreApplication::translate("ChartLoader", "The store has no quotes in this range."));
        }
        m_values.spec.from = m_wish.from.value_or(*first);
        m_values.spec.to = m_wish.to.value_or(*last);
        m_reach = {std::min(m_values.spec.from, *first), std::max(m_values.spec.to, *last)};
        return {};
    }

    static store::SessionRange sessionsOf(const TickCurve &curve)
    {
        return {curve.sessionOf(curve.snapshot->firstTime()), curve.sessionOf(curve.snapshot->lastTime())};
    }

    //! Draws ticks in place of daily bars where they have every session in view. False when they have not.
    Result<bool> loadTicks(const QString &symbol, const BarHistory &daily)
    {
        auto ticks = loadTickCurve(m_reader, m_calendars, daily.instrument, TickChoice::Traded, m_stop,
                                   streamOf(symbol));
        if (!ticks)
            return tl::unexpected(ticks.error());
        if (!*ticks)
            return false;
        m_values.content.hasIntraday = true;
        if (!m_wish.intraday && m_wish.forWindow)
            return false;
        TickCurve &curve = **ticks;
        curve.calendar = daily.calendar;
        std::vector<SessionDate> dates;
        for (const core::Bar &bar : daily.bars) {
            if (m_values.spec.from <= bar.session && bar.session <= m_values.spec.to)
                dates.push_back(bar.session);
        }
        const store::SessionRange own = sessionsOf(curve);
        if (own.last < m_values.spec.from || m_values.spec.to < own.first)
            return false;
        // Ticks are drawn as they are stored: not where the bars beside them, and so every percent, are in other shares.
        const SessionDate oldest = std::max(own.first, m_values.spec.from);
        const auto ratio = core::shareRatio(daily.splits, core::sharesOf(oldest, curve.series.splitsUntil),
                                            core::sharesOf(oldest, daily.series.splitsUntil));
        if (!ratio || !ratio->isOne())
            return false;
        const auto all = hasTicksOn(curve, m_reader.chunks(), dates, m_stop);
        if (!all || !*all)
            return all;
        m_reach = {std::min(m_reach.first, own.first), std::max(m_reach.last, own.last)};
        m_ticks[symbol] = std::move(*ticks);
        return true;
    }

    //! Where the store has ticks or intraday bars in view they are drawn, and the daily ones give the base.
    Result<> loadIntraday()
    {
        store::SessionRange sessions{m_values.spec.from, m_values.spec.to};
        if (m_wish.forWindow)
            sessions = {sessions.first.plusDays(-kDaysBeside), sessions.last.plusDays(kDaysBeside)};
        for (auto &[symbol, curve] : m_values.content.curves) {
            if (!curve.bars->series.isDaily() || curve.bars->bars.empty())
                continue;
            if (m_ticks.contains(symbol))
                continue;
            const auto ticks = loadTicks(symbol, *curve.bars);
            if (!ticks)
                return tl::unexpected(ticks.error());
            if (*ticks)
                continue;
            const auto series = m_reader.preferredSeries(curve.bars->instrument.id, store::SeriesUse::Intraday);
            if (!series)
                return tl::unexpected(series.error());
            if (!*series)
                continue;
            m_values.content.hasIntraday = true;
            if (!m_wish.intraday && m_wish.forWindow)
                continue;
            const auto times = pipeline::timesOf(*curve.bars->calendar, sessions.first, sessions.last);
            auto history = pipeline::loadIntradayHistory(m_reader, m_calendars, curve.bars->instrument, times, m_stop);
            if (!history)
                return tl::unexpected(history.error());
            if (history->bars.empty() || (m_wish.forWindow && !coversRange(*history, *curve.bars)))
                continue;
            curve.dailyCloses = curve.bars;
            curve.bars = std::make_shared<const BarHistory>(std::move(*history));
        }
        return {};
    }

    //! Whether every session in range that has a daily bar has intraday bars too: else days would go missing.
    bool coversRange(const BarHistory &intraday, const BarHistory &daily) const
    {
        std::set<SessionDate> quoted;
        for (const core::Bar &bar : intraday.bars)
            quoted.insert(sessionOf(bar, intraday));
        return std::ranges::all_of(daily.bars, [&](const core::Bar &bar) {
            return bar.session < m_values.spec.from || bar.session > m_values.spec.to || quoted.contains(bar.session);
        });
    }

    store::SessionRange reach() const
    {
        return m_wish.forWindow ? m_reach : store::SessionRange{m_values.spec.from, m_values.spec.to};
    }

    Result<> placeTicks()
    {
        for (const auto &[symbol, curve] : m_ticks) {
            // Beyond the ends of the axis, too: what is quoted after the day before must not fall into its first column.
            const auto found = findExtendedHours(*curve, m_reader.chunks(), reach().first.plusDays(-kDaysBeside),
                                                 reach().last.plusDays(kDaysBeside), m_stop);
            if (!found)
                return found;
            if (!m_wish.forWindow)
                cutOff(*curve);
            m_values.content.curves.at(symbol).ticks = curve;
        }
        return {};
    }

    //! A file shows whole sessions. Its last column reaches a little further, and must not hold what came after them.
    void cutOff(TickCurve &curve)
    {
        const auto last = curve.calendar->session(reach().last);
        if (!last)
            return;
        core::Time end = last->hours.end;
        for (const core::TimeRange &range : curve.extended) {
            if (range.begin == last->hours.end)
                end = range.end;
        }
        if (curve.snapshot->lastTime() <= end)
            return;
        auto tape = pipeline::ReplayTape::open(m_reader, curve.series.id);
        // Where the chunk there is damaged, a column too wide is better than no chart.
        if (tape && (*tape)->seek(end))
            curve.snapshot = (*tape)->snapshot();
    }

    void makeTimeScale()
    {
        const store::SessionRange reach = this->reach();
        std::vector<core::CalendarPtr> calendars;
        std::vector<core::TimeRange> extended;
        core::TimeRange times{core::Time{std::numeric_limits<qint64>::max()},
                              core::Time{std::numeric_limits<qint64>::min()}};
        for (const auto &[symbol, curve] : m_values.content.curves) {
            if (curve.bars->bars.empty())
                continue; // the sessions of an exchange without quotes would only be empty days
            calendars.push_back(curve.bars->calendar);
            const auto own = pipeline::timesOf(*curve.bars->calendar, reach.first, reach.last);
            times = {std::min(times.begin, own.begin), std::max(times.end, own.end)};
            if (curve.ticks)
                extended.insert(extended.end(), curve.ticks->extended.begin(), curve.ticks->extended.end());
            else
                appendExtendedHours(*curve.bars, extended);
        }
        m_times = times;
        m_values.content.zone = zoneOfFirst();
        const core::TimeRange further{times.begin, core::Time{times.end.ns + kDaysBeside * core::kNsPerDay}};
        if (m_wish.spec.time == TimeMode::Trading)
            m_values.content.timeScale = core::TimeScale::tradingTime(calendars, m_ticks.empty() ? times : further,
                                                                      extended);
    }

    //! The clock of the first instrument that there is anything of.
    core::ZoneRules zoneOfFirst() const
    {
        for (const QString &symbol : symbolsOf(m_values.spec.panes)) {
            const auto curve = m_values.content.curves.find(symbol);
            const bool isKnown = curve != m_values.content.curves.end();
            if (isKnown && (m_wish.forWindow || !curve->second.bars->bars.empty()))
                return curve->second.bars->calendar->zone();
        }
        return {};
    }

    //! Pre- and after-market join the axis where the series has quotes there: from the day's first quote to the opening,
    //! from the close to its last.
    static void appendExtendedHours(const BarHistory &history, std::vector<core::TimeRange> &extended)
    {
        if (history.series.isDaily())
            return;
        std::optional<core::Session> session;
        for (const core::Bar &bar : history.bars) {
            const core::TimeRange span = core::barSpan(bar, history.series, *history.calendar);
            const SessionDate date = history.calendar->sessionDateOf(bar.start);
            if (!session || session->date != date)
                session = history.calendar->session(date);
            if (!session)
                continue;
            if (span.begin < session->hours.begin)
                extended.push_back({span.begin, session->hours.begin});
            if (session->hours.end < span.end)
                extended.push_back({session->hours.end, span.end});
        }
    }

    //! Outside a calendar's coverage any weekday counts as a session; a reader of the chart has to know.
    Result<> loadNews()
    {
        if (!m_wish.spec.markers)
            return {};
        auto news = m_reader.news(m_wish.forWindow ? store::kAllTimes : m_times, m_stop);
        if (!news)
            return tl::unexpected(news.error());
        if (m_wish.forWindow) {
            for (core::NewsItem &item : *news)
                item.excerpt.clear();
        }
        m_values.content.news = std::move(*news);
        // A window has the claims of all news at hand.
        if (!m_values.content.news.empty() && !m_wish.forWindow) {
            auto claims = HeadlineClaims::load(m_reader, m_times, m_stop);
            if (!claims)
                return tl::unexpected(claims.error());
            m_values.content.claims = std::move(*claims);
        }
        return {};
    }

    store::StoreReader &m_reader;
    const core::CalendarSet &m_calendars;
    const ChartWish &m_wish;
    std::stop_token m_stop;
    std::map<QString, std::shared_ptr<TickCurve>> m_ticks; //!< those that are drawn
    store::SessionRange m_reach;                           //!< all sessions that any instrument has, and the range
    core::TimeRange m_times;
    std::optional<core::Error> m_missing; //!< why the first instrument without quotes has none
    ChartValues m_values;
};

//! Of each calendar that does not cover the range, once.
QStringList coverageNotes(const ChartSpec &spec, const std::map<QString, CurveData> &curves)
{
    QStringList notes;
    QStringList told;
    const core::Formats formats(spec.language);
    for (const auto &[symbol, curve] : curves) {
        if (curve.bars->bars.empty())
            continue;
        const core::SessionCalendar &calendar = *curve.bars->calendar;
        const bool covered = calendar.covers(spec.from) && calendar.covers(spec.to);
        if (covered || calendar.isRoundTheClock() || told.contains(calendar.mic()))
            continue;
        told.append(calendar.mic());
        notes.append(Translator(spec.language)
                         .text("ChartLoader",
                               QT_TRANSLATE_NOOP("ChartLoader", "%1: holidays are known from %2 to %3; outside, every "
                                                                "weekday counts as a session, unverified."))
                         .arg(calendar.name(spec.language), formats.date(calendar.coverageFrom()),
                              formats.date(calendar.coverageTo())));
    }
    return notes;
}

} // namespace

Result<ChartValues> loadChart(store::StoreReader &reader, const core::CalendarSet &calendars, const ChartWish &wish,
                              std::stop_token stop)
{
    return ChartLoader(reader, calendars, wish, std::move(stop)).load();
}

Result<QStringList> loadNotes(store::StoreReader &reader, const ChartSpec &spec, const ChartContent &content)
{
    QStringList notes = coverageNotes(spec, content.curves);
    if (!spec.markers || content.news.empty())
        return notes;
    const auto note = reader.setting(QLatin1String(pipeline::kSampleNoteKey) + spec.language);
    if (!note)
        return tl::unexpected(note.error());
    if (*note)
        notes.append(**note);
    return notes;
}

} // namespace tickmark::charts
