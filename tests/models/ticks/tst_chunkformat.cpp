// SPDX-License-Identifier: GPL-3.0-or-later
#include <ticks/ChunkFormat.h>
#include <ticks/Crc32c.h>

#include <QTest>

#include <algorithm>
#include <limits>
#include <memory>
#include <random>

using namespace tickmark;
using namespace tickmark::ticks;

namespace {

constexpr qint64 kMin = std::numeric_limits<qint64>::min();
constexpr qint64 kMax = std::numeric_limits<qint64>::max();

using Ticks = std::vector<core::Tick>;

//! Of `count` ticks, tick i made by `make(i, random)`; times are put in order.
template <typename Make>
Ticks ticksOf(int count, Make make)
{
    std::mt19937_64 random(quint64(count) * 7919);
    Ticks ticks;
    for (int i = 0; i < count; ++i)
        ticks.push_back(make(i, random));
    std::ranges::sort(ticks, {}, [](const core::Tick &tick) { return tick.time.ns; });
    return ticks;
}

//! A stock at four decimals with a price step of a cent, times in whole milliseconds, mostly round lots.
Ticks walk(int count)
{
    qint64 time = 1'381'132'800'464'000'000;
    qint64 price = 1'674'100;
    return ticksOf(count, [&](int, std::mt19937_64 &random) {
        if (random() % 4 == 0)
            time += qint64(random() % 900) * 1'000'000;
        price += qint64(random() % 5) * 100 - 200;
        return core::Tick{core::Time{time}, price, random() % 9 == 0 ? qint64(random() % 5000) : 100};
    });
}

Ticks noise(int count)
{
    return ticksOf(count, [](int, std::mt19937_64 &random) {
        return core::Tick{core::Time{qint64(random())}, qint64(random()), qint64(random())};
    });
}

//! Bytes of exactly this length on the heap, so that a read beyond them is noticed by the sanitizers.
core::Result<ChunkView> openExact(std::span<const std::byte> data, std::unique_ptr<std::byte[]> &copy)
{
    copy = std::make_unique<std::byte[]>(data.size());
    std::ranges::copy(data, copy.get());
    return ChunkView::open({copy.get(), data.size()});
}

//! All ticks, or nothing when any block does not check.
Ticks decoded(std::span<const std::byte> data, std::vector<int> &damaged)
{
    std::unique_ptr<std::byte[]> copy;
    const auto view = openExact(data, copy);
    return view ? view->decodeAll(damaged) : Ticks();
}

std::vector<std::byte> encoded(const Ticks &ticks, NodePage &nodes)
{
    std::vector<std::byte> data;
    encodeChunk(ticks, data, nodes);
    return data;
}

BlockNode bruteNode(std::span<const core::Tick> ticks)
{
    BlockNode node{ticks.front().time.ns, ticks.back().time.ns, ticks.front().price, kMax, kMin, ticks.back().price, 0};
    long double volume = 0;
    for (const core::Tick &tick : ticks) {
        node.low = std::min(node.low, tick.price);
        node.high = std::max(node.high, tick.price);
        volume += static_cast<long double>(tick.size);
        node.volume = qint64(quint64(node.volume) + quint64(tick.size));
    }
    if (volume > static_cast<long double>(kMax))
        node.volume = kMax;
    if (volume < static_cast<long double>(kMin))
        node.volume = kMin;
    return node;
}

void addHistories()
{
    QTest::addColumn<Ticks>("ticks");
    const auto row = [](const char *name, Ticks ticks) { QTest::newRow(name) << std::move(ticks); };
    row("one tick", walk(1));
    row("two ticks", walk(2));
    row("a block less one", walk(255));
    row("a block", walk(256));
    row("a block and one", walk(257));
    row("half a chunk", walk(8191));
    row("a full chunk", walk(kChunkTicks));
    row("noise", noise(1000));
    row("a full chunk of noise", noise(kChunkTicks));
    row("all the same", ticksOf(600, [](int, auto &) { return core::Tick{core::Time{5}, 7, 0}; }));
    row("two prices in turn", ticksOf(600, [](int i, auto &) { return core::Tick{core::Time{i}, i % 2, 1}; }));
    row("the ends of the range in turn", ticksOf(600, [](int i, auto &) {
            return core::Tick{core::Time{i < 300 ? kMin : kMax}, i % 2 ? kMin : kMax, i % 3 ? kMax : kMin};
        }));
    row("the least number only", ticksOf(300, [](int, auto &) { return core::Tick{core::Time{kMin}, kMin, kMin}; }));
    row("one far price among near ones", ticksOf(512, [](int i, auto &) {
            return core::Tick{core::Time{i}, i == 100 ? kMax : i % 7, i == 300 ? kMax / 3 : 0};
        }));
    row("negative prices", ticksOf(700, [](int i, auto &random) {
            return core::Tick{core::Time{i / 3}, -3'763 + qint64(random() % 100), qint64(random() % 4)};
        }));
    row("sizes with a volume beyond the range", ticksOf(256, [](int i, auto &) {
            return core::Tick{core::Time{i}, i, kMax / 100};
        }));
    for (int width = 1; width <= 64; ++width) {
        QTest::addRow("prices and sizes of %d bits", width) << ticksOf(300, [width](int i, std::mt19937_64 &random) {
            const quint64 mask = ~quint64(0) >> (64 - width);
            const quint64 wide = random() % 20 == 0 ? random() : random() & mask; // patches
            return core::Tick{core::Time{qint64(i) << std::min(width, 50)}, qint64(random() & mask), qint64(wide)};
        });
    }
}

} // namespace

//! What is read back is what was written, or it is said which ticks are lost: nothing in between.
class TestChunkFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBack_data() { addHistories(); }
    void readsBack();
    void nodesAreThoseOfTheTicks_data() { addHistories(); }
    void nodesAreThoseOfTheTicks();
    void isSmall();
    void findsEveryFlippedBit();
    void findsEveryFlippedBitOfNodes();
    void isCutShortAnywhere();
    void readsTheRestAroundADamagedBlock();
    void refusesAWrongDirectory_data();
    void refusesAWrongDirectory();
    void saysWhenAFormatIsNewer();
};

