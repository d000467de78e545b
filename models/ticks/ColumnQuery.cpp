// SPDX-License-Identifier: GPL-3.0-or-later
#include "ColumnQuery.h"

#include "BlockScan.h"
#include "EdgeCuts.h"
#include "PagedTicks.h"
#include "Saturation.h"

#include <algorithm>
#include <array>

namespace tickmark::ticks {

namespace {

using Absence = PagedTicks::Absence;

//! So many blocks are asked for before the first of them is read: their memory comes meanwhile.
constexpr std::size_t kBlocksAhead = 6;

//! What a column covers without the blocks that its edges cut.
struct Cover
{
    qint64 low = 0;
    qint64 high = 0;
    bool hasTicks = false;
    bool isFinal = true;

    static Cover of(const Column &column) { return {column.low, column.high, column.hasTicks, column.isFinal}; }
};

//! A block that the edges [first, last] cut.
struct AskedBlock
{
    std::size_t first = 0;
    std::size_t last = 0;
    PagedTicks::Block block;
};

//! Later ticks onto a column. `extent` is not empty.
void putLast(Column &column, const Extent &extent, qint64 first, qint64 last)
{
    column.low = column.hasTicks ? std::min(column.low, extent.low) : extent.low;
    column.high = column.hasTicks ? std::max(column.high, extent.high) : extent.high;
    column.volume = saturatedSum(column.volume, extent.volume);
    if (!column.hasTicks)
        column.first = first;
    column.last = last;
    column.hasTicks = true;
}

//! Ticks before all that the column has.
void putFirst(Column &column, const Extent &extent, qint64 first, qint64 last)
{
    const bool hadTicks = column.hasTicks;
    const qint64 hadLast = column.last;
    putLast(column, extent, first, last);
    column.first = first;
    if (hadTicks)
        column.last = hadLast;
}

//! What may lie anywhere in a chunk whose nodes are not here.
void putUnknown(Column &column, const ChunkSummary &chunk)
{
    putLast(column, {chunk.all.low, chunk.all.high}, chunk.all.first, chunk.all.last);
    column.isFinal = false;
}

class Query
{
public:
    Query(const TickSnapshot &snapshot, PageCache &pages, const ColumnRequest &request, std::span<Column> columns)
        : m_snapshot(snapshot),
          m_ticks(snapshot, pages),
          m_request(request),
          m_columns(columns),
          m_cuts(m_ticks, request.edges)
    {}

    void run();

private:
    //! Whether first and last are to be right even beside a block that a column is cut by: they come with that block
    //! unless it is damaged, and reading them costs a line of memory each.
    enum class Ends { WithBlocks, Exact };

    [[nodiscard]] bool isVoid(std::size_t column) const
    {
        return m_request.edges[column] == m_request.edges[column + 1];
    }

    void settle(std::size_t edge);
    [[nodiscard]] Column wholeBlocks(std::size_t column, Ends ends);
    void putWithinSection(Column &column, const Cut &begin, const Cut &end, Ends ends);
    void putAfter(Column &column, const Cut &begin, bool isAll, Ends ends);
    void putSections(Column &column, std::size_t begin, std::size_t end);
    void putBefore(Column &column, const Cut &end, Ends ends);

    void askForBlock(std::size_t first, std::size_t last);
    void takeBlock(const AskedBlock &asked);
    [[nodiscard]] bool passOver(std::size_t edge, const Cover &left, const Cover &right);
    [[nodiscard]] bool readIndex(std::size_t edge, const IndexedBlock &block);
    void readBlock(std::size_t first, std::size_t last, const PagedTicks::Block &found);
    void leaveOut(std::size_t first, std::size_t last);
    void allowFor(std::size_t first, std::size_t last);

