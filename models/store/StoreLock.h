// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>

#include <QString>

#include <memory>

class QLockFile;

namespace tickmark::store {

//! Says that this process owns a store for writing, as long as the object lives. The lock is the file `<store>.lock` beside
//! the store itself (not beside a symbolic link to it), so that all names of a store and all users of a shared folder meet
//! at one lock; whoever may write the store can create it there, because the write-ahead log needs the same right. What a
//! dead process left behind is taken over; a lock never expires by age.
class StoreLock
{
public:
    //! InUse with a sentence that says by whom; ReadOnly when no file can be created there. The store need not exist.
    [[nodiscard]] static core::Result<std::unique_ptr<StoreLock>> acquire(const QString &path);
    ~StoreLock();

private:
    explicit StoreLock(std::unique_ptr<QLockFile> file);

    std::unique_ptr<QLockFile> m_file;
};

} // namespace tickmark::store
