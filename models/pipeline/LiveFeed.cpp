// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveFeed.h"

#include <utility>

namespace tickmark::pipeline {

LiveFeed::LiveFeed(QObject *parent) : QObject(parent)
{
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &LiveFeed::tellNewest);
}

void LiveFeed::publish(qint64 seriesId, ticks::SnapshotPtr snapshot)
{
    const std::lock_guard guard(m_mutex);
    m_newest[seriesId] = std::move(snapshot);
    if (m_woken)
        return;
    m_woken = true;
    QMetaObject::invokeMethod(this, &LiveFeed::wake, Qt::QueuedConnection);
}

void LiveFeed::forget(qint64 seriesId)
{
    const std::lock_guard guard(m_mutex);
    m_newest.erase(seriesId);
}

void LiveFeed::wake()
{
    const qint64 since = m_sinceTold.isValid() ? m_sinceTold.elapsed() : kFrameMs;
    if (since >= kFrameMs)
        tellNewest();
    else
        m_frame.start(int(kFrameMs - since));
}

void LiveFeed::tellNewest()
{
    std::map<qint64, ticks::SnapshotPtr> newest;
    {
        const std::lock_guard guard(m_mutex);
        newest.swap(m_newest);
        m_woken = false;
    }
    m_sinceTold.start();
    for (const auto &[seriesId, snapshot] : newest)
        Q_EMIT advanced(seriesId, snapshot);
}

} // namespace tickmark::pipeline
