// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChunkReader.h"
#include "IndexedBlock.h"
#include "IndexedPage.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace tickmark::ticks {

//! One page that a query would have needed: the nodes of a chunk, or one of its blocks.
struct PageRequest
{
    static constexpr int kNodes = -1;

    qint64 chunk = 0;
    qint32 version = 0;
    qint32 block = kNodes;
    qint64 priceScale = 1;
    qint64 sizeScale = 1;

    friend auto operator<=>(const PageRequest &, const PageRequest &) = default;
};

//! A page that was read and decoded, prices and sizes in the decimals of the series.
struct LoadedPage
{
    PageRequest request;
    std::unique_ptr<const IndexedPage> nodes{};  //!< of a request for nodes
    std::unique_ptr<const IndexedBlock> block{}; //!< of one for a block
    bool damaged = false;                        //!< neither is there: the bytes do not check
};

//! Reads and decodes pages, on a reader thread. Those that are of another version by now are left out; damaged ones come
//! back as such. Reads each chunk's data once however many of its blocks are asked for. Io, Cancelled.
[[nodiscard]] core::Result<std::vector<LoadedPage>> loadPages(ChunkReader &reader, std::vector<PageRequest> requests,
                                                              std::stop_token stop = {});

//! A block out of the data of a chunk that is in memory; damaged when its bytes do not check.
[[nodiscard]] LoadedPage loadResident(const ResidentChunk &chunk, const PageRequest &request);

} // namespace tickmark::ticks
