// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreTestSupport.h"

#include <random>
#include <tuple>

namespace tickmark::store {

using Ticks = std::vector<core::Tick>;

inline SeriesKey tickSeries(qint64 instrumentId = 1, core::QuoteField field = core::QuoteField::Trade)
{
    SeriesKey key;
    key.instrumentId = instrumentId;
    key.source = text("file");
    key.field = field;
    return key;
}

inline ImportOrigin tickOrigin(const char *origin = "ticks.csv")
{
    return {text("file"), ImportKind::Ticks, text(origin), core::Time{1}};
}

inline TickSlice sliceOf(Ticks ticks, int priceDecimals = 2, int sizeDecimals = 0, SeriesKey key = tickSeries())
{
    return {std::move(key), priceDecimals, sizeDecimals, std::move(ticks)};
}

//! A walk whose ticks are `step` apart, two of three at a time that another one has when `ties`.
inline Ticks walk(qint64 count, qint64 firstTime = 1'000'000, qint64 step = 1000, unsigned seed = 1, bool ties = false)
{
    std::mt19937 random(seed);
    Ticks ticks;
    qint64 price = 10'000;
    for (qint64 i = 0; i < count; ++i) {
        price += qint64(random() % 11) - 5;
        ticks.push_back({core::Time{firstTime + (ties ? i / 3 : i) * step}, price, qint64(random() % 900) + 1});
    }
    return ticks;
}

//! Everything that a series holds, as a reader sees it.
inline core::Result<Ticks> storedTicks(StoreReader &reader, qint64 seriesId = 1, core::TimeRange range = kAllTimes)
{
    Ticks all;
    const auto streamed = reader.streamTicks(seriesId, range, [&](std::span<const core::Tick> ticks) {
        all.insert(all.end(), ticks.begin(), ticks.end());
        return true;
    });
    if (!streamed)
        return tl::unexpected(streamed.error());
    return all;
}

inline core::Result<Ticks> storedTicks(const QString &path, qint64 seriesId = 1)
{
    const auto reader = StoreReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    return storedTicks(**reader, seriesId);
}

//! Imports `ticks` in slices that are cut between two times; the answer of the end.
inline core::Result<ImportResult> importTicks(StoreWriter &writer, const Ticks &ticks, std::size_t sliceTicks = 100'000,
                                              const SeriesKey &key = tickSeries())
{
    const auto id = writer.beginTickImport(tickOrigin()).result();
    if (!id)
        return tl::unexpected(id.error());
    for (std::size_t first = 0; first < ticks.size();) {
        std::size_t end = std::min(first + sliceTicks, ticks.size());
        while (end < ticks.size() && ticks[end].time == ticks[end - 1].time)
            ++end;
        Ticks slice(ticks.begin() + std::ptrdiff_t(first), ticks.begin() + std::ptrdiff_t(end));
        if (const auto added = writer.addTicks(*id, sliceOf(std::move(slice), 2, 0, key)).result(); !added)
            return tl::unexpected(added.error());
        first = end;
    }
    return writer.endTickImport(*id, {}).result();
}

//! Empty when the store is sound; else the first finding.
inline QString findingIn(const QString &path)
{
    const auto findings = verifyStore(path);
    if (!findings)
        return findings.error().message + findings.error().detail;
    return findings->empty()
               ? QString()
               : findings->front().table + text(": ") + findings->front().what + text(" ") + findings->front().detail;
}

//! What the index says must be what the ticks are; empty when it is so.
inline QString contradictionIn(const ticks::TickSnapshot &snapshot, const Ticks &ticks)
{
    if (snapshot.ticks() != qint64(ticks.size()))
        return text("count %1").arg(snapshot.ticks());
    std::size_t next = 0;
    for (std::size_t i = 0; i < snapshot.chunkCount(); ++i) {
        const ticks::ChunkSummary &chunk = snapshot.chunk(i);
        const auto end = next + std::size_t(chunk.ticks);
        qint64 low = ticks[next].price;
        qint64 high = low;
        qint64 volume = 0;
        for (std::size_t tick = next; tick < end; ++tick) {
            low = std::min(low, ticks[tick].price);
            high = std::max(high, ticks[tick].price);
            volume += ticks[tick].size;
        }
        const ticks::BlockNode expected{
            ticks[next].time.ns, ticks[end - 1].time.ns, ticks[next].price, low, high, ticks[end - 1].price, volume};
        if (!(chunk.all == expected))
            return text("chunk %1").arg(i);
        next = end;
    }
    for (const auto &block : snapshot.tail()) {
        for (int i = 0; i < block->ticks.count; ++i) {
            if (block->ticks.tick(i) != ticks[next++])
                return text("tail");
        }
    }
    return next == ticks.size() ? QString() : text("end");
}

} // namespace tickmark::store
