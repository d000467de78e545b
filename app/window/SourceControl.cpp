// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceControl.h"

#include <QCoreApplication>

#include <chrono>

namespace tickmark::window {

namespace {

constexpr std::chrono::milliseconds kAfterOpening{1500}; // charts and lists read first

} // namespace

SourceControl::SourceControl(QObject *parent) : QObject(parent)
{
    m_start.setSingleShot(true);
    m_start.setInterval(kAfterOpening);
    connect(&m_start, &QTimer::timeout, this, &SourceControl::scheduler);
}

SourceControl::~SourceControl() = default;

void SourceControl::setSession(pipeline::StoreSession *session)
{
    m_start.stop();
    m_scheduler.reset();
    m_session = session;
    if (session)
        m_start.start();
}

const std::shared_ptr<sources::HttpClient> &SourceControl::http()
{
    if (!m_http) {
        sources::HttpClientOptions options;
        options.userAgent = QByteArrayLiteral("Tickmark/") + QCoreApplication::applicationVersion().toUtf8();
        m_http = std::make_shared<sources::HttpClient>(std::move(options));
    }
    return m_http;
}

pipeline::FetchScheduler *SourceControl::scheduler()
{
    if (m_scheduler || !m_session)
        return m_scheduler.get();
    m_start.stop();
    m_scheduler = std::make_unique<pipeline::FetchScheduler>(*m_session, pipeline::networkCalls(*m_session, http()),
                                                             m_keys, pipeline::systemClocks());
    m_scheduler->reload();
    Q_EMIT started(m_scheduler.get());
    return m_scheduler.get();
}

void SourceControl::endRunOf(const QString &source)
{
    if (!m_scheduler)
        return;
    for (const pipeline::SourceStatus &status : m_scheduler->sources()) {
        if (status.isRunning && status.setup.name.compare(source, Qt::CaseInsensitive) == 0) {
            m_scheduler->cancel(status.setup.sourceId);
            return; // the list may be another one now
        }
    }
}

} // namespace tickmark::window
