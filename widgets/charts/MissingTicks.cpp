// SPDX-License-Identifier: GPL-3.0-or-later
#include "MissingTicks.h"

namespace tickmark::charts {

std::vector<MissingTicks> takeMissingTicks(const ChartContent &content)
{
    std::vector<MissingTicks> missing;
    for (const auto &[symbol, curve] : content.curves) {
        if (!curve.ticks)
            continue;
        std::vector<ticks::PageRequest> requests = curve.ticks->pages->takeMissing();
        if (!requests.empty())
            missing.push_back({curve.ticks->pages, std::move(requests)});
    }
    return missing;
}

core::Result<std::shared_ptr<std::vector<LoadedTicks>>> loadTicks(const std::vector<MissingTicks> &missing,
                                                                  ticks::ChunkReader &chunks, std::stop_token stop)
{
    auto answer = std::make_shared<std::vector<LoadedTicks>>();
    for (const MissingTicks &one : missing) {
        auto loaded = ticks::loadPages(chunks, one.requests, stop);
        if (!loaded)
            return tl::unexpected(loaded.error());
        const bool isComplete = loaded->size() == one.requests.size();
        answer->push_back({one.pages, std::move(*loaded), isComplete});
    }
    return answer;
}

bool insertTicks(std::vector<LoadedTicks> &loaded)
{
    bool isComplete = true;
    for (LoadedTicks &one : loaded) {
        isComplete = isComplete && one.isComplete;
        one.pages->insert(std::move(one.loaded));
    }
    return isComplete;
}

ChartContent withOwnPages(ChartContent content)
{
    for (auto &[symbol, curve] : content.curves) {
        if (!curve.ticks)
            continue;
        auto own = std::make_shared<TickCurve>(*curve.ticks);
        own->pages = std::make_shared<TickPages>();
        curve.ticks = std::move(own);
    }
    return content;
}

} // namespace tickmark::charts
