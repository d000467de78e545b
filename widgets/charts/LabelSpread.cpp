// SPDX-License-Identifier: GPL-3.0-or-later
#include "LabelSpread.h"

#include <algorithm>
#include <numeric>

namespace tickmark::charts {

namespace {

//! Labels that touch each other and move together.
struct Block
{
    std::size_t first = 0; //!< in sorted order
    std::size_t count = 0;
    double height = 0;
    double wantedTopSum = 0; //!< sum over the labels of where each would like the block's top to be
    double top = 0;
};

void settle(Block &block, double top, double bottom)
{
    const double wanted = block.wantedTopSum / double(block.count);
    block.top = std::max(top, std::min(wanted, bottom - block.height));
}

} // namespace

std::vector<double> spreadLabels(std::span<const SpreadLabel> labels, double top, double bottom)
{
    std::vector<std::size_t> order(labels.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return labels[i].wanted; });

    // Pool adjacent violators: the least-squares positions under the condition that no two labels overlap.
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const SpreadLabel &label = labels[order[i]];
        Block block{i, 1, label.height(), label.wanted - label.above, 0};
        settle(block, top, bottom);
        blocks.push_back(block);
        while (blocks.size() > 1
               && blocks[blocks.size() - 2].top + blocks[blocks.size() - 2].height > blocks.back().top) {
            const Block last = blocks.back();
            blocks.pop_back();
            Block &above = blocks.back();
            above.wantedTopSum += last.wantedTopSum - double(last.count) * above.height;
            above.height += last.height;
            above.count += last.count;
            settle(above, top, bottom);
        }
    }

    std::vector<double> lines(labels.size());
    for (const Block &block : blocks) {
        double y = block.top;
        for (std::size_t i = block.first; i < block.first + block.count; ++i) {
            const SpreadLabel &label = labels[order[i]];
            lines[order[i]] = y + label.above;
            y += label.height();
        }
    }
    return lines;
}

} // namespace tickmark::charts
