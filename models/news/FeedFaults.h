// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Feed.h"
#include <core/ContentSniffer.h>
#include <core/Result.h>

#include <QString>
#include <QStringView>

//! What was wrong with a feed, as whole sentences in the user's language.
namespace tickmark::news {

//! Why content of that kind is no feed; `text` is what was found instead.
[[nodiscard]] core::Error notAFeed(core::ContentKind kind, QStringView text);
[[nodiscard]] core::Error feedTooBig(qsizetype bytes);
//! XML whose first element belongs to no known format.
[[nodiscard]] core::Error unknownXml(QStringView rootElement);
[[nodiscard]] core::Error unknownJson();
//! `detail` is what the library said.
[[nodiscard]] core::Error brokenJson(qint64 atByte, const QString &detail);
//! Reading ended at `line` before there was anything to keep.
[[nodiscard]] core::Error nothingReadable(FeedProblem::Kind kind, qint64 line, const QString &detail);

//! Reading ended at `line`; `kept` items stand before it.
[[nodiscard]] FeedProblem endedEarly(FeedProblem::Kind kind, qint64 line, size_t kept);
[[nodiscard]] FeedProblem tooManyItems(size_t kept);
[[nodiscard]] FeedProblem itemsRejected(size_t count);
[[nodiscard]] FeedProblem textsCut();
//! UnknownEncoding or WrongEncoding.
[[nodiscard]] FeedProblem encodingProblem(FeedProblem::Kind kind, const QString &encoding);

} // namespace tickmark::news
