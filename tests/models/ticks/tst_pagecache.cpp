// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemoryChunks.h"
#include <ticks/PageCache.h>

#include <QTest>

using namespace tickmark;
using namespace tickmark::ticks;

namespace {

using Ticks = std::vector<core::Tick>;

Ticks some(int count, qint64 price = 100)
{
    Ticks ticks;
    for (qint64 i = 0; i < count; ++i)
        ticks.push_back({core::Time{i * 10}, price + i % 7, i});
    return ticks;
}

//! Asks for all pages of the chunk and loads what is missing.
void fill(PageCache &pages, MemoryChunks &store, const ChunkSummary &chunk)
{
    (void)pages.nodes(chunk);
    for (int block = 0; block * kBlockTicks < chunk.ticks; ++block)
        (void)pages.block(chunk, block);
    QVERIFY(loadMissing(pages, store).has_value());
}

} // namespace

//! What the cache gets wrong the chart shows wrong, or never stops loading.
class TestPageCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void notesWhatIsMissingOnce();
    void readsEachChunkOnce();
    void givesPagesInTheDecimalsOfTheSeries();
    void keepsVersionsApart();
    void leavesOutWhatIsGone();
    void tellsDamage();
    void refusesAnotherChunksPages();
    void reportsReadErrors();
    void stops();
    void staysBounded();
    void keepsWhatTheLastQueriesUsed();
    void decodesResidents();
};

void TestPageCache::notesWhatIsMissingOnce()
{
    MemoryChunks store;
    const ChunkSummary chunk = store.add(some(600));
    PageCache pages;
    QVERIFY(!pages.isMissing());
    QVERIFY(!pages.nodes(chunk) && !pages.nodes(chunk));
    QVERIFY(!pages.block(chunk, 1) && !pages.block(chunk, 1));
    QVERIFY(pages.isMissing());
    QVERIFY(!pages.isDamaged(chunk));
    QCOMPARE(pages.takeMissing().size(), std::size_t(2));
    QVERIFY(pages.takeMissing().empty());
    QVERIFY(!loadMissing(pages, store).value());
    QVERIFY(!pages.nodes(chunk)); // still not here: noted again
    QVERIFY(loadMissing(pages, store).value());
    QVERIFY(pages.nodes(chunk) != nullptr);
    QVERIFY(!pages.isMissing());
    pages.clear();
    QCOMPARE(pages.bytes(), std::size_t(0));
    QVERIFY(!pages.nodes(chunk));
}

void TestPageCache::readsEachChunkOnce()
{
    MemoryChunks store;
    const ChunkSummary one = store.add(some(kChunkTicks));
    const ChunkSummary other = store.add(some(kChunkTicks));
    PageCache pages;
    for (const int block : {40, 3, 63, 0}) {
        QVERIFY(!pages.block(other, block));
        QVERIFY(!pages.block(one, block));
    }
    QVERIFY(!pages.nodes(one));
    QVERIFY(loadMissing(pages, store).value());
    QCOMPARE(store.reads(), 3);
    QCOMPARE(pages.block(one, 40)->ticks.tick(5), some(kChunkTicks)[40 * kBlockTicks + 5]);
}

