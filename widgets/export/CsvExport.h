// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <pipeline/StartOn.h>
#include <pipeline/WhenDone.h>

#include <QString>

#include <functional>
#include <utility>

class QWidget;

//! What every table does to become a file. GUI thread.
namespace tickmark::exporting {

//! Asks where a CSV file is to be written, without blocking; `chosen` gets the path when the user gives one. The dialog
//! belongs to `parent`.
void askForCsvFile(QWidget *parent, const QString &title, const QString &name,
                   std::function<void(const QString &)> chosen);

//! Runs `write(path)` on a thread of `pool`, which returns a core::Result<>; `sender` then tells exported(path) or
//! failed(error), unless it has gone.
template <typename Sender, typename Write>
void exportOn(QThreadPool &pool, const QString &path, Sender *sender, Write write)
{
    const auto work = [path, write = std::move(write)]() -> core::Result<> { return write(path); };
    pipeline::whenDone(pipeline::startOn(pool, work), sender, [sender, path](const core::Result<> &written) {
        if (written)
            Q_EMIT sender->exported(path);
        else
            Q_EMIT sender->failed(written.error());
    });
}

} // namespace tickmark::exporting
