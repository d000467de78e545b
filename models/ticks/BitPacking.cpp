// SPDX-License-Identifier: GPL-3.0-or-later
#include "BitPacking.h"

#include <QtEndian>

#include <cstring>
#include <utility>

#if defined(__x86_64__)
# include <immintrin.h>
#endif

namespace tickmark::ticks {

namespace {

// Each kernel is written once, on vectors, and compiled for both targets. Vectors are never passed by value: how depends
// on the target.
template <typename Word>
struct Lanes
{
    typedef Word Vector __attribute__((vector_size(32)));
    static constexpr int kCount = 32 / int(sizeof(Word));
    static constexpr int kBits = 8 * int(sizeof(Word));
};

template <typename Vector>
[[gnu::always_inline]] inline void load(Vector &vector, const void *from)
{
    std::memcpy(&vector, from, sizeof vector);
}

template <typename Vector>
[[gnu::always_inline]] inline void store(void *to, const Vector &vector)
{
    std::memcpy(to, &vector, sizeof vector);
}

template <typename Word>
[[gnu::always_inline]] inline void swapUnlessLittleEndian([[maybe_unused]] typename Lanes<Word>::Vector &vector)
{
#if Q_BYTE_ORDER == Q_BIG_ENDIAN
    for (int lane = 0; lane < Lanes<Word>::kCount; ++lane)
        vector[lane] = qFromLittleEndian(Word(vector[lane]));
#endif
}

template <typename Word, typename Number>
[[gnu::always_inline]] inline void packRows(const Number *numbers, int rows, int width, std::byte *bytes)
{
    typedef Number Source __attribute__((vector_size(Lanes<Word>::kCount * int(sizeof(Number)))));
    using Vector = typename Lanes<Word>::Vector;
    constexpr int kBits = Lanes<Word>::kBits;
    const Word mask = Word(~Word(0) >> (kBits - width));
    Vector word{};
    int used = 0; // bits of `word`
    for (int row = 0; row < rows; ++row) {
        Source source;
        load(source, numbers + Lanes<Word>::kCount * row);
        const Vector vector = __builtin_convertvector(source, Vector) & mask;
        word |= vector << Word(used);
        used += width;
        if (used >= kBits) {
            swapUnlessLittleEndian<Word>(word);
            store(bytes, word);
            bytes += sizeof word;
            used -= kBits;
            // Nothing is left over when the number ended with the word; a shift by all bits would be undefined.
            word = used == 0 ? Vector{} : vector >> Word(width - used);
        }
    }
    if (used > 0) {
        swapUnlessLittleEndian<Word>(word);
        store(bytes, word);
    }
}

template <typename Word>
[[gnu::always_inline]] inline void unpackRow(const std::byte *bytes, int row, int width, Word *numbers)
{
    using Vector = typename Lanes<Word>::Vector;
    constexpr int kBits = Lanes<Word>::kBits;
    const Word mask = Word(~Word(0) >> (kBits - width));
    const int bit = row * width;
    const int shift = bit % kBits;
    Vector vector;
    load(vector, bytes + bit / kBits * 32);
    swapUnlessLittleEndian<Word>(vector);
    vector >>= Word(shift);
    if (shift + width > kBits) {
        Vector rest;
        load(rest, bytes + (bit / kBits + 1) * 32);
        swapUnlessLittleEndian<Word>(rest);
        vector |= rest << Word(kBits - shift);
    }
    vector &= mask;
    store(numbers + Lanes<Word>::kCount * row, vector);
}

template <typename Word>
[[gnu::always_inline]] inline void unpackAny(const std::byte *bytes, int count, int width, Word *numbers)
{
    const int rows = (count + Lanes<Word>::kCount - 1) / Lanes<Word>::kCount;
    if (width == 0)
        std::memset(numbers, 0, std::size_t(rows) * 32);
    for (int row = 0; row < rows && width > 0; ++row)
        unpackRow<Word>(bytes, row, width, numbers);
}

template <ColumnMode mode, typename Word>
[[gnu::always_inline]] inline void restoreRows(const Word *numbers, int rows, const Line &line, qint64 *values)
{
    typedef Word Source __attribute__((vector_size(4 * sizeof(Word))));
    typedef quint64 Unsigned __attribute__((vector_size(32)));
    const Unsigned none{};
    Unsigned sum{};
    for (int row = 0; row < rows; ++row) {
        Source source;
        load(source, numbers + 4 * row);
        Unsigned four = __builtin_convertvector(source, Unsigned);
        if constexpr (mode == ColumnMode::Deltas)
            four = (four >> quint64(1)) ^ (none - (four & quint64(1)));
        if constexpr (mode != ColumnMode::Offsets) {
            four += __builtin_shufflevector(none, four, 0, 4, 5, 6);
            four += __builtin_shufflevector(none, four, 0, 1, 4, 5);
            const Unsigned last = __builtin_shufflevector(four, four, 3, 3, 3, 3);
            four += sum;
            sum += last; // apart from `four`, so that rows wait for one addition only
        }
        four = four * line.factor + line.base;
        store(values + 4 * row, four);
    }
}

template <typename Word>
[[gnu::always_inline]] inline void restoreAny(const Word *numbers, int count, ColumnMode mode, const Line &line,
                                              qint64 *values)
{
    const int rows = (count + 7) / 8 * 2;
    switch (mode) {
    case ColumnMode::Deltas:
        return restoreRows<ColumnMode::Deltas>(numbers, rows, line, values);
    case ColumnMode::AscendingDeltas:
        return restoreRows<ColumnMode::AscendingDeltas>(numbers, rows, line, values);
    case ColumnMode::Offsets:
        return restoreRows<ColumnMode::Offsets>(numbers, rows, line, values);
    }
}

template <typename Number>
[[gnu::always_inline]] inline void packAny(const Number *numbers, int count, int width, std::byte *bytes)
{
    if (width == 0)
        return;
    if (width <= kShortBits)
        packRows<quint32>(numbers, (count + 7) / 8, width, bytes);
    else if constexpr (sizeof(Number) == sizeof(quint64))
        packRows<quint64>(numbers, (count + 3) / 4, width, bytes);
}

#if defined(__x86_64__)

template <typename Number>
__attribute__((target("avx2"))) void packAvx2(const Number *numbers, int count, int width, std::byte *bytes)
{
    packAny(numbers, count, width, bytes);
}

template <int width, std::size_t... row>
[[gnu::always_inline]] inline void unpackUnrolled(const std::byte *bytes, quint32 *numbers, std::index_sequence<row...>)
{
    (unpackRow<quint32>(bytes, int(row), width, numbers), ...);
}

//! A full block of one width: every shift is a constant.
template <int width>
__attribute__((target("avx2"))) void unpackFullAvx2(const std::byte *bytes, quint32 *numbers)
{
    unpackUnrolled<width>(bytes, numbers, std::make_index_sequence<kBlockTicks / 8>());
}

using UnpackFull = void (*)(const std::byte *, quint32 *);

template <std::size_t... index>
constexpr std::array<UnpackFull, kShortBits> fullUnpackers(std::index_sequence<index...>)
{
    return {&unpackFullAvx2<int(index) + 1>...};
}

constexpr std::array<UnpackFull, kShortBits> kUnpackFull = fullUnpackers(std::make_index_sequence<kShortBits>());

__attribute__((target("avx2"))) void unpackShortAvx2(const std::byte *bytes, int count, int width, quint32 *numbers)
{
    unpackAny(bytes, count, width, numbers);
}

__attribute__((target("avx2"))) void unpackAvx2(const std::byte *bytes, int count, int width, quint64 *numbers)
{
    unpackAny(bytes, count, width, numbers);
}

//! For numbers whose sums fit 31 bits and a factor that does: eight at once, and one multiplication for four.
template <ColumnMode mode>
__attribute__((target("avx2"))) void restoreSmallAvx2(const quint32 *numbers, int rows, const Line &line,
                                                      qint64 *values)
{
    const __m256i base = _mm256_set1_epi64x(qint64(line.base));
    const __m256i factor = _mm256_set1_epi64x(qint64(line.factor));
    const __m256i none = _mm256_setzero_si256();
    const __m256i one = _mm256_set1_epi32(1);
    const __m256i seventh = _mm256_set1_epi32(7);
    __m256i sum = none;
    for (int row = 0; row < rows; ++row) {
        __m256i eight = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(numbers + 8 * row));
        if constexpr (mode == ColumnMode::Deltas)
            eight = _mm256_xor_si256(_mm256_srli_epi32(eight, 1), _mm256_sub_epi32(none, _mm256_and_si256(eight, one)));
        if constexpr (mode != ColumnMode::Offsets) {
            eight = _mm256_add_epi32(eight, _mm256_slli_si256(eight, 4));
            eight = _mm256_add_epi32(eight, _mm256_slli_si256(eight, 8));
            const __m256i lowerHalf = _mm256_permute2x128_si256(eight, eight, 0x08);
            eight = _mm256_add_epi32(eight, _mm256_shuffle_epi32(lowerHalf, 0xff));
            eight = _mm256_add_epi32(eight, sum);
            sum = _mm256_permutevar8x32_epi32(eight, seventh);
        }
        // Numbers of even and of odd places become 64-bit ones where they are, and are put in order afterwards, which
        // takes fewer shuffles than to widen them in order.
        const __m256i even = _mm256_add_epi64(_mm256_mul_epi32(eight, factor), base);
        const __m256i odd = _mm256_add_epi64(_mm256_mul_epi32(_mm256_srli_epi64(eight, 32), factor), base);
        const __m256i outer = _mm256_unpacklo_epi64(even, odd); // 0, 1, 4, 5
        const __m256i inner = _mm256_unpackhi_epi64(even, odd); // 2, 3, 6, 7
        auto *to = reinterpret_cast<__m128i *>(values + 8 * row);
        _mm_storeu_si128(to, _mm256_castsi256_si128(outer));
        _mm_storeu_si128(to + 1, _mm256_castsi256_si128(inner));
        _mm_storeu_si128(to + 2, _mm256_extracti128_si256(outer, 1));
        _mm_storeu_si128(to + 3, _mm256_extracti128_si256(inner, 1));
    }
}

__attribute__((target("avx2"))) void restoreSmallAvx2(const quint32 *numbers, int count, ColumnMode mode,
                                                      const Line &line, qint64 *values)
{
    const int rows = (count + 7) / 8;
    switch (mode) {
    case ColumnMode::Deltas:
        return restoreSmallAvx2<ColumnMode::Deltas>(numbers, rows, line, values);
    case ColumnMode::AscendingDeltas:
        return restoreSmallAvx2<ColumnMode::AscendingDeltas>(numbers, rows, line, values);
    case ColumnMode::Offsets:
        return restoreSmallAvx2<ColumnMode::Offsets>(numbers, rows, line, values);
    }
}

__attribute__((target("avx2"))) void restoreAvx2(const quint32 *numbers, int count, ColumnMode mode, const Line &line,
                                                 qint64 *values)
{
    restoreAny(numbers, count, mode, line, values);
}

#endif

} // namespace

