// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreError.h"

#include <QCoreApplication>
#include <QDir>

#include <sqlite3.h>

#include <cerrno>
#include <cstring>

namespace tickmark::store {

Q_LOGGING_CATEGORY(lcStore, "tickmark.store", QtWarningMsg)

using core::Error;
using core::ErrorCode;

namespace {

bool isFull(int systemError)
{
    return systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG;
}

Error diskFull(const QString &file, const QString &detail)
{
    return {ErrorCode::DiskFull,
            QCoreApplication::translate("Store",
                                        "There is no space left for “%1”. What was being written was taken back; "
                                        "what was stored before is safe.")
                .arg(file),
            detail};
}

} // namespace

void fail(ErrorCode code, QString message, QString detail)
{
    throw StoreFailure{Error{code, std::move(message), std::move(detail)}};
}

void check(sqlite3 *connection, int code)
{
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
        throw SQLite::Exception(connection, code);
}

int systemErrorOf(sqlite3 *connection)
{
    return sqlite3_system_errno(connection);
}

Error outOfMemory()
{
    return {ErrorCode::Io, QCoreApplication::translate("Store", "There is not enough memory for this."), {}};
}

Error unexpectedError(const std::exception &exception, const QString &path)
{
    return {ErrorCode::Io,
            QCoreApplication::translate("Store", "The store “%1” refused the operation.")
                .arg(QDir::toNativeSeparators(path)),
            QString::fromUtf8(exception.what())};
}

Error cancelled()
{
    return {ErrorCode::Cancelled, QCoreApplication::translate("Store", "Cancelled; nothing was changed."), {}};
}

Error fileError(const QString &path, int systemError)
{
    const QString file = QDir::toNativeSeparators(path);
    const QString detail = QString::fromLocal8Bit(std::strerror(systemError));
    if (isFull(systemError))
        return diskFull(file, detail);
    switch (systemError) {
    case ENOENT:
    case ENOTDIR:
        return {ErrorCode::NotFound, QCoreApplication::translate("Store", "The file “%1” does not exist.").arg(file),
                detail};
    case EACCES:
    case EPERM:
    case EROFS:
        return {ErrorCode::ReadOnly,
                QCoreApplication::translate("Store", "The file “%1” may not be written or read here.").arg(file),
                detail};
    default:
        return {ErrorCode::Io,
                QCoreApplication::translate("Store", "The file “%1” could not be read or written.").arg(file), detail};
    }
}

Error storeError(const SQLite::Exception &exception, const QString &path, int systemError)
{
    const QString file = QDir::toNativeSeparators(path);
    const QString detail =
        QStringLiteral("%1 (%2)").arg(QString::fromUtf8(exception.what())).arg(exception.getExtendedErrorCode());
    switch (exception.getErrorCode() & 0xff) {
    case SQLITE_FULL:
        return diskFull(file, detail);
    case SQLITE_IOERR:
        if (isFull(systemError))
            return diskFull(file, detail);
        return {ErrorCode::Io,
                QCoreApplication::translate("Store", "The drive failed while reading or writing “%1”.").arg(file),
                detail};
    case SQLITE_NOTADB:
        return {ErrorCode::ForeignFile, QCoreApplication::translate("Store", "“%1” is not a Tickmark store.").arg(file),
                detail};
    case SQLITE_CORRUPT:
        return {ErrorCode::Damaged,
                QCoreApplication::translate("Store", "The store “%1” is damaged. Restore it from a backup.").arg(file),
                detail};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::InUse,
                QCoreApplication::translate("Store", "The store “%1” is in use by another program.").arg(file), detail};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return {ErrorCode::ReadOnly,
                QCoreApplication::translate("Store", "The store “%1” cannot be written here.").arg(file), detail};
    case SQLITE_CANTOPEN:
        return {ErrorCode::NotFound, QCoreApplication::translate("Store", "The store “%1” cannot be opened.").arg(file),
                detail};
    case SQLITE_INTERRUPT:
        return cancelled();
    case SQLITE_NOMEM:
        return outOfMemory();
    default:
        return {ErrorCode::Io, QCoreApplication::translate("Store", "The store “%1” refused the operation.").arg(file),
                detail};
    }
}

} // namespace tickmark::store
