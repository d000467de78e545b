// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FetchTrial.h"

#include <functional>
#include <memory>

namespace tickmark::pipeline {

class StoreSession;

//! What a scheduler has done on other threads; tests bring a script.
struct FetchCalls
{
    //! As fetchSources().
    std::function<core::Result<std::vector<FetchReport>>(std::span<const FetchTask> tasks, const FetchOptions &options,
                                                         const std::stop_token &stop, const FetchProgress &progress)>
        fetch;
    //! As trySource().
    std::function<core::Result<SourceTrial>(const FetchTask &task, core::Time now, const std::stop_token &stop)>
        attempt;
};

//! fetchSources() and trySource() on the session's store, each call with a reader of its own. For StoreSession::run() of
//! that session, which waits for them before its writer goes.
[[nodiscard]] FetchCalls networkCalls(const StoreSession &session, std::shared_ptr<sources::HttpClient> http);

} // namespace tickmark::pipeline
