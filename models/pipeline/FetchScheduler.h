// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FetchJob.h"
#include "StoreSession.h"
#include <sources/keys/KeyVault.h>

#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace tickmark::pipeline {

//! Where a source stands, as a window shows it.
struct SourceStatus
{
    store::SourceSetup setup;
    bool isRunning = false;
    qint64 done = 0; //!< answers of the run
    qint64 total = 0;
    std::optional<core::Time> lastRun;
    std::optional<core::Time> lastSuccess;
    std::optional<core::Time> nextRun; //!< nothing: only when asked to
    int failures = 0;
    QString errorCode;  //!< of the last run; empty: it went well
    QString errorText;  //!< one translated sentence
    QString lastAnswer; //!< one translated line: "12 new, 3 replaced"; of this session only
};

//! The clocks of the scheduler; tests bring their own. Waiting goes by the monotonic one, so that a wall clock that is set
//! (or a machine that sleeps) neither skips a run nor runs a source twice.
struct FetchClocks
{
    std::function<core::Time()> wall;
    std::function<std::chrono::nanoseconds()> monotonic;
};
[[nodiscard]] FetchClocks systemClocks();

//! When a source runs next: by its schedule in the hours of the calendars of its instruments (none: around the clock),
//! never before a server wants to be asked again, and later the more often it failed (doubled from 1 minute up to 6 hours,
//! but never past its next ordinary run by more than that). Nothing: only when asked to. Pure.
[[nodiscard]] std::optional<core::Time> nextRun(const store::SourceSetup &setup,
                                                std::span<const store::FetchState> states,
                                                std::span<const core::CalendarPtr> calendars, core::Time now);

//! Runs the sources of one store when they are due, one run per source at a time, on the session's job threads. Lives on
//! the GUI thread and never waits there. Owned by the window; goes before the session and cancels what runs.
class FetchScheduler : public QObject
{
    Q_OBJECT

public:
    FetchScheduler(StoreSession &session, std::shared_ptr<sources::HttpClient> http, sources::KeyVault &keys,
                   FetchClocks clocks, QObject *parent = nullptr);
    ~FetchScheduler() override;

    //! By name. Empty until the store has been read; statusChanged() tells.
    [[nodiscard]] const std::vector<SourceStatus> &sources() const { return m_sources; }
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    [[nodiscard]] bool isRunning() const;

    //! Now, whatever the schedule says. Source 0: all that are enabled.
    void fetchNow(qint64 sourceId = 0);
    void cancel(qint64 sourceId = 0);
    //! No source runs by itself any more until this is taken back; what runs is ended.
    void pauseAll(bool pause);
    //! Reads the set-ups again: somebody has changed them.
    void reload();

Q_SIGNALS:
    //! Some source's status, or the list of them.
    void statusChanged();
    void progressed(qint64 sourceId, qint64 done, qint64 total);
    //! A run has ended, well or not.
    void finished(const tickmark::pipeline::FetchReport &report);

private:
    std::vector<SourceStatus> m_sources;
    bool m_isPaused = false;
};

} // namespace tickmark::pipeline
