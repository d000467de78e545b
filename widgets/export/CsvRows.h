// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "OutputFile.h"

namespace tickmark::exporting {

//! Writes `head`, then `lineOf(row)` for each of `rows`; both end with CR LF. Replaces `path` once all is written.
template <typename Rows, typename LineOf>
core::Result<> writeCsv(const QString &path, const char *head, const Rows &rows, LineOf lineOf)
{
    const auto file = OutputFile::create(path, true);
    if (!file)
        return tl::unexpected(file.error());
    QFile &device = (*file)->device();
    bool isWritten = device.write(head) >= 0;
    for (const auto &row : rows)
        isWritten = isWritten && device.write(lineOf(row)) >= 0;
    if (!isWritten)
        return tl::unexpected((*file)->writeError());
    return (*file)->commit();
}

} // namespace tickmark::exporting
