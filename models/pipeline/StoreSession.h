// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LiveFeed.h"
#include <core/CalendarSet.h>
#include <core/Result.h>
#include <store/ReaderPool.h>
#include <store/StoreWriter.h>

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <stop_token>
#include <type_traits>

namespace tickmark::pipeline {

//! What of a store changed; a view reads again what it shows of it.
enum class StoreChange {
    None = 0,
    Instruments = 1,
    Quotes = 2,
    News = 4,
    Shares = 8,
    Settings = 16,
    Claims = 32, //!< claims or their verdicts
    All = 63
};
Q_DECLARE_FLAGS(StoreChanges, StoreChange)
Q_DECLARE_OPERATORS_FOR_FLAGS(StoreChanges)

//! One store as a window works on it: queries on a small pool of reader threads, the writer, and the news of what
//! changed. Lives on the GUI thread and never waits there. Owned by the window; views are lent it and drop what they
//! have when it goes. Answers come as futures: bind them to a guard object with whenDone() (WhenDone.h).
class StoreSession : public QObject
{
    Q_OBJECT

public:
    //! Opens `path` on another thread: migrates, takes the lock. Where it cannot be written (read-only folder, in use by
    //! another program) it is opened for reading, and writer() is null. Errors as StoreReader::open.
    [[nodiscard]] static QFuture<core::Result<std::shared_ptr<StoreSession>>> open(
        const QString &path, std::shared_ptr<const core::CalendarSet> calendars);
    ~StoreSession() override;

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const core::CalendarSet &calendars() const { return *m_calendars; }
    [[nodiscard]] std::shared_ptr<const core::CalendarSet> sharedCalendars() const { return m_calendars; }
    //! Null when the store can only be read; whyReadOnly() says why.
    [[nodiscard]] store::StoreWriter *writer() const { return m_writer.get(); }
    [[nodiscard]] const std::optional<core::Error> &whyReadOnly() const { return m_whyReadOnly; }

    //! The file was gone once; nothing will be written through this session any more, even when it is back.
    [[nodiscard]] bool isLost() const { return m_lost; }

    //! Runs `query(reader, stop)` on a reader thread. `query` returns a core::Result. Cancelling `stop` interrupts it.
    template <typename Query>
    auto read(Query query, std::stop_token stop = {})
        -> QFuture<std::invoke_result_t<Query, store::StoreReader &, std::stop_token>>
    {
        using Answer = std::invoke_result_t<Query, store::StoreReader &, std::stop_token>;
        auto promise = std::make_shared<QPromise<Answer>>();
        QFuture<Answer> future = promise->future();
        promise->start();
        m_threads.start([promise, query = std::move(query), stop = std::move(stop), pool = m_readers]() mutable {
            if (stop.stop_requested()) {
                promise->addResult(Answer(core::failure(core::ErrorCode::Cancelled, {})));
            } else if (auto reader = pool->acquire()) {
                promise->addResult(query(**reader, stop));
            } else {
                promise->addResult(Answer(tl::unexpected(reader.error())));
            }
            promise->finish();
        });
        return future;
    }

    //! For work that writes and waits for the writer (imports): runs `work()` on a thread of its own pool.
    template <typename Work>
    auto run(Work work) -> QFuture<std::invoke_result_t<Work>>
    {
        using Answer = std::invoke_result_t<Work>;
        auto promise = std::make_shared<QPromise<Answer>>();
        QFuture<Answer> future = promise->future();
        promise->start();
        m_jobs.start([promise, work = std::move(work)]() mutable {
            promise->addResult(work());
            promise->finish();
        });
        return future;
    }

    //! Snapshots that are published here come out as ticksAdvanced(); the writer's do by themselves. Any thread.
    void publishTicks(qint64 seriesId, ticks::SnapshotPtr snapshot) { m_feed.publish(seriesId, std::move(snapshot)); }

    //! Snapshots of this series that are still on their way do not come out any more.
    void forgetTicks(qint64 seriesId) { m_feed.forget(seriesId); }

    //! Whoever has written says what; every view hears of it through changed(). Claims and verdicts are brought up to date
    //! in the background; when some have changed, changed() comes again and says so.
    void tellChanged(StoreChanges what);

Q_SIGNALS:
    void changed(tickmark::pipeline::StoreChanges what);
    //! A series of ticks has grown, or is replayed: its newest snapshot, at most once per display frame.
    void ticksAdvanced(qint64 seriesId, const tickmark::ticks::SnapshotPtr &snapshot);
    //! The file is gone or another one stands in its place: nothing can be written any more.
    void lost(const tickmark::core::Error &error);

private:
    //! What opening brings back from its thread.
    struct Parts
    {
        std::shared_ptr<store::ReaderPool> readers;
        std::unique_ptr<store::StoreWriter> writer;
        std::optional<core::Error> whyReadOnly;
    };
    //! What tells a file from another one of its name, and whether somebody else has written to it.
    struct FileMark
    {
        quint64 device = 0;
        quint64 inode = 0; //!< 0: there is no file
        qint64 changed = 0;
    };

    StoreSession(QString path, std::shared_ptr<const core::CalendarSet> calendars, Parts parts);
    [[nodiscard]] static core::Result<Parts> openParts(const QString &path);
    [[nodiscard]] static FileMark markOf(const QString &path);
    void watchFile();
    void keepClaims();
    void compareFile(const FileMark &now);

    QString m_path;
    std::shared_ptr<const core::CalendarSet> m_calendars;
    LiveFeed m_feed; //!< before the writer, whose thread publishes here
    std::shared_ptr<store::ReaderPool> m_readers;
    std::unique_ptr<store::StoreWriter> m_writer;
    std::unique_ptr<store::StoreWriter> m_retired; //!< of a lost store
    std::optional<core::Error> m_whyReadOnly;
    std::optional<FileMark> m_mark;
    bool m_lost = false;
    QTimer m_watch;
    QThreadPool m_threads; //!< last: it waits for its tasks before what they use goes
    QThreadPool m_jobs;
    std::stop_source m_claimStop;
    bool m_keepsClaims = false;    //!< a run is on its way
    bool m_claimsOutdated = false; //!< something changed meanwhile: another one has to follow
    QThreadPool m_claimThread;     //!< of its own, so that no import waits for it
};

} // namespace tickmark::pipeline
