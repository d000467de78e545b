// SPDX-License-Identifier: GPL-3.0-or-later
#include "Connection.h"

#include "StoreError.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

namespace tickmark::store {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

constexpr int kBusyTimeoutMs = 2000;    // waits for a moment of another program; our own writers meet at the StoreLock
constexpr int kCancelCheckSteps = 2000; // virtual machine steps between two looks at the stop token, about 20 us

core::Error leftOpen(const QString &path)
{
    return {ErrorCode::InUse,
            QCoreApplication::translate("Store",
                                        "The store “%1” cannot be read in this place: it is in use or was not "
                                        "closed properly. Copy it together with its “-wal” file to a folder where "
                                        "you may write.")
                .arg(QDir::toNativeSeparators(path)),
            {}};
}

QByteArray immutableUri(const QString &path)
{
    return "file:" + QUrl::toPercentEncoding(path, "/") + "?immutable=1";
}

//! The log or the memory beside it, which all users of a store share, cannot be made.
bool isNoSharedMemory(int code)
{
    return code == SQLITE_IOERR_SHMSIZE || code == SQLITE_IOERR_SHMOPEN || code == SQLITE_IOERR_SHMMAP
           || code == SQLITE_FULL || (code & 0xff) == SQLITE_CANTOPEN;
}

int noteWalPages(void *pages, sqlite3 *, const char *, int count)
{
    *static_cast<int *>(pages) = count;
    return SQLITE_OK;
}

// SQLite leaves an empty log behind when the last connection could only read. A connection that could write, opened and
// closed, lets SQLite itself remove it under its own locks; with other connections around nothing happens.
void removeEmptyLog(const QString &path)
{
    const QFileInfo log(walPath(path));
    if (!log.exists() || log.size() != 0 || !isWritablePlace(path))
        return;
    sqlite3 *connection = nullptr;
    if (sqlite3_open_v2(QFile::encodeName(path).constData(), &connection, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK)
        sqlite3_exec(connection, "SELECT 1 FROM sqlite_master LIMIT 1", nullptr, nullptr, nullptr);
    sqlite3_close_v2(connection);
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::openForReading(const QString &path, int supportedVersion)
{
    return open(path, Use::Read, supportedVersion);
}

Result<std::unique_ptr<Connection>> Connection::openForWriting(const QString &path, int supportedVersion)
{
    return open(path, Use::Write, supportedVersion);
}

Result<std::unique_ptr<Connection>> Connection::openForBuilding(const QString &path)
{
    return guarded(path, nullptr, [&] { return std::unique_ptr<Connection>(new Connection(path, Use::Build, false)); });
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Use use, int supportedVersion)
{
    const auto header = inspectStoreFile(path, supportedVersion);
    if (!header)
        return tl::unexpected(header.error());
    const QString canonical = canonicalStorePath(path);
    const bool network = liesOnNetwork(canonical);
    const bool writable = isWritablePlace(canonical);
    const bool wal = hasWal(canonical);
    if (use == Use::Write) {
        if (const auto place = checkIsWritableStore(canonical); !place)
            return tl::unexpected(place.error());
    }
    if (network && wal)
        return tl::unexpected(leftOpen(path));
    const bool immutable = use == Use::Read && !wal && (network || !writable);
    auto opened = connect(path, canonical, use, immutable, supportedVersion);
    if (!opened && use == Use::Read && !writable && wal)
        return tl::unexpected(leftOpen(path));
    return opened;
}

Result<std::unique_ptr<Connection>> Connection::connect(const QString &path, const QString &canonical, Use use,
                                                        bool immutable, int supportedVersion)
{
    bool lacksSharedMemory = false;
    auto opened = guarded(path, nullptr, [&] {
        try {
            auto connection = std::unique_ptr<Connection>(new Connection(canonical, use, immutable));
            // the version in the file's header may be older than the one in the log
            if (const int version = connection->schemaVersion(); version > supportedVersion)
                throw StoreFailure{newerVersion(path, version, supportedVersion)};
            if (use == Use::Write) {
                // from here on it is a store that may be written: what the log holds may go into the file
                sqlite3_db_config(connection->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
                connection->m_ownsLog = true;
                connection->database().exec("PRAGMA journal_mode = WAL");
            }
            return connection;
        } catch (const SQLite::Exception &exception) {
            lacksSharedMemory = isNoSharedMemory(exception.getExtendedErrorCode());
            throw;
        }
    });
    if (opened || !lacksSharedMemory || use != Use::Read || immutable || hasWal(canonical))
        return opened;
    // a full disk: nobody writes there, and without a log the file alone is the store
    removeAbortedSharedMemory(canonical);
    return connect(path, canonical, use, true, supportedVersion);
}

Connection::Connection(QString path, Use use, bool immutable)
    : m_path(std::move(path)), m_use(use), m_immutable(immutable), m_stamp(fileStamp(m_path))
{
    const QByteArray name = immutable ? immutableUri(m_path) : QFile::encodeName(m_path);
    const int access = use == Use::Read    ? SQLITE_OPEN_READONLY
                       : use == Use::Write ? SQLITE_OPEN_READWRITE
                                           : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    m_database = std::make_unique<SQLite::Database>(
        name.constData(), access | SQLITE_OPEN_NOMUTEX | (immutable ? SQLITE_OPEN_URI : 0), kBusyTimeoutMs);
    configure(use);
}

Connection::~Connection()
{
    if (m_ownsLog)
        checkpoint();
    m_database.reset();
    if (m_use == Use::Read && !m_immutable)
        removeEmptyLog(m_path);
}

void Connection::configure(Use use)
{
    sqlite3 *const connection = handle();
    sqlite3_extended_result_codes(connection, 1);
    for (const auto &[option, on] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                     {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                     {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                     {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                     {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
                                     {SQLITE_DBCONFIG_DQS_DDL, 0},
                                     {SQLITE_DBCONFIG_DQS_DML, 0},
                                     {SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1}})
        check(connection, sqlite3_db_config(connection, option, on, nullptr));
    m_database->exec("PRAGMA foreign_keys = ON;"
                     "PRAGMA cell_size_check = ON;"
                     "PRAGMA mmap_size = 0;"
                     "PRAGMA secure_delete = OFF");
    switch (use) {
    case Use::Read:
        check(connection, sqlite3_wal_autocheckpoint(connection, 0));
        m_database->exec("PRAGMA cache_size = -8192");
        break;
    case Use::Write:
        // checkpoints are the writer thread's, when it has nothing else to do; the hook takes the place of SQLite's own
        sqlite3_wal_hook(connection, noteWalPages, &m_walPages);
        m_database->exec("PRAGMA synchronous = FULL; PRAGMA cache_size = -32768");
        break;
    case Use::Build:
        m_database->exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
                         "PRAGMA cache_size = -32768");
        break;
    }
}

int Connection::schemaVersion()
{
    return m_database->execAndGet("PRAGMA user_version").getInt();
}

void Connection::checkpoint()
{
    int inLog = 0;
    int written = 0;
    // first what readers allow, then the emptying only if they let it happen at once
    int code = sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &inLog, &written);
    if (code == SQLITE_OK && inLog == written) {
        sqlite3_busy_timeout(handle(), 0);
        code = sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
        sqlite3_busy_timeout(handle(), kBusyTimeoutMs);
        m_walPages = code == SQLITE_OK ? 0 : m_walPages;
    }
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY)
        qCWarning(lcStore, "checkpoint: %s", sqlite3_errmsg(handle()));
}

CancelScope::CancelScope(Connection &connection, std::stop_token first, std::stop_token second)
    : m_connection(connection), m_first(std::move(first)), m_second(std::move(second))
{
    throwIfCancelled();
    if (!m_first.stop_possible() && !m_second.stop_possible())
        return;
    // sqlite3_interrupt would be lost between two statements; the progress handler asks again in each
    sqlite3_progress_handler(
        m_connection.handle(), kCancelCheckSteps,
        [](void *scope) { return static_cast<CancelScope *>(scope)->isCancelled() ? 1 : 0; }, this);
}

CancelScope::~CancelScope()
{
    sqlite3_progress_handler(m_connection.handle(), 0, nullptr, nullptr);
}

void CancelScope::throwIfCancelled() const
{
    if (isCancelled())
        throw StoreFailure{cancelled()};
}

} // namespace tickmark::store
