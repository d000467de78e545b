// SPDX-License-Identifier: GPL-3.0-or-later
#include "RandomWorld.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace tickmark;
using namespace tickmark::ticks;

namespace {

//! Queries until nothing is missing any more; how often, or 0 when it did not end.
int settle(const World &world, PageCache &pages, MemoryChunks &store, const ColumnRequest &request,
           std::vector<Column> &columns)
{
    columns.resize(request.edges.size() - 1);
    for (int round = 1; round < 8; ++round) {
        std::fill(columns.begin(), columns.end(), Column{.first = 7, .low = 7, .high = 7, .hasTicks = true});
        queryColumns(world.history.state(), pages, request, columns);
        if (!loadMissing(pages, store).value_or(false))
            return round;
    }
    return 0;
}

QByteArray text(const Column &column)
{
    return QByteArrayLiteral("first %1 low %2 high %3 last %4 volume %5 ticks %6 final %7")
        .replace("%1", QByteArray::number(column.first))
        .replace("%2", QByteArray::number(column.low))
        .replace("%3", QByteArray::number(column.high))
        .replace("%4", QByteArray::number(column.last))
        .replace("%5", QByteArray::number(column.volume))
        .replace("%6", QByteArray::number(column.hasTicks))
        .replace("%7", QByteArray::number(column.isFinal));
}

//! Empty when they are the same.
QByteArray difference(const std::vector<Column> &is, const std::vector<Column> &expected, bool finalOnly = false)
{
    for (std::size_t i = 0; i < is.size(); ++i) {
        if (!(is[i] == expected[i]) && (is[i].isFinal || !finalOnly))
            return "column " + QByteArray::number(qint64(i)) + " of " + QByteArray::number(qint64(is.size())) + ": "
                   + text(is[i]) + "; expected " + text(expected[i]);
    }
    return {};
}

RowTable randomRows(Random &random, const Ticks &plain)
{
    const auto [low, high] = std::minmax_element(
        plain.begin(), plain.end(), [](const core::Tick &a, const core::Tick &b) { return a.price < b.price; });
    const double bottom = plain.empty() ? 0 : double(low->price);
    const double top = plain.empty() ? 1 : double(high->price) + 1;
    const int rows = 1 + int(below(random, random() % 2 ? 20 : 900));
    const double zoom = random() % 4 == 0 ? 0.3 : 1; // some curves leave the plot
    const double perPrice = rows / ((top - bottom) * zoom);
    return RowTable(
        rows, [=](qint64 price) { return (top - double(price)) * perPrice; },
        [=](double row) { return top - row / perPrice; });
}

struct RowSpan
{
    int top = std::numeric_limits<int>::max();
    int bottom = std::numeric_limits<int>::min();

    void add(int row)
    {
        top = std::min(top, row);
        bottom = std::max(bottom, row);
    }
    friend bool operator==(const RowSpan &, const RowSpan &) = default;
};

//! What a column's pixels are: its rows, and those of the joins to its neighbours.
std::vector<RowSpan> rowsOf(const std::vector<Column> &columns, const RowTable &rows)
{
    std::vector<RowSpan> spans(columns.size());
    std::size_t before = columns.size();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].hasTicks)
            continue;
        spans[i].add(rows.row(columns[i].low));
        spans[i].add(rows.row(columns[i].high));
        if (before < i) {
            for (const std::size_t side : {before, i}) {
                spans[side].add(rows.row(columns[before].last));
                spans[side].add(rows.row(columns[i].first));
            }
        }
        before = i;
    }
    return spans;
}

//! The ticks without those of blocks, and of chunks, that an edge cuts and that are damaged.
Ticks readable(const World &world, const std::vector<qint64> &edges, std::size_t chunk, int block)
{
    Ticks ticks;
    std::size_t at = 0;
    const auto take = [&](std::size_t count, bool isDamaged) {
        const auto begin = world.plain.begin() + std::ptrdiff_t(at);
        const auto end = begin + std::ptrdiff_t(count);
        const bool isCut = std::any_of(edges.begin(), edges.end(), [&](qint64 edge) {
            return begin->time.ns < edge && edge <= (end - 1)->time.ns;
        });
        if (!isDamaged || !isCut)
            ticks.insert(ticks.end(), begin, end);
        at += count;
    };
    for (std::size_t i = 0; i < world.history.state().chunkCount(); ++i) {
        const int count = world.history.state().chunk(i).ticks;
        if (block == PageRequest::kNodes || i != chunk) {
            take(std::size_t(count), i == chunk);
            continue;
        }
        for (int begin = 0; begin < count; begin += kBlockTicks)
            take(std::size_t(std::min(kBlockTicks, count - begin)), begin / kBlockTicks == block);
    }
    if (at < world.plain.size())
        take(world.plain.size() - at, false);
    return ticks;
}

} // namespace

