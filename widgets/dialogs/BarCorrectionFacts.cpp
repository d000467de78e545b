// SPDX-License-Identifier: GPL-3.0-or-later
// What BarCorrectionDialog reads of the bar and its neighbours.
#include "BarCorrectionDialog.h"
#include <pipeline/DailyBars.h>
#include <store/StoreReader.h>

namespace tickmark::dialogs {

using core::Price;
using core::Result;
using core::SessionDate;

namespace {

constexpr int kDaysAround = 15;

//! In the shares of the day `shares`; nothing without a quote.
std::optional<Price> closeOn(const pipeline::DailyBars &daily, SessionDate session, std::span<const core::Split> splits,
                             SessionDate shares)
{
    const auto index = daily.indexOf(session);
    if (!index)
        return {};
    const core::Series &source = daily.sourceOf(*index);
    const auto ratio = core::shareRatio(splits, core::sharesOf(session, source.splitsUntil), shares);
    if (!ratio)
        return {};
    const int decimals = core::decimalsAfter(source.priceDecimals, *ratio);
    const auto close = core::priceAfter(daily.bars[*index].close, *ratio, source.priceDecimals, decimals);
    return close ? std::optional(Price{*close, decimals}) : std::nullopt;
}

} // namespace

Result<BarCorrectionDialog::Facts> BarCorrectionDialog::load(store::StoreReader &reader,
                                                             const core::CalendarSet &calendars, const QString &symbol,
                                                             SessionDate date, qint64 seriesId,
                                                             const std::stop_token &stop)
{
    Facts facts;
    const auto instrument = reader.instrument(symbol);
    if (!instrument)
        return tl::unexpected(instrument.error());
    facts.instrument = *instrument;
    auto sources = seriesId == 0 ? pipeline::dailySources(reader, instrument->id, pipeline::DailyChoice::Shown)
                                 : reader.seriesOf(instrument->id);
    if (!sources)
        return tl::unexpected(sources.error());
    if (seriesId != 0)
        std::erase_if(*sources, [seriesId](const core::Series &one) { return one.id != seriesId; });
    const auto daily = pipeline::readDailyBars(reader, *std::move(sources),
                                               {date.plusDays(-kDaysAround), date.plusDays(kDaysAround)}, stop);
    const auto splits = reader.splits(instrument->id);
    if (!daily || !splits)
        return tl::unexpected(daily ? splits.error() : daily.error());
    const auto index = daily->indexOf(date);
    if (!index) {
        return core::failure(core::ErrorCode::NotFound,
                             tr("The database has no daily quotes of %1 on this day.").arg(symbol));
    }
    facts.series = daily->sourceOf(*index);
    facts.bar = daily->bars[*index];
    const auto origins = reader.origins(facts.series.id, {date, date}, stop);
    if (!origins)
        return tl::unexpected(origins.error());
    facts.origins = *origins;
    facts.shares = core::sharesOf(date, facts.series.splitsUntil);
    if (const auto calendar = calendars.calendar(instrument->mic)) {
        if (const auto session = (*calendar)->sessionBefore(date))
            facts.before = closeOn(*daily, session->date, *splits, facts.shares);
        if (const auto session = (*calendar)->sessionAfter(date))
            facts.after = closeOn(*daily, session->date, *splits, facts.shares);
        const auto today = closeOn(*daily, date, *splits, pipeline::sharesToday(**calendar));
        const bool isOther = today && core::compare(*today, {facts.bar.close, facts.series.priceDecimals}) != 0;
        facts.shown = isOther ? today : std::nullopt;
    }
    return facts;
}

} // namespace tickmark::dialogs
