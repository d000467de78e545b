// SPDX-License-Identifier: GPL-3.0-or-later
#include "StoreFileState.h"

#include "StoreError.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QtEndian>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace tickmark::store {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

// https://www.sqlite.org/fileformat.html, "The Database Header"
constexpr qint64 kHeaderBytes = 100;
constexpr char kMagic[] = "SQLite format 3"; // with its closing zero: 16 bytes

quint32 bigEndian(const QByteArray &bytes, int offset)
{
    return qFromBigEndian<quint32>(bytes.constData() + offset);
}

qint64 pageSizeOf(const QByteArray &header)
{
    const quint16 stored = qFromBigEndian<quint16>(header.constData() + 16);
    return stored == 1 ? 65536 : stored;
}

// Reads through SQLite: closing a descriptor of our own would drop the locks that this process's other connections hold on
// the file (sqlite.org/howtocorrupt.html, 2.2). Nothing is locked or written. Returns errno, 0 when read.
int readHeader(const QString &path, QByteArray &header)
{
    sqlite3 *connection = nullptr;
    int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &connection, SQLITE_OPEN_READONLY, nullptr);
    if (code == SQLITE_OK) {
        sqlite3_file *file = nullptr;
        sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file);
        header.fill('\0', kHeaderBytes);
        code = file->pMethods->xRead(file, header.data(), int(header.size()), 0);
    }
    const bool isRead = code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ;
    const int systemError = connection ? sqlite3_system_errno(connection) : ENOMEM;
    sqlite3_close_v2(connection);
    return isRead ? 0 : (systemError != 0 ? systemError : EIO);
}

// Bytes that the header promises, 0 when it makes no valid promise.
qint64 promisedBytes(const QByteArray &header)
{
    const bool countIsValid = bigEndian(header, 24) == bigEndian(header, 92);
    return countIsValid ? pageSizeOf(header) * qint64(bigEndian(header, 28)) : 0;
}

core::Error truncated(const QString &file)
{
    return {ErrorCode::Damaged,
            QCoreApplication::translate("Store",
                                        "The store “%1” is damaged: a part of the file is missing. Restore it from "
                                        "a backup.")
                .arg(file),
            {}};
}

core::Error foreign(const QString &file)
{
    return {
        ErrorCode::ForeignFile, QCoreApplication::translate("Store", "“%1” is not a Tickmark store.").arg(file), {}};
}

core::Error cannotWrite(const QString &path)
{
    return {
        ErrorCode::ReadOnly,
        QCoreApplication::translate("Store", "The store “%1” cannot be changed: the file or its folder is read-only.")
            .arg(QDir::toNativeSeparators(path)),
        {}};
}

core::Error onNetwork(const QString &path)
{
    return {ErrorCode::ReadOnly,
            QCoreApplication::translate("Store",
                                        "The store “%1” lies on a network drive and can only be read there. Copy it "
                                        "to a local drive to change it.")
                .arg(QDir::toNativeSeparators(path)),
            {}};
}

core::Error hasSeveralNames(const QString &path)
{
    return {ErrorCode::ReadOnly,
            QCoreApplication::translate("Store",
                                        "The file of the store “%1” has several names (hard links), so it can only be "
                                        "read. Make a copy to change it.")
                .arg(QDir::toNativeSeparators(path)),
            {}};
}

} // namespace

core::Error newerVersion(const QString &path, int found, int supported)
{
    return {ErrorCode::NewerVersion,
            QCoreApplication::translate("Store",
                                        "The store “%1” was written by a later version of Tickmark (store version "
                                        "%2, this program knows %3). It was not touched.")
                .arg(QDir::toNativeSeparators(path))
                .arg(found)
                .arg(supported),
            {}};
}