//! A column that is wrong is a wrong picture. Everything here is compared with a plain loop over all ticks.
class TestColumnQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsBruteForce();
    void coversTheSameRows();
    void coversJoinsAnywhereInABlock();
    void saysWhenItIsNotFinal();
    void settlesInSmallCaches();
    void leavesDamageOut();
    void looksUpTicks();
    void doesNotTouchMoreWithMoreTicks();
};

void TestColumnQuery::equalsBruteForce()
{
    Random random(1);
    for (int i = 0; i < 700; ++i) {
        World world = randomWorld(random);
        PageCache pages;
        std::vector<Column> columns;
        for (int view = 0; view < 4; ++view) {
            const std::vector<qint64> edges = randomEdges(random, world.plain);
            const bool volume = view % 2 == 0;
            QVERIFY(settle(world, pages, world.store, {.edges = edges, .volume = volume}, columns) > 0);
            QCOMPARE(difference(columns, bruteForce(world.plain, edges, volume)), QByteArray());
            if (view == 1)
                world.live(random);
            if (view == 2)
                world.rewrite(random);
        }
    }
}

void TestColumnQuery::coversTheSameRows()
{
    Random random(2);
    qint64 fewer = 0;
    for (int i = 0; i < 500; ++i) {
        const World world = randomWorld(random);
        MemoryChunks store = world.store;
        const RowTable rows = randomRows(random, world.plain);
        for (int view = 0; view < 2; ++view) {
            const std::vector<qint64> edges = randomEdges(random, world.plain);
            PageCache exactPages;
            std::vector<Column> exact;
            QVERIFY(settle(world, exactPages, store, {.edges = edges}, exact) > 0);
            PageCache pages;
            std::vector<Column> columns;
            QVERIFY(settle(world, pages, store, {.edges = edges, .rows = &rows}, columns) > 0);
            QCOMPARE(std::count_if(columns.begin(), columns.end(), [](const Column &c) { return !c.isFinal; }), 0);
            QVERIFY(rowsOf(columns, rows) == rowsOf(bruteForce(world.plain, edges, false), rows));
            fewer += qint64(exactPages.bytes()) - qint64(pages.bytes());
        }
    }
    QVERIFY(fewer > 0); // or no block was passed over at all
}

//! One tick sticks out of a band that both columns cover: the join to it leaves the band of the other column, whichever
//! tick of a block the edge between the two is at.
void TestColumnQuery::coversJoinsAnywhereInABlock()
{
    constexpr int kTicks = 2 * kBlockTicks + 40;
    constexpr qint64 kStartNs = 1'700'000'000'000'000'000;
    const RowTable rows(
        200, [](qint64 price) { return 200 - double(price); }, [](double row) { return 200 - row; });
    for (int outside = 2; outside < kTicks - 2; ++outside) {
        Ticks plain;
        for (int i = 0; i < kTicks; ++i)
            plain.push_back({core::Time{kStartNs + i * 10}, i == outside ? 150 : i % 2 * 100, 1});
        MemoryChunks store;
        TickHistory history(2, 0);
        history.load({store.add(plain)}, {});
        PageCache pages;
        for (const int edge : {outside, outside + 1}) {
            const std::vector<qint64> edges{kStartNs, kStartNs + edge * 10, kStartNs + kTicks * 10};
            std::vector<Column> columns(2);
            do
                queryColumns(history.state(), pages, {.edges = edges, .rows = &rows}, columns);
            while (loadMissing(pages, store).value());
            QVERIFY2(rowsOf(columns, rows) == rowsOf(bruteForce(plain, edges, false), rows),
                     QByteArray("edge at tick " + QByteArray::number(edge)).constData());
        }
    }
}

void TestColumnQuery::saysWhenItIsNotFinal()
{
    Random random(3);
    int notFinal = 0;
    for (int i = 0; i < 300; ++i) {
        World world = randomWorld(random);
        const std::vector<qint64> edges = randomEdges(random, world.plain);
        const std::vector<Column> expected = bruteForce(world.plain, edges, true);
        const RowTable rows = randomRows(random, world.plain);
        const bool withRows = i % 2 == 0;
        const ColumnRequest request{.edges = edges, .rows = withRows ? &rows : nullptr, .volume = !withRows};
        PageCache pages;
        std::vector<Column> columns(edges.size() - 1);
        for (int round = 0;; ++round) {
            QVERIFY(round < 200);
            queryColumns(world.history.state(), pages, request, columns);
            for (std::size_t c = 0; c < columns.size() && withRows; ++c) {
                if (columns[c].isFinal && columns[c].hasTicks) {
                    QCOMPARE(rows.row(columns[c].low), rows.row(expected[c].low));
                    QCOMPARE(rows.row(columns[c].high), rows.row(expected[c].high));
                }
            }
            if (!withRows)
                QCOMPARE(difference(columns, expected, true), QByteArray());
            notFinal += int(std::count_if(columns.begin(), columns.end(), [](const Column &c) { return !c.isFinal; }));
            std::vector<PageRequest> missing = pages.takeMissing();
            if (missing.empty())
                break;
            std::shuffle(missing.begin(), missing.end(), random);
            missing.resize(1 + random() % missing.size());
            pages.insert(std::move(*loadPages(world.store, missing)));
        }
        QVERIFY(std::all_of(columns.begin(), columns.end(), [](const Column &c) { return c.isFinal; }));
    }
    QVERIFY(notFinal > 0);
}