void TestChunkFormat::readsBack()
{
    QFETCH(const Ticks, ticks);
    NodePage nodes;
    std::vector<std::byte> data(3, std::byte(1)); // appended to what is there
    encodeChunk(ticks, data, nodes);
    std::unique_ptr<std::byte[]> copy;
    const auto view = openExact(std::span(data).subspan(3), copy);
    QVERIFY(view.has_value());
    QCOMPARE(view->ticks(), int(ticks.size()));
    QCOMPARE(view->blocks(), nodes.count);
    std::vector<int> damaged;
    QVERIFY(view->decodeAll(damaged) == ticks);
    QVERIFY(damaged.empty());

    TickBlock last;
    QVERIFY(view->decode(view->blocks() - 1, last).has_value());
    QVERIFY(last.tick(last.count - 1) == ticks.back());
}

void TestChunkFormat::nodesAreThoseOfTheTicks()
{
    QFETCH(const Ticks, ticks);
    NodePage nodes;
    encoded(ticks, nodes);
    const std::vector<std::byte> bytes = encodeNodes(nodes);
    const auto exact = std::make_unique<std::byte[]>(bytes.size());
    std::ranges::copy(bytes, exact.get());
    const auto page = decodeNodes({exact.get(), bytes.size()});
    QVERIFY(page.has_value());
    QCOMPARE(page->count, int(ticks.size() + kBlockTicks - 1) / kBlockTicks);
    for (int block = 0; block < page->count; ++block) {
        const std::size_t begin = std::size_t(block) * kBlockTicks;
        const BlockNode brute = bruteNode(
            std::span(ticks).subspan(begin, std::min(ticks.size() - begin, std::size_t(kBlockTicks))));
        QVERIFY(page->node(block) == brute);
    }
}

void TestChunkFormat::isSmall()
{
    NodePage nodes;
    const std::size_t bytes = encoded(walk(kChunkTicks), nodes).size() + encodeNodes(nodes).size();
    QVERIFY2(bytes < 3 * std::size_t(kChunkTicks), qPrintable(QString::number(bytes)));
    QVERIFY(encodeNodes(nodes).size() <= 25 * std::size_t(kChunkBlocks));
}

void TestChunkFormat::findsEveryFlippedBit()
{
    const Ticks ticks = walk(520);
    NodePage nodes;
    std::vector<std::byte> data = encoded(ticks, nodes);
    for (std::size_t bit = 0; bit < data.size() * 8; ++bit) {
        data[bit / 8] ^= std::byte(1 << (bit % 8));
        std::vector<int> damaged;
        const Ticks rest = decoded(data, damaged);
        const bool isFound = rest.empty() || (damaged.size() == 1 && rest.size() < ticks.size());
        QVERIFY2(isFound, qPrintable(QString::number(bit)));
        data[bit / 8] ^= std::byte(1 << (bit % 8));
    }
}

