// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickLoader.h"

#include "TickBars.h"
#include "TickBreaks.h"
#include <ticks/ColumnQuery.h>

#include <algorithm>

namespace tickmark::charts {

using core::Result;

namespace {

constexpr int kMostRounds = 64; // of finding out that yet another page is needed
constexpr qint64 kExtendedStep = 5
                                 * core::kNsPerMinute; // so that a live after-market does not move the axis every tick

//! Asks until every page is there that `query` wants.
template <typename Query>
Result<> settle(TickPages &pages, ticks::ChunkReader &chunks, const std::stop_token &stop, Query query)
{
    for (int round = 0; round < kMostRounds; ++round) {
        query();
        const auto loaded = pages.load(chunks, stop);
        if (!loaded)
            return tl::unexpected(loaded.error());
        if (!*loaded)
            break;
    }
    return {};
}

//! The columns between all edges, exactly.
Result<std::vector<ticks::Column>> exactColumns(TickCurve &curve, ticks::ChunkReader &chunks,
                                                std::span<const qint64> edges, bool volume, const std::stop_token &stop)
{
    std::vector<ticks::Column> columns(edges.size() < 2 ? 0 : edges.size() - 1);
    if (columns.empty())
        return columns;
    const auto done = settle(*curve.pages, chunks, stop, [&] {
        ticks::queryColumns(*curve.snapshot, curve.pages->cache(), {edges, nullptr, volume}, columns);
    });
    if (!done)
        return tl::unexpected(done.error());
    return columns;
}

//! The newest sessions from `first` to `last`, ascending.
std::vector<core::Session> newestSessions(const core::SessionCalendar &calendar, core::SessionDate first,
                                          core::SessionDate last)
{
    // A week has at most seven of them, a year of any exchange more than 200.
    const core::SessionDate from = std::max(first, last.plusDays(-2 * kMostSessions));
    std::vector<core::Session> sessions = calendar.sessions(from, last);
    if (sessions.size() > std::size_t(kMostSessions))
        sessions.erase(sessions.begin(), sessions.end() - kMostSessions);
    return sessions;
}

std::vector<qint64> edgesOf(const std::vector<core::TimeRange> &spans)
{
    std::vector<qint64> edges;
    for (const core::TimeRange &span : spans) {
        if (edges.empty() || edges.back() != span.begin.ns)
            edges.push_back(span.begin.ns);
        edges.push_back(span.end.ns);
    }
    return edges;
}

//! Dates without a session that have ticks all the same.
Result<std::vector<core::SessionDate>> tradedDays(TickCurve &curve, ticks::ChunkReader &chunks, core::SessionDate first,
                                                  core::SessionDate last, const std::stop_token &stop)
{
    const core::SessionCalendar &calendar = *curve.calendar;
    std::vector<core::SessionDate> dates;
    std::vector<core::TimeRange> days;
    const auto midnight = [&](core::SessionDate date) {
        return calendar.zone().fromLocalNs(qint64(date.days()) * core::kNsPerDay);
    };
    for (core::SessionDate date = std::max(first, last.plusDays(-2 * kMostSessions)); date <= last;
         date = date.plusDays(1)) {
        if (calendar.isRoundTheClock() || calendar.isSession(date))
            continue;
        dates.push_back(date);
        days.push_back({midnight(date), midnight(date.plusDays(1))});
    }
    const std::vector<qint64> edges = edgesOf(days);
    const auto columns = exactColumns(curve, chunks, edges, false, stop);
    if (!columns)
        return tl::unexpected(columns.error());
    std::vector<core::SessionDate> traded;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const auto at = std::size_t(std::ranges::lower_bound(edges, days[i].begin.ns) - edges.begin());
        if ((*columns)[at].hasTicks)
            traded.push_back(dates[i]);
    }
    return traded;
}

//! Sessions before `newest` among which is the one whose official close a base on `date` is.
Result<std::vector<core::Session>> sessionsForBase(TickCurve &curve, ticks::ChunkReader &chunks, core::SessionDate date,
                                                   core::SessionDate newest, const std::stop_token &stop)
{
    constexpr int kDaysBefore = 7; // ticks outside official hours have no close
    const auto session = curve.calendar->isSession(date) ? curve.calendar->session(date)
                                                         : curve.calendar->sessionBefore(date);
    if (!session || newest <= session->date)
        return std::vector<core::Session>();
    std::optional<core::Tick> last;
    const auto done = settle(*curve.pages, chunks, stop, [&] {
        last = ticks::lastTickBefore(*curve.snapshot, curve.pages->cache(), session->hours.end).tick;
    });
    if (!done)
        return tl::unexpected(done.error());
    if (!last)
        return std::vector<core::Session>();
    const core::SessionDate quoted = curve.sessionOf(last->time);
    return curve.calendar->sessions(quoted.plusDays(-kDaysBefore), std::min(quoted, newest.plusDays(-1)));
}

//! One bar for each of `sessions` that has ticks in the part of its day that `hoursOf` says.
template <typename HoursOf>
Result<core::BarHistory> barsOf(TickCurve &curve, ticks::ChunkReader &chunks,
                                const std::vector<core::Session> &sessions, const std::stop_token &stop,
                                HoursOf hoursOf)
{
    std::vector<core::TimeRange> hours;
    for (const core::Session &session : sessions)
        hours.push_back(hoursOf(session, *curve.calendar));
    const std::vector<qint64> edges = edgesOf(hours);
    const auto columns = exactColumns(curve, chunks, edges, true, stop);
    if (!columns)
        return tl::unexpected(columns.error());
    core::BarHistory history{curve.instrument, curve.series, curve.calendar, {}, curve.origins};
    history.series.intervalNs = core::Series::kDaily;
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        const auto at = std::size_t(std::ranges::lower_bound(edges, hours[i].begin.ns) - edges.begin());
        if (!(*columns)[at].hasTicks)
            continue;
        core::Bar bar = barOf((*columns)[at]);
        bar.session = sessions[i].date;
        history.bars.push_back(bar);
    }
    return history;
}

} // namespace