Result<StoreHeader> inspectStoreFile(const QString &path, int supportedVersion)
{
    const QString file = QDir::toNativeSeparators(path);
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return tl::unexpected(fileError(path, errno));
    if (!S_ISREG(status.st_mode))
        return tl::unexpected(foreign(file));
    if (status.st_size == 0)
        return failure(ErrorCode::ForeignFile,
                       QCoreApplication::translate("Store", "“%1” is empty and not a Tickmark store.").arg(file));

    QByteArray header;
    if (const int code = readHeader(canonicalStorePath(path), header); code != 0)
        return tl::unexpected(fileError(path, code));
    header.truncate(qsizetype(std::min<qint64>(status.st_size, kHeaderBytes)));
    const qsizetype compared = std::min<qsizetype>(header.size(), sizeof(kMagic));
    if (!QByteArray::fromRawData(kMagic, sizeof(kMagic)).startsWith(header.first(compared)))
        return tl::unexpected(foreign(file));
    if (header.size() < kHeaderBytes)
        return tl::unexpected(truncated(file));
    if (bigEndian(header, 68) != kApplicationId)
        return failure(
            ErrorCode::ForeignFile,
            QCoreApplication::translate("Store", "“%1” is a database of another program, not a Tickmark store.")
                .arg(file));
    const quint32 version = bigEndian(header, 60);
    if (version > quint32(supportedVersion))
        return tl::unexpected(newerVersion(path, int(version), supportedVersion));
    // while there is a log, the file may be shorter than its header says
    if (promisedBytes(header) > qint64(status.st_size) && !hasWal(path))
        return tl::unexpected(truncated(file));
    return StoreHeader{qint64(status.st_size), version};
}

QString canonicalStorePath(const QString &path)
{
    const QFileInfo info(path);
    if (const QString canonical = info.canonicalFilePath(); !canonical.isEmpty())
        return canonical;
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? info.absoluteFilePath() : QDir(folder).filePath(info.fileName());
}

QString walPath(const QString &path)
{
    return path + QStringLiteral("-wal");
}

bool hasWal(const QString &path)
{
    return QFileInfo(walPath(path)).size() > 0;
}

void removeAbortedSharedMemory(const QString &path)
{
    if (!isWritablePlace(path) || hasWal(path))
        return;
    // Exclusive before the first access: this connection needs no shared memory, and while it has its lock nobody else
    // uses any. SQLite itself removes the log when it closes.
    sqlite3 *connection = nullptr;
    int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &connection, SQLITE_OPEN_READWRITE, nullptr);
    if (code == SQLITE_OK)
        code = sqlite3_exec(connection, "PRAGMA locking_mode = EXCLUSIVE; SELECT 1 FROM sqlite_master LIMIT 1", nullptr,
                            nullptr, nullptr);
    if (code == SQLITE_OK)
        QFile::remove(path + QStringLiteral("-shm"));
    sqlite3_close_v2(connection);
}

bool isWritablePlace(const QString &path)
{
    const QFileInfo info(path);
    // access() knows read-only file systems and immutable files, which permission bits do not show
    const auto writable = [](const QString &name) {
        return ::faccessat(AT_FDCWD, QFile::encodeName(name).constData(), W_OK, AT_EACCESS) == 0;
    };
    return writable(info.absolutePath()) && (!info.exists() || writable(info.absoluteFilePath()));
}

bool isNetworkFileSystem(const QByteArray &type)
{
    static constexpr std::array kTypes{"nfs",
                                       "nfs4",
                                       "cifs",
                                       "smb2",
                                       "smb3",
                                       "smbfs",
                                       "afs",
                                       "ncpfs",
                                       "9p",
                                       "davfs",
                                       "ceph",
                                       "glusterfs",
                                       "coda",
                                       "gfs2",
                                       "lustre",
                                       "fuse.sshfs",
                                       "fuse.davfs2",
                                       "fuse.glusterfs",
                                       "vboxsf",
                                       "fuse.rclone",
                                       "fuse.smbnetfs",
                                       "fuse.gvfsd-fuse",
                                       "fuse.ceph"};
    return std::any_of(kTypes.begin(), kTypes.end(), [&](const char *known) { return type == known; });
}

bool liesOnNetwork(const QString &path)
{
    return isNetworkFileSystem(QStorageInfo(QFileInfo(path).absolutePath()).fileSystemType());
}

Result<> checkIsWritableStore(const QString &path)
{
    const QString canonical = canonicalStorePath(path);
    if (liesOnNetwork(canonical))
        return tl::unexpected(onNetwork(path));
    if (!isWritablePlace(canonical))
        return tl::unexpected(cannotWrite(path));
    // the log is found by the file's name: two names would mean two logs for one file
    struct stat status = {};
    if (::stat(QFile::encodeName(canonical).constData(), &status) == 0 && status.st_nlink > 1)
        return tl::unexpected(hasSeveralNames(path));
    return {};
}

FileStamp fileStamp(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return {};
    return {qint64(status.st_size), qint64(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec,
            quint64(status.st_ino), hasWal(path)};
}

} // namespace tickmark::store
