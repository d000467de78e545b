// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ticks/TickSnapshot.h>

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <map>
#include <mutex>

namespace tickmark::pipeline {

//! The way from a growing history of ticks to what shows it: whoever appends publishes a snapshot, from any thread and as
//! often as it likes; views hear of the newest one only, and at most once per display frame. What is published always
//! arrives, however late. Lives on the GUI thread.
class LiveFeed : public QObject
{
    Q_OBJECT

public:
    static constexpr int kFrameMs = 16;

    explicit LiveFeed(QObject *parent = nullptr);

    //! Any thread; never waits for a view.
    void publish(qint64 seriesId, ticks::SnapshotPtr snapshot);

    //! What was published of this series and not told yet is not told any more: a replay has ended.
    void forget(qint64 seriesId);

Q_SIGNALS:
    void advanced(qint64 seriesId, const tickmark::ticks::SnapshotPtr &snapshot);

private:
    void wake();
    void tellNewest();

    std::mutex m_mutex;
    std::map<qint64, ticks::SnapshotPtr> m_newest; //!< not told yet
    bool m_woken = false;                          //!< a call of wake() is on its way, or the timer runs
    QElapsedTimer m_sinceTold;
    QTimer m_frame;
};

} // namespace tickmark::pipeline
