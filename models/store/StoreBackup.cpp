// SPDX-License-Identifier: GPL-3.0-or-later
#include "Connection.h"
#include "FileReplacement.h"
#include "StoreError.h"
#include "StoreFiles.h"
#include "StoreLock.h"
#include "StoreReader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <SQLiteCpp/Statement.h>

namespace tickmark::store {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

// Copies `from` to `to`, holding the lock of `to`: a store may be there, or come there meanwhile.
Result<> copyUnderLock(Connection &from, const QString &to, bool overwrite, std::stop_token stop)
{
    if (canonicalStorePath(to) == from.path())
        return failure(
            ErrorCode::InvalidInput,
            QCoreApplication::translate("Store", "“%1” cannot be copied to itself.").arg(QDir::toNativeSeparators(to)));
    if (!overwrite) {
        if (const auto isFree = checkIsFree(to); !isFree)
            return isFree;
    }
    const auto lock = StoreLock::acquire(to);
    if (!lock)
        return tl::unexpected(lock.error());
    return copyStore(from, to, overwrite, std::move(stop));
}

Result<> checkBackup(Connection &backup)
{
    return guarded(backup.path(), backup.handle(), [&] {
        SQLite::Statement pages(backup.database(), "PRAGMA integrity_check(1)");
        SQLite::Statement keys(backup.database(), "PRAGMA foreign_key_check");
        if (!pages.executeStep() || pages.getColumn(0).getString() != "ok" || keys.executeStep())
            fail(ErrorCode::Damaged,
                 QCoreApplication::translate("Store", "The backup “%1” is damaged and was not used.")
                     .arg(QDir::toNativeSeparators(backup.path())));
    });
}

} // namespace

bool looksLikeStore(const QString &path)
{
    const auto header = inspectStoreFile(path, std::numeric_limits<int>::max());
    return header || header.error().code == ErrorCode::Damaged;
}

Result<StoreInfo> storeInfo(const QString &path)
{
    const auto reader = StoreReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    return (*reader)->info();
}

Result<> backupStore(const QString &path, const QString &target, bool overwrite, std::stop_token stop)
{
    auto source = Connection::openForReading(path);
    if (!source)
        return tl::unexpected(source.error());
    return copyUnderLock(**source, target, overwrite, std::move(stop));
}

Result<> restoreStore(const QString &backup, const QString &target, bool overwrite, std::stop_token stop)
{
    auto source = Connection::openForReading(backup);
    if (!source)
        return tl::unexpected(source.error());
    if (const auto checked = checkBackup(**source); !checked)
        return checked;
    return copyUnderLock(**source, target, overwrite, std::move(stop));
}

} // namespace tickmark::store
