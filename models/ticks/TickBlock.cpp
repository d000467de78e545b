// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickBlock.h"

#include "BlockScan.h"

#if defined(__x86_64__)
# include <immintrin.h>
#endif

namespace tickmark::ticks {

namespace {

#if defined(__x86_64__)

//! As many ticks as are whole fours; how many.
__attribute__((target("avx2"))) std::size_t fillFours(std::span<const core::Tick> ticks, TickBlock &block)
{
    static_assert(sizeof(core::Tick) == 24, "three numbers, side by side");
    const auto vector = [](qint64 &first) { return reinterpret_cast<__m256i *>(&first); };
    std::size_t i = 0;
    for (; i + 4 <= ticks.size(); i += 4) {
        const auto *from = reinterpret_cast<const __m256i *>(ticks.data() + i);
        const __m256i first = _mm256_loadu_si256(from);      // time, price, size, time
        const __m256i second = _mm256_loadu_si256(from + 1); // price, size, time, price
        const __m256i third = _mm256_loadu_si256(from + 2);  // size, time, price, size
        // Blended, each column has its four numbers, of ticks 0 3 2 1, 1 0 3 2 and 2 1 0 3.
        const __m256i times = _mm256_blend_epi32(_mm256_blend_epi32(first, second, 0x30), third, 0x0c);
        const __m256i prices = _mm256_blend_epi32(_mm256_blend_epi32(first, second, 0xc3), third, 0x30);
        const __m256i sizes = _mm256_blend_epi32(_mm256_blend_epi32(first, second, 0x0c), third, 0xc3);
        _mm256_store_si256(vector(block.times[i]), _mm256_permute4x64_epi64(times, 0x6c));
        _mm256_store_si256(vector(block.prices[i]), _mm256_shuffle_epi32(prices, 0x4e));
        _mm256_store_si256(vector(block.sizes[i]), _mm256_permute4x64_epi64(sizes, 0xc6));
    }
    return i;
}

#endif

} // namespace

void fillBlock(std::span<const core::Tick> ticks, TickBlock &block)
{
    block.count = int(ticks.size());
    std::size_t i = 0;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2"))
        i = fillFours(ticks, block);
#endif
    for (; i < ticks.size(); ++i) {
        block.times[i] = ticks[i].time.ns;
        block.prices[i] = ticks[i].price;
        block.sizes[i] = ticks[i].size;
    }
}

BlockNode nodeOf(const TickBlock &block)
{
    const std::size_t last = std::size_t(block.count) - 1;
    const Extremes prices = extremesOf(block.prices.data(), block.count);
    return {.firstTime = block.times[0],
            .lastTime = block.times[last],
            .first = block.prices[0],
            .low = prices.low,
            .high = prices.high,
            .last = block.prices[last],
            .volume = sumOf(block.sizes.data(), block.count)};
}

BlockNode NodePage::node(int block) const
{
    const std::size_t i = std::size_t(block);
    return {firstTimes[i], lastTimes[i], firsts[i], lows[i], highs[i], lasts[i], volumes[i]};
}

void NodePage::setNode(int block, const BlockNode &node)
{
    const std::size_t i = std::size_t(block);
    firstTimes[i] = node.firstTime;
    lastTimes[i] = node.lastTime;
    firsts[i] = node.first;
    lows[i] = node.low;
    highs[i] = node.high;
    lasts[i] = node.last;
    volumes[i] = node.volume;
}

} // namespace tickmark::ticks
