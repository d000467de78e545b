// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Feed.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace tickmark::news {

//! The bytes of a feed as text.
struct DecodedFeed
{
    QString text;                       //!< without byte order mark
    std::optional<FeedProblem> problem; //!< UnknownEncoding or WrongEncoding
};

//! The encoding is that of the byte order mark, else that which HTTP's content type names, else the XML declaration's; a
//! stated one that the bytes are not in is left for the next one. Without any it is UTF-8 when that is valid, else
//! windows-1252, as which latin-1 is read as well.
[[nodiscard]] DecodedFeed decodeFeed(const QByteArray &bytes, const QString &contentType);

} // namespace tickmark::news
