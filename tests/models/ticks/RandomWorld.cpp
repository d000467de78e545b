// SPDX-License-Identifier: GPL-3.0-or-later
#include "RandomWorld.h"

#include <algorithm>

namespace tickmark::ticks {

qint64 below(Random &random, qint64 bound)
{
    return qint64(random() % quint64(bound));
}

Ticks World::next(Random &random, int count, bool isCoarse)
{
    Ticks ticks;
    core::Tick tick = plain.empty() ? core::Tick{core::Time{1'700'000'000'000'000'000}, 500'000, 0} : plain.back();
    for (int i = 0; i < count; ++i) {
        tick.time.ns += random() % 4 == 0 ? 0 : below(random, spread);
        if (random() % 2000 == 0)
            tick.time.ns += spread * 3000;
        tick.price = isWalk ? tick.price + below(random, 401) - 200 : below(random, 2'000'000) - 1'000'000;
        tick.size = below(random, 100'000);
        if (isCoarse) {
            tick.price -= tick.price % 100;
            tick.size -= tick.size % 100;
        }
        ticks.push_back(tick);
    }
    plain.insert(plain.end(), ticks.begin(), ticks.end());
    return ticks;
}

void World::loadChunks(Random &random, int chunks)
{
    std::vector<ChunkSummary> summaries;
    for (int i = 0; i < chunks; ++i) {
        const bool isCoarse = random() % 4 == 0;
        const Ticks ticks = next(random, 1 + int(below(random, random() % 4 == 0 ? 3000 : 600)), isCoarse);
        if (random() % 8 == 0)
            summaries.push_back(store.addResident(ticks));
        else
            summaries.push_back(isCoarse ? store.add(ticks, 100, 100) : store.add(ticks));
    }
    history.load(summaries, next(random, random() % 2 ? 0 : int(below(random, 1500))));
}

void World::live(Random &random)
{
    history.append(next(random, int(below(random, 900))));
    const std::size_t tail = history.tailTicks();
    if (tail == 0 || random() % 2 == 0)
        return;
    const std::size_t blocks = tail / kBlockTicks;
    const std::size_t sealed = random() % 3 == 0 || blocks == 0 ? tail
                                                                : (1 + random() % blocks) * std::size_t(kBlockTicks);
    history.seal(store.add(history.oldestOfTail(sealed)));
}

void World::rewrite(Random &random)
{
    const std::size_t chunks = history.state().chunkCount();
    if (chunks == 0)
        return;
    const std::size_t first = random() % chunks;
    const std::size_t count = 1 + random() % std::min<std::size_t>(2, chunks - first);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < first; ++i)
        begin += std::size_t(history.state().chunk(i).ticks);
    std::size_t size = 0;
    for (std::size_t i = first; i < first + count; ++i)
        size += std::size_t(history.state().chunk(i).ticks);
    const auto at = plain.begin() + std::ptrdiff_t(begin + random() % size);
    plain.insert(at, 3, *at);
    size += 3;
    const std::span<const core::Tick> ticks(plain.data() + begin, size);
    const std::size_t cut = 1 + random() % (size - 1);
    const std::vector<ChunkSummary> by{store.add(ticks.first(cut)), store.add(ticks.subspan(cut))};
    history.replaceChunks(first, count, by);
}

World randomWorld(Random &random)
{
    World world(random);
    if (random() % 3 != 0)
        world.loadChunks(random, int(below(random, 9)));
    for (qint64 i = below(random, 5); i > 0; --i)
        world.live(random);
    if (random() % 3 == 0)
        world.rewrite(random);
    return world;
}

Ticks::const_iterator firstFrom(const Ticks &plain, qint64 time)
{
    return std::lower_bound(plain.begin(), plain.end(), time,
                            [](const core::Tick &tick, qint64 value) { return tick.time.ns < value; });
}

std::vector<qint64> randomEdges(Random &random, const Ticks &plain)
{
    const qint64 first = plain.empty() ? 0 : plain.front().time.ns;
    const qint64 last = plain.empty() ? 1000 : plain.back().time.ns;
    qint64 begin = first - 50;
    qint64 width = (last - first) / 40 + 2;
    if (random() % 3 != 0) {
        begin = first - 20 + below(random, last - first + 40);
        width = 1 + below(random, std::max<qint64>(1, (last - first) / (random() % 2 ? 100 : 5000)));
    }
    std::vector<qint64> edges{begin};
    for (qint64 count = 1 + below(random, 60); count > 0; --count) {
        qint64 edge = edges.back() + (random() % 12 == 0 ? 0 : width);
        if (random() % 3 == 0) {
            if (const auto tick = firstFrom(plain, edge); tick != plain.end())
                edge = tick->time.ns;
        }
        edges.push_back(edge);
    }
    return edges;
}

std::vector<Column> bruteForce(const Ticks &plain, const std::vector<qint64> &edges, bool volume)
{
    std::vector<Column> columns(edges.size() - 1);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        Column &column = columns[i];
        const auto end = firstFrom(plain, edges[i + 1]);
        for (auto tick = firstFrom(plain, edges[i]); tick != end; ++tick) {
            if (!column.hasTicks)
                column = {tick->price, tick->price, tick->price, tick->price, 0, true, true};
            column.low = std::min(column.low, tick->price);
            column.high = std::max(column.high, tick->price);
            column.last = tick->price;
            column.volume += volume ? tick->size : 0;
        }
    }
    return columns;
}

} // namespace tickmark::ticks