namespace {

Result<std::optional<core::Series>> seriesToDraw(store::StoreReader &reader, qint64 instrumentId, TickChoice choice,
                                                 std::optional<qint64> streamed)
{
    if (streamed) {
        const auto all = reader.seriesOf(instrumentId);
        if (!all)
            return tl::unexpected(all.error());
        const auto found = std::ranges::find(*all, *streamed, &core::Series::id);
        if (found != all->end())
            return std::optional(*found);
    }
    auto series = reader.preferredSeries(instrumentId, store::SeriesUse::Ticks);
    if (series && !*series && choice == TickChoice::TradedOrSimulated)
        series = reader.preferredSeries(instrumentId, store::SeriesUse::Ticks, core::SeriesKind::Simulated);
    return series;
}

} // namespace

Result<std::shared_ptr<TickCurve>> loadTickCurve(store::StoreReader &reader, const core::CalendarSet &calendars,
                                                 const core::Instrument &instrument, TickChoice choice,
                                                 std::stop_token stop, std::optional<qint64> streamed)
{
    const auto series = seriesToDraw(reader, instrument.id, choice, streamed);
    if (!series)
        return tl::unexpected(series.error());
    if (!*series)
        return std::shared_ptr<TickCurve>();
    const auto calendar = calendars.calendar(instrument.mic);
    if (!calendar)
        return tl::unexpected(calendar.error());
    auto snapshot = reader.tickSnapshot((*series)->id, stop);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    if ((*snapshot)->isEmpty())
        return std::shared_ptr<TickCurve>();
    auto gaps = reader.tickGaps((*series)->id);
    if (!gaps)
        return tl::unexpected(gaps.error());
    const core::TimeRange all{(*snapshot)->firstTime(), core::Time{(*snapshot)->lastTime().ns + 1}};
    auto origins = reader.origins((*series)->id, all, stop);
    if (!origins)
        return tl::unexpected(origins.error());
    auto curve = std::make_shared<TickCurve>();
    *curve = {instrument,
              **series,
              *calendar,
              *snapshot,
              tornAfter(*std::move(gaps)),
              {},
              std::move(*origins),
              std::make_shared<TickPages>()};
    curve->series.priceDecimals = (*snapshot)->priceDecimals();
    curve->series.sizeDecimals = (*snapshot)->sizeDecimals();
    return curve;
}

