// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChunkFormat.h"

#include "ColumnPacking.h"
#include "Crc32c.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>

namespace tickmark::ticks {

namespace {

constexpr quint32 kChunkMagic = 0x6b63'6d54; // "Tmck"
constexpr quint32 kNodesMagic = 0x646e'6d54; // "Tmnd"
constexpr quint16 kFormatVersion = 1;
constexpr std::size_t kHeadBytes = 12;     // of a chunk's directory: magic, version, blocks, ticks
constexpr std::size_t kEntryBytes = 8;     // of one block in it: offset, CRC
constexpr std::size_t kNodesHeadBytes = 8; // magic, version, count
constexpr std::size_t kCrcBytes = 4;

template <typename Integer>
[[nodiscard]] Integer integerAt(std::span<const std::byte> bytes, std::size_t offset)
{
    return qFromLittleEndian<Integer>(bytes.data() + offset);
}

template <typename Integer>
void putInteger(Integer value, std::span<std::byte> bytes, std::size_t offset)
{
    qToLittleEndian<Integer>(value, bytes.data() + offset);
}

[[nodiscard]] constexpr std::size_t directoryBytes(int blocks)
{
    return kHeadBytes + std::size_t(blocks) * kEntryBytes + kCrcBytes;
}

[[nodiscard]] constexpr int blocksOf(int ticks)
{
    return (ticks + kBlockTicks - 1) / kBlockTicks;
}

[[nodiscard]] constexpr std::size_t entryAt(int block)
{
    return kHeadBytes + std::size_t(block) * kEntryBytes;
}

[[nodiscard]] tl::unexpected<core::Error> damagedDirectory()
{
    return core::failure(core::ErrorCode::Damaged,
                         QCoreApplication::translate("Ticks", "The directory of a chunk of ticks is damaged."));
}

[[nodiscard]] tl::unexpected<core::Error> damagedBlock(int block)
{
    return core::failure(core::ErrorCode::Damaged,
                         QCoreApplication::translate("Ticks", "Block %1 of a chunk of ticks is damaged.").arg(block));
}

[[nodiscard]] tl::unexpected<core::Error> damagedNodes()
{
    return core::failure(core::ErrorCode::Damaged,
                         QCoreApplication::translate("Ticks", "The index of a chunk of ticks is damaged."));
}

[[nodiscard]] tl::unexpected<core::Error> newerFormat()
{
    return core::failure(
        core::ErrorCode::NewerVersion,
        QCoreApplication::translate("Ticks", "A chunk of ticks was written by a later version of the program."));
}

[[nodiscard]] qint64 difference(qint64 a, qint64 b)
{
    return qint64(quint64(a) - quint64(b));
}

[[nodiscard]] qint64 sum(qint64 a, qint64 b)
{
    return qint64(quint64(a) + quint64(b));
}

using NodeColumn = std::array<qint64, kChunkBlocks>;

//! What the last value of a block is told by: the first of the next block, which is mostly near.
[[nodiscard]] qint64 neighbour(const NodeColumn &firsts, std::size_t i, std::size_t count)
{
    return firsts[std::min(i + 1, count - 1)];
}

[[nodiscard]] bool takeNodeColumns(std::span<const std::byte> bytes, NodePage &page)
{
    const std::size_t count = std::size_t(page.count);
    std::array<qint64, kBlockTicks> values;
    for (NodeColumn *column :
         {&page.firstTimes, &page.lastTimes, &page.firsts, &page.lows, &page.highs, &page.lasts, &page.volumes}) {
        if (!takeColumn(bytes, page.count, values))
            return false;
        std::copy_n(values.begin(), count, column->begin());
    }
    for (std::size_t i = 0; i < count; ++i) {
        page.lastTimes[i] = difference(neighbour(page.firstTimes, i, count), page.lastTimes[i]);
        page.lows[i] = difference(page.firsts[i], page.lows[i]);
        page.highs[i] = sum(page.firsts[i], page.highs[i]);
        page.lasts[i] = sum(neighbour(page.firsts, i, count), page.lasts[i]);
    }
    return bytes.empty();
}

} // namespace

void encodeChunk(std::span<const core::Tick> ticks, std::vector<std::byte> &data, NodePage &nodes)
{
    Q_ASSERT(!ticks.empty() && ticks.size() <= std::size_t(kChunkTicks));
    const std::size_t begin = data.size();
    const int blocks = blocksOf(int(ticks.size()));
    data.reserve(begin + directoryBytes(blocks) + ticks.size() * 4);
    data.resize(begin + directoryBytes(blocks));
    const auto directory = [&data, begin, blocks] { return std::span(data).subspan(begin, directoryBytes(blocks)); };
    putInteger(kChunkMagic, directory(), 0);
    putInteger(kFormatVersion, directory(), 4);
    putInteger(quint16(blocks), directory(), 6);
    putInteger(quint32(ticks.size()), directory(), 8);

    nodes.count = blocks;
    TickBlock block;
    for (int i = 0; i < blocks; ++i) {
        const std::size_t first = std::size_t(i) * kBlockTicks;
        fillBlock(ticks.subspan(first, std::min(ticks.size() - first, std::size_t(kBlockTicks))), block);
        nodes.setNode(i, nodeOf(block));
        const std::size_t offset = data.size();
        for (const auto *column : {&block.times, &block.prices, &block.sizes})
            appendColumn(std::span(*column).first(std::size_t(block.count)), data);
        putInteger(quint32(offset - begin), directory(), entryAt(i));
        putInteger(crc32c(std::span(data).subspan(offset)), directory(), entryAt(i) + 4);
    }
    putInteger(crc32c(directory().first(entryAt(blocks))), directory(), entryAt(blocks));
}

std::vector<std::byte> encodeNodes(const NodePage &nodes)
{
    std::vector<std::byte> bytes(kNodesHeadBytes);
    putInteger(kNodesMagic, std::span(bytes), 0);
    putInteger(kFormatVersion, std::span(bytes), 4);
    putInteger(quint16(nodes.count), std::span(bytes), 6);

    const std::size_t count = std::size_t(nodes.count);
    NodePage told = nodes;
    for (std::size_t i = 0; i < count; ++i) {
        told.lastTimes[i] = difference(neighbour(nodes.firstTimes, i, count), nodes.lastTimes[i]);
        told.lows[i] = difference(nodes.firsts[i], nodes.lows[i]);
        told.highs[i] = difference(nodes.highs[i], nodes.firsts[i]);
        told.lasts[i] = difference(nodes.lasts[i], neighbour(nodes.firsts, i, count));
    }
    for (const NodeColumn *column :
         {&told.firstTimes, &told.lastTimes, &told.firsts, &told.lows, &told.highs, &told.lasts, &told.volumes})
        appendColumn(std::span(*column).first(count), bytes);

    const quint32 crc = crc32c(bytes);
    bytes.resize(bytes.size() + kCrcBytes);
    putInteger(crc, std::span(bytes), bytes.size() - kCrcBytes);
    return bytes;
}

core::Result<NodePage> decodeNodes(std::span<const std::byte> bytes)
{
    if (bytes.size() < kNodesHeadBytes + kCrcBytes || integerAt<quint32>(bytes, 0) != kNodesMagic)
        return damagedNodes();
    const std::span<const std::byte> checked = bytes.first(bytes.size() - kCrcBytes);
    if (crc32c(checked) != integerAt<quint32>(bytes, checked.size()))
        return damagedNodes();
    if (integerAt<quint16>(bytes, 4) > kFormatVersion)
        return newerFormat();
    NodePage page;
    page.count = integerAt<quint16>(bytes, 6);
    if (integerAt<quint16>(bytes, 4) != kFormatVersion || page.count < 1 || page.count > kChunkBlocks
        || !takeNodeColumns(checked.subspan(kNodesHeadBytes), page))
        return damagedNodes();
    return page;
}

core::Result<ChunkView> ChunkView::open(std::span<const std::byte> data)
{
    if (data.size() < kHeadBytes || integerAt<quint32>(data, 0) != kChunkMagic)
        return damagedDirectory();
    const int blocks = integerAt<quint16>(data, 6);
    if (blocks < 1 || blocks > kChunkBlocks || data.size() < directoryBytes(blocks)
        || crc32c(data.first(entryAt(blocks))) != integerAt<quint32>(data, entryAt(blocks)))
        return damagedDirectory();
    if (integerAt<quint16>(data, 4) > kFormatVersion)
        return newerFormat();
    const quint32 ticks = integerAt<quint32>(data, 8);
    if (integerAt<quint16>(data, 4) != kFormatVersion || ticks < 1 || ticks > quint32(kChunkTicks)
        || blocksOf(int(ticks)) != blocks)
        return damagedDirectory();
    std::size_t end = directoryBytes(blocks);
    for (int block = 0; block < blocks; ++block) {
        const std::size_t offset = integerAt<quint32>(data, entryAt(block));
        if (block == 0 ? offset != end : offset <= end)
            return damagedDirectory();
        end = offset;
    }
    ChunkView view;
    view.m_data = data;
    view.m_ticks = int(ticks);
    view.m_blocks = blocks;
    return view;
}

core::Result<void> ChunkView::decode(int block, TickBlock &into) const
{
    Q_ASSERT(block >= 0 && block < m_blocks);
    const std::size_t offset = integerAt<quint32>(m_data, entryAt(block));
    const std::size_t end = block + 1 < m_blocks ? integerAt<quint32>(m_data, entryAt(block + 1)) : m_data.size();
    // Data cut short leaves the blocks before the cut readable.
    if (offset > end || end > m_data.size())
        return damagedBlock(block);
    std::span<const std::byte> bytes = m_data.subspan(offset, end - offset);
    if (crc32c(bytes) != integerAt<quint32>(m_data, entryAt(block) + 4))
        return damagedBlock(block);
    into.count = std::min(kBlockTicks, m_ticks - block * kBlockTicks);
    for (auto *column : {&into.times, &into.prices, &into.sizes}) {
        if (!takeColumn(bytes, into.count, *column))
            return damagedBlock(block);
    }
    if (!bytes.empty())
        return damagedBlock(block);
    return {};
}

std::vector<core::Tick> ChunkView::decodeAll(std::vector<int> &damaged) const
{
    std::vector<core::Tick> ticks;
    ticks.reserve(std::size_t(m_ticks));
    TickBlock decoded;
    for (int block = 0; block < m_blocks; ++block) {
        if (!decode(block, decoded)) {
            damaged.push_back(block);
            continue;
        }
        for (int i = 0; i < decoded.count; ++i)
            ticks.push_back(decoded.tick(i));
    }
    return ticks;
}

} // namespace tickmark::ticks
