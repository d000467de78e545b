// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a chunk of ticks or its nodes: no crash, no read outside, no endless loop. Any ticks as a chunk: they come
// back, and so do their nodes.
#include <ticks/ChunkFormat.h>
#include <ticks/ColumnPacking.h>
#include <ticks/Crc32c.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>

using namespace tickmark;
using namespace tickmark::ticks;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

[[nodiscard]] quint32 integerAt(const std::vector<std::byte> &bytes, std::size_t offset)
{
    quint32 value = 0;
    if (offset + 4 <= bytes.size())
        std::memcpy(&value, bytes.data() + offset, 4);
    return value;
}

void putInteger(quint32 value, std::vector<std::byte> &bytes, std::size_t offset)
{
    if (offset + 4 <= bytes.size())
        std::memcpy(bytes.data() + offset, &value, 4);
}

//! Makes the checksums fit, so that what stands behind them is reached.
void fixChunk(std::vector<std::byte> &bytes)
{
    const std::size_t blocks = bytes.size() < 8 ? 0 : std::size_t(bytes[6]) & 63;
    const std::size_t end = 12 + blocks * 8;
    if (bytes.size() < end + 4)
        return;
    bytes[6] = std::byte(blocks);
    for (std::size_t block = 0; block < blocks; ++block) {
        const std::size_t from = integerAt(bytes, 12 + block * 8);
        const std::size_t to = block + 1 < blocks ? integerAt(bytes, 20 + block * 8) : bytes.size();
        if (from <= to && to <= bytes.size())
            putInteger(crc32c(std::span(bytes).subspan(from, to - from)), bytes, 16 + block * 8);
    }
    putInteger(crc32c(std::span(bytes).first(end)), bytes, end);
}

void fixNodes(std::vector<std::byte> &bytes)
{
    if (bytes.size() >= 4)
        putInteger(crc32c(std::span(bytes).first(bytes.size() - 4)), bytes, bytes.size() - 4);
}

void readChunk(const std::vector<std::byte> &bytes)
{
    const auto view = ChunkView::open(bytes);
    if (!view)
        return;
    std::vector<int> damaged;
    const std::vector<core::Tick> all = view->decodeAll(damaged);
    require(all.size() <= std::size_t(view->ticks()));
    require(damaged.empty() == (all.size() == std::size_t(view->ticks())));
    TickBlock block;
    for (int i = 0; i < view->blocks(); ++i)
        require(view->decode(i, block).has_value() == (std::ranges::find(damaged, i) == damaged.end()));
}

void readNodes(const std::vector<std::byte> &bytes)
{
    const auto page = decodeNodes(bytes);
    if (!page)
        return;
    const auto again = decodeNodes(encodeNodes(*page));
    require(again.has_value() && again->count == page->count);
    for (int block = 0; block < page->count; ++block)
        require(again->node(block) == page->node(block));
}

//! Columns without any checksum around them.
void readColumns(const std::vector<std::byte> &bytes)
{
    if (bytes.empty())
        return;
    std::span<const std::byte> rest = std::span(bytes).subspan(1);
    const int count = int(bytes[0]) + 1;
    std::array<qint64, kBlockTicks> values;
    while (takeColumn(rest, count, values)) {
        std::vector<std::byte> written;
        appendColumn(std::span(values).first(std::size_t(count)), written);
        std::span<const std::byte> reading = written;
        std::array<qint64, kBlockTicks> again;
        require(takeColumn(reading, count, again) && reading.empty());
        require(std::equal(values.begin(), values.begin() + count, again.begin()));
    }
}

//! Each number in as many bytes as the byte before it says.
void writeTicks(const std::vector<std::byte> &bytes)
{
    std::size_t at = 0;
    const auto next = [&bytes, &at] {
        quint64 value = 0;
        if (at >= bytes.size())
            return qint64(0);
        const std::size_t wanted = std::size_t(bytes[at++]) % 9;
        const std::size_t length = std::min(wanted, bytes.size() - at);
        std::memcpy(&value, bytes.data() + at, length);
        at += length;
        return qint64(value);
    };
    std::vector<core::Tick> ticks;
    while (at < bytes.size() && ticks.size() < std::size_t(kChunkTicks)) {
        const core::Tick tick{core::Time{next()}, next(), next()};
        const std::size_t copies = at < bytes.size() ? 1 + std::size_t(bytes[at++]) % 64 : 1;
        ticks.insert(ticks.end(), std::min(copies, std::size_t(kChunkTicks) - ticks.size()), tick);
    }
    if (ticks.empty())
        return;
    std::ranges::stable_sort(ticks, {}, [](const core::Tick &tick) { return tick.time.ns; });
    std::vector<std::byte> data;
    NodePage nodes;
    encodeChunk(ticks, data, nodes);
    const auto view = ChunkView::open(data);
    std::vector<int> damaged;
    require(view.has_value() && view->decodeAll(damaged) == ticks);
    const auto page = decodeNodes(encodeNodes(nodes));
    require(page.has_value());
    for (int block = 0; block < nodes.count; ++block)
        require(page->node(block) == nodes.node(block));
}

} // namespace

//! The first byte says what the rest is.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const auto *begin = reinterpret_cast<const std::byte *>(data);
    std::vector<std::byte> bytes(begin + 1, begin + size);
    switch (data[0] % 6) {
    case 0:
        fixChunk(bytes);
        [[fallthrough]];
    case 1:
        readChunk(bytes);
        break;
    case 2:
        fixNodes(bytes);
        [[fallthrough]];
    case 3:
        readNodes(bytes);
        break;
    case 4:
        readColumns(bytes);
        break;
    default:
        writeTicks(bytes);
    }
    return 0;
}