void TestColumnQuery::settlesInSmallCaches()
{
    Random random(4);
    for (int i = 0; i < 100; ++i) {
        World world = randomWorld(random);
        PageCache pages(20'000);
        std::vector<Column> columns;
        for (int view = 0; view < 6; ++view) {
            const std::vector<qint64> edges = randomEdges(random, world.plain);
            QVERIFY(settle(world, pages, world.store, {.edges = edges, .volume = true}, columns) > 0);
            QCOMPARE(difference(columns, bruteForce(world.plain, edges, true)), QByteArray());
        }
    }
}

void TestColumnQuery::leavesDamageOut()
{
    Random random(5);
    int damaged = 0;
    for (int i = 0; i < 300; ++i) {
        World world = randomWorld(random);
        const TickSnapshot &state = world.history.state();
        if (state.chunkCount() == 0)
            continue;
        const std::size_t at = random() % state.chunkCount();
        const ChunkSummary &chunk = state.chunk(at);
        if (chunk.resident)
            continue;
        int block = PageRequest::kNodes;
        if (i % 2 == 0) {
            world.store.damageNodes(chunk.id);
        } else {
            block = int(below(random, (chunk.ticks + kBlockTicks - 1) / kBlockTicks));
            world.store.damageBlock(chunk.id, block);
        }
        PageCache pages;
        std::vector<Column> columns;
        const std::vector<qint64> edges = randomEdges(random, world.plain);
        QVERIFY(settle(world, pages, world.store, {.edges = edges, .volume = true}, columns) > 0);
        QCOMPARE(difference(columns, bruteForce(readable(world, edges, at, block), edges, true)), QByteArray());
        damaged += pages.hasDamage();
    }
    QVERIFY(damaged > 20);
}

void TestColumnQuery::looksUpTicks()
{
    Random random(6);
    for (int i = 0; i < 300; ++i) {
        World world = randomWorld(random);
        PageCache pages;
        for (int look = 0; look < 10; ++look) {
            const std::vector<qint64> edges = randomEdges(random, world.plain);
            const core::Time time{edges[random() % edges.size()]};
            const auto from = firstFrom(world.plain, time.ns);
            TickAnswer before;
            TickAnswer after;
            do {
                before = lastTickBefore(world.history.state(), pages, time);
                after = firstTickFrom(world.history.state(), pages, time);
                QCOMPARE(before.isFinal && after.isFinal, !pages.isMissing());
            } while (loadMissing(pages, world.store).value());
            QCOMPARE(before.tick.has_value(), from != world.plain.begin());
            QVERIFY(!before.tick || *before.tick == *(from - 1));
            QCOMPARE(after.tick.has_value(), from != world.plain.end());
            QVERIFY(!after.tick || *after.tick == *from);
        }
    }
}

//! A billion ticks cost what a million cost: at most one page of nodes and one block per edge.
void TestColumnQuery::doesNotTouchMoreWithMoreTicks()
{
    for (const qint64 chunks : {200, 6'000, 60'000}) {
        std::vector<ChunkSummary> summaries;
        for (qint64 i = 0; i < chunks; ++i)
            summaries.push_back({.id = i + 1,
                                 .version = 1,
                                 .ticks = kChunkTicks,
                                 .all = {i * 100'000, i * 100'000 + 99'000, i, i - 5, i + 5, i, 1}});
        TickHistory history(2, 0);
        history.load(std::move(summaries), {});
        std::vector<qint64> edges;
        for (qint64 i = 0; i <= 1600; ++i)
            edges.push_back(i * chunks * 100'000 / 1600 + 33);
        std::vector<Column> columns(1600);
        PageCache pages;
        queryColumns(history.state(), pages, {.edges = edges}, columns);
        QVERIFY(pages.takeMissing().size() <= edges.size());
        if (chunks == 60'000) { // 37 chunks per column, most of them whole
            QCOMPARE(columns[800].low, qint64(30'000 - 5));
            QCOMPARE(columns[800].high, qint64(30'037 + 5));
        }
    }
}

QTEST_GUILESS_MAIN(TestColumnQuery)
#include "tst_columnquery.moc"
