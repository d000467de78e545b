// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Connection.h"
#include "StoreError.h"
#include "StoreLock.h"
#include "TickWriter.h"

#include <QFuture>
#include <QPromise>

#include <SQLiteCpp/Transaction.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace tickmark::store {

//! The thread of one StoreWriter: runs tasks in order on the one writing connection, each in a transaction, and writes the
//! log back when nothing waits. A plain thread with a queue, because a task is a function and needs no event loop.
class WriterThread
{
public:
    //! `lock` is let go after the connection is closed.
    WriterThread(std::unique_ptr<Connection> connection, std::unique_ptr<StoreLock> lock);
    //! Cancels long tasks, runs the short ones that wait, ends.
    ~WriterThread();
    WriterThread(const WriterThread &) = delete;
    WriterThread &operator=(const WriterThread &) = delete;

    //! `task(Connection &)` in a transaction; what it throws rolls back and becomes the answer.
    template <typename Task>
    auto run(Task task)
    {
        return run(std::move(task), [](bool) {});
    }
    //! As run(); then `done(isOnDisk)` on this thread, before the answer.
    template <typename Task, typename Done>
    auto run(Task task, Done done)
    {
        return post([task = std::move(task)](Connection &connection, const CancelScope &) { return task(connection); },
                    {}, {}, std::move(done));
    }
    //! As run(), for a `task(Connection &, const CancelScope &)` that may take long: ended by `stop` and with the thread.
    template <typename Task>
    auto runLong(Task task, std::stop_token stop)
    {
        return runLong(std::move(task), std::move(stop), [](bool) {});
    }
    template <typename Task, typename Done>
    auto runLong(Task task, std::stop_token stop, Done done)
    {
        return post(std::move(task), std::move(stop), m_closing.get_token(), std::move(done));
    }

    //! For tasks; belongs to this thread.
    [[nodiscard]] TickWriter &ticks() { return *m_ticks; }

private:
    template <typename Task>
    using Outcome = std::invoke_result_t<Task, Connection &, const CancelScope &>;

    template <typename Task, typename Done>
    auto post(Task task, std::stop_token stop, std::stop_token closing, Done done)
    {
        const auto promise = std::make_shared<QPromise<core::Result<Outcome<Task>>>>();
        promise->start();
        auto future = promise->future();
        enqueue([this, promise, task = std::move(task), stop = std::move(stop), closing = std::move(closing),
                 done = std::move(done)] {
            auto outcome = inTransaction(task, stop, closing);
            done(outcome.has_value());
            promise->addResult(std::move(outcome));
            promise->finish();
        });
        return future;
    }

    template <typename Task>
    core::Result<Outcome<Task>> inTransaction(const Task &task, const std::stop_token &stop,
                                              const std::stop_token &closing)
    {
        return guarded(m_connection->path(), m_connection->handle(), [&] {
            const CancelScope cancel(*m_connection, stop, closing);
            SQLite::Transaction transaction(m_connection->database(), SQLite::TransactionBehavior::IMMEDIATE);
            if constexpr (std::is_void_v<Outcome<Task>>) {
                task(*m_connection, cancel);
                requireInPlace();
                transaction.commit();
            } else {
                auto value = task(*m_connection, cancel);
                requireInPlace();
                transaction.commit();
                return value;
            }
        });
    }

    //! Throws when the file was renamed, deleted or replaced since it was opened: nobody would find what is written to it.
    void requireInPlace() const;
    void enqueue(std::function<void()> task);
    void work();

    std::unique_ptr<StoreLock> m_lock; // before the connection: outlives it
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<TickWriter> m_ticks;
    std::stop_source m_closing;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_tasks;
    bool m_ended = false;
    std::thread m_thread;
};

} // namespace tickmark::store
