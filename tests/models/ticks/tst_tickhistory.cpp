// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemoryChunks.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace tickmark;
using namespace tickmark::ticks;

namespace {

using Ticks = std::vector<core::Tick>;

Ticks walk(std::mt19937_64 &random, int count, core::Tick from = {core::Time{1000}, 0, 0})
{
    Ticks ticks;
    for (int i = 0; i < count; ++i) {
        from.time.ns += qint64(random() % 3);
        from.price += qint64(random() % 7) - 3;
        from.size = qint64(random() % 50);
        ticks.push_back(from);
    }
    return ticks;
}

//! A chunk that stands for some ticks which nobody reads.
ChunkSummary summary(qint64 id, qint64 first, qint64 last, qint64 low, qint64 high, qint64 volume, int ticks = 100)
{
    return {.id = id, .version = 1, .ticks = ticks, .all = {first, last, low, low, high, high, volume}};
}

Ticks tailOf(const TickSnapshot &snapshot)
{
    Ticks ticks;
    for (const auto &block : snapshot.tail()) {
        for (int i = 0; i < block->ticks.count; ++i)
            ticks.push_back(block->ticks.tick(i));
    }
    return ticks;
}

//! The tail's ticks and nodes are those of `expected`.
bool hasTail(const TickSnapshot &snapshot, const Ticks &expected)
{
    const auto &tail = snapshot.tail();
    const bool nodesFit = std::all_of(tail.begin(), tail.end(),
                                      [](const auto &block) { return block->node == nodeOf(block->ticks); });
    const bool isFull = std::all_of(tail.begin(), tail.end(), [&](const auto &block) {
        return block == tail.back() || block->ticks.count == kBlockTicks;
    });
    return nodesFit && isFull && tailOf(snapshot) == expected;
}

} // namespace

//! A snapshot that changed under a view, or a total that is off, would draw what never was.
class TestTickHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appendsAnyBatch();
    void sealsTheOldest();
    void keepsOldSnapshots();
    void startsFromWhatIsThere();
    void sumsUpAnyChunks();
    void findsChunksByTime();
    void replacesChunks();
    void widens();
    void dropsResidents();
    void estimates();
    void stopsVolumesAtTheGreatestNumber();
};

void TestTickHistory::appendsAnyBatch()
{
    std::mt19937_64 random(1);
    TickHistory history(2, 0);
    QVERIFY(history.snapshot()->isEmpty());
    Ticks all;
    for (const int count : {1, 0, 254, 1, 1, 255, 256, 257, 1000, 3}) {
        const Ticks more = walk(random, count, all.empty() ? core::Tick{} : all.back());
        const quint64 generation = history.state().generation();
        history.append(more);
        all.insert(all.end(), more.begin(), more.end());
        QVERIFY(hasTail(history.state(), all));
        QCOMPARE(history.state().ticks(), qint64(all.size()));
        QCOMPARE(history.tailTicks(), all.size());
        QCOMPARE(history.state().generation() > generation, count > 0);
        if (count % 2 == 1)
            QCOMPARE(history.snapshot()->lastTime(), all.back().time);
    }
    QCOMPARE(history.state().firstTime(), all.front().time);
}

void TestTickHistory::sealsTheOldest()
{
    std::mt19937_64 random(2);
    MemoryChunks store;
    TickHistory history(2, 0);
    const Ticks all = walk(random, 1300);
    history.append(all);
    QCOMPARE(history.oldestOfTail(512), Ticks(all.begin(), all.begin() + 512));
    history.seal(store.add(history.oldestOfTail(512)));
    QVERIFY(hasTail(history.state(), Ticks(all.begin() + 512, all.end())));
    QCOMPARE(history.state().ticks(), qint64(1300));
    QCOMPARE(history.state().chunkCount(), std::size_t(1));
    QCOMPARE(history.state().firstTime(), all.front().time);
    history.seal(store.add(history.oldestOfTail(5000))); // all, though the last block is not full
    QVERIFY(history.state().tail().empty());
    QCOMPARE(history.state().lastTime(), all.back().time);
    history.append(all);
    QVERIFY(hasTail(history.state(), all));
}

