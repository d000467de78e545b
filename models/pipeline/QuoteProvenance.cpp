// SPDX-License-Identifier: GPL-3.0-or-later
#include "QuoteProvenance.h"

#include "DailyBars.h"
#include "QualityScan.h"
#include <analysis/CloseComparison.h>
#include <analysis/LastCloses.h>
#include <core/ShownPrice.h>
#include <sources/http/HttpRules.h>

#include <QCoreApplication>

#include <algorithm>

namespace tickmark::pipeline {

using core::Result;

namespace {

tl::unexpected<core::Error> gone()
{
    return core::failure(core::ErrorCode::NotFound,
                         QCoreApplication::translate("QuoteProvenance", "This quote is not in the store any more."));
}

QuoteArrival arrivalOf(const store::BarOrigin &bar)
{
    if (bar.isCorrected)
        return QuoteArrival::Corrected;
    return sources::isWebAddress(bar.origin) ? QuoteArrival::Fetched : QuoteArrival::Imported;
}

//! `price` of the session in the shares of `today`, as the charts show it.
core::Price inShares(core::Price price, const core::Series &series, std::span<const core::Split> splits,
                     core::SessionDate session, core::SessionDate today)
{
    const auto ratio = core::SplitScale(splits, series.splitsUntil, today).at(session);
    if (!ratio || ratio->isOne())
        return price;
    const int decimals = core::decimalsAfter(price.decimals, *ratio);
    const auto units = core::priceAfter(price.units, *ratio, price.decimals, decimals);
    return units ? core::Price{*units, decimals} : price;
}

//! Looks for the other closes of the session of one daily bar.
class OtherCloses
{
public:
    OtherCloses(store::StoreReader &reader, const core::CalendarSet &calendars, const QuotePoint &point,
                std::stop_token stop)
        : m_reader(reader), m_calendars(calendars), m_point(point), m_stop(std::move(stop))
    {}

    //! Fills in `close` and `others`.
    Result<> find(const std::vector<store::BarOrigin> &daily, const store::BarOrigin &own, QuoteProvenance &found);

private:
    Result<std::optional<core::Price>> lastIntraday(const core::Series &series, const core::CalendarPtr &calendar);

    store::StoreReader &m_reader;
    const core::CalendarSet &m_calendars;
    QuotePoint m_point;
    std::stop_token m_stop;
};

Result<std::optional<core::Price>> OtherCloses::lastIntraday(const core::Series &series,
                                                             const core::CalendarPtr &calendar)
{
    const auto session = calendar->session(m_point.session);
    if (!session)
        return std::nullopt;
    analysis::LastCloses last(calendar, series.intervalNs);
    const auto sink = [&last](std::span<const core::Bar> bars) {
        for (const core::Bar &bar : bars)
            last.add(bar);
        return true;
    };
    if (const Result<> read = m_reader.streamIntradayBars(series.id, session->hours, sink, m_stop); !read)
        return tl::unexpected(read.error());
    const auto closes = last.take();
    return closes.empty() ? std::nullopt : std::optional(core::Price{closes.front().close, series.priceDecimals});
}

Result<> OtherCloses::find(const std::vector<store::BarOrigin> &daily, const store::BarOrigin &own,
                           QuoteProvenance &found)
{
    const auto series = comparableSeries(m_reader, m_point.instrumentId);
    const auto splits = m_reader.splits(m_point.instrumentId);
    const auto instrument = m_reader.instrument(m_point.instrumentId);
    if (!series || !splits || !instrument)
        return tl::unexpected(!series ? series.error() : !splits ? splits.error() : instrument.error());
    const auto calendar = m_calendars.calendar(instrument->mic);
    if (!calendar)
        return tl::unexpected(calendar.error());
    const core::SessionDate today = splits->empty() ? m_point.session : sharesToday(**calendar);
    const auto shown = [&](qint64 close, const core::Series &of) {
        return inShares({close, of.priceDecimals}, of, *splits, m_point.session, today);
    };
    found.close = shown(own.bar.close, own.series);
    for (const core::Series &one : *series) {
        std::optional<core::Price> close;
        const auto stored = std::ranges::find(daily, one.id, [](const auto &origin) { return origin.series.id; });
        if (one.id == own.series.id)
            continue;
        if (stored != daily.end()) {
            close = shown(stored->bar.close, one);
        } else if (!one.isDaily()) {
            const auto last = lastIntraday(one, *calendar);
            if (!last)
                return tl::unexpected(last.error());
            if (*last)
                close = shown((*last)->units, one);
        }
        if (close && core::compare(*close, *found.close) != std::strong_ordering::equal)
            found.others.push_back(
                {one, core::shownPrice(*close, one.priceDecimals), analysis::differencePercent(*close, *found.close)});
    }
    found.close = core::shownPrice(*found.close, own.series.priceDecimals);
    return {};
}

//! That of the series; where it has none, the one of the source that counts most, as the charts show it.
std::vector<store::BarOrigin>::const_iterator bestOf(const std::vector<store::BarOrigin> &daily, qint64 seriesId,
                                                     const std::vector<core::Series> &series)
{
    const auto of = [&](qint64 id) {
        return std::ranges::find(daily, id, [](const store::BarOrigin &origin) { return origin.series.id; });
    };
    auto found = of(seriesId);
    for (auto one = series.begin(); found == daily.end() && one != series.end(); ++one)
        found = of(one->id);
    return found;
}

Result<QuoteProvenance> ofDaily(store::StoreReader &reader, const core::CalendarSet &calendars, const QuotePoint &point,
                                std::stop_token stop)
{
    const auto daily = reader.dailyOrigins(point.instrumentId, point.session);
    const auto series = comparableSeries(reader, point.instrumentId);
    if (!daily || !series)
        return tl::unexpected(!daily ? daily.error() : series.error());
    const auto own = bestOf(*daily, point.seriesId, *series);
    if (own == daily->end())
        return gone();
    QuoteProvenance found{own->series.source, {own->origin}, own->fetched, {}, {}, arrivalOf(*own)};
    if (const Result<> read = OtherCloses(reader, calendars, point, std::move(stop)).find(*daily, *own, found); !read)
        return tl::unexpected(read.error());
    return found;
}

} // namespace

Result<QuoteProvenance> loadProvenance(store::StoreReader &reader, const core::CalendarSet &calendars,
                                       const QuotePoint &point, std::stop_token stop)
{
    if (!point.time)
        return ofDaily(reader, calendars, point, std::move(stop));
    const auto bar = reader.intradayOrigin(point.instrumentId, point.seriesId, *point.time);
    if (!bar)
        return tl::unexpected(bar.error());
    if (*bar)
        return QuoteProvenance{(*bar)->series.source, {(*bar)->origin}, (*bar)->fetched, {}, {}, arrivalOf(**bar)};
    const auto series = reader.seriesOf(point.instrumentId);
    const auto origins = reader.origins(point.seriesId, core::TimeRange{*point.time, core::Time{point.time->ns + 1}},
                                        std::move(stop));
    if (!series || !origins)
        return tl::unexpected(!series ? series.error() : origins.error());
    const auto own = std::ranges::find(*series, point.seriesId, &core::Series::id);
    if (own == series->end() || origins->isEmpty())
        return gone();
    return QuoteProvenance{own->source, *origins, {}, {}, {}, {}};
}

} // namespace tickmark::pipeline
