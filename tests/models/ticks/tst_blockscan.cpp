// SPDX-License-Identifier: GPL-3.0-or-later
#include <ticks/BitPacking.h>
#include <ticks/BlockScan.h>
#include <ticks/ColumnPacking.h>
#include <ticks/Crc32c.h>

#include <QTest>

#include <algorithm>
#include <limits>
#include <numeric>
#include <random>
#include <vector>

using namespace tickmark::ticks;

namespace {

constexpr qint64 kMin = std::numeric_limits<qint64>::min();
constexpr qint64 kMax = std::numeric_limits<qint64>::max();

//! Numbers of up to 64 bits, of one width each time.
std::vector<qint64> randomValues(std::mt19937_64 &random, int count)
{
    const int width = int(random() % 64) + 1;
    std::vector<qint64> values;
    for (int i = 0; i < count; ++i)
        values.push_back(qint64(random()) >> (64 - width));
    return values;
}

} // namespace

//! A file written on one machine reads the same on another, whatever its processor can do.
class TestBlockScan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsExtremes();
    void findsExtremesAroundThe32ndBit();
    void sumsWithoutOverflow();
    void findsTheFirstNotLess();
    void checksums();
    void unpacksAlikeEverywhere();
    void restoresAlikeEverywhere();
    void packsColumnsAlikeEverywhere_data();
    void packsColumnsAlikeEverywhere();
};

void TestBlockScan::findsExtremes()
{
    std::mt19937_64 random(1);
    for (int count = 1; count <= kBlockTicks; ++count) {
        const std::vector<qint64> values = randomValues(random, count);
        const auto [low, high] = std::ranges::minmax(values);
        const Extremes expected{low, high};
        QVERIFY(extremesOf(values.data(), count) == expected);
        QVERIFY(extremesPortable(values.data(), count) == expected);
    }
}

void TestBlockScan::findsExtremesAroundThe32ndBit()
{
    constexpr qint64 kFar = qint64(1) << 31;
    for (const qint64 first : {qint64(0), qint64(-7), qint64(1) << 40, kMax, kMin}) {
        for (const qint64 distance : {-kFar - 1, -kFar, -kFar + 1, kFar - 1, kFar, kFar + 1}) {
            std::vector<qint64> values(21, first);
            values[13] = qint64(quint64(first) + quint64(distance)); // wraps to the other end of the range
            const Extremes expected{std::min(first, values[13]), std::max(first, values[13])};
            QVERIFY(extremesOf(values.data(), int(values.size())) == expected);
        }
    }
}

void TestBlockScan::sumsWithoutOverflow()
{
    std::mt19937_64 random(2);
    for (int count = 0; count <= kBlockTicks; ++count) {
        std::vector<qint64> values = randomValues(random, count);
        for (qint64 &value : values)
            value /= kBlockTicks; // the sum fits
        const qint64 expected = std::accumulate(values.begin(), values.end(), qint64(0));
        QCOMPARE(sumOf(values.data(), count), expected);
        QCOMPARE(sumPortable(values.data(), count), expected);
    }
    for (const auto &[values, expected] : std::vector<std::pair<std::vector<qint64>, qint64>>{
             {{kMax, 1}, kMax},
             {{kMin, -1}, kMin},
             {{kMax, kMax, kMin, kMin, 2}, 0}, // no saturation halfway
             {{kMax, 1, -1}, kMax},
             {{kMin, kMax}, -1},
             {std::vector<qint64>(256, kMax / 256), kMax / 256 * 256},
             {std::vector<qint64>(256, kMax / 255), kMax},
         }) {
        QCOMPARE(sumOf(values.data(), int(values.size())), expected);
        QCOMPARE(sumPortable(values.data(), int(values.size())), expected);
    }
}

void TestBlockScan::findsTheFirstNotLess()
{
    std::mt19937_64 random(3);
    for (int count = 0; count <= kBlockTicks; ++count) {
        std::vector<qint64> values = randomValues(random, count);
        std::ranges::sort(values);
        std::vector<qint64> wanted = values;
        wanted.insert(wanted.end(), {kMin, kMax, 0, qint64(random())});
        for (const qint64 value : wanted) {
            const auto expected = std::ranges::lower_bound(values, value) - values.begin();
            QCOMPARE(lowerBound(values.data(), count, value), int(expected));
        }
    }
}

