// SPDX-License-Identifier: GPL-3.0-or-later
#include "DailyBars.h"

#include <core/WallClock.h>

#include <algorithm>

namespace tickmark::pipeline {

using core::Bar;
using core::BarRun;
using core::Result;
using core::Series;

namespace {

//! Bars that no verdict takes for a quote either.
bool isHole(const Bar &bar)
{
    return (bar.flags & (core::kBarRangeBroken | core::kBarFlatWithoutVolume)) != 0;
}

//! Bars with the index of the source of each.
struct Merged
{
    std::vector<Bar> bars;
    std::vector<std::size_t> of;
};

//! `worse` fills what `best` lacks.
Merged merged(const Merged &best, const std::vector<Bar> &worse, std::size_t source)
{
    Merged all;
    all.bars.reserve(best.bars.size() + worse.size());
    all.of.reserve(best.bars.size() + worse.size());
    const auto take = [&all](const Bar &bar, std::size_t of) {
        all.bars.push_back(bar);
        all.of.push_back(of);
    };
    std::size_t i = 0;
    for (const Bar &bar : worse) {
        for (; i < best.bars.size() && best.bars[i].session < bar.session; ++i)
            take(best.bars[i], best.of[i]);
        const bool isTaken = i < best.bars.size() && best.bars[i].session == bar.session;
        if (!isTaken || (isHole(best.bars[i]) && !isHole(bar)))
            take(bar, source);
        else
            take(best.bars[i], best.of[i]);
        i += isTaken ? 1 : 0;
    }
    for (; i < best.bars.size(); ++i)
        take(best.bars[i], best.of[i]);
    return all;
}

std::vector<BarRun> runsOf(const std::vector<std::size_t> &sources)
{
    std::vector<BarRun> runs;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (runs.empty() || runs.back().source != sources[i])
            runs.push_back({i, sources[i]});
    }
    return runs;
}

using SessionOf = std::function<core::SessionDate(const Bar &)>;

//! Bars of one source between two splits: all change alike.
struct Part
{
    std::span<Bar> bars; //!< never empty
    const Series *source = nullptr;
    core::ShareRatio ratio;
    core::SessionDate first;
    bool isRounded = false; //!< the source has put splits into the prices, and rounded them then
};

//! Adds the parts of one run; false when a ratio does not fit.
bool addParts(std::span<Bar> rest, const Series &source, std::span<const core::Split> splits,
              core::SessionDate reference, const SessionOf &sessionOf, std::vector<Part> &parts)
{
    const core::SplitScale scale(splits, source.splitsUntil, reference);
    while (!rest.empty()) {
        const core::SessionDate session = sessionOf(rest.front());
        const auto ratio = scale.at(session);
        const auto putIn = core::shareRatio(splits, session, core::sharesOf(session, source.splitsUntil));
        if (!ratio || !putIn)
            return false;
        const auto step = std::ranges::upper_bound(scale.steps(), session);
        const auto isBefore = [&](const Bar &bar) { return sessionOf(bar) < *step; };
        const auto next = step == scale.steps().end() ? rest.end() : std::ranges::partition_point(rest, isBefore);
        const auto count = std::size_t(next - rest.begin());
        parts.push_back({rest.first(count), &source, *ratio, session, !putIn->isOne()});
        rest = rest.subspan(count);
    }
    return true;
}

bool scale(const Part &part, const BarScale &to)
{
    const Series &source = *part.source;
    if (part.ratio.isOne() && source.priceDecimals == to.priceDecimals && source.sizeDecimals == to.sizeDecimals)
        return true;
    for (Bar &bar : part.bars) {
        for (qint64 *price : {&bar.open, &bar.high, &bar.low, &bar.close}) {
            const auto after = core::priceAfter(*price, part.ratio, source.priceDecimals, to.priceDecimals);
            if (!after)
                return false;
            *price = *after;
        }
        if (!bar.volume)
            continue;
        bar.volume = core::sharesAfter(*bar.volume, part.ratio, source.sizeDecimals, to.sizeDecimals);
        if (!bar.volume)
            return false;
    }
    return true;
}

//! Half a unit of the last decimal that a bar as it is stored was given with, in units of that. The series may have more:
//! one bar of another file is enough.
double roundingOf(const Bar &bar, int decimals)
{
    constexpr int kUsualDecimals = 2; // a price may end in zeros by chance
    qint64 unit = 1;
    const auto isMultiple = [&bar](qint64 of) {
        return bar.open % of == 0 && bar.high % of == 0 && bar.low % of == 0 && bar.close % of == 0;
    };
    for (int given = decimals; given > kUsualDecimals && isMultiple(unit * 10); --given)
        unit *= 10;
    return 0.5 * double(unit);
}

void addDoubt(std::vector<core::PriceDoubt> &doubts, core::SessionDate session, double units)
{
    if (!doubts.empty() && doubts.back().first == session)
        doubts.back().units = std::max(doubts.back().units, units);
    else
        doubts.push_back({session, units});
}

//! Of parts that are not scaled yet, in units of `decimals`.
std::vector<core::PriceDoubt> doubtsOf(std::span<const Part> parts, int decimals, const SessionOf &sessionOf)
{
    std::vector<core::PriceDoubt> doubts;
    if (std::ranges::none_of(parts, &Part::isRounded))
        return doubts;
    for (const Part &part : parts) {
        const int stored = part.source->priceDecimals;
        const double scale = double(core::powerOfTen(decimals - stored)) / part.ratio.toDouble();
        addDoubt(doubts, part.first, part.isRounded ? roundingOf(part.bars.front(), stored) * scale : 0);
        if (!part.isRounded)
            continue;
        for (const Bar &bar : part.bars) {
            if (const double units = roundingOf(bar, stored) * scale; units != doubts.back().units)
                addDoubt(doubts, sessionOf(bar), units);
        }
    }
    return doubts;
}

} // namespace