void packNumbers(const Numbers &numbers, int count, int width, std::byte *bytes)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2"))
        return packAvx2(numbers.data(), count, width, bytes);
#endif
    packAny(numbers.data(), count, width, bytes);
}

void packNumbers(const ShortNumbers &numbers, int count, int width, std::byte *bytes)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2"))
        return packAvx2(numbers.data(), count, width, bytes);
#endif
    packAny(numbers.data(), count, width, bytes);
}

void unpackNumbers(const std::byte *bytes, int count, int width, ShortNumbers &numbers)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
        if (count == kBlockTicks && width > 0)
            return kUnpackFull[std::size_t(width) - 1](bytes, numbers.data());
        return unpackShortAvx2(bytes, count, width, numbers.data());
    }
#endif
    unpackNumbersPortable(bytes, count, width, numbers);
}

void unpackNumbersPortable(const std::byte *bytes, int count, int width, ShortNumbers &numbers)
{
    unpackAny(bytes, count, width, numbers.data());
}

void unpackNumbers(const std::byte *bytes, int count, int width, Numbers &numbers)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2"))
        return unpackAvx2(bytes, count, width, numbers.data());
#endif
    unpackNumbersPortable(bytes, count, width, numbers);
}

void unpackNumbersPortable(const std::byte *bytes, int count, int width, Numbers &numbers)
{
    unpackAny(bytes, count, width, numbers.data());
}

void restoreValues(const ShortNumbers &numbers, int count, int bits, ColumnMode mode, const Line &line, qint64 *values)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
        const int sumBits = bits + (mode == ColumnMode::Offsets ? 0 : 8); // 256 of them
        if (sumBits <= 30 && line.factor < (quint64(1) << 31))
            return restoreSmallAvx2(numbers.data(), count, mode, line, values);
        return restoreAvx2(numbers.data(), count, mode, line, values);
    }
#else
    Q_UNUSED(bits)
#endif
    restoreValuesPortable(numbers, count, mode, line, values);
}

void restoreValuesPortable(const ShortNumbers &numbers, int count, ColumnMode mode, const Line &line, qint64 *values)
{
    restoreAny(numbers.data(), count, mode, line, values);
}

void restoreValues(const Numbers &numbers, int count, ColumnMode mode, const Line &line, qint64 *values)
{
    restoreAny(numbers.data(), count, mode, line, values);
}

} // namespace tickmark::ticks
