// SPDX-License-Identifier: GPL-3.0-or-later
#include "Connection.h"
#include "StoreError.h"
#include "TickSeries.h"
#include <core/Price.h>

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace tickmark::store {

namespace {

bool fits(qint64 value, qint64 factor)
{
    qint64 product = 0;
    return !__builtin_mul_overflow(value, factor, &product);
}

// The ticks of one time: from the first to behind the last.
struct SameTime
{
    std::size_t begin;
    std::size_t end;
};

SameTime sameTimeIn(const std::vector<core::Tick> &ticks, core::Time time)
{
    const auto begin = std::ranges::lower_bound(ticks, time, {}, &core::Tick::time);
    const auto end = std::ranges::upper_bound(begin, ticks.end(), time, {}, &core::Tick::time);
    return {std::size_t(begin - ticks.begin()), std::size_t(end - ticks.begin())};
}

// The ticks for which `keep(index)` is true.
template <typename Keep>
OwnedTicks filtered(const OwnedTicks &all, Keep keep)
{
    const std::vector<qint64> imports = all.provenance.expanded();
    OwnedTicks kept;
    for (std::size_t i = 0; i < all.ticks.size(); ++i) {
        if (!keep(imports[i], i))
            continue;
        kept.ticks.push_back(all.ticks[i]);
        kept.provenance.add(imports[i]);
    }
    return kept;
}

} // namespace

void TickSeries::widen(TickScale wanted)
{
    const TickScale to{std::max(wanted.priceDecimals, m_scale.priceDecimals),
                       std::max(wanted.sizeDecimals, m_scale.sizeDecimals)};
    const qint64 priceFactor = core::powerOfTen(to.priceDecimals - m_scale.priceDecimals);
    const qint64 sizeFactor = core::powerOfTen(to.sizeDecimals - m_scale.sizeDecimals);
    if (priceFactor == 1 && sizeFactor == 1)
        return;
    if (!fitsAfter(priceFactor, sizeFactor))
        fail(core::ErrorCode::InvalidInput,
             QCoreApplication::translate("Store", "The stored ticks are too large to be kept with so many decimals."));
    for (const char *sql : {"UPDATE tick_tail SET price = price * ?2, size = size * ?3 WHERE series_id = ?1",
                            "UPDATE removed_ticks SET price = price * ?2, size = size * ?3 WHERE series_id = ?1"}) {
        RawStatement update(m_connection.handle(), sql);
        update.bind(1, m_id);
        update.bind(2, priceFactor);
        update.bind(3, sizeFactor);
        update.run();
    }
    RawStatement update(m_connection.handle(),
                        "UPDATE series SET price_decimals = ?2, size_decimals = ?3 WHERE id = ?1");
    update.bind(1, m_id);
    update.bind(2, qint64(to.priceDecimals));
    update.bind(3, qint64(to.sizeDecimals));
    update.run();
    m_history.widen(to.priceDecimals, to.sizeDecimals);
    m_scale = to;
}

bool TickSeries::fitsAfter(qint64 priceFactor, qint64 sizeFactor)
{
    for (std::size_t run = 0; run < tailRun(); ++run) {
        if (!fits(chunk(run).low, priceFactor) || !fits(chunk(run).high, priceFactor))
            return false;
        // sizes are not negative, so none is larger than their sum
        if (!fits(chunk(run).volume, sizeFactor) && !sizesFit(read(run).ticks, sizeFactor))
            return false;
    }
    const auto tail = m_history.oldestOfTail(m_history.tailTicks());
    RawStatement removed(m_connection.handle(), "SELECT ifnull(min(price), 0), ifnull(max(price), 0), "
                                                "ifnull(max(size), 0) FROM removed_ticks WHERE series_id = ?1");
    removed.bind(1, m_id);
    removed.step();
    return sizesFit(tail, sizeFactor)
           && std::ranges::all_of(tail, [&](const core::Tick &tick) { return fits(tick.price, priceFactor); })
           && fits(removed.integer(0), priceFactor) && fits(removed.integer(1), priceFactor)
           && fits(removed.integer(2), sizeFactor);
}

bool TickSeries::sizesFit(std::span<const core::Tick> ticks, qint64 factor)
{
    return std::ranges::all_of(ticks, [=](const core::Tick &tick) { return fits(tick.size, factor); });
}

qint64 TickSeries::removeImport(qint64 importId, core::Time first, core::Time last)
{
    qint64 removed = 0;
    std::vector<Change> changes;
    for (std::size_t run = m_history.state().chunkAt(first); run < tailRun() && mayHold(run, last); ++run) {
        const ticks::ChunkSummary &summary = m_history.state().chunk(run);
        const qint64 count = m_statements.provenance(summary.id).countOf(importId);
        if (count == 0)
            continue;
        removed += count;
        const OwnedTicks kept = count == summary.ticks ? OwnedTicks{}
                                                       : filtered(read(run), [=](qint64 import, std::size_t) {
                                                             return import != importId;
                                                         });
        changes.push_back({run, rewrite(summary, kept)});
    }
    apply(changes);
    if (const qint64 count = m_tail.countOf(importId); count > 0) {
        removed += count;
        replaceTail(filtered(read(tailRun()), [=](qint64 import, std::size_t) { return import != importId; }));
    }
    return removed;
}

qint64 TickSeries::countOf(qint64 importId, core::Time first, core::Time last)
{
    qint64 count = m_tail.countOf(importId);
    for (std::size_t run = m_history.state().chunkAt(first); run < tailRun() && mayHold(run, last); ++run)
        count += m_statements.provenance(m_history.state().chunk(run).id).countOf(importId);
    return count;
}

std::optional<TickSeries::Found> TickSeries::find(const core::Tick &tick, qint64 importId)
{
    qint64 position = 0;
    for (std::size_t run = firstRunFor(tick.time); run <= tailRun() && mayHold(run, tick.time); ++run) {
        const OwnedTicks stored = read(run);
        const std::vector<qint64> imports = stored.provenance.expanded();
        const SameTime same = sameTimeIn(stored.ticks, tick.time);
        for (std::size_t i = same.begin; i < same.end; ++i, ++position) {
            if (stored.ticks[i] == tick && (importId == 0 || imports[i] == importId))
                return Found{position, imports[i]};
        }
    }
    return {};
}

TickSeries::Place TickSeries::placeOf(core::Time time, qint64 position)
{
    Place place{firstRunFor(time), 0};
    for (std::size_t run = place.run; run <= tailRun() && mayHold(run, time); ++run) {
        const OwnedTicks stored = read(run);
        const SameTime same = sameTimeIn(stored.ticks, time);
        const auto count = qint64(same.end - same.begin);
        if (run == place.run || count > 0)
            place = {run, same.begin + std::size_t(std::min(count, position))};
        if (position < count)
            break;
        position -= count;
    }
    return place;
}

void TickSeries::removeAt(core::Time time, qint64 position)
{
    const Place place = placeOf(time, position);
    replace(place.run, filtered(read(place.run), [=](qint64, std::size_t index) { return index != place.offset; }));
}

void TickSeries::insertAt(const core::Tick &tick, qint64 position, qint64 importId)
{
    const Place place = placeOf(tick.time, position);
    const std::vector<core::Tick> one{tick};
    const TickMatch::Extra extra{place.offset, 0};
    replace(place.run, merged(read(place.run), one, Provenance(importId, 1), std::span(&extra, 1)));
}

void TickSeries::forEachRun(const std::function<void(OwnedTicks)> &sink)
{
    for (std::size_t run = 0; run <= tailRun(); ++run)
        sink(read(run));
}

} // namespace tickmark::store
