// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartRequest.h"

#include <core/Formats.h>
#include <pipeline/BarHistories.h>
#include <pipeline/SampleCase.h>

#include <QCoreApplication>

#include <algorithm>

namespace tickmark::app {

using core::BarHistory;
using core::Result;
using core::SessionDate;

namespace {

//! Enough for the nearest earlier close, over any holidays and a year of suspension.
constexpr qint32 kDaysBefore = 400;

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
        for (const QString &symbol : charts::symbolsOf(m_wish.spec.panes)) {
            if (const auto loaded = loadDaily(symbol); !loaded)
                return tl::unexpected(loaded.error());
        }
        if (const auto limited = limitRange(); !limited)
            return tl::unexpected(limited.error());
        if (m_wish.intraday || m_values.spec.from == m_values.spec.to) {
            if (const auto loaded = loadIntraday(); !loaded)
                return tl::unexpected(loaded.error());
        }
        makeTimeScale();
        noteCoverage();
        if (const auto loaded = loadNews(); !loaded)
            return tl::unexpected(loaded.error());
        return std::move(m_values);
    }

private:
    //! Daily bars, from before the view on; of an instrument that has none, the intraday ones in their place.
    Result<> loadDaily(const QString &symbol)
    {
        const auto instrument = m_reader.instrument(symbol);
        if (!instrument)
            return tl::unexpected(instrument.error());
        auto history = pipeline::loadDailyHistory(m_reader, m_calendars, *instrument, sessionsToLoad(), m_stop);
        if (!history && history.error().code == core::ErrorCode::NotFound) {
            const auto calendar = m_calendars.calendar(instrument->mic);
            if (!calendar)
                return tl::unexpected(calendar.error());
            auto intraday = pipeline::loadIntradayHistory(m_reader, m_calendars, *instrument, timesToLoad(**calendar),
                                                          m_stop);
            if (!intraday)
                return tl::unexpected(history.error());
            history = std::move(intraday);
        }
        if (!history)
            return tl::unexpected(history.error());
        m_values.content.curves[symbol].bars = std::make_shared<const BarHistory>(std::move(*history));
        return {};
    }

    store::SessionRange sessionsToLoad() const
    {
        store::SessionRange range;
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
            const SessionDate curveFirst = sessionOf(*curve.bars, curve.bars->bars.front());
            const SessionDate curveLast = sessionOf(*curve.bars, curve.bars->bars.back());
            first = first ? std::min(*first, curveFirst) : curveFirst;
            last = last ? std::max(*last, curveLast) : curveLast;
        }
        if (!first) {
            return core::failure(core::ErrorCode::NotFound,
                                 QCoreApplication::translate("ChartLoader", "The store has no quotes in this range."));
        }
        m_values.spec.from = m_wish.from.value_or(*first);
        m_values.spec.to = m_wish.to.value_or(*last);
        return {};
    }

    static SessionDate sessionOf(const BarHistory &history, const core::Bar &bar)
    {
        return history.series.isDaily() ? bar.session : history.calendar->sessionDateOf(bar.start);
    }

    //! Where the store has intraday bars in view they are drawn, and the daily ones give the base.
    Result<> loadIntraday()
    {
        for (auto &[symbol, curve] : m_values.content.curves) {
            if (!curve.bars->series.isDaily())
                continue;
            const auto series = m_reader.preferredSeries(curve.bars->instrument.id, store::SeriesUse::Intraday);
            if (!series)
                return tl::unexpected(series.error());
            if (!*series)
                continue;
            const auto times = pipeline::timesOf(*curve.bars->calendar, m_values.spec.from, m_values.spec.to);
            auto history = pipeline::loadIntradayHistory(m_reader, m_calendars, curve.bars->instrument, times, m_stop);
            if (!history)
                return tl::unexpected(history.error());
            if (history->bars.empty())
                continue;
            curve.dailyCloses = curve.bars;
            curve.bars = std::make_shared<const BarHistory>(std::move(*history));
        }
        return {};
    }

    void makeTimeScale()
    {
        std::vector<core::CalendarPtr> calendars;
        std::vector<core::TimeRange> extended;
        core::TimeRange times{core::Time{std::numeric_limits<qint64>::max()},
                              core::Time{std::numeric_limits<qint64>::min()}};
        for (const auto &[symbol, curve] : m_values.content.curves) {
            calendars.push_back(curve.bars->calendar);
            const auto own = pipeline::timesOf(*curve.bars->calendar, m_values.spec.from, m_values.spec.to);
            times = {std::min(times.begin, own.begin), std::max(times.end, own.end)};
            appendExtendedHours(*curve.bars, extended);
        }
        m_times = times;
        const QString first = charts::symbolsOf(m_wish.spec.panes).front();
        m_values.content.zone = m_values.content.curves.at(first).bars->calendar->zone();
        if (m_wish.spec.time == charts::TimeMode::Trading)
            m_values.content.timeScale = core::TimeScale::tradingTime(calendars, times, extended);
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
    void noteCoverage()
    {
        std::vector<const core::SessionCalendar *> told;
        for (const auto &[symbol, curve] : m_values.content.curves) {
            const core::SessionCalendar &calendar = *curve.bars->calendar;
            const bool covered = calendar.covers(m_values.spec.from) && calendar.covers(m_values.spec.to);
            const bool known = std::ranges::any_of(
                told, [&](const core::SessionCalendar *other) { return other->mic() == calendar.mic(); });
            if (covered || known || calendar.isRoundTheClock())
                continue;
            told.push_back(&calendar);
            const core::Formats formats(m_wish.spec.language);
            m_values.content.notes.append(
                QCoreApplication::translate("ChartLoader",
                                            "%1: holidays are known from %2 to %3; outside, every weekday "
                                            "counts as a session, unverified.")
                    .arg(calendar.name(m_wish.spec.language), formats.date(calendar.coverageFrom()),
                         formats.date(calendar.coverageTo())));
        }
    }

    Result<> loadNews()
    {
        if (!m_wish.spec.markers)
            return {};
        auto news = m_reader.news(m_times, m_stop);
        if (!news)
            return tl::unexpected(news.error());
        m_values.content.news = std::move(*news);
        if (m_values.content.news.empty())
            return {};
        const auto note = m_reader.setting(QLatin1String(pipeline::kSampleNoteKey) + m_wish.spec.language);
        if (!note)
            return tl::unexpected(note.error());
        if (*note)
            m_values.content.notes.append(**note);
        return {};
    }

    store::StoreReader &m_reader;
    const core::CalendarSet &m_calendars;
    const ChartWish &m_wish;
    std::stop_token m_stop;
    core::TimeRange m_times;
    ChartValues m_values;
};

} // namespace

Result<ChartValues> loadChart(store::StoreReader &reader, const core::CalendarSet &calendars, const ChartWish &wish,
                              std::stop_token stop)
{
    return ChartLoader(reader, calendars, wish, std::move(stop)).load();
}

} // namespace tickmark::app
