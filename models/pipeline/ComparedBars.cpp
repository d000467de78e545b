// SPDX-License-Identifier: GPL-3.0-or-later
#include "ComparedBars.h"

#include "DailyBars.h"
#include <core/ShownPrice.h>

#include <cmath>

namespace tickmark::pipeline {

using core::Result;

std::optional<ComparedBar> comparedBar(const core::Bar &bar, const core::Series &series,
                                       std::span<const core::Split> splits, core::SessionDate reference)
{
    constexpr quint32 kUnusable = core::kBarRangeBroken | core::kBarFlatWithoutVolume | core::kBarNotPositive;
    if ((bar.flags & kUnusable) != 0 || bar.close <= 0)
        return std::nullopt;
    std::vector<core::Bar> one{bar};
    const core::BarRun run{0, 0};
    const auto scale = bringToShares(one, {&run, 1}, {&series, 1}, splits, reference,
                                     [](const core::Bar &of) { return of.session; });
    if (!scale)
        return std::nullopt;
    const core::Bar &scaled = one.front();
    const auto price = [&scale](qint64 units) { return core::toDouble({units, scale->priceDecimals}); };
    const double close = price(scaled.close);
    return ComparedBar{{scaled.close, scale->priceDecimals},
                       scale->ownDecimals,
                       core::doubtAt(scale->doubts, bar.session) / double(core::powerOfTen(scale->priceDecimals)),
                       {close, price(scaled.low), price(scaled.high), 0.5 * close / double(bar.close)}};
}

Result<DisagreeingSessions> disagreeingSessions(store::StoreReader &reader, const core::SessionCalendar &calendar,
                                                const core::Instrument &instrument, const store::SessionRange &range,
                                                const std::stop_token &stop)
{
    const auto sources = dailySources(reader, instrument.id, DailyChoice::Traded);
    const auto splits = reader.splits(instrument.id);
    if (!sources || !splits)
        return tl::unexpected(sources ? splits.error() : sources.error());
    DisagreeingSessions found;
    if (sources->size() < 2)
        return found;
    struct Close
    {
        qint64 series = 0;
        analysis::ComparedClose compared;
    };
    std::map<core::SessionDate, std::vector<Close>> closes;
    const core::SessionDate today = sharesToday(calendar);
    for (const core::Series &series : *sources) {
        const auto bars = reader.dailyBars(series.id, range, stop);
        if (!bars)
            return tl::unexpected(bars.error());
        for (const core::Bar &bar : *bars) {
            const auto own = comparedBar(bar, series, *splits, today);
            if (!own)
                continue;
            std::vector<Close> &others = closes[bar.session];
            for (const Close &other : others) {
                if (analysis::closesAgree(instrument.kind, other.compared, own->compared))
                    continue;
                found[series.id].insert(bar.session);
                found[other.series].insert(bar.session);
            }
            others.push_back({series.id, own->compared});
        }
    }
    return found;
}

} // namespace tickmark::pipeline