void TestTickHistory::keepsOldSnapshots()
{
    std::mt19937_64 random(3);
    MemoryChunks store;
    TickHistory history(2, 0);
    struct Kept
    {
        SnapshotPtr snapshot;
        Ticks tail;
        std::vector<qint64> ids;
        qint64 ticks;
    };
    std::vector<Kept> kept;
    Ticks all;
    for (int step = 0; step < 400; ++step) {
        const Ticks more = walk(random, int(random() % 300), all.empty() ? core::Tick{} : all.back());
        all.insert(all.end(), more.begin(), more.end());
        history.append(more);
        if (history.tailTicks() >= 512)
            history.seal(store.addResident(history.oldestOfTail(256)));
        const std::size_t chunks = history.state().chunkCount();
        if (step % 7 == 0 && chunks > 0) {
            const ChunkSummary by = summary(10'000 + step, 0, 1, 0, 1, 1, history.state().chunk(chunks - 1).ticks);
            history.replaceChunks(chunks - 1, 1, {&by, 1});
        }
        if (step == 200)
            history.dropResidents();
        if (step == 300)
            history.widen(4, 0);
        Kept now{history.snapshot(), tailOf(history.state()), {}, history.state().ticks()};
        for (std::size_t i = 0; i < chunks; ++i)
            now.ids.push_back(history.state().chunk(i).id);
        kept.push_back(std::move(now));
    }
    for (const Kept &then : kept) {
        QVERIFY(hasTail(*then.snapshot, then.tail));
        QCOMPARE(then.snapshot->ticks(), then.ticks);
        QCOMPARE(then.snapshot->chunkCount(), then.ids.size());
        for (std::size_t i = 0; i < then.ids.size(); ++i)
            QCOMPARE(then.snapshot->chunk(i).id, then.ids[i]);
    }
}

void TestTickHistory::startsFromWhatIsThere()
{
    std::mt19937_64 random(4);
    const Ticks tail = walk(random, 700);
    TickHistory history(2, 1);
    history.load({summary(1, 0, 10, 5, 6, 7, 50), summary(2, 10, 20, 5, 6, 7, 60)}, tail);
    QCOMPARE(history.state().ticks(), qint64(810));
    QVERIFY(hasTail(history.state(), tail));

    const SnapshotPtr snapshot = history.snapshot();
    TickHistory other(0, 0);
    other.load(*snapshot);
    other.append(walk(random, 10, tail.back()));
    QCOMPARE(other.state().ticks(), qint64(820));
    QCOMPARE(other.state().sizeDecimals(), 1);
    QCOMPARE(snapshot->ticks(), qint64(810));
    history.replaceTail(walk(random, 3));
    QCOMPARE(history.state().ticks(), qint64(113));
}

void TestTickHistory::sumsUpAnyChunks()
{
    std::mt19937_64 random(5);
    std::vector<ChunkSummary> chunks;
    for (qint64 i = 0; i < 9000; ++i) {
        const qint64 price = qint64(random() % 1'000'000);
        chunks.push_back(summary(i, i * 10, i * 10 + 9, price, price + qint64(random() % 1000), qint64(random() % 99)));
    }
    TickHistory history(2, 0);
    history.load(chunks, {});
    for (int i = 0; i < 3000; ++i) {
        const std::size_t begin = random() % chunks.size();
        const std::size_t length = i % 2 == 0 ? 1 + random() % 20 : 1 + random() % (chunks.size() - begin);
        const std::size_t end = std::min(chunks.size(), begin + length);
        BlockNode expected = chunks[begin].all;
        for (std::size_t c = begin + 1; c < end; ++c) {
            expected.low = std::min(expected.low, chunks[c].all.low);
            expected.high = std::max(expected.high, chunks[c].all.high);
            expected.volume += chunks[c].all.volume;
        }
        expected.lastTime = chunks[end - 1].all.lastTime;
        expected.last = chunks[end - 1].all.last;
        QCOMPARE(history.state().nodeOfChunks(begin, end), expected);
    }
}

void TestTickHistory::findsChunksByTime()
{
    std::vector<ChunkSummary> chunks;
    for (qint64 i = 0; i < 700; ++i)
        chunks.push_back(summary(i, i * 10, i * 10 + (i % 3 == 0 ? 10 : 5), 0, 0, 0)); // some touch, some leave a gap
    TickHistory history(2, 0);
    QCOMPARE(history.state().chunkAt(core::Time{5}), std::size_t(0));
    history.load(chunks, {});
    for (qint64 time = -5; time < 7010; ++time) {
        const auto expected = std::find_if(chunks.begin(), chunks.end(),
                                           [time](const ChunkSummary &chunk) { return chunk.all.lastTime >= time; });
        const std::size_t index = std::size_t(expected - chunks.begin());
        QCOMPARE(history.state().chunkAt(core::Time{time}), index);
        const std::size_t from = index > 300 ? index - std::size_t(time % 300 + 300) % 300 : 0;
        QCOMPARE(history.state().chunks().seek(time, from), index);
    }
}

void TestTickHistory::replacesChunks()
{
    std::mt19937_64 random(6);
    std::vector<ChunkSummary> expected;
    TickHistory history(2, 0);
    for (qint64 step = 0; step < 300; ++step) {
        const std::size_t first = random() % (expected.size() + 1);
        const std::size_t count = std::min(expected.size() - first, std::size_t(random() % (step % 9 == 0 ? 300 : 3)));
        std::vector<ChunkSummary> by;
        for (std::size_t i = random() % (step % 5 == 0 ? 300 : 4) + (step % 2 == 0 ? count : 0); i > 0; --i)
            by.push_back(summary(step * 1000 + qint64(i), step, step, qint64(random() % 500), 500, 1, 1 + int(i)));
        history.replaceChunks(first, count, by);
        expected.erase(expected.begin() + std::ptrdiff_t(first), expected.begin() + std::ptrdiff_t(first + count));
        expected.insert(expected.begin() + std::ptrdiff_t(first), by.begin(), by.end());
        QCOMPARE(history.state().chunkCount(), expected.size());
        qint64 ticks = 0;
        qint64 low = 500;
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(history.state().chunk(i).id, expected[i].id);
            ticks += expected[i].ticks;
            low = std::min(low, expected[i].all.low);
        }
        QCOMPARE(history.state().ticks(), ticks);
        if (!expected.empty())
            QCOMPARE(history.state().nodeOfChunks(0, expected.size()).low, low);
    }
    QVERIFY(history.state().chunkCount() > 512);
}