DailyBars DailyBars::within(const store::SessionRange &range) const
{
    DailyBars part;
    part.sources = sources;
    const auto first = std::ranges::lower_bound(bars, range.first, {}, &Bar::session);
    const auto last = std::ranges::upper_bound(bars, range.last, {}, &Bar::session);
    if (last <= first)
        return part;
    part.bars.assign(first, last);
    const auto offset = std::size_t(first - bars.begin());
    part.runs.push_back({0, core::sourceAt(runs, offset)});
    for (const BarRun &run : runs) {
        if (run.first > offset && run.first < offset + part.bars.size())
            part.runs.push_back({run.first - offset, run.source});
    }
    return part;
}

std::optional<std::size_t> DailyBars::indexOf(core::SessionDate session) const
{
    const auto found = std::ranges::lower_bound(bars, session, {}, &Bar::session);
    if (found == bars.end() || found->session != session)
        return {};
    return std::size_t(found - bars.begin());
}

Result<std::vector<Series>> dailySources(store::StoreReader &reader, qint64 instrumentId, DailyChoice choice)
{
    auto ranked = reader.rankedSeries(instrumentId, store::SeriesUse::Daily);
    if (!ranked || ranked->empty() || ranked->front().kind == core::SeriesKind::Traded)
        return ranked;
    if (choice == DailyChoice::Traded)
        ranked->erase(ranked->begin());
    else
        ranked->resize(1); // what was never traded, or is adjusted, must not be filled with what was traded
    return ranked;
}

Result<DailyBars> readDailyBars(store::StoreReader &reader, std::vector<Series> sources,
                                const store::SessionRange &range, const std::stop_token &stop)
{
    DailyBars daily;
    Merged all;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        auto bars = reader.dailyBars(sources[i].id, range, stop);
        if (!bars)
            return tl::unexpected(bars.error());
        if (i == 0)
            daily.bars = *std::move(bars);
        if (i == 0 || bars->empty())
            continue;
        if (all.of.empty()) {
            all.of.assign(daily.bars.size(), 0);
            all.bars = std::move(daily.bars);
        }
        all = merged(all, *bars, i);
    }
    if (!all.of.empty()) {
        daily.bars = std::move(all.bars);
        daily.runs = runsOf(all.of);
    } else if (!daily.bars.empty()) {
        daily.runs = {{0, 0}};
    }
    daily.sources = std::move(sources);
    return daily;
}