void TestPageCache::givesPagesInTheDecimalsOfTheSeries()
{
    MemoryChunks store;
    Ticks ticks = some(300, 20'000);
    for (core::Tick &tick : ticks) {
        tick.price *= 100;
        tick.size *= 10;
    }
    ChunkSummary chunk = store.add(ticks, 100, 10);
    PageCache pages;
    fill(pages, store, chunk);
    QCOMPARE(pages.block(chunk, 0)->ticks.tick(17), ticks[17]);
    QCOMPARE(pages.nodes(chunk)->nodes.highs[1], qint64(2'000'600));
    QCOMPARE(pages.nodes(chunk)->nodes.volumes[1], qint64((256 + 299) * 44 / 2 * 10));
    chunk.priceScale = 1000; // more decimals: the pages from before are not these
    QVERIFY(!pages.block(chunk, 0));
    QVERIFY(!pages.nodes(chunk));
    fill(pages, store, chunk);
    QCOMPARE(pages.block(chunk, 0)->ticks.prices[17], ticks[17].price * 10);
    chunk.priceScale = std::numeric_limits<qint64>::max() / 2;
    fill(pages, store, chunk);
    QCOMPARE(pages.block(chunk, 0)->ticks.prices[17], std::numeric_limits<qint64>::max());
}

void TestPageCache::keepsVersionsApart()
{
    MemoryChunks store;
    ChunkSummary chunk = store.add(some(300));
    PageCache pages;
    fill(pages, store, chunk);
    store.renumber(chunk.id, 2);
    QVERIFY(pages.nodes(chunk) != nullptr); // an old snapshot still draws
    chunk.version = 2;
    QVERIFY(!pages.nodes(chunk));
    QVERIFY(loadMissing(pages, store).value());
    QVERIFY(pages.nodes(chunk) != nullptr);
}

void TestPageCache::leavesOutWhatIsGone()
{
    MemoryChunks store;
    const ChunkSummary gone = store.add(some(300));
    const ChunkSummary there = store.add(some(300));
    store.remove(gone.id);
    PageCache pages;
    QVERIFY(!pages.nodes(gone) && !pages.block(gone, 0) && !pages.nodes(there));
    QVERIFY(loadMissing(pages, store).value());
    QVERIFY(pages.nodes(there) != nullptr);
    QVERIFY(!pages.nodes(gone));
    QVERIFY(!pages.isDamaged(gone));
    QVERIFY(!pages.hasDamage());
}

void TestPageCache::tellsDamage()
{
    MemoryChunks store;
    const ChunkSummary blocks = store.add(some(1000));
    const ChunkSummary nodes = store.add(some(1000));
    store.damageBlock(blocks.id, 2);
    store.damageNodes(nodes.id);
    PageCache pages;
    fill(pages, store, blocks);
    QVERIFY(pages.hasDamage());
    fill(pages, store, nodes);
    QVERIFY(pages.isDamaged(blocks, 2));
    QVERIFY(!pages.isDamaged(blocks, 1));
    QVERIFY(pages.isDamaged(nodes));
    QVERIFY(pages.block(blocks, 1) && pages.block(blocks, 3) && pages.block(nodes, 2) && pages.nodes(blocks));
    QVERIFY(!pages.block(blocks, 2) && !pages.nodes(nodes));
    QVERIFY(!pages.isMissing()); // reading it again would not help
}

//! A row whose bytes check, but which belongs to another chunk.
void TestPageCache::refusesAnotherChunksPages()
{
    MemoryChunks store;
    ChunkSummary chunk = store.add(some(300));
    chunk.ticks = 900;
    PageCache pages;
    fill(pages, store, chunk);
    QVERIFY(!pages.nodes(chunk) && pages.isDamaged(chunk));
    QVERIFY(pages.block(chunk, 0) != nullptr);
    QVERIFY(!pages.block(chunk, 1) && pages.isDamaged(chunk, 1));
    QVERIFY(pages.hasDamage());
}

void TestPageCache::reportsReadErrors()
{
    MemoryChunks store;
    const ChunkSummary chunk = store.add(some(300));
    store.withhold(chunk.id, true);
    PageCache pages;
    QVERIFY(!pages.nodes(chunk));
    const core::Result<bool> loaded = loadMissing(pages, store);
    QVERIFY(!loaded && loaded.error().code == core::ErrorCode::Io);
    store.withhold(chunk.id, false);
    QVERIFY(!pages.nodes(chunk));
    QVERIFY(loadMissing(pages, store).value());
    QVERIFY(pages.nodes(chunk) != nullptr);
}

void TestPageCache::stops()
{
    MemoryChunks store;
    const ChunkSummary chunk = store.add(some(300));
    PageCache pages;
    QVERIFY(!pages.nodes(chunk));
    std::stop_source stop;
    stop.request_stop();
    const core::Result<bool> loaded = loadMissing(pages, store, stop.get_token());
    QVERIFY(!loaded && loaded.error().code == core::ErrorCode::Cancelled);
    QCOMPARE(store.reads(), 0);
}

void TestPageCache::staysBounded()
{
    MemoryChunks store;
    std::vector<ChunkSummary> chunks;
    for (int i = 0; i < 60; ++i)
        chunks.push_back(i % 3 == 0 ? store.addResident(some(2000)) : store.add(some(2000)));
    constexpr std::size_t kLimit = 600'000;
    PageCache pages(kLimit);
    for (int round = 0; round < 3; ++round) {
        for (const ChunkSummary &chunk : chunks) {
            pages.beginQuery();
            fill(pages, store, chunk);
            QVERIFY(pages.bytes() < kLimit + kLimit / 4);
        }
    }
    QVERIFY(pages.bytes() > kLimit / 2);
    pages.beginQuery();
    QVERIFY(pages.nodes(chunks.back()) != nullptr); // the newest are the ones that stay
    QVERIFY(!pages.nodes(chunks[1]));
}

void TestPageCache::keepsWhatTheLastQueriesUsed()
{
    MemoryChunks store;
    std::vector<ChunkSummary> chunks;
    for (int i = 0; i < 40; ++i)
        chunks.push_back(store.add(some(2000)));
    PageCache pages(10'000); // less than one chunk
    for (int round = 0; round < 3; ++round) {
        pages.beginQuery();
        for (const ChunkSummary &chunk : chunks)
            fill(pages, store, chunk);
    }
    for (const ChunkSummary &chunk : chunks)
        QVERIFY(pages.nodes(chunk) && pages.block(chunk, 7));
    for (quint32 i = 0; i <= PageCache::kKeptQueries; ++i)
        pages.beginQuery();
    fill(pages, store, store.add(some(2000)));
    QVERIFY(pages.bytes() < 100'000);
}

void TestPageCache::decodesResidents()
{
    MemoryChunks store;
    const Ticks ticks = some(700);
    ChunkSummary chunk = store.addResident(ticks);
    PageCache pages;
    QCOMPARE(pages.nodes(chunk)->nodes.count, 3);
    QCOMPARE(pages.block(chunk, 2)->ticks.tick(3), ticks[2 * kBlockTicks + 3]);
    QVERIFY(!pages.isMissing());
    chunk.resident.reset(); // in the store by now, and still the same
    QVERIFY(pages.block(chunk, 2) != nullptr);
    QCOMPARE(store.reads(), 0);
}

QTEST_GUILESS_MAIN(TestPageCache)
#include "tst_pagecache.moc"
