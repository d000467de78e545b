// SPDX-License-Identifier: GPL-3.0-or-later
#include "Provenance.h"

#include <algorithm>

namespace tickmark::store {

namespace {

constexpr int kBitsPerByte = 7;
constexpr quint64 kMask = 0x7f;
constexpr int kMostBits = 63; // the numbers are positive

void putNumber(quint64 number, std::vector<std::byte> &bytes)
{
    for (; number > kMask; number >>= kBitsPerByte)
        bytes.push_back(std::byte(number | (kMask + 1)));
    bytes.push_back(std::byte(number));
}

std::optional<qint64> takeNumber(std::span<const std::byte> &bytes)
{
    quint64 number = 0;
    for (int shift = 0; shift < kMostBits && !bytes.empty(); shift += kBitsPerByte) {
        const auto byte = std::to_integer<quint64>(bytes.front());
        bytes = bytes.subspan(1);
        number |= (byte & kMask) << shift;
        if (byte <= kMask)
            return qint64(number);
    }
    return {};
}

} // namespace

void Provenance::add(qint64 importId, qint64 count)
{
    if (count <= 0)
        return;
    if (!m_runs.empty() && m_runs.back().importId == importId)
        m_runs.back().count += count;
    else
        m_runs.push_back({importId, count});
}

void Provenance::add(const Provenance &next)
{
    for (const Run &run : next.m_runs)
        add(run.importId, run.count);
}

qint64 Provenance::count() const
{
    qint64 sum = 0;
    for (const Run &run : m_runs)
        sum += run.count;
    return sum;
}

qint64 Provenance::countOf(qint64 importId) const
{
    qint64 sum = 0;
    for (const Run &run : m_runs)
        sum += run.importId == importId ? run.count : 0;
    return sum;
}

Provenance Provenance::part(qint64 first, qint64 count) const
{
    Provenance part;
    qint64 begin = 0;
    for (const Run &run : m_runs) {
        const qint64 end = begin + run.count;
        part.add(run.importId, std::min(end, first + count) - std::max(begin, first));
        begin = end;
    }
    return part;
}

std::vector<qint64> Provenance::expanded() const
{
    std::vector<qint64> imports;
    imports.reserve(size_t(count()));
    for (const Run &run : m_runs)
        imports.insert(imports.end(), size_t(run.count), run.importId);
    return imports;
}

std::vector<std::byte> Provenance::encoded() const
{
    std::vector<std::byte> bytes;
    for (const Run &run : m_runs) {
        putNumber(quint64(run.importId), bytes);
        putNumber(quint64(run.count), bytes);
    }
    return bytes;
}

std::optional<Provenance> Provenance::decoded(std::span<const std::byte> bytes)
{
    Provenance provenance;
    qint64 sum = 0;
    while (!bytes.empty()) {
        const auto importId = takeNumber(bytes);
        const auto count = importId ? takeNumber(bytes) : std::nullopt;
        if (!count || *count <= 0 || __builtin_add_overflow(sum, *count, &sum))
            return {};
        provenance.add(*importId, *count);
    }
    return provenance;
}

} // namespace tickmark::store