void TestChunkFormat::findsEveryFlippedBitOfNodes()
{
    NodePage nodes;
    encoded(walk(3000), nodes);
    std::vector<std::byte> bytes = encodeNodes(nodes);
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        bytes[bit / 8] ^= std::byte(1 << (bit % 8));
        const auto page = decodeNodes(bytes);
        QVERIFY2(!page && page.error().code == core::ErrorCode::Damaged, qPrintable(QString::number(bit)));
        bytes[bit / 8] ^= std::byte(1 << (bit % 8));
    }
    for (std::size_t length = 0; length < bytes.size(); ++length)
        QVERIFY(!decodeNodes(std::span(bytes).first(length)));
}

void TestChunkFormat::isCutShortAnywhere()
{
    const Ticks ticks = walk(700);
    NodePage nodes;
    const std::vector<std::byte> data = encoded(ticks, nodes);
    bool someWereReadable = false;
    for (std::size_t length = 0; length < data.size(); ++length) {
        std::vector<int> damaged;
        const Ticks rest = decoded(std::span(data).first(length), damaged);
        QVERIFY(rest.size() < ticks.size());
        QVERIFY(std::equal(rest.begin(), rest.end(), ticks.begin())); // whole blocks before the cut
        someWereReadable |= rest.size() == 2 * kBlockTicks;
    }
    QVERIFY(someWereReadable);
}

void TestChunkFormat::readsTheRestAroundADamagedBlock()
{
    const Ticks ticks = walk(5 * kBlockTicks);
    NodePage nodes;
    std::vector<std::byte> data = encoded(ticks, nodes);
    data[data.size() / 2] ^= std::byte(0x10);
    std::vector<int> damaged;
    const Ticks rest = decoded(data, damaged);
    QCOMPARE(damaged, std::vector<int>{2});
    Ticks expected = ticks;
    expected.erase(expected.begin() + 2 * kBlockTicks, expected.begin() + 3 * kBlockTicks);
    QVERIFY(rest == expected);

    TickBlock block;
    const auto view = ChunkView::open(data);
    const auto result = view->decode(2, block);
    QVERIFY(!result);
    QVERIFY(result.error().code == core::ErrorCode::Damaged);
    QVERIFY(result.error().message.contains(QLatin1Char('2')));
}

//! The directory checks, but tells what cannot be: a writer's mistake must not become a read outside.
void TestChunkFormat::refusesAWrongDirectory_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("value");
    QTest::newRow("no version") << 4 << 0;
    QTest::newRow("fewer ticks than blocks") << 9 << 0;
    QTest::newRow("more ticks than blocks") << 10 << 1;
    QTest::newRow("a first block inside the directory") << 12 << 0;
    QTest::newRow("blocks out of order") << 20 << 1;
    QTest::newRow("a block far outside") << 23 << 0x7f;
}

void TestChunkFormat::refusesAWrongDirectory()
{
    QFETCH(const int, at);
    QFETCH(const int, value);
    NodePage nodes;
    std::vector<std::byte> data = encoded(walk(600), nodes);
    std::vector<int> damaged;
    QCOMPARE(decoded(data, damaged).size(), std::size_t(600));
    data[std::size_t(at)] = std::byte(value);
    if (at == 20)
        data[21] = std::byte(0);
    const std::size_t end = 12 + 3 * 8;
    const quint32 crc = crc32c(std::span(data).first(end));
    for (std::size_t i = 0; i < 4; ++i)
        data[end + i] = std::byte(crc >> (8 * i));
    const auto view = ChunkView::open(data);
    QVERIFY(!view);
    QVERIFY(view.error().code == core::ErrorCode::Damaged);
}

void TestChunkFormat::saysWhenAFormatIsNewer()
{
    NodePage nodes;
    std::vector<std::byte> data = encoded(walk(10), nodes);
    data[4] = std::byte(2);
    const std::size_t end = 12 + 8;
    const quint32 crc = crc32c(std::span(data).first(end));
    for (std::size_t i = 0; i < 4; ++i)
        data[end + i] = std::byte(crc >> (8 * i));
    const auto view = ChunkView::open(data);
    QVERIFY(!view);
    QVERIFY(view.error().code == core::ErrorCode::NewerVersion);
}

QTEST_GUILESS_MAIN(TestChunkFormat)
#include "tst_chunkformat.moc"
