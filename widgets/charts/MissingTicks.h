// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartContent.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace tickmark::charts {

//! Ticks that pictures of one series would have needed.
struct MissingTicks
{
    std::shared_ptr<TickPages> pages;
    std::vector<ticks::PageRequest> requests;
};

//! The answer to a MissingTicks.
struct LoadedTicks
{
    std::shared_ptr<TickPages> pages;
    std::vector<ticks::LoadedPage> loaded;
    bool isComplete = true; //!< false: the store has rewritten some of them by now
};

//! Of all curves; empty while an answer is on its way. On the thread of the charts.
[[nodiscard]] std::vector<MissingTicks> takeMissingTicks(const ChartContent &content);
//! On the thread of the reader; shared, because its values cannot be copied.
[[nodiscard]] core::Result<std::shared_ptr<std::vector<LoadedTicks>>> loadTicks(
    const std::vector<MissingTicks> &missing, ticks::ChunkReader &chunks, std::stop_token stop = {});
//! Back on the thread of the charts. False when anything was not complete.
bool insertTicks(std::vector<LoadedTicks> &loaded);

//! `content` with pages of its own, for a picture beside those of a window.
[[nodiscard]] ChartContent withOwnPages(ChartContent content);

} // namespace tickmark::charts
