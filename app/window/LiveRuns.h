// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pipeline/LiveStreams.h>

#include <functional>
#include <memory>

namespace tickmark::window {

//! The streams that a LiveControl starts and stops: pipeline::LiveStreams in the program. Goes before what it works with.
class LiveRuns
{
public:
    virtual ~LiveRuns() = default;

    //! These three as in LiveStreams.
    virtual void start(pipeline::LiveRequest request) = 0;
    virtual void stop(qint64 sourceId, qint64 instrumentId) = 0;
    virtual void retryNow() = 0;
};

using MakeLiveRuns =
    std::function<std::unique_ptr<LiveRuns>(pipeline::LiveTools tools, pipeline::LiveStreams::Listener listener)>;

//! Of the program. Tests are less patient.
[[nodiscard]] MakeLiveRuns liveStreams(sources::StreamPatience patience = {});

} // namespace tickmark::window
