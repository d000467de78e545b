// SPDX-License-Identifier: GPL-3.0-or-later
#include "StreamThread.h"

#include "StreamConnection.h"

#include <map>
#include <memory>

namespace tickmark::sources {

//! The connections by their source. On the stream thread.
class StreamThread::Streams : public QObject
{
public:
    Streams(StreamSink &sink, StreamPatience patience, StreamClock clock) : m_around{sink, patience, std::move(clock)}
    {}

    ~Streams() override
    {
        for (const auto &[sourceId, connection] : m_connections)
            connection->stop();
    }

    void start(const StreamRequest &request)
    {
        const auto before = m_connections.find(request.sourceId);
        if (request.symbols.empty() || !streamProvider(request.provider)) {
            stop(request.sourceId);
            return;
        }
        if (before != m_connections.end() && before->second->change(request))
            return;
        stop(request.sourceId);
        std::optional<core::Time> heardBefore;
        if (const auto heard = m_heard.find(request.sourceId); heard != m_heard.end())
            heardBefore = heard->second;
        auto connection = std::make_unique<StreamConnection>(m_around, request, heardBefore);
        StreamConnection &started = *connection;
        m_connections.emplace(request.sourceId, std::move(connection));
        started.begin();
    }

    void stop(qint64 sourceId)
    {
        const auto found = m_connections.find(sourceId);
        if (found == m_connections.end())
            return;
        found->second->stop();
        if (const auto heard = found->second->lastHeard())
            m_heard[sourceId] = *heard;
        m_connections.erase(found);
    }

    void retryNow()
    {
        for (const auto &[sourceId, connection] : m_connections)
            connection->retryNow();
    }

private:
    const StreamConnection::Surroundings m_around;
    std::map<qint64, std::unique_ptr<StreamConnection>> m_connections;
    std::map<qint64, core::Time> m_heard; //!< of those that were stopped
};

StreamThread::StreamThread(StreamSink &sink, StreamPatience patience, StreamClock clock)
    : m_streams(new Streams(sink, patience, std::move(clock)))
{
    m_thread.setObjectName(QStringLiteral("streams"));
    m_streams->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_streams, &QObject::deleteLater);
    m_thread.start();
}

StreamThread::~StreamThread()
{
    m_thread.quit();
    m_thread.wait();
}

template <typename Work>
void StreamThread::run(Work work)
{
    QMetaObject::invokeMethod(m_streams, std::move(work), Qt::QueuedConnection);
}

void StreamThread::start(StreamRequest request)
{
    run([streams = m_streams, request = std::move(request)] { streams->start(request); });
}

void StreamThread::stop(qint64 sourceId)
{
    run([streams = m_streams, sourceId] { streams->stop(sourceId); });
}

void StreamThread::retryNow()
{
    run([streams = m_streams] { streams->retryNow(); });
}

} // namespace tickmark::sources