void TestTickHistory::widens()
{
    std::mt19937_64 random(7);
    MemoryChunks store;
    const Ticks ticks = walk(random, 300, {core::Time{1}, -20, 0});
    TickHistory history(2, 0);
    history.append(ticks);
    history.seal(store.addResident(history.oldestOfTail(256)));
    const SnapshotPtr narrow = history.snapshot();
    history.widen(4, 1);
    const TickSnapshot &wide = history.state();
    QCOMPARE(wide.priceDecimals(), 4);
    QCOMPARE(wide.sizeDecimals(), 1);
    QCOMPARE(wide.nodeOfChunks(0, 1).low, narrow->nodeOfChunks(0, 1).low * 100);
    QCOMPARE(wide.nodeOfChunks(0, 1).volume, narrow->nodeOfChunks(0, 1).volume * 10);
    QCOMPARE(wide.chunk(0).priceScale, qint64(100));
    QCOMPARE(wide.chunk(0).sizeScale, qint64(10));
    QCOMPARE(wide.chunk(0).resident->nodes.firsts[0], ticks[0].price * 100);
    QCOMPARE(narrow->chunk(0).resident->nodes.firsts[0], ticks[0].price);
    QCOMPARE(tailOf(wide).back().price, ticks.back().price * 100);
    QCOMPARE(tailOf(wide).back().size, ticks.back().size * 10);
    QCOMPARE(tailOf(*narrow).back(), ticks.back());
    history.append(Ticks{{core::Time{5000}, 7, 8}});
    QCOMPARE(tailOf(history.state()).back().price, qint64(7));
}

void TestTickHistory::dropsResidents()
{
    std::mt19937_64 random(8);
    MemoryChunks store;
    TickHistory history(2, 0);
    history.append(walk(random, 512));
    history.seal(store.addResident(history.oldestOfTail(512)));
    const SnapshotPtr before = history.snapshot();
    history.dropResidents();
    QVERIFY(!history.state().chunk(0).resident);
    QVERIFY(before->chunk(0).resident != nullptr);
}

void TestTickHistory::estimates()
{
    std::vector<ChunkSummary> chunks;
    for (qint64 i = 0; i < 1000; ++i)
        chunks.push_back(summary(i, i * 1000, i * 1000 + 999, 0, 1, 1, 1000));
    Ticks tail;
    for (qint64 i = 0; i < 600; ++i)
        tail.push_back({core::Time{1'000'000 + i}, 1, 1});
    TickHistory history(2, 0);
    history.load(chunks, tail);
    for (const auto &[from, to] : {std::pair(0, 1'000'600), {500, 1500}, {999'000, 1'000'300}, {250'250, 750'750}})
        QVERIFY(std::abs(history.state().estimatedTicks(core::Time{from}, core::Time{to}) - (to - from)) <= 3);
    QCOMPARE(history.state().estimatedTicks(core::Time{20}, core::Time{10}), 0.0);
    QCOMPARE(history.state().estimatedTicks(core::Time{2'000'000}, core::Time{3'000'000}), 0.0);
}

void TestTickHistory::stopsVolumesAtTheGreatestNumber()
{
    constexpr qint64 kGreatest = std::numeric_limits<qint64>::max();
    TickHistory history(2, 0);
    history.append(Ticks{{core::Time{1}, 1, kGreatest - 1}});
    history.append(Ticks{{core::Time{2}, 1, 5}});
    QCOMPARE(history.state().tail().front()->node.volume, kGreatest);
    history.replaceChunks(0, 0, std::vector{summary(1, 0, 0, 1, 1, kGreatest), summary(2, 0, 0, 1, 1, kGreatest)});
    QCOMPARE(history.state().nodeOfChunks(0, 2).volume, kGreatest);
}

QTEST_GUILESS_MAIN(TestTickHistory)
#include "tst_tickhistory.moc"
