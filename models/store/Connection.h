// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Schema.h"
#include "StoreFileState.h"
#include <core/Result.h>

#include <QString>

#include <SQLiteCpp/Database.h>

#include <memory>
#include <stop_token>

namespace tickmark::store {

//! One SQLite connection under the rules of this folder: write-ahead log with full syncs, foreign keys, no triggers, no
//! views, no untrusted schema, no memory mapping. Belongs to one thread at a time.
class Connection
{
public:
    //! A connection that cannot write and never checkpoints. Where nothing can be written beside the file, or the file lies
    //! on another machine, it is read as unchangeable; that needs a store without a write-ahead log.
    [[nodiscard]] static core::Result<std::unique_ptr<Connection>> openForReading(
        const QString &path, int supportedVersion = kSchemaVersion);
    //! The caller holds the StoreLock. The store's version may be older than `supportedVersion`. ReadOnly where SQLite's
    //! locks cannot be relied on.
    [[nodiscard]] static core::Result<std::unique_ptr<Connection>> openForWriting(
        const QString &path, int supportedVersion = kSchemaVersion);
    //! For a new file that nobody else knows of: fast, and worthless after a crash.
    [[nodiscard]] static core::Result<std::unique_ptr<Connection>> openForBuilding(const QString &path);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] SQLite::Database &database() { return *m_database; }
    [[nodiscard]] sqlite3 *handle() { return m_database->getHandle(); }
    [[nodiscard]] int schemaVersion();
    //! True for a reader that takes no locks.
    [[nodiscard]] bool isImmutable() const { return m_immutable; }
    //! For such a reader: false when somebody wrote the file after it was opened, so that what was read may be mixed.
    [[nodiscard]] bool isUnchanged() const { return !m_immutable || fileStamp(m_path) == m_stamp; }

    //! Writes the log back into the file; as far as readers allow it, the log is then empty. Errors are only logged: the
    //! log keeps what was not written.
    void checkpoint();
    //! Pages in the log after the last commit.
    [[nodiscard]] int walPages() const { return m_walPages; }

private:
    enum class Use { Read, Write, Build };
    Connection(QString path, Use use, bool immutable);

    static core::Result<std::unique_ptr<Connection>> open(const QString &path, Use use, int supportedVersion);
    static core::Result<std::unique_ptr<Connection>> connect(const QString &path, const QString &canonical, Use use,
                                                             bool immutable, int supportedVersion);
    void configure(Use use);

    QString m_path;
    Use m_use;
    bool m_immutable;
    bool m_ownsLog = false; //!< a writer of a store that it knows, so the log may go into the file
    FileStamp m_stamp;
    int m_walPages = 0;
    std::unique_ptr<SQLite::Database> m_database;
};

//! While it lives, a stop request interrupts what runs on the connection (SQLITE_INTERRUPT, mapped to Cancelled).
class CancelScope
{
public:
    CancelScope(Connection &connection, std::stop_token first, std::stop_token second = {});
    ~CancelScope();
    CancelScope(const CancelScope &) = delete;
    CancelScope &operator=(const CancelScope &) = delete;

    [[nodiscard]] bool isCancelled() const { return m_first.stop_requested() || m_second.stop_requested(); }
    //! Throws when a stop was requested: for loops over short statements.
    void throwIfCancelled() const;

private:
    Connection &m_connection;
    std::stop_token m_first;
    std::stop_token m_second;
};

} // namespace tickmark::store
