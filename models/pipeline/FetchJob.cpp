// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchJob.h"

#include "FetchRun.h"

#include <algorithm>
#include <utility>

namespace tickmark::pipeline {

using core::Result;

bool FetchReport::isComplete() const
{
    return !error && std::ranges::none_of(items, [](const FetchedItem &item) { return item.error.has_value(); });
}

Result<std::vector<FetchReport>> fetchSources(std::span<const FetchTask> tasks, const FetchTools &tools,
                                              const FetchOptions &options, std::stop_token stop,
                                              const FetchProgress &progress)
{
    FetchOutcome outcome = runSources(tasks, tools, options, std::move(stop), progress);
    if (outcome.error)
        return tl::unexpected(std::move(*outcome.error));
    return std::move(outcome.reports);
}

FetchOutcome runSources(std::span<const FetchTask> tasks, const FetchTools &tools, const FetchOptions &options,
                        std::stop_token stop, const FetchProgress &progress)
{
    return FetchRun(tasks, tools, options, std::move(stop), progress).run();
}

} // namespace tickmark::pipeline
