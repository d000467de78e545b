// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FetchCalls.h"
#include "FetchSetups.h"
#include "StoreSession.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

namespace tickmark::sources {
class KeyVault;
}

namespace tickmark::pipeline {

//! Where a source stands, as a window shows it.
struct SourceStatus
{
    store::SourceSetup setup;
    bool isRunning = false;
    bool isStreamed = false; //!< live: it does not run meanwhile
    qint64 done = 0;         //!< answers, and what it has asked for so far
    qint64 total = 0;
    std::optional<core::Time> lastRun;
    std::optional<core::Time> lastSuccess;
    //! Nothing: only when asked to, or it is being streamed, or nothing runs at all (isPaused(), whyIdle()).
    std::optional<core::Time> nextRun;
    int failures = 0;       //!< runs in a row in which something failed
    QString errorCode;      //!< of the last run; empty: it went well
    QStringList errorNames; //!< both for errorSentence()
    QString errorText;
    std::vector<store::FetchState> failedItems; //!< of the last run
    std::optional<FetchReport> report;          //!< of the last run that this scheduler saw; see answerText()
};

//! What a run brought, as one line of the present language: "12 new, 3 replaced".
[[nodiscard]] QString answerText(const FetchReport &report);
//! Why the last run failed, in the present language.
[[nodiscard]] QString errorSentence(const SourceStatus &status);

//! Its last run did: one that was ended before it was through has not failed.
[[nodiscard]] bool hasFailed(const SourceStatus &status);

//! Answers, of so many that were asked for.
struct FetchCount
{
    qint64 done = 0;
    qint64 total = 0;
};

//! The clocks of the scheduler; tests bring their own. Waiting goes by the monotonic one, so that a wall clock that is set
//! neither skips a run nor runs a source twice; it goes on while the machine sleeps, so a run that was missed then comes
//! after waking.
struct FetchClocks
{
    std::function<core::Time()> wall;
    std::function<std::chrono::nanoseconds()> monotonic;
};
[[nodiscard]] FetchClocks systemClocks();

//! Runs the sources of one store when they are due (NextRun.h), one run per source at a time, on the session's job
//! threads. What is due together runs together, one run per provider. A source of it that is through is done with, however
//! long others of its run take. Tells the session what came, so that views and claims follow. Runs nothing on a store that can only be read or is lost. Lives on the GUI thread and never waits there.
//! Owned by the window; goes before the session and cancels what runs.
class FetchScheduler : public QObject
{
    Q_OBJECT

public:
    //! Session and vault outlive it. Reads nothing before the first reload(), and so delays nothing.
    FetchScheduler(StoreSession &session, FetchCalls calls, sources::KeyVault &keys, FetchClocks clocks,
                   QObject *parent = nullptr);
    ~FetchScheduler() override;

    //! By name. Empty until the store has been read; statusChanged() tells.
    [[nodiscard]] const std::vector<SourceStatus> &sources() const { return m_sources; }
    [[nodiscard]] bool isPaused() const { return m_isPaused; }
    [[nodiscard]] bool isRunning() const { return !m_runs.empty(); }
    //! Of all runs that are under way, also of their sources that are through.
    [[nodiscard]] FetchCount progress() const;
    //! Why nothing can run at all: the store can only be read, or is lost.
    [[nodiscard]] const std::optional<core::Error> &whyIdle() const { return m_session.whyReadOnly(); }

    //! Now, whatever the schedule and the server's patience say. Source 0: all that are enabled. One that is running
    //! already is left to it. Works while paused.
    void fetchNow(qint64 sourceId = 0);
    //! Ends the run of the source, which comes again when it is next due; 0: of all, also of those that are due and wait.
    //! Others that shared its run start again at once; what was committed stays.
    void cancel(qint64 sourceId = 0);
    //! No source runs by itself any more until this is taken back; what runs is ended. For this run of the program.
    void pauseAll(bool pause);
    //! These are being streamed: whoever streams them asks for what is missing too, so they do not run here, not even when
    //! asked for, and what runs of them is ended. In place of those that were named before.
    void setStreamed(std::set<qint64> sourceIds);
    //! Reads the set-ups again: somebody has changed them. A run of a source that was removed, or is to ask for something
    //! else now, is ended.
    void reload();
    //! Starts what is due. It does so by itself, at least every 30 seconds.
    void look();

