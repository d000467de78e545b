// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarHistories.h"

#include "DailyBars.h"

#include <QCoreApplication>

#include <algorithm>

namespace tickmark::pipeline {

using core::BarHistory;
using core::Result;

namespace {

//! More runs than these are cited together, not one by one.
constexpr std::size_t kMostRunsCited = 32;

//! Instrument and calendar; no bars yet.
Result<BarHistory> openHistory(const core::CalendarSet &calendars, const core::Instrument &instrument)
{
    BarHistory history;
    history.instrument = instrument;
    auto calendar = calendars.calendar(instrument.mic);
    if (!calendar)
        return tl::unexpected(calendar.error());
    history.calendar = *calendar;
    return history;
}

tl::unexpected<core::Error> noQuotes(const QString &text, const core::Instrument &instrument)
{
    return core::failure(core::ErrorCode::NotFound, text.arg(instrument.symbol));
}

//! Brings the bars of `sources` by `runs` to the shares of today and puts it all into the history.
Result<> fill(BarHistory &history, store::StoreReader &reader)
{
    auto splits = reader.splits(history.instrument.id);
    if (!splits)
        return tl::unexpected(splits.error());
    history.series = history.sources.front();
    const core::SessionCalendar &calendar = *history.calendar;
    const core::SessionDate today = splits->empty() ? core::SessionDate() : sharesToday(calendar);
    const auto sessionOf = [&](const core::Bar &bar) {
        return history.series.isDaily() ? bar.session : calendar.sessionDateOf(bar.start);
    };
    const auto scale = bringToShares(history.bars, history.runs, history.sources, *splits, today, sessionOf);
    if (!scale) {
        return core::failure(core::ErrorCode::InvalidInput,
                             QCoreApplication::translate("BarHistories", "With its splits the prices of %1 become too "
                                                                         "large to be shown. Check the splits.")
                                 .arg(history.instrument.symbol));
    }
    history.series.priceDecimals = scale->priceDecimals;
    history.series.sizeDecimals = scale->sizeDecimals;
    if (!splits->empty())
        history.series.splitsUntil = today;
    history.splits = std::move(*splits);
    return {};
}

//! Only of what is shown: not of bars that gave way to those of another source.
Result<QStringList> originsOf(const DailyBars &daily, store::StoreReader &reader, const store::SessionRange &range,
                              const std::stop_token &stop)
{
    QStringList all;
    if (daily.runs.size() > kMostRunsCited) {
        for (const core::Series &source : daily.sources) {
            const auto origins = reader.origins(source.id, range, stop);
            if (!origins)
                return origins;
            all += *origins;
        }
    }
    for (std::size_t run = 0; run < daily.runs.size() && daily.runs.size() <= kMostRunsCited; ++run) {
        const std::size_t end = run + 1 < daily.runs.size() ? daily.runs[run + 1].first : daily.bars.size();
        const auto origins = reader.origins(
            daily.sources[daily.runs[run].source].id,
            store::SessionRange{daily.bars[daily.runs[run].first].session, daily.bars[end - 1].session}, stop);
        if (!origins)
            return origins;
        all += *origins;
    }
    all.removeDuplicates();
    all.sort();
    return all;
}

} // namespace

Result<BarHistory> loadDailyHistory(store::StoreReader &reader, const core::CalendarSet &calendars,
                                    const core::Instrument &instrument, store::SessionRange range, std::stop_token stop)
{
    auto history = openHistory(calendars, instrument);
    if (!history)
        return history;
    auto sources = dailySources(reader, instrument.id, DailyChoice::Shown);
    if (!sources)
        return tl::unexpected(sources.error());
    if (sources->empty())
        return noQuotes(QCoreApplication::translate("BarHistories", "The store has no daily quotes of %1."),
                        instrument);
    auto daily = readDailyBars(reader, *std::move(sources), range, stop);
    if (!daily)
        return tl::unexpected(daily.error());
    auto origins = originsOf(*daily, reader, range, stop);
    if (!origins)
        return tl::unexpected(origins.error());
    history->origins = *std::move(origins);
    history->sources = std::move(daily->sources);
    history->runs = std::move(daily->runs);
    history->bars = std::move(daily->bars);
    if (const auto filled = fill(*history, reader); !filled)
        return tl::unexpected(filled.error());

    std::vector<core::SessionDate> closedDays;
    for (const core::Bar &bar : history->bars) {
        if (!history->calendar->isSession(bar.session))
            closedDays.push_back(bar.session);
    }
    if (!closedDays.empty()) {
        history->calendar = std::make_shared<const core::SessionCalendar>(
            history->calendar->withTradedDays(closedDays));
    }
    return history;
}

Result<BarHistory> loadIntradayHistory(store::StoreReader &reader, const core::CalendarSet &calendars,
                                       const core::Instrument &instrument, core::TimeRange range, std::stop_token stop)
{
    auto history = openHistory(calendars, instrument);
    if (!history)
        return history;
    auto ranked = reader.rankedSeries(instrument.id, store::SeriesUse::Intraday);
    if (!ranked)
        return tl::unexpected(ranked.error());
    if (ranked->empty())
        return noQuotes(QCoreApplication::translate("BarHistories", "The store has no intraday quotes of %1."),
                        instrument);
    // Where the preferred series has nothing, another interval of the instrument may.
    std::ranges::stable_sort(ranked->begin() + 1, ranked->end(), {}, &core::Series::intervalNs);
    history->sources = {ranked->front()};
    for (const core::Series &series : *ranked) {
        auto bars = reader.intradayBars(series.id, range, stop);
        if (!bars)
            return tl::unexpected(bars.error());
        if (bars->empty())
            continue;
        auto origins = reader.origins(series.id, range, stop);
        if (!origins)
            return tl::unexpected(origins.error());
        history->sources = {series};
        history->runs = {{0, 0}};
        history->bars = *std::move(bars);
        history->origins = *std::move(origins);
        break;
    }
    if (const auto filled = fill(*history, reader); !filled)
        return tl::unexpected(filled.error());
    return history;
}

core::TimeRange timesOf(const core::SessionCalendar &calendar, core::SessionDate first, core::SessionDate last)
{
    const core::ZoneRules &zone = calendar.zone();
    core::TimeRange times{zone.fromLocalNs(first.utcMidnight().ns),
                          zone.fromLocalNs(last.plusDays(1).utcMidnight().ns)};
    // A session may start the day before its date (FX).
    if (const auto session = calendar.session(first))
        times.begin = std::min(times.begin, session->hours.begin);
    if (const auto session = calendar.session(last))
        times.end = std::max(times.end, session->hours.end);
    return times;
}

} // namespace tickmark::pipeline
