// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarImportJob.h"
#include <news/Feed.h>
#include <sources/ByteSource.h>
#include <store/StoreReader.h>

#include <QStringList>

namespace tickmark::pipeline {

//! What the user says about an import of news.
struct NewsImportOptions
{
    QString source = QStringLiteral("file");
    QString origin; //!< as provenance shows it; empty: the input's name
    store::AskedSource asked{};
    QString language;                    //!< "de", "en"; empty: what the feed says, else guessed from the text
    std::optional<core::Time> published; //!< of a plain text, and of items without a date; nothing: `now`
    core::Time now;                      //!< when the file was fetched
    bool dryRun = false;                 //!< tell what would happen, store nothing
};

//! Everything worth telling about one import of news.
struct NewsImportReport
{
    QString name;
    bool isFeed = false; //!< else a plain text: one item
    QString feedTitle;
    qint64 items = 0;    //!< that the file has
    qint64 retold = 0;   //!< items that tell a story of this file or of the store again, under another id
    qint64 rejected = 0; //!< items without a title and a text; not in `items`
    qint64 undated =
        0; //!< items without a date; as those of `misdated` kept with NewsImportOptions::published, else `now`
    qint64 misdated = 0;    //!< items with a date that cannot be read, lies ahead, or before there was a market
    QStringList wrongDates; //!< some of those, as the feed writes them
    //! Numbers found in the items that are no duplicates; of importFeeds() not in those that are stored word for word.
    qint64 claims = 0;
    std::vector<news::FeedProblem> problems;
    store::ImportResult result;
};

//! A feed that was parsed already, wherever it came from.
struct FeedToImport
{
    news::Feed feed;
    NewsImportOptions options;
    QString name;      //!< file or address, as the user is to read it
    QString publisher; //!< of items that name none, where the feed has no title; empty: NewsImportOptions::source
    QByteArray sha256; //!< of its bytes; may be empty
};

//! Reads feeds into the store with the claims in them, each as an import of its own, all of them or none, in one
//! transaction: of many feeds this costs little more than one. A story that the store, the same feed or an earlier one of
//! `feeds` tells is taken as importNews() takes it; what several feeds tell is the story of the first one. The reports
//! stand in the order of `feeds`. Verdicts come with the next keepClaims(). Waits for the writer: never call it on the GUI
//! thread. Errors: those of the store; Cancelled.
[[nodiscard]] core::Result<std::vector<NewsImportReport>> importFeeds(std::vector<FeedToImport> feeds,
                                                                      store::StoreReader &reader,
                                                                      store::StoreWriter &writer,
                                                                      std::stop_token stop = {});
//! The same of one feed.
[[nodiscard]] core::Result<NewsImportReport> importFeed(FeedToImport feed, store::StoreReader &reader,
                                                        store::StoreWriter &writer, std::stop_token stop = {});

//! Reads a feed or a plain text (first line: the headline) into the store with the claims in it: all of it or nothing, in
//! one transaction. A story that the file tells more than once is taken once: its newest text, at its first time. One that
//! is there already is updated where its publisher tells it again later, else left as it is. Verdicts come with the next
//! keepClaims(). Waits for the writer: never call it on the GUI thread. Errors: those of the reader, the parser and the
//! store; InvalidInput where there is nothing to keep, and for a table.
[[nodiscard]] core::Result<NewsImportReport> importNews(sources::ByteSource &source, const NewsImportOptions &options,
                                                        store::StoreReader &reader, store::StoreWriter &writer,
                                                        std::stop_token stop = {}, const ImportProgress &progress = {});

} // namespace tickmark::pipeline