    //! What the source answers; stores nothing. `setup` need not be in the store. Ends as Cancelled with `stop`, or when
    //! the scheduler goes.
    [[nodiscard]] QFuture<core::Result<SourceTrial>> tryNow(store::SourceSetup setup, QByteArray key,
                                                            std::stop_token stop = {});

Q_SIGNALS:
    //! Some source's status, or the list of them; many changes at once are told once.
    void statusChanged();
    //! A source's run has ended, well or not. Its status follows.
    void finished(const tickmark::pipeline::FetchReport &report);

private:
    friend struct FetchSchedulerTestAccess; // tests wait until it has nothing to do
    using Monotonic = std::chrono::nanoseconds;
    using RunResult = core::Result<std::vector<FetchReport>>;
    enum class Wish {
        None,
        Again, //!< its run was ended for the sake of another source
        Now,   //!< the user asks
    };
    //! Why a source's run is to end before it is through.
    enum class Ending {
        No,
        Dropped,  //!< the user does not want it: it counts as done
        Left,     //!< nothing runs any more
        Outdated, //!< the set-up is another one now: once more, with that
    };
    //! What the scheduler knows of a source besides its status.
    struct Timing
    {
        SourcePlan plan;
        store::FetchState own;        //!< of its last run here, for what leaves nothing in the store
        Monotonic wallAhead{};        //!< wall clock less monotonic at its last run
        std::optional<Monotonic> due; //!< nothing: not by itself
        Wish wish = Wish::None;
        Ending ending = Ending::No;
        quint64 run = 0; //!< 0: none
    };
    struct Run
    {
        std::vector<FetchTask> tasks;
        FetchOptions options;
        std::stop_source stop;
        std::size_t keysMissing = 0; //!< not out of the keychain yet
        FetchCount count;
        std::set<qint64> ended; //!< sources that are through
    };
    //! Lets job threads call a scheduler that may go meanwhile.
    struct Gate
    {
        std::mutex mutex;
        FetchScheduler *scheduler = nullptr;
    };

    // FetchScheduler.cpp: when sources run
    void take(const std::vector<SourcePlan> &plans);
    void endOutdated(const std::vector<SourcePlan> &plans);
    void plan(SourceStatus &status, Timing &timing);
    void planAll();
    [[nodiscard]] std::vector<store::FetchState> statesNow(const Timing &timing) const;
    [[nodiscard]] bool canRun() const;
    [[nodiscard]] bool isDue(SourceStatus &status, Timing &timing);
    [[nodiscard]] Monotonic wallAhead() const;
    void leaveAll();
    void endRun(Timing &timing, Ending ending);
    void passOver(Timing &timing, core::Time at);
    void armTimer();
    void tellStatus();
    [[nodiscard]] SourceStatus *statusOf(qint64 sourceId);

    // FetchSchedulerRuns.cpp: how they run
    void begin(const std::vector<qint64> &sourceIds, bool asked);
    void readKey(quint64 runId, std::size_t task);
    void launch(quint64 runId);
    void takeStep(quint64 runId, const FetchStep &step);
    void takeEnd(quint64 runId, const FetchReport &report);
    void end(quint64 runId, const RunResult &result);
    void endSource(const Run &run, qint64 sourceId, const FetchReport *report, bool cancelled);
    void tellBrought();

    StoreSession &m_session;
    FetchCalls m_calls;
    sources::KeyVault &m_keys;
    FetchClocks m_clocks;
    std::shared_ptr<Gate> m_gate = std::make_shared<Gate>();
    std::vector<SourceStatus> m_sources;
    std::map<qint64, Timing> m_timings; //!< by source
    std::map<quint64, Run> m_runs;
    std::set<qint64> m_streamed;
    std::set<qint64> m_asked; //!< to be fetched once the set-ups have been read; 0: all
    quint64 m_lastRunId = 0;
    bool m_isPaused = false;
    bool m_isReading = false;
    bool m_readAgain = false;
    Monotonic m_firstAhead{};   //!< wall clock less monotonic at the beginning
    Monotonic m_plannedAhead{}; //!< and when all was planned
    Monotonic m_plannedAt{};
    std::stop_source m_stop; //!< of what reads and tries
    QTimer m_look;
    QTimer m_tell;
    StoreChanges m_brought; //!< not told yet
    QTimer m_tellBrought;
};

} // namespace tickmark::pipeline