    const TickSnapshot &m_snapshot;
    PagedTicks m_ticks;
    const ColumnRequest &m_request;
    std::span<Column> m_columns;
    EdgeCuts m_cuts;
    std::size_t m_coveredColumn = std::size_t(-1); //!< the one that m_cover is of
    Cover m_cover;
    std::array<AskedBlock, kBlocksAhead> m_asked; //!< a ring
    std::size_t m_askedBegin = 0;
    std::size_t m_askedEnd = 0;
};

void Query::run()
{
    const std::size_t edges = m_request.edges.size();
    for (std::size_t i = 0; i < std::min(edges, EdgeCuts::kFetchAhead); ++i)
        m_cuts.fetch(i);
    std::size_t firstInBlock = 0; // first of the edges that fall into the same block as this one
    for (std::size_t i = 0; i < std::min(edges, EdgeCuts::kSettleAhead); ++i)
        settle(i);
    for (std::size_t i = 0; i < edges; ++i) {
        if (i + EdgeCuts::kFetchAhead < edges)
            m_cuts.fetch(i + EdgeCuts::kFetchAhead);
        if (i + EdgeCuts::kSettleAhead < edges)
            settle(i + EdgeCuts::kSettleAhead);
        if (i > 0 && !m_cuts.sameBlock(i - 1, i))
            firstInBlock = i;
        if (i + 1 < edges) {
            m_columns[i] = isVoid(i) ? Column{} : wholeBlocks(i, Ends::WithBlocks);
        }
        if (m_cuts[i].inBlock && (i + 1 == edges || !m_cuts.sameBlock(i, i + 1)))
            askForBlock(firstInBlock, i);
    }
    while (m_askedBegin < m_askedEnd)
        takeBlock(m_asked[m_askedBegin++ % kBlocksAhead]);
}

//! Finds the block that the edge cuts, and has its place in the cache fetched.
void Query::settle(std::size_t edge)
{
    m_cuts.settle(edge);
    if (const Cut &cut = m_cuts[edge]; cut.inBlock)
        m_ticks.fetchBlock(cut.section, cut.block);
}

//! The column without the blocks that its edges cut.
Column Query::wholeBlocks(std::size_t index, Ends ends)
{
    Column column;
    const Cut &begin = m_cuts[index];
    const Cut &end = m_cuts[index + 1];
    if (begin.section == end.section) {
        if (end.inSection)
            putWithinSection(column, begin, end, ends);
        return column;
    }
    const std::size_t firstWhole = begin.section + (begin.inSection ? 1 : 0);
    const bool isMore = firstWhole < end.section
                        || (end.inSection && (end.page ? end.block > 0 : end.absence == Absence::Missing));
    if (begin.inSection)
        putAfter(column, begin, !isMore, ends);
    if (firstWhole < end.section)
        putSections(column, firstWhole, end.section);
    if (end.inSection)
        putBefore(column, end, ends);
    return column;
}

//! Both edges are in one section, or the first before all of it.
void Query::putWithinSection(Column &column, const Cut &begin, const Cut &end, Ends ends)
{
    if (!begin.inSection)
        return putBefore(column, end, ends);
    if (!end.page || !begin.page) {
        if (end.absence == Absence::Missing)
            putUnknown(column, m_snapshot.chunk(end.section));
        return;
    }
    const int first = begin.block + (begin.inBlock ? 1 : 0);
    if (first >= end.block)
        return;
    const NodePage &nodes = end.page->nodes;
    Extent extent = end.page->pricesOf(first, end.block);
    if (m_request.volume)
        extent.volume = end.page->volumeOf(first, end.block);
    putLast(column, extent, nodes.firsts[std::size_t(first)], nodes.lasts[std::size_t(end.block) - 1]);
}

//! From `begin` to the end of its section. `isAll`: nothing comes after it in this column.
void Query::putAfter(Column &column, const Cut &begin, bool isAll, Ends ends)
{
    if (!begin.page) {
        if (begin.absence == Absence::Missing)
            putUnknown(column, m_snapshot.chunk(begin.section));
        return;
    }
    const int first = begin.block + (begin.inBlock ? 1 : 0);
    if (first == begin.blocks)
        return;
    const IndexedPage &page = *begin.page;
    Extent extent = page.pricesFrom(first);
    if (m_request.volume)
        extent.volume = page.volumeOf(first, begin.blocks);
    const bool withBlock = begin.inBlock && ends == Ends::WithBlocks;
    const qint64 firstPrice = withBlock ? extent.low : page.nodes.firsts[std::size_t(first)];
    putLast(column, extent, firstPrice, isAll ? page.nodes.lasts[std::size_t(begin.blocks) - 1] : firstPrice);
}

//! Sections [begin, end), which is not empty.
void Query::putSections(Column &column, std::size_t begin, std::size_t end)
{
    const std::size_t chunksEnd = std::min(end, m_snapshot.chunkCount());
    if (begin < chunksEnd) {
        Extent extent = m_snapshot.chunks().extentOf(begin, chunksEnd);
        extent.volume = m_request.volume ? extent.volume : 0;
        const qint64 first = column.hasTicks ? column.first : m_snapshot.chunk(begin).all.first;
        putLast(column, extent, first, m_snapshot.chunk(chunksEnd - 1).all.last);
    }
    for (std::size_t section = std::max(begin, chunksEnd); section < end; ++section) {
        const IndexedPage &page = *m_ticks.page(section).page;
        Extent extent = page.pricesFrom(0);
        if (m_request.volume)
            extent.volume = page.volumeOf(0, page.nodes.count);
        putLast(column, extent, page.nodes.firsts[0], page.nodes.lasts[std::size_t(page.nodes.count) - 1]);
    }
}

//! From the beginning of the section of `end` up to that.
void Query::putBefore(Column &column, const Cut &end, Ends ends)
{
    if (!end.page) {
        if (end.absence == Absence::Missing)
            putUnknown(column, m_snapshot.chunk(end.section));
        return;
    }
    if (end.block == 0)
        return;
    const IndexedPage &page = *end.page;
    Extent extent = page.pricesBefore(end.block);
    if (m_request.volume)
        extent.volume = page.volumeOf(0, end.block);
    const bool withBlock = end.inBlock && ends == Ends::WithBlocks;
    putLast(column, extent, column.hasTicks ? column.first : page.nodes.firsts[0],
            withBlock ? extent.low : page.nodes.lasts[std::size_t(end.block) - 1]);
}

//! The edges [first, last] cut one block: it is asked for, and read when its memory has had the time to come.
void Query::askForBlock(std::size_t first, std::size_t last)
{
    const bool hasLeft = first > 0;
    const bool hasRight = last < m_columns.size();
    const Cover left = !hasLeft ? Cover{} : (m_coveredColumn == first - 1 ? m_cover : Cover::of(m_columns[first - 1]));
    const Cover right = hasRight ? Cover::of(m_columns[last]) : Cover{};
    m_coveredColumn = last;
    m_cover = right;
    if (first == last && hasLeft && hasRight && passOver(last, left, right))
        return;
    const Cut &cut = m_cuts[last];
    const PagedTicks::Block block = m_ticks.block(cut.section, cut.block);
    if (block.index)
        block.index->fetch(m_request.edges[last], cut.page->lines[std::size_t(cut.block)].firstTime,
                           cut.page->nodes.lastTimes[std::size_t(cut.block)], !m_request.rows);
    m_asked[m_askedEnd++ % kBlocksAhead] = {first, last, block};
    if (m_askedEnd - m_askedBegin == kBlocksAhead)
        takeBlock(m_asked[m_askedBegin++ % kBlocksAhead]);
}

//! What the block adds to the columns between and beside its edges.
void Query::takeBlock(const AskedBlock &asked)
{
    if (asked.block.block && asked.block.index && asked.first == asked.last
        && readIndex(asked.first, *asked.block.index))
        return;
    if (asked.block.block)
        readBlock(asked.first, asked.last, asked.block);
    else if (asked.block.absence == Absence::Damaged)
        leaveOut(asked.first, asked.last);
    else
        allowFor(asked.first, asked.last);
}

//! True when the block does not matter to the picture, because both columns cover all its rows anyway.
bool Query::passOver(std::size_t edge, const Cover &left, const Cover &right)
{
    if (!m_request.rows || m_request.volume || !left.hasTicks || !right.hasTicks)
        return false;
    const IndexedPage::Line &line = m_cuts[edge].page->lines[std::size_t(m_cuts[edge].block)];
    if (!m_request.rows->isCovered(line.low, line.high, left.low, left.high)
        || !m_request.rows->isCovered(line.low, line.high, right.low, right.high))
        return false;
    m_columns[edge - 1].last = line.low;
    m_columns[edge].first = line.low;
    // What covers it may turn out narrower: then this edge is to be looked at again.
    if (!left.isFinal || !right.isFinal) {
        m_columns[edge - 1].isFinal = false;
        m_columns[edge].isFinal = false;
    }
    return true;
}

//! As passOver(), for the 32 ticks that the edge is among, or right before: what is before and after them suffices when
//! it covers them and the tick before them, for the join of the two columns lies between some of these. False when not.
bool Query::readIndex(std::size_t edge, const IndexedBlock &block)
{
    if (!m_request.rows || m_request.volume || edge == 0 || edge == m_columns.size())
        return false;
    const int step = block.stepAt(m_request.edges[edge]);
    if (step == IndexedBlock::kSteps)
        return false;
    const IndexedBlock::Line &line = block.lines[std::size_t(step)];
    Column left = m_columns[edge - 1];
    Column right = m_columns[edge];
    if (!line.before.isEmpty())
        putLast(left, {line.before.low, line.before.high}, left.hasTicks ? left.first : block.ticks.prices[0],
                line.low);
    if (!line.after.isEmpty())
        putFirst(right, {line.after.low, line.after.high}, line.low,
                 right.hasTicks ? right.last : block.ticks.prices[std::size_t(block.ticks.count) - 1]);
    if (!left.hasTicks || !right.hasTicks || !left.isFinal || !right.isFinal
        || !m_request.rows->isCovered(line.low, line.high, left.low, left.high)
        || !m_request.rows->isCovered(line.low, line.high, right.low, right.high))
        return false;
    left.last = line.low;
    right.first = line.low;
    m_columns[edge - 1] = left;
    m_columns[edge] = right;
    return true;
}

void Query::readBlock(std::size_t first, std::size_t last, const PagedTicks::Block &found)
{
    const TickBlock &block = *found.block;
    const bool volume = m_request.volume;
    int begin = 0;
    for (std::size_t edge = first; edge <= last; ++edge) {
        const qint64 time = m_request.edges[edge];
        const int end = begin == 0 && found.index
                            ? found.index->tickAt(time)
                            : begin + lowerBound(block.times.data() + begin, block.count - begin, time);
        if (edge > 0 && end > begin) {
            const Extent extent = begin == 0 && found.index ? found.index->extentBefore(end, volume)
                                                            : extentOf(block, begin, end, volume);
            putLast(m_columns[edge - 1], extent, block.prices[std::size_t(begin)], block.prices[std::size_t(end) - 1]);
        }
        begin = end;
    }
    if (last == m_columns.size() || begin == block.count)
        return;
    const Extent extent = found.index ? found.index->extentFrom(begin, volume)
                                      : extentOf(block, begin, block.count, volume);
    putFirst(m_columns[last], extent, block.prices[std::size_t(begin)], block.prices[std::size_t(block.count) - 1]);
}

//! Damaged: the columns are what they are without it.
void Query::leaveOut(std::size_t first, std::size_t last)
{
    if (first > 0 && m_columns[first - 1].hasTicks) {
        const Column exact = wholeBlocks(first - 1, Ends::Exact);
        if (exact.hasTicks)
            m_columns[first - 1].last = exact.last;
    }
    if (last < m_columns.size() && m_columns[last].hasTicks)
        m_columns[last].first = wholeBlocks(last, Ends::Exact).first;
}

//! Missing: each column that it may have ticks in covers all of it for now.
void Query::allowFor(std::size_t first, std::size_t last)
{
    const BlockNode node = m_cuts[last].page->nodes.node(m_cuts[last].block);
    const std::size_t end = std::min(last + 1, m_columns.size());
    for (std::size_t column = first > 0 ? first - 1 : 0; column < end; ++column) {
        if (isVoid(column))
            continue;
        if (column == last)
            putFirst(m_columns[column], {node.low, node.high}, node.first, node.last);
        else
            putLast(m_columns[column], {node.low, node.high}, node.first, node.last);
        m_columns[column].isFinal = false;
    }
}

} // namespace

void queryColumns(const TickSnapshot &snapshot, PageCache &pages, const ColumnRequest &request,
                  std::span<Column> columns)
{
    if (columns.empty())
        return;
    pages.beginQuery();
    Query(snapshot, pages, request, columns).run();
}

} // namespace tickmark::ticks
