// SPDX-License-Identifier: GPL-3.0-or-later
#include "FieldMarks.h"

#include <bit>

#if defined(__x86_64__)
# include <immintrin.h>
#endif

namespace tickmark::sources {

namespace {

constexpr char kLastControl = '\r';
constexpr std::size_t kStep = 64; //!< bytes looked at together, one bit each

//! Writes the positions of the set bits; up to kStep places behind `out` may be overwritten.
inline __attribute__((always_inline)) quint32 *writePositions(quint64 bits, quint32 base, quint32 *out)
{
    const int count = std::popcount(bits);
    quint32 *const end = out + count;
    // Most steps have fewer than eight marks, and a loop of a fixed length needs no guess where it ends.
    for (int i = 0; i < 8; ++i) {
        out[i] = base + quint32(std::countr_zero(bits));
        bits &= bits - 1;
    }
    for (int i = 8; i < count; ++i) {
        out[i] = base + quint32(std::countr_zero(bits));
        bits &= bits - 1;
    }
    return end;
}

#if defined(__x86_64__)

quint64 markBits(const char *text, char separator, char quote)
{
    const __m128i separators = _mm_set1_epi8(separator);
    const __m128i quotes = _mm_set1_epi8(quote);
    const __m128i controls = _mm_set1_epi8(kLastControl);
    quint64 bits = 0;
    for (int i = 0; i < 4; ++i) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text + 16 * i));
        const __m128i found = _mm_or_si128(
            _mm_or_si128(_mm_cmpeq_epi8(bytes, separators), _mm_cmpeq_epi8(bytes, quotes)),
            _mm_cmpeq_epi8(_mm_min_epu8(bytes, controls), bytes));
        bits |= quint64(quint32(_mm_movemask_epi8(found))) << (16 * i);
    }
    return bits;
}

__attribute__((target("avx2,bmi,popcnt"))) quint32 *findAvx2(const char *text, std::size_t size, char separator,
                                                             char quote, quint32 *out)
{
    const __m256i separators = _mm256_set1_epi8(separator);
    const __m256i quotes = _mm256_set1_epi8(quote);
    const __m256i controls = _mm256_set1_epi8(kLastControl);
    for (std::size_t i = 0; i < size; i += kStep) {
        quint64 bits = 0;
        for (int half = 0; half < 2; ++half) {
            const __m256i bytes = _mm256_loadu_si256(
                reinterpret_cast<const __m256i *>(text + i + 32 * std::size_t(half)));
            const __m256i found = _mm256_or_si256(
                _mm256_or_si256(_mm256_cmpeq_epi8(bytes, separators), _mm256_cmpeq_epi8(bytes, quotes)),
                _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, controls), bytes));
            bits |= quint64(quint32(_mm256_movemask_epi8(found))) << (32 * half);
        }
        if (size - i < kStep)
            bits &= (quint64(1) << (size - i)) - 1;
        out = writePositions(bits, quint32(i), out);
    }
    return out;
}

#else

quint64 markBits(const char *text, char separator, char quote)
{
    quint64 bits = 0;
    for (std::size_t i = 0; i < kStep; ++i) {
        const bool found = text[i] == separator || text[i] == quote
                           || static_cast<unsigned char>(text[i]) <= kLastControl;
        bits |= quint64(found) << i;
    }
    return bits;
}

#endif

} // namespace

std::size_t FieldMarks::find(const char *text, std::size_t size, std::vector<quint32> &marks) const
{
    if (marks.size() < size + kStep)
        marks.resize(size + kStep);
    quint32 *out = marks.data();
#if defined(__x86_64__)
    static const bool kHasAvx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt");
    if (kHasAvx2) {
        out = findAvx2(text, size, m_separator, m_quote, out);
        return std::size_t(out - marks.data());
    }
#endif
    for (std::size_t i = 0; i < size; i += kStep) {
        quint64 bits = markBits(text + i, m_separator, m_quote);
        if (size - i < kStep)
            bits &= (quint64(1) << (size - i)) - 1;
        out = writePositions(bits, quint32(i), out);
    }
    return std::size_t(out - marks.data());
}

} // namespace tickmark::sources
