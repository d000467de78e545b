// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveRuns.h"

#include <utility>

namespace tickmark::window {

namespace {

class Streams : public LiveRuns
{
public:
    Streams(pipeline::LiveTools tools, pipeline::LiveStreams::Listener listener, sources::StreamPatience patience)
        : m_streams(std::move(tools), std::move(listener), patience)
    {}

    void start(pipeline::LiveRequest request) override { m_streams.start(std::move(request)); }
    void stop(qint64 sourceId, qint64 instrumentId) override { m_streams.stop(sourceId, instrumentId); }
    void retryNow() override { m_streams.retryNow(); }

private:
    pipeline::LiveStreams m_streams;
};

} // namespace

MakeLiveRuns liveStreams(sources::StreamPatience patience)
{
    return [patience](pipeline::LiveTools tools, pipeline::LiveStreams::Listener listener) {
        return std::make_unique<Streams>(std::move(tools), std::move(listener), patience);
    };
}

} // namespace tickmark::window
