// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/CalendarSet.h>
#include <core/Result.h>

#include <QFuture>
#include <QString>

#include <memory>

//! Stores that the program makes by itself, in the user's data folder or where the user says. Futures answer from
//! another thread with the path.
namespace tickmark::window {

struct OwnStore
{
    QString path;
    bool isNew = false; //!< made by this call
};

//! The user's own store, made with the sample case when there is none yet. Waits. NotFound without a home folder.
[[nodiscard]] core::Result<OwnStore> ensureOwnStore(const core::CalendarSet &calendars);

//! The same without waiting.
[[nodiscard]] QFuture<core::Result<QString>> makeOwnStore(std::shared_ptr<const core::CalendarSet> calendars);

//! The sample case beside the user's own store; what the user did with it stays.
[[nodiscard]] QFuture<core::Result<QString>> makeSampleStore(std::shared_ptr<const core::CalendarSet> calendars);

//! An empty store; AlreadyExists when there is a file.
[[nodiscard]] QFuture<core::Result<QString>> makeEmptyStore(const QString &path);

} // namespace tickmark::window
