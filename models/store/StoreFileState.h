// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>

#include <QByteArray>
#include <QString>

namespace tickmark::store {

inline constexpr quint32 kApplicationId = 0x544B4D4B; // "TKMK"

//! What the first bytes of a file say: looked at before SQLite is, so that a file which is not ours is never touched.
struct StoreHeader
{
    qint64 bytes = 0;
    quint32 schemaVersion = 0; //!< a newer one may still lie in the write-ahead log
};

//! NotFound, ForeignFile (also for an empty file and a folder), Damaged (shorter than its own header says), NewerVersion
//! (later than `supportedVersion`), ReadOnly (may not be read).
[[nodiscard]] core::Result<StoreHeader> inspectStoreFile(const QString &path, int supportedVersion);

//! Says that a file is of `found`, later than this program knows.
[[nodiscard]] core::Error newerVersion(const QString &path, int found, int supported);

//! The one path of a file, whatever symbolic links lead there; also for a file that does not exist yet.
[[nodiscard]] QString canonicalStorePath(const QString &path);

//! The write-ahead log beside a store.
[[nodiscard]] QString walPath(const QString &path);
//! True when the log holds something, so that the file alone is not the store.
[[nodiscard]] bool hasWal(const QString &path);

//! Removes what an attempt to read left beside the store when there was no room for the shared memory, unless somebody
//! else has the store open.
void removeAbortedSharedMemory(const QString &path);

//! True when this process may write the file and create files beside it.
[[nodiscard]] bool isWritablePlace(const QString &path);
//! True for file systems of other machines, where SQLite's locks and shared memory cannot be relied on.
[[nodiscard]] bool isNetworkFileSystem(const QByteArray &type);
[[nodiscard]] bool liesOnNetwork(const QString &path);
//! ReadOnly, with a sentence that says why, where an existing store can be read at best: read-only file or folder, network
//! drive, file with several names.
[[nodiscard]] core::Result<> checkIsWritableStore(const QString &path);

//! What changes when somebody writes the file: for readers that cannot lock it.
struct FileStamp
{
    qint64 bytes = -1;
    qint64 modifiedNs = 0;
    quint64 inode = 0;
    bool wal = false;

    friend bool operator==(const FileStamp &, const FileStamp &) = default;
};
[[nodiscard]] FileStamp fileStamp(const QString &path);

} // namespace tickmark::store
