// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreLock.h"

#include "StoreFileState.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>

namespace tickmark::store {

using core::ErrorCode;
using core::failure;

namespace {

tl::unexpected<core::Error> inUse(const QLockFile &lock, const QString &file)
{
    qint64 process = 0;
    QString host;
    QString program;
    if (!lock.getLockInfo(&process, &host, &program) || program.isEmpty())
        return failure(ErrorCode::InUse,
                       QCoreApplication::translate("Store", "The store “%1” is in use by another program.").arg(file));
    return failure(ErrorCode::InUse,
                   QCoreApplication::translate("Store", "The store “%1” is in use by %2 (process %3 on %4).")
                       .arg(file, program, QString::number(process), host));
}

} // namespace

core::Result<std::unique_ptr<StoreLock>> StoreLock::acquire(const QString &path)
{
    const QString file = QDir::toNativeSeparators(path);
    const QString canonical = canonicalStorePath(path);
    if (!QFileInfo(QFileInfo(canonical).absolutePath()).isDir())
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate("Store", "The folder of “%1” does not exist.").arg(file));
    auto lock = std::make_unique<QLockFile>(canonical + QStringLiteral(".lock"));
    lock->setStaleLockTime(0);
    if (lock->tryLock(0))
        return std::unique_ptr<StoreLock>(new StoreLock(std::move(lock)));
    switch (lock->error()) {
    case QLockFile::LockFailedError:
        return inUse(*lock, file);
    case QLockFile::PermissionError:
        return failure(ErrorCode::ReadOnly,
                       QCoreApplication::translate("Store", "Nothing can be written in the folder of “%1”.").arg(file));
    default:
        return failure(ErrorCode::Io, QCoreApplication::translate(
                                          "Store", "The lock file of “%1” cannot be written; the drive may be full.")
                                          .arg(file));
    }
}

StoreLock::StoreLock(std::unique_ptr<QLockFile> file) : m_file(std::move(file)) {}

StoreLock::~StoreLock() = default;

} // namespace tickmark::store
