// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>

#include <QString>

#include <stop_token>

//! Putting a finished file in its place: complete or not at all, also when the power fails.
namespace tickmark::store {

class Connection;

//! A file beside its target, removed with the object unless it was installed. Honours the user's file creation mask.
class PendingFile
{
public:
    //! AlreadyExists when the target exists and `overwrite` is not set; NotFound, ReadOnly, DiskFull.
    [[nodiscard]] static core::Result<PendingFile> create(const QString &target, bool overwrite);
    PendingFile(PendingFile &&other) noexcept;
    PendingFile &operator=(PendingFile &&other) = delete;
    ~PendingFile();

    [[nodiscard]] const QString &path() const { return m_path; }

    //! An error about this file as one about the target, whose name the user knows.
    [[nodiscard]] core::Error aboutTarget(core::Error error) const;
    //! Syncs the file, renames it to the target and syncs the folder. The file must be closed. When it takes the place of a
    //! store, the caller holds the StoreLock of the target; the old store's log goes with it.
    [[nodiscard]] core::Result<> install();

private:
    PendingFile(QString path, QString target, bool overwrite);

    QString m_path;
    QString m_target;
    bool m_overwrite;
};

//! AlreadyExists, with a sentence that says how to go on, when something is at `path`.
[[nodiscard]] core::Result<> checkIsFree(const QString &path);

//! A compact, checked copy of the store of `source` as the connection sees it. The caller holds the StoreLock of the target
//! if a store may be there.
[[nodiscard]] core::Result<> copyStore(Connection &source, const QString &target, bool overwrite, std::stop_token stop);

} // namespace tickmark::store
