// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShortColumn.h"

#include "BlockScan.h"
#include "OddDivisor.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <numeric>

#if defined(__x86_64__)
# include <immintrin.h>
#endif

namespace tickmark::ticks {

#if defined(__x86_64__)

# define TICKMARK_AVX2 __attribute__((target("avx2,popcnt")))

namespace {

TICKMARK_AVX2 inline __m256i vectorAt(const void *from)
{
    return _mm256_loadu_si256(static_cast<const __m256i *>(from));
}

TICKMARK_AVX2 inline void putVector(void *to, __m256i vector)
{
    _mm256_storeu_si256(static_cast<__m256i *>(to), vector);
}

//! The lower halves of eight 64-bit numbers.
TICKMARK_AVX2 inline __m256i lowerHalves(__m256i first, __m256i second)
{
    const __m256 halves = _mm256_shuffle_ps(_mm256_castsi256_ps(first), _mm256_castsi256_ps(second), 0x88);
    return _mm256_permute4x64_epi64(_mm256_castps_si256(halves), 0xd8);
}

TICKMARK_AVX2 inline quint64 anyOf(__m256i vector)
{
    alignas(32) quint64 lanes[4];
    putVector(lanes, vector);
    return lanes[0] | lanes[1] | lanes[2] | lanes[3];
}

//! Differences to the value before, modulo 2^64.
struct Differences
{
    alignas(32) std::array<qint64, kBlockTicks> values; //!< the first is 0
    quint64 bits = 0;                                   //!< that are set in any of them
    bool isFalling = false;                             //!< somewhere
};

TICKMARK_AVX2 void findDifferences(std::span<const qint64> values, Differences &differences)
{
    __m256i bits = _mm256_setzero_si256();
    __m256i falling = bits;
    for (std::size_t i = 0; i < values.size(); i += 4) {
        const __m256i four = vectorAt(values.data() + i);
        const __m256i before = i == 0 ? _mm256_permute4x64_epi64(four, 0x90) : vectorAt(values.data() + i - 1);
        const __m256i difference = _mm256_sub_epi64(four, before);
        bits = _mm256_or_si256(bits, difference);
        falling = _mm256_or_si256(falling, _mm256_cmpgt_epi64(before, four));
        putVector(differences.values.data() + i, difference);
    }
    differences.bits = anyOf(bits);
    differences.isFalling = anyOf(falling) != 0;
}

using SignedNumbers = std::array<qint32, kBlockTicks>;

//! (values - base) >> shift, which fits; negative ones too, as long as shift <= 32.
TICKMARK_AVX2 void shorten(std::span<const qint64> values, qint64 base, int shift, qint32 *numbers)
{
    const __m128i bits = _mm_cvtsi32_si128(shift);
    const __m256i bases = _mm256_set1_epi64x(base);
    for (std::size_t i = 0; i < values.size(); i += 8) {
        const __m256i first = _mm256_sub_epi64(vectorAt(values.data() + i), bases);
        const __m256i second = _mm256_sub_epi64(vectorAt(values.data() + i + 4), bases);
        putVector(numbers + i, lowerHalves(_mm256_srl_epi64(first, bits), _mm256_srl_epi64(second, bits)));
    }
}

TICKMARK_AVX2 inline bool dividesAll(const OddDivisor<quint32> &divisor, const qint32 *eight)
{
    const __m256i magnitudes = _mm256_abs_epi32(vectorAt(eight));
    const __m256i products = _mm256_mullo_epi32(magnitudes, _mm256_set1_epi32(qint32(divisor.inverse())));
    const __m256i within = _mm256_min_epu32(products, _mm256_set1_epi32(qint32(divisor.limit())));
    return _mm256_movemask_epi8(_mm256_cmpeq_epi32(within, products)) == -1;
}

//! The greatest odd one of numbers that are not all 0.
TICKMARK_AVX2 OddDivisor<quint32> commonDivisor(const qint32 *numbers, std::size_t count)
{
    const auto magnitude = [numbers](std::size_t i) { return quint32(std::abs(numbers[i])); };
    std::size_t i = 0;
    while (numbers[i] == 0)
        ++i;
    OddDivisor<quint32> divisor(magnitude(i) >> std::countr_zero(magnitude(i)));
    for (i = i / 8 * 8; i < count && divisor.value() != 1; i += 8) {
        for (std::size_t k = i; !dividesAll(divisor, numbers + i); ++k) {
            if (!divisor.divides(magnitude(k)))
                divisor = OddDivisor<quint32>(std::gcd(divisor.value(), magnitude(k)));
        }
    }
    return divisor;
}

//! How many bits each of 32 numbers needs, as bytes in their order; numbers of up to 31 bits.
TICKMARK_AVX2 inline __m256i neededBits(const quint32 *numbers)
{
    __m256i exponents[4];
    for (int k = 0; k < 4; ++k) {
        // The exponent of a float tells. Of the bits only the top one counts, and no one may be rounded up to it.
        __m256i eight = vectorAt(numbers + 8 * k);
        eight = _mm256_andnot_si256(_mm256_srli_epi32(eight, 1), eight);
        exponents[k] = _mm256_srli_epi32(_mm256_castps_si256(_mm256_cvtepi32_ps(eight)), 23);
    }
    const __m256i lower = _mm256_packs_epi32(exponents[0], exponents[1]);
    const __m256i upper = _mm256_packs_epi32(exponents[2], exponents[3]);
    const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
    const __m256i bytes = _mm256_permutevar8x32_epi32(_mm256_packus_epi16(lower, upper), order);
    return _mm256_subs_epu8(bytes, _mm256_set1_epi8(126)); // 1 has the exponent 127, and 0 the exponent 0
}

//! numbers = divided ones, as unsigned numbers by zigzag if asked for.
TICKMARK_AVX2 void divide(const qint32 *multiples, std::size_t count, const OddDivisor<quint32> &divisor, bool isSigned,
                          quint32 *numbers, quint8 *bits)
{
    const __m256i inverse = _mm256_set1_epi32(qint32(divisor.inverse()));
    for (std::size_t i = 0; i < count; i += 32) {
        for (std::size_t k = i; k < i + 32; k += 8) {
            __m256i eight = _mm256_mullo_epi32(vectorAt(multiples + k), inverse);
            if (isSigned)
                eight = _mm256_xor_si256(_mm256_slli_epi32(eight, 1), _mm256_srai_epi32(eight, 31));
            putVector(numbers + k, eight);
        }
        putVector(bits + i, neededBits(numbers + i));
    }
}

//! Counts the numbers that need more than a width.
struct WiderNumbers
{
    std::span<const quint8> bits;

