// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ReplayTape.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace tickmark::pipeline {

//! Where a replay stands. A value.
struct ReplayState
{
    core::Time position;    //!< of the market: every tick up to here has been played
    core::TimeRange extent; //!< from the first tick there is to just after the last
    double speed = 1;       //!< seconds of the market per second
    bool isPlaying = false;
    bool isAtEnd = false;
};

//! Plays the stored ticks of one series as if they came in now: a snapshot that grows, published like that of a live
//! series. Nothing is written. Time without ticks longer than ReplayTape::kLongestQuiet is skipped. Lives on the GUI
//! thread and works on a thread of its own; what is asked of it happens soon.
class Replay : public QObject
{
    Q_OBJECT

public:
    using Publish = std::function<void(qint64 seriesId, ticks::SnapshotPtr snapshot)>;

    //! Opens the store at `path` for reading on its thread, and stands still at the beginning (see seek()). `publish` is
    //! called on that thread.
    Replay(QString path, qint64 seriesId, Publish publish, QObject *parent = nullptr);
    ~Replay() override;

    [[nodiscard]] qint64 seriesId() const { return m_seriesId; }
    void play();
    void pause();
    void setSpeed(double speed); //!< above 0
    //! Everything before `time` is there at once, the rest is still to come. Clamped to the extent.
    void seek(core::Time time);

Q_SIGNALS:
    void stateChanged(const tickmark::pipeline::ReplayState &state);
    void failed(const tickmark::core::Error &error);

private:
    class Player;

    qint64 m_seriesId;
    QThread m_thread;
    Player *m_player; //!< on m_thread, goes with it
};

} // namespace tickmark::pipeline
