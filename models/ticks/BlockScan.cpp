// SPDX-License-Identifier: GPL-3.0-or-later
#include "BlockScan.h"

#include <algorithm>
#include <limits>

#if defined(__x86_64__)
# include <immintrin.h>
#endif

namespace tickmark::ticks {

Extremes extremesPortable(const qint64 *values, int count)
{
    Extremes extremes{values[0], values[0]};
    for (int i = 1; i < count; ++i) {
        extremes.low = std::min(extremes.low, values[i]);
        extremes.high = std::max(extremes.high, values[i]);
    }
    return extremes;
}

qint64 sumPortable(const qint64 *values, int count)
{
    // Upper and lower halves apart: neither sum can overflow.
    qint64 upper = 0;
    qint64 lower = 0;
    for (int i = 0; i < count; ++i) {
        upper += values[i] >> 32;
        lower += values[i] & 0xffff'ffff;
    }
    upper += lower >> 32;
    if (upper > std::numeric_limits<qint32>::max())
        return std::numeric_limits<qint64>::max();
    if (upper < std::numeric_limits<qint32>::min())
        return std::numeric_limits<qint64>::min();
    return upper * (qint64(1) << 32) + (lower & 0xffff'ffff);
}

#if defined(__x86_64__)

namespace {

__attribute__((target("avx2"))) inline __m256i lesser(__m256i a, __m256i b)
{
    return _mm256_blendv_epi8(a, b, _mm256_cmpgt_epi64(a, b));
}

__attribute__((target("avx2"))) inline __m256i greater(__m256i a, __m256i b)
{
    return _mm256_blendv_epi8(b, a, _mm256_cmpgt_epi64(a, b));
}

__attribute__((target("avx2"))) inline __m256i fourAt(const qint64 *values)
{
    return _mm256_loadu_si256(reinterpret_cast<const __m256i *>(values));
}

//! For values none of which is further than 2^31 from the first: then 32 bits tell their order, of which there are eight
//! to a vector and a minimum in one instruction. False when some are. At least eight values.
__attribute__((target("avx2"))) bool nearExtremes(const qint64 *values, int count, Extremes &extremes)
{
    constexpr qint64 kNear = qint64(1) << 31;
    if (values[0] < std::numeric_limits<qint64>::min() + kNear
        || values[0] > std::numeric_limits<qint64>::max() - kNear)
        return false; // near ones might lie at the other end of the range
    // Distances from what is 2^31 below the first value have zeros above 32 bits.
    const quint64 base = quint64(values[0]) - quint64(kNear);
    const __m256i bases = _mm256_set1_epi64x(qint64(base));
    __m256i low = _mm256_set1_epi32(-1);
    __m256i high = _mm256_setzero_si256();
    __m256i bits = high;
    for (int i = 0; i < count; i += 8) {
        const qint64 *eight = values + std::min(i, count - 8); // the last ones are read again rather than one by one
        const __m256i first = _mm256_sub_epi64(fourAt(eight), bases);
        const __m256i second = _mm256_sub_epi64(fourAt(eight + 4), bases);
        bits = _mm256_or_si256(bits, _mm256_or_si256(first, second));
        const __m256i halves = _mm256_castps_si256(
            _mm256_shuffle_ps(_mm256_castsi256_ps(first), _mm256_castsi256_ps(second), 0x88)); // the lower ones
        low = _mm256_min_epu32(low, halves);
        high = _mm256_max_epu32(high, halves);
    }
    const __m256i upper = _mm256_srli_epi64(bits, 32);
    if (!_mm256_testz_si256(upper, upper))
        return false;
    __m128i least = _mm_min_epu32(_mm256_castsi256_si128(low), _mm256_extracti128_si256(low, 1));
    __m128i most = _mm_max_epu32(_mm256_castsi256_si128(high), _mm256_extracti128_si256(high, 1));
    least = _mm_min_epu32(least, _mm_shuffle_epi32(least, 0x4e));
    most = _mm_max_epu32(most, _mm_shuffle_epi32(most, 0x4e));
    least = _mm_min_epu32(least, _mm_shuffle_epi32(least, 0xb1));
    most = _mm_max_epu32(most, _mm_shuffle_epi32(most, 0xb1));
    extremes = {qint64(base + quint32(_mm_cvtsi128_si32(least))), qint64(base + quint32(_mm_cvtsi128_si32(most)))};
    return true;
}

//! At least four values.
__attribute__((target("avx2"))) Extremes extremesAvx2(const qint64 *values, int count)
{
    // The last four are read again rather than one by one. Two pairs of accumulators: a compare has 3 cycles to wait for.
    const __m256i end = fourAt(values + count - 4);
    __m256i low = end;
    __m256i high = end;
    __m256i otherLow = end;
    __m256i otherHigh = end;
    int i = 0;
    for (; i + 8 <= count; i += 8) {
        const __m256i four = fourAt(values + i);
        const __m256i next = fourAt(values + i + 4);
        low = lesser(low, four);
        high = greater(high, four);
        otherLow = lesser(otherLow, next);
        otherHigh = greater(otherHigh, next);
    }
    if (i + 4 <= count) {
        low = lesser(low, fourAt(values + i));
        high = greater(high, fourAt(values + i));
    }
    alignas(32) qint64 lanes[8];
    _mm256_store_si256(reinterpret_cast<__m256i *>(lanes), lesser(low, otherLow));
    _mm256_store_si256(reinterpret_cast<__m256i *>(lanes + 4), greater(high, otherHigh));
    return {std::min(std::min(lanes[0], lanes[1]), std::min(lanes[2], lanes[3])),
            std::max(std::max(lanes[4], lanes[5]), std::max(lanes[6], lanes[7]))};
}

//! False when the values are too large to be summed up without a look at overflow.
__attribute__((target("avx2"))) bool sumAvx2(const qint64 *values, int count, qint64 &sum)
{
    __m256i sums = _mm256_setzero_si256();
    __m256i bits = _mm256_setzero_si256();
    int i = 0;
    for (; i + 4 <= count; i += 4) {
        const __m256i four = fourAt(values + i);
        sums = _mm256_add_epi64(sums, four);
        bits = _mm256_or_si256(bits, _mm256_xor_si256(four, _mm256_cmpgt_epi64(_mm256_setzero_si256(), four)));
    }
    alignas(32) quint64 lanes[8];
    _mm256_store_si256(reinterpret_cast<__m256i *>(lanes), sums);
    _mm256_store_si256(reinterpret_cast<__m256i *>(lanes + 4), bits);
    quint64 total = lanes[0] + lanes[1] + lanes[2] + lanes[3];
    quint64 any = lanes[4] | lanes[5] | lanes[6] | lanes[7];
    for (; i < count; ++i) {
        total += quint64(values[i]);
        any |= quint64(values[i] ^ (values[i] >> 63));
    }
    sum = qint64(total);
    return any <= quint64(std::numeric_limits<qint64>::max()) / quint64(std::max(count, 1)) / 2;
}

} // namespace

Extremes extremesOf(const qint64 *values, int count)
{
    if (count < 8 || !__builtin_cpu_supports("avx2"))
        return extremesPortable(values, count);
    Extremes extremes;
    return nearExtremes(values, count, extremes) ? extremes : extremesAvx2(values, count);
}

qint64 sumOf(const qint64 *values, int count)
{
    qint64 sum = 0;
    if (__builtin_cpu_supports("avx2") && sumAvx2(values, count, sum))
        return sum;
    return sumPortable(values, count);
}

#else

Extremes extremesOf(const qint64 *values, int count)
{
    return extremesPortable(values, count);
}

qint64 sumOf(const qint64 *values, int count)
{
    return sumPortable(values, count);
}

#endif

int lowerBound(const qint64 *ascending, int count, qint64 value)
{
    const qint64 *begin = ascending;
    while (count > 1) {
        const int half = count / 2;
        begin += begin[half - 1] < value ? half : 0;
        count -= half;
    }
    return int(begin - ascending) + (count == 1 && *begin < value ? 1 : 0);
}

} // namespace tickmark::ticks
