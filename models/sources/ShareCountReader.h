// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ByteSource.h"
#include "RejectList.h"
#include <core/Result.h>
#include <core/Time.h>

#include <QString>
#include <QStringList>

#include <vector>

namespace tickmark::sources {

//! How many shares of one company were outstanding from a date on.
struct ShareCount
{
    QString symbol;
    core::SessionDate date;
    qint64 shares = 0; //!< above zero

    friend bool operator==(const ShareCount &, const ShareCount &) = default;
};

struct ShareCountFile
{
    std::vector<ShareCount> counts; //!< in the file's order
    RejectList rejects;
    QByteArray sha256;
};

//! Whether columns of these names (see namesOfHeader) are those of share counts, and not of quotes.
[[nodiscard]] bool isHeaderOfShares(const QStringList &header);

//! Reads the columns symbol, date (ISO) and shares, in any order, of a small CSV file (at most 16 MiB). InvalidInput when a
//! column is missing or no row can be used.
[[nodiscard]] core::Result<ShareCountFile> readShareCounts(ByteSource &source);

} // namespace tickmark::sources
