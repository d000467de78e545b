// SPDX-License-Identifier: GPL-3.0-or-later
#include "PageLoader.h"

#include "ChunkFormat.h"
#include "Saturation.h"

#include <algorithm>

namespace tickmark::ticks {

namespace {

void scale(std::span<qint64> values, qint64 factor)
{
    if (factor == 1)
        return;
    for (qint64 &value : values)
        value = saturatedProduct(value, factor);
}

LoadedPage nodesOf(const PageRequest &request, std::span<const std::byte> bytes)
{
    core::Result<NodePage> page = decodeNodes(bytes);
    if (!page)
        return {.request = request, .damaged = true};
    for (auto *prices : {&page->firsts, &page->lows, &page->highs, &page->lasts})
        scale(*prices, request.priceScale);
    scale(page->volumes, request.sizeScale);
    return {.request = request, .nodes = std::make_unique<const IndexedPage>(*page)};
}

LoadedPage blockOf(const PageRequest &request, const core::Result<ChunkView> &view)
{
    if (!view || request.block >= view->blocks())
        return {.request = request, .damaged = true};
    TickBlock block;
    if (!view->decode(request.block, block))
        return {.request = request, .damaged = true};
    scale(block.prices, request.priceScale);
    scale(block.sizes, request.sizeScale);
    return {.request = request, .block = std::make_unique<const IndexedBlock>(block)};
}

bool isAnswer(const core::Result<void> &read)
{
    return read || read.error().code == core::ErrorCode::NotFound || read.error().code == core::ErrorCode::Damaged;
}

//! The pages of one chunk, of which at least one is asked for: nodes, or blocks.
core::Result<void> loadChunk(ChunkReader &reader, std::span<const PageRequest> requests, std::vector<std::byte> &bytes,
                             std::vector<LoadedPage> &pages)
{
    const PageRequest &one = requests.front();
    const bool nodes = one.block == PageRequest::kNodes;
    const core::Result<void> read = nodes ? reader.readNodes(one.chunk, one.version, bytes)
                                          : reader.readData(one.chunk, one.version, bytes);
    if (!isAnswer(read))
        return read;
    if (!read && read.error().code == core::ErrorCode::NotFound)
        return {};
    if (!read)
        bytes.clear(); // which no check passes
    if (nodes) {
        for (const PageRequest &request : requests)
            pages.push_back(nodesOf(request, bytes));
        return {};
    }
    const core::Result<ChunkView> view = ChunkView::open(bytes);
    for (const PageRequest &request : requests)
        pages.push_back(blockOf(request, view));
    return {};
}

} // namespace

core::Result<std::vector<LoadedPage>> loadPages(ChunkReader &reader, std::vector<PageRequest> requests,
                                                std::stop_token stop)
{
    std::sort(requests.begin(), requests.end());
    std::vector<LoadedPage> pages;
    pages.reserve(requests.size());
    std::vector<std::byte> bytes;
    for (auto begin = requests.begin(); begin != requests.end();) {
        if (stop.stop_requested())
            return core::failure(core::ErrorCode::Cancelled, {});
        const bool nodes = begin->block == PageRequest::kNodes;
        const auto end = std::find_if(begin, requests.end(), [&](const PageRequest &request) {
            return request.chunk != begin->chunk || request.version != begin->version
                   || (request.block == PageRequest::kNodes) != nodes;
        });
        if (auto loaded = loadChunk(reader, {begin, end}, bytes, pages); !loaded)
            return tl::unexpected(std::move(loaded.error()));
        begin = end;
    }
    return pages;
}

LoadedPage loadResident(const ResidentChunk &chunk, const PageRequest &request)
{
    if (request.block == PageRequest::kNodes)
        return {.request = request, .nodes = std::make_unique<const IndexedPage>(chunk.nodes)};
    return blockOf(request, ChunkView::open(chunk.data));
}

} // namespace tickmark::ticks
