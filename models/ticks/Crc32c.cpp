// SPDX-License-Identifier: GPL-3.0-or-later
#include "Crc32c.h"

#include <QtEndian>

#include <algorithm>
#include <array>

#if defined(__x86_64__)
# include <immintrin.h>
#endif

namespace tickmark::ticks {

namespace {

using Tables = std::array<std::array<quint32, 256>, 8>;

constexpr quint32 kReversedPolynomial = 0x82f6'3b78;

//! The remainder with another zero bit behind.
constexpr quint32 shifted(quint32 crc)
{
    return (crc >> 1) ^ ((crc & 1) ? kReversedPolynomial : 0);
}

//! tables[k][b] is the remainder of byte b followed by k zero bytes.
constexpr Tables makeTables()
{
    Tables tables{};
    for (quint32 byte = 0; byte < 256; ++byte) {
        quint32 crc = byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = shifted(crc);
        tables[0][byte] = crc;
    }
    for (std::size_t byte = 0; byte < 256; ++byte) {
        for (std::size_t k = 1; k < 8; ++k)
            tables[k][byte] = (tables[k - 1][byte] >> 8) ^ tables[0][tables[k - 1][byte] & 0xff];
    }
    return tables;
}

constexpr Tables kTables = makeTables();

#if defined(__x86_64__)

constexpr std::size_t kMostWords = 86; // of a stream: three of them are a block of ticks that packing could not shorten

//! powers[n] times a remainder (without carries), as eight bytes of their own, has the remainder of what comes n words
//! before: x^(64 n - 33), for the bits are reversed, which leaves a product one bit short, and the eight bytes add 32.
constexpr std::array<quint32, 2 * kMostWords + 1> makePowers()
{
    std::array<quint32, 2 * kMostWords + 1> powers{};
    quint32 power = 1; // x^31
    for (std::size_t n = 1; n < powers.size(); ++n) {
        powers[n] = power;
        for (int bit = 0; bit < 64; ++bit)
            power = shifted(power);
    }
    return powers;
}

constexpr auto kPowers = makePowers();

__attribute__((target("sse4.2,pclmul"))) inline quint64 product(quint64 crc, quint32 power)
{
    const __m128i bits = _mm_clmulepi64_si128(_mm_cvtsi64_si128(qint64(crc)), _mm_cvtsi32_si128(qint32(power)), 0);
    return quint64(_mm_cvtsi128_si64(bits));
}

//! Three streams side by side, of at most kMostWords words each: the instruction has 3 cycles to wait for its result, and
//! could begin another one in each (Gopal et al., "Fast CRC Computation for iSCSI Polynomial Using CRC32 Instruction",
//! Intel 2011).
__attribute__((target("sse4.2,pclmul"))) quint64 crcOfThree(quint64 crc, const std::byte *bytes, std::size_t words)
{
    quint64 second = 0;
    quint64 third = 0;
    for (std::size_t i = 0; i < words; ++i) {
        crc = _mm_crc32_u64(crc, qFromLittleEndian<quint64>(bytes + 8 * i));
        second = _mm_crc32_u64(second, qFromLittleEndian<quint64>(bytes + 8 * (words + i)));
        third = _mm_crc32_u64(third, qFromLittleEndian<quint64>(bytes + 8 * (2 * words + i)));
    }
    return third ^ _mm_crc32_u64(0, product(crc, kPowers[2 * words]) ^ product(second, kPowers[words]));
}

__attribute__((target("sse4.2,pclmul"))) quint32 crc32cSse42(std::span<const std::byte> bytes)
{
    constexpr std::size_t kFew = 96; // bytes that do not pay for putting streams together
    quint64 crc = 0xffff'ffff;
    while (bytes.size() >= kFew) {
        const std::size_t words = std::min(bytes.size() / 24, kMostWords);
        crc = crcOfThree(crc, bytes.data(), words);
        bytes = bytes.subspan(24 * words);
    }
    for (; bytes.size() >= 8; bytes = bytes.subspan(8))
        crc = _mm_crc32_u64(crc, qFromLittleEndian<quint64>(bytes.data()));
    quint32 rest = quint32(crc);
    for (const std::byte byte : bytes)
        rest = _mm_crc32_u8(rest, quint8(byte));
    return ~rest;
}

#endif

} // namespace

quint32 crc32cPortable(std::span<const std::byte> bytes)
{
    quint32 crc = 0xffff'ffff;
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        const quint64 eight = qFromLittleEndian<quint64>(bytes.data() + i) ^ crc;
        crc = 0;
        for (std::size_t k = 0; k < 8; ++k)
            crc ^= kTables[7 - k][(eight >> (8 * k)) & 0xff];
    }
    for (; i < bytes.size(); ++i)
        crc = (crc >> 8) ^ kTables[0][(crc ^ quint32(bytes[i])) & 0xff];
    return ~crc;
}

quint32 crc32c(std::span<const std::byte> bytes)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("pclmul"))
        return crc32cSse42(bytes);
#endif
    return crc32cPortable(bytes);
}

} // namespace tickmark::ticks
