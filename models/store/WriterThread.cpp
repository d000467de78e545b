// SPDX-License-Identifier: GPL-3.0-or-later
#include "WriterThread.h"

#include <QCoreApplication>
#include <QDir>

#include <sqlite3.h>

namespace tickmark::store {

namespace {

constexpr int kCheckpointPages = 1000;   // worth writing back when nothing waits (4 MB)
constexpr int kOverduePages = 64 * 1024; // so many that a waiting task has to wait longer (256 MB)

} // namespace

WriterThread::WriterThread(std::unique_ptr<Connection> connection, std::unique_ptr<StoreLock> lock)
    : m_lock(std::move(lock)),
      m_connection(std::move(connection)),
      m_ticks(std::make_unique<TickWriter>(*m_connection)),
      m_thread([this] { work(); })
{}

WriterThread::~WriterThread()
{
    m_closing.request_stop();
    {
        const std::lock_guard guard(m_mutex);
        m_ended = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void WriterThread::requireInPlace() const
{
    int isMoved = 0; // stays so where the file layer cannot tell
    sqlite3_file_control(m_connection->handle(), "main", SQLITE_FCNTL_HAS_MOVED, &isMoved);
    if (isMoved != 0)
        fail(core::ErrorCode::Io,
             QCoreApplication::translate("Store", "“%1” was moved, deleted or replaced while it was open. Nothing more "
                                                  "is stored until it is back in its place.")
                 .arg(QDir::toNativeSeparators(m_connection->path())));
}

void WriterThread::enqueue(std::function<void()> task)
{
    {
        const std::lock_guard guard(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_changed.notify_one();
}

void WriterThread::work()
{
    for (;;) {
        std::function<void()> task;
        bool isLast = false;
        {
            std::unique_lock guard(m_mutex);
            m_changed.wait(guard, [this] { return m_ended || !m_tasks.empty(); });
            if (m_tasks.empty())
                break;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
            isLast = m_tasks.empty();
        }
        task();
        // after the answer: what is committed is on the disk already
        const int pages = m_connection->walPages();
        if (pages >= kOverduePages || (pages >= kCheckpointPages && isLast))
            m_connection->checkpoint();
    }
    // closed here, because SQLite's last checkpoint belongs to this thread
    m_ticks.reset();
    m_connection.reset();
}

} // namespace tickmark::store