Result<std::vector<Series>> inOrderFor(store::StoreReader &reader, const DailyBars &daily, core::SessionDate from,
                                       core::SessionDate to, const std::stop_token &stop)
{
    const auto first = daily.indexOf(from);
    const auto last = daily.indexOf(to);
    std::vector<Series> ordered = daily.sources;
    if (!first || !last || daily.sourceOf(*first).id == daily.sourceOf(*last).id)
        return ordered;
    for (auto source = ordered.begin(); source != ordered.end(); ++source) {
        int closes = 0;
        for (const core::SessionDate session : {from, to}) {
            const auto bars = reader.dailyBars(source->id, store::SessionRange{session, session}, stop);
            if (!bars)
                return tl::unexpected(bars.error());
            closes += !bars->empty() && !isHole(bars->front()) ? 1 : 0;
        }
        if (closes < 2)
            continue;
        std::rotate(ordered.begin(), source, source + 1);
        break;
    }
    return ordered;
}

Result<DailyBars> readFor(store::StoreReader &reader, DailyBars daily, const store::SessionRange &range,
                          core::SessionDate from, core::SessionDate to, const std::stop_token &stop)
{
    if (daily.runs.size() < 2)
        return daily;
    auto ordered = inOrderFor(reader, daily, from, to, stop);
    if (!ordered)
        return tl::unexpected(ordered.error());
    if (ordered->front().id == daily.sources.front().id)
        return daily;
    return readDailyBars(reader, *std::move(ordered), range, stop);
}

Result<std::optional<core::SessionDate>> lastDailySession(store::StoreReader &reader, std::span<const Series> sources,
                                                          const std::stop_token &stop)
{
    std::optional<core::SessionDate> latest;
    for (const Series &source : sources) {
        const auto last = reader.lastSession(source.id, stop);
        if (!last)
            return last;
        if (*last && (!latest || *latest < **last))
            latest = *last;
    }
    return latest;
}

core::SessionDate sharesAt(const core::SessionCalendar &calendar, core::Time time)
{
    const auto session = calendar.latestOpenedBy(time);
    return session ? session->date : core::SessionDate::utcDateOf(time);
}

core::SessionDate sharesToday(const core::SessionCalendar &calendar)
{
    return sharesAt(calendar, core::wallClock());
}

std::optional<BarScale> bringToShares(std::vector<Bar> &bars, std::span<const BarRun> runs,
                                      std::span<const Series> sources, std::span<const core::Split> splits,
                                      core::SessionDate reference, const SessionOf &sessionOf)
{
    std::vector<Part> parts;
    for (std::size_t run = 0; run < runs.size(); ++run) {
        const Series &source = sources[runs[run].source];
        const std::size_t end = run + 1 < runs.size() ? runs[run + 1].first : bars.size();
        const auto own = std::span(bars).subspan(runs[run].first, end - runs[run].first);
        if (!addParts(own, source, splits, reference, sessionOf, parts))
            return {};
    }
    BarScale common;
    if (!sources.empty())
        common = {sources.front().priceDecimals, sources.front().sizeDecimals, 0, {}};
    for (const Part &part : parts) {
        common.ownDecimals = std::max(common.ownDecimals, part.source->priceDecimals);
        common.priceDecimals = std::max(common.priceDecimals,
                                        core::decimalsAfter(part.source->priceDecimals, part.ratio));
        common.sizeDecimals = std::max(common.sizeDecimals, part.source->sizeDecimals);
    }
    if (parts.empty())
        common.ownDecimals = common.priceDecimals;
    common.doubts = doubtsOf(parts, common.priceDecimals, sessionOf);
    if (!std::ranges::all_of(parts, [&common](const Part &part) { return scale(part, common); }))
        return {};
    return common;
}

std::optional<BarScale> bringToShares(DailyBars &daily, std::span<const core::Split> splits,
                                      core::SessionDate reference)
{
    return bringToShares(daily.bars, daily.runs, daily.sources, splits, reference, &Bar::session);
}

} // namespace tickmark::pipeline