    TICKMARK_AVX2 int operator()(int width) const
    {
        const __m256i widths = _mm256_set1_epi8(char(width));
        __m256i counts = _mm256_setzero_si256(); // a byte each, up to 8
        for (std::size_t i = 0; i < bits.size(); i += 32)
            counts = _mm256_sub_epi8(counts, _mm256_cmpgt_epi8(vectorAt(bits.data() + i), widths));
        alignas(32) quint64 sums[4];
        putVector(sums, _mm256_sad_epu8(counts, _mm256_setzero_si256()));
        return int(sums[0] + sums[1] + sums[2] + sums[3]);
    }
};

TICKMARK_AVX2 int mostBits(std::span<const quint8> bits)
{
    __m256i most = vectorAt(bits.data());
    for (std::size_t i = 32; i < bits.size(); i += 32)
        most = _mm256_max_epu8(most, vectorAt(bits.data() + i));
    __m128i half = _mm_max_epu8(_mm256_castsi256_si128(most), _mm256_extracti128_si256(most, 1));
    half = _mm_max_epu8(half, _mm_srli_epi16(half, 8));
    half = _mm_sub_epi16(_mm_set1_epi16(255), _mm_and_si128(half, _mm_set1_epi16(255))); // there is a least of shorts
    return 255 - _mm_extract_epi16(_mm_minpos_epu16(half), 0);
}

//! For each byte of a mask, the places of its ones.
constexpr std::array<quint64, 256> makePlaces()
{
    std::array<quint64, 256> places{};
    for (quint64 mask = 0; mask < 256; ++mask) {
        int found = 0;
        for (quint64 place = 0; place < 8; ++place) {
            if ((mask >> place) & 1)
                places[mask] |= place << (8 * found++);
        }
    }
    return places;
}

constexpr std::array<quint64, 256> kPlaces = makePlaces();

//! Where numbers need more bits than `width`. Without a branch: which do is hard to foretell.
TICKMARK_AVX2 void findPositions(std::span<const quint8> bits, int width, PatchPositions &positions)
{
    const __m256i widths = _mm256_set1_epi8(char(width));
    quint8 *to = positions.data();
    for (std::size_t i = 0; i < bits.size(); i += 32) {
        const auto mask = quint32(_mm256_movemask_epi8(_mm256_cmpgt_epi8(vectorAt(bits.data() + i), widths)));
        for (std::size_t k = 0; k < 32; k += 8) {
            const quint32 byte = (mask >> k) & 255;
            qToLittleEndian<quint64>(kPlaces[byte] + (i + k) * 0x0101'0101'0101'0101, to);
            to += std::popcount(byte);
        }
    }
}

} // namespace

# undef TICKMARK_AVX2

bool ShortColumn::tell(std::span<const qint64> values)
{
    constexpr int kMostBits = 30; // and one for the sign
    const std::size_t count = values.size();
    if (count == 0 || count % 32 != 0 || !__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("popcnt"))
        return false;
    Differences differences;
    findDifferences(values, differences);
    const Extremes extremes = differences.isFalling ? extremesOf(values.data(), int(count))
                                                    : Extremes{values.front(), values.back()};
    const quint64 range = quint64(extremes.high) - quint64(extremes.low);
    const int shift = differences.bits == 0 ? 0 : std::countr_zero(differences.bits);
    const quint64 most = (differences.isFalling ? range : differences.bits) >> shift;
    if (qint64(range) < 0 || shift > 32 || (most >> kMostBits) != 0)
        return false;

    SignedNumbers multiples;
    shorten(std::span(differences.values).first(count), 0, shift, multiples.data());
    const OddDivisor<quint32> divisor = most == 0 ? OddDivisor<quint32>() : commonDivisor(multiples.data(), count);
    const auto tellAs = [&](Told &told, ColumnMode mode, qint64 base) {
        told.head.mode = mode;
        told.head.line = {quint64(base), quint64(divisor.value()) << shift};
        divide(multiples.data(), count, divisor, mode == ColumnMode::Deltas, told.numbers.data(), told.bits.data());
        const std::span<const quint8> bits = std::span(told.bits).first(count);
        told.head.widths = cheapestWidths(int(count), mostBits(bits), WiderNumbers{bits});
    };
    tellAs(m_deltas, differences.isFalling ? ColumnMode::Deltas : ColumnMode::AscendingDeltas, values.front());
    m_best = &m_deltas;
    if (differences.isFalling) { // else differences to the least are larger than those to the neighbour
        shorten(values, extremes.low, shift, multiples.data());
        tellAs(m_offsets, ColumnMode::Offsets, extremes.low);
        if (m_offsets.head.widths.bytes(int(count)) < m_deltas.head.widths.bytes(int(count)))
            m_best = &m_offsets;
    }
    const Widths &widths = m_best->head.widths;
    if (widths.patches > 0)
        findPositions(std::span(m_best->bits).first(count), widths.width, m_positions);
    return true;
}

#else

bool ShortColumn::tell(std::span<const qint64>)
{
    return false;
}

#endif

} // namespace tickmark::ticks
