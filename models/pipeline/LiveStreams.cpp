// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveStreams.h"

#include "LiveEngine.h"
#include <sources/streams/StreamProvider.h>

#include <mutex>
#include <utility>

namespace tickmark::pipeline {

//! The engine and the sockets that feed it.
class LiveStreams::Engine
{
public:
    Engine(LiveTools tools, Listener listener, sources::StreamPatience patience)
        : m_live(std::move(tools), std::move(listener), sockets()),
          m_streams(std::make_unique<sources::StreamThread>(m_live, patience))
    {}
    ~Engine()
    {
        // first the sockets, so that nothing comes any more; the engine may be calling them
        std::unique_ptr<sources::StreamThread> streams;
        {
            const std::scoped_lock lock(m_guard);
            streams = std::move(m_streams);
        }
        streams.reset();
        m_live.finish();
    }
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    void post(LiveInbox::Message message) { m_live.post(std::move(message)); }

private:
    template <typename Call>
    void call(Call made)
    {
        const std::scoped_lock lock(m_guard);
        if (m_streams)
            made(*m_streams);
    }

    LiveEngine::Sockets sockets()
    {
        return {[this](sources::StreamRequest request) {
                    call([&](sources::StreamThread &streams) { streams.start(std::move(request)); });
                },
                [this](qint64 sourceId) { call([=](sources::StreamThread &streams) { streams.stop(sourceId); }); },
                [this] { call([](sources::StreamThread &streams) { streams.retryNow(); }); }};
    }

    std::mutex m_guard; // before the engine, whose thread uses it
    LiveEngine m_live;
    std::unique_ptr<sources::StreamThread> m_streams;
};

LiveStreams::LiveStreams(LiveTools tools, Listener listener, sources::StreamPatience patience)
    : m_engine(std::make_unique<Engine>(std::move(tools), std::move(listener), patience))
{}

LiveStreams::~LiveStreams() = default;

void LiveStreams::start(LiveRequest request)
{
    m_engine->post(LiveInbox::Start{std::move(request)});
}

void LiveStreams::stop(qint64 sourceId, qint64 instrumentId)
{
    m_engine->post(LiveInbox::Stop{sourceId, instrumentId});
}

void LiveStreams::stopAll()
{
    m_engine->post(LiveInbox::Stop{});
}

void LiveStreams::retryNow()
{
    m_engine->post(LiveInbox::Retry{});
}

bool LiveStreams::canStream(const QString &provider)
{
    return sources::streamProvider(provider) != nullptr;
}

} // namespace tickmark::pipeline
