// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileReplacement.h"
#include "Schema.h"
#include "StoreFiles.h"
#include "StoreLock.h"
#include "StoreWriter.h"
#include "WriterThread.h"

#include <QFile>

namespace tickmark::store {

using core::Result;

//! Gives createStore a StoreWriter on a file that nobody else knows of.
class StoreBuilder
{
public:
    static Result<> build(const QString &path, const std::function<Result<>(StoreWriter &writer)> &fill)
    {
        const auto migrations = loadMigrations();
        if (!migrations)
            return tl::unexpected(migrations.error());
        auto connection = Connection::openForBuilding(path);
        if (!connection)
            return tl::unexpected(connection.error());
        if (const auto made = applyMigrations(**connection, *migrations); !made)
            return made;
        {
            StoreWriter writer(path, std::make_unique<WriterThread>(std::move(*connection), nullptr));
            if (const auto filled = fill(writer); !filled)
                return filled;
            // tasks run in order, so what `fill` has queued is done when this is
            writer.m_thread->run([](Connection &) {}).waitForFinished();
        }
        return markAsLogged(path);
    }

private:
    // From here on the file is what every other store is: one with a write-ahead log.
    static Result<> markAsLogged(const QString &path)
    {
        return guarded(path, nullptr, [&] {
            SQLite::Database database(path.toStdString(), SQLite::OPEN_READWRITE);
            database.exec("PRAGMA journal_mode = WAL");
        });
    }
};

Result<> createStore(const QString &path, bool overwrite, const std::function<Result<>(StoreWriter &writer)> &fill)
{
    if (!overwrite) {
        if (const auto isFree = checkIsFree(path); !isFree)
            return isFree;
    }
    const auto lock = StoreLock::acquire(path);
    if (!lock)
        return tl::unexpected(lock.error());
    auto pending = PendingFile::create(path, overwrite);
    if (!pending)
        return tl::unexpected(pending.error());
    if (const auto built = StoreBuilder::build(pending->path(), fill); !built)
        return tl::unexpected(pending->aboutTarget(built.error()));
    return pending->install();
}

} // namespace tickmark::store