void TestBlockScan::checksums()
{
    const auto bytesOf = [](std::initializer_list<int> list) {
        std::vector<std::byte> bytes;
        for (const int value : list)
            bytes.push_back(std::byte(value));
        return bytes;
    };
    // RFC 3720, appendix B.4, and the usual check value.
    const std::vector<std::byte> digits = bytesOf({'1', '2', '3', '4', '5', '6', '7', '8', '9'});
    QCOMPARE(crc32c(digits), 0xe306'9283u);
    QCOMPARE(crc32cPortable(digits), 0xe306'9283u);
    QCOMPARE(crc32c(std::vector<std::byte>(32)), 0x8a91'36aau);
    QCOMPARE(crc32cPortable(std::vector<std::byte>(32, std::byte(0xff))), 0x62a8'ab43u);
    std::mt19937_64 random(4);
    std::vector<std::byte> bytes;
    for (int i = 0; i < 4500; ++i) { // two of the longest pieces that are done at once, and more
        QCOMPARE(crc32c(bytes), crc32cPortable(bytes));
        bytes.push_back(std::byte(random()));
    }
}

void TestBlockScan::unpacksAlikeEverywhere()
{
    std::mt19937_64 random(5);
    for (int width = 0; width <= 64; ++width) {
        for (const int count : {1, 7, 8, 9, 64, 255, 256}) {
            Numbers numbers{};
            for (int i = 0; i < count; ++i)
                numbers[std::size_t(i)] = width == 0 ? 0 : random() >> (64 - width);
            std::vector<std::byte> bytes(packedBytes(count, width)); // exactly: reads beyond it are noticed
            packNumbers(numbers, count, width, bytes.data());
            if (width <= kShortBits) {
                ShortNumbers shortNumbers{};
                std::ranges::transform(numbers, shortNumbers.begin(), [](quint64 number) { return quint32(number); });
                std::vector<std::byte> shortBytes(bytes.size());
                packNumbers(shortNumbers, count, width, shortBytes.data());
                QVERIFY(shortBytes == bytes);
            }
            Numbers fast;
            Numbers portable;
            if (width <= kShortBits) {
                ShortNumbers fastShort;
                ShortNumbers portableShort;
                unpackNumbers(bytes.data(), count, width, fastShort);
                unpackNumbersPortable(bytes.data(), count, width, portableShort);
                std::copy_n(fastShort.begin(), count, fast.begin());
                std::copy_n(portableShort.begin(), count, portable.begin());
            } else {
                unpackNumbers(bytes.data(), count, width, fast);
                unpackNumbersPortable(bytes.data(), count, width, portable);
            }
            QVERIFY(std::equal(numbers.begin(), numbers.begin() + count, fast.begin()));
            QVERIFY(std::equal(numbers.begin(), numbers.begin() + count, portable.begin()));
        }
    }
}

void TestBlockScan::restoresAlikeEverywhere()
{
    std::mt19937_64 random(6);
    for (int bits = 1; bits <= kShortBits; ++bits) {
        for (int mode = 0; mode < kColumnModes; ++mode) {
            for (const quint64 factor : {quint64(1), quint64(100), (quint64(1) << 31) - 1, quint64(random())}) {
                ShortNumbers numbers{};
                for (quint32 &number : numbers)
                    number = random() % 3 == 0 ? quint32(~quint64(0) >> (64 - bits)) : quint32(random() >> (64 - bits));
                const Line line{random(), factor};
                std::array<qint64, kBlockTicks> fast;
                std::array<qint64, kBlockTicks> portable;
                restoreValues(numbers, kBlockTicks, bits, ColumnMode(mode), line, fast.data());
                restoreValuesPortable(numbers, kBlockTicks, ColumnMode(mode), line, portable.data());
                QVERIFY(fast == portable);
            }
        }
    }
}

void TestBlockScan::packsColumnsAlikeEverywhere_data()
{
    QTest::addColumn<qint64>("unit");
    QTest::addColumn<bool>("isAscending");
    QTest::addColumn<int>("calm"); // of so many values one changes
    for (const qint64 unit : {qint64(1), qint64(7), qint64(100), qint64(1'000'000), qint64(1) << 33, qint64(1) << 62}) {
        for (const bool isAscending : {false, true}) {
            for (const int calm : {1, 4, 30, 1000})
                QTest::addRow("%s multiples of %lld, 1 of %d changes", isAscending ? "ascending" : "any", unit, calm)
                    << unit << isAscending << calm;
        }
    }
}

void TestBlockScan::packsColumnsAlikeEverywhere()
{
    QFETCH(const qint64, unit);
    QFETCH(const bool, isAscending);
    QFETCH(const int, calm);
    std::mt19937_64 random(7);
    for (int bits = 1; bits <= 63; ++bits) {
        for (const int count : {1, 31, 32, 64, 100, 224, 255, 256}) {
            std::vector<qint64> values{qint64(random())};
            for (int i = 1; i < count; ++i) {
                const quint64 step = random() % quint64(calm) == 0 ? random() >> (64 - bits) >> (random() % 8) : 0;
                const quint64 signedStep = !isAscending && random() % 2 == 0 ? 0 - step : step;
                values.push_back(qint64(quint64(values.back()) + quint64(unit) * signedStep)); // wraps
            }
            std::vector<std::byte> fast;
            std::vector<std::byte> portable;
            appendColumn(values, fast);
            appendColumnPortable(values, portable);
            QVERIFY(fast == portable);
            std::array<qint64, kBlockTicks> taken;
            std::span<const std::byte> rest = fast;
            QVERIFY(takeColumn(rest, count, taken) && rest.empty());
            QVERIFY(std::equal(values.begin(), values.end(), taken.begin()));
        }
    }
}

QTEST_GUILESS_MAIN(TestBlockScan)
#include "tst_blockscan.moc"
