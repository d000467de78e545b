// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "NewsImportJob.h"
#include <core/NewsItem.h>

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

//! What comes before the store is asked: items of a feed or a text, each story once.
namespace tickmark::pipeline {

//! One item on its way: its text is whole yet.
struct NewsDraft
{
    core::NewsItem item;
    QString text;
    std::optional<core::Time> told; //!< when this text was written, as far as the feed says it
};

//! Of a parsed feed. `publisher` stands for items that name none where the feed has no title. Counts into `report`.
[[nodiscard]] std::vector<NewsDraft> draftsOf(news::Feed feed, const QString &publisher,
                                              const NewsImportOptions &options, NewsImportReport &report);

//! Of a plain text: its first line is the headline. InvalidInput for a table and for what is no text.
[[nodiscard]] core::Result<NewsDraft> textDraft(const QByteArray &bytes, const QString &name,
                                                const NewsImportOptions &options);

//! Every story of `drafts` once: its publisher's newest text under the first id and time.
[[nodiscard]] std::vector<NewsDraft> toldOnce(std::vector<NewsDraft> drafts);

} // namespace tickmark::pipeline
