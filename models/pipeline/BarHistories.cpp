// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarHistories.h"

#include <QCoreApplication>

#include <algorithm>

namespace tickmark::pipeline {

using core::BarHistory;
using core::Result;

namespace {

//! Instrument, calendar and preferred series; no bars yet.
Result<BarHistory> openHistory(store::StoreReader &reader, const core::CalendarSet &calendars,
                               const core::Instrument &instrument, store::SeriesUse use)
{
    BarHistory history;
    history.instrument = instrument;
    auto calendar = calendars.calendar(instrument.mic);
    if (!calendar)
        return tl::unexpected(calendar.error());
    history.calendar = *calendar;
    const auto series = reader.preferredSeries(instrument.id, use);
    if (!series)
        return tl::unexpected(series.error());
    if (!*series) {
        const bool daily = use == store::SeriesUse::Daily;
        const QString text = daily ? QCoreApplication::translate("BarHistories", "The store has no daily quotes of %1.")
                                   : QCoreApplication::translate("BarHistories",
                                                                 "The store has no intraday quotes of %1.");
        return core::failure(core::ErrorCode::NotFound, text.arg(instrument.symbol));
    }
    history.series = **series;
    return history;
}

//! Puts the answers of the two queries into the history.
Result<BarHistory> filled(BarHistory history, Result<std::vector<core::Bar>> bars, Result<QStringList> origins)
{
    if (!bars)
        return tl::unexpected(bars.error());
    if (!origins)
        return tl::unexpected(origins.error());
    history.bars = std::move(*bars);
    history.origins = std::move(*origins);
    return history;
}

} // namespace

Result<BarHistory> loadDailyHistory(store::StoreReader &reader, const core::CalendarSet &calendars,
                                    const core::Instrument &instrument, store::SessionRange range, std::stop_token stop)
{
    auto history = openHistory(reader, calendars, instrument, store::SeriesUse::Daily);
    if (!history)
        return history;
    history = filled(*history, reader.dailyBars(history->series.id, range, stop),
                     reader.origins(history->series.id, range, stop));
    if (!history)
        return history;

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
    auto history = openHistory(reader, calendars, instrument, store::SeriesUse::Intraday);
    if (!history)
        return history;
    const auto load = [&](const core::Series &series) {
        history->series = series;
        return filled(*history, reader.intradayBars(series.id, range, stop), reader.origins(series.id, range, stop));
    };
    auto preferred = load(history->series);
    if (!preferred || !preferred->bars.empty())
        return preferred;
    // The preferred series has nothing here; another interval of the instrument may.
    auto others = reader.seriesOf(instrument.id);
    if (!others)
        return tl::unexpected(others.error());
    std::ranges::sort(*others, {}, &core::Series::intervalNs);
    for (const core::Series &series : *others) {
        const bool usable = series.field == core::QuoteField::Bar && series.kind == core::SeriesKind::Traded;
        if (!usable || series.isDaily() || series.id == preferred->series.id)
            continue;
        if (auto other = load(series); !other || !other->bars.empty())
            return other;
    }
    return preferred;
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