Result<core::BarHistory> sessionBars(TickCurve &curve, ticks::ChunkReader &chunks,
                                     std::optional<core::SessionDate> base, std::stop_token stop)
{
    const core::SessionDate first = curve.sessionOf(curve.snapshot->firstTime());
    const core::SessionDate last = curve.sessionOf(curve.snapshot->lastTime());
    const auto traded = tradedDays(curve, chunks, first, last, stop);
    if (!traded)
        return tl::unexpected(traded.error());
    if (!traded->empty())
        curve.calendar = std::make_shared<const core::SessionCalendar>(curve.calendar->withTradedDays(*traded));
    std::vector<core::Session> sessions = newestSessions(*curve.calendar, first, last);
    if (base && !sessions.empty()) {
        const auto older = sessionsForBase(curve, chunks, *base, sessions.front().date, stop);
        if (!older)
            return tl::unexpected(older.error());
        sessions.insert(sessions.begin(), older->begin(), older->end());
    }
    auto history = barsOf(curve, chunks, sessions, stop, officialHours);
    // Ticks of pre- and after-market alone: their days are all that is known.
    if (history && history->bars.empty())
        history = barsOf(curve, chunks, sessions, stop, wholeDay);
    return history;
}

Result<> findExtendedHours(TickCurve &curve, ticks::ChunkReader &chunks, core::SessionDate first,
                           core::SessionDate last, std::stop_token stop)
{
    curve.extended.clear();
    const core::SessionCalendar &calendar = *curve.calendar;
    if (calendar.isRoundTheClock())
        return {};
    const core::SessionDate quotedFirst = std::max(first, curve.sessionOf(curve.snapshot->firstTime()));
    const core::SessionDate quotedLast = std::min(last, curve.sessionOf(curve.snapshot->lastTime()));
    const std::vector<core::Session> sessions = newestSessions(calendar, quotedFirst, quotedLast);
    std::vector<core::TimeRange> extended;
    const auto done = settle(*curve.pages, chunks, stop, [&] {
        extended.clear();
        for (const core::Session &session : sessions) {
            const core::TimeRange day = wholeDay(session, calendar);
            const auto early = ticks::firstTickFrom(*curve.snapshot, curve.pages->cache(), day.begin).tick;
            if (early && early->time < session.hours.begin)
                extended.push_back({early->time, session.hours.begin});
            const auto late = ticks::lastTickBefore(*curve.snapshot, curve.pages->cache(), day.end).tick;
            if (late && late->time > session.hours.end) {
                const qint64 steps = (late->time.ns - session.hours.end.ns) / kExtendedStep + 1;
                extended.push_back(
                    {session.hours.end, std::min(day.end, core::Time{session.hours.end.ns + steps * kExtendedStep})});
            }
        }
    });
    if (done)
        curve.extended = std::move(extended);
    return done;
}

Result<bool> hasTicksOn(TickCurve &curve, ticks::ChunkReader &chunks, std::span<const core::SessionDate> sessions,
                        std::stop_token stop)
{
    bool all = true;
    const auto done = settle(*curve.pages, chunks, stop, [&] {
        all = std::ranges::all_of(sessions, [&](core::SessionDate date) {
            const auto session = curve.calendar->session(date);
            if (!session)
                return true;
            const core::TimeRange hours = officialHours(*session, *curve.calendar);
            const auto last = ticks::lastTickBefore(*curve.snapshot, curve.pages->cache(), hours.end);
            return last.tick && last.tick->time >= hours.begin;
        });
    });
    if (!done)
        return tl::unexpected(done.error());
    return all;
}

} // namespace tickmark::charts
