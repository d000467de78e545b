// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FetchWork.h"
#include "NewsImportJob.h"
#include <sources/providers/NewsProvider.h>

#include <QPromise>

#include <vector>

namespace tickmark::pipeline {

//! Headlines that wait to be stored: of many answers that are there at once this costs little more than of one. Lives on
//! the thread of the run.
class NewsBatch
{
public:
    [[nodiscard]] FetchWork::Stored add(FeedToImport feed);
    //! Stores what waits, each as an import of its own, and answers. Waits for the writer.
    void commit(const FetchTools &tools, const std::stop_token &stop);

private:
    std::vector<FeedToImport> m_feeds;
    std::vector<QPromise<core::Result<store::ImportResult>>> m_answers;
};

//! Headlines of one feed, or of one instrument at a service that searches. A feed that has not changed says so.
class FetchNews : public FetchWork
{
public:
    //! `instrument` is nothing where the provider is not asked for instruments.
    FetchNews(const FetchTask &task, const FetchSetting &setting, const sources::NewsProvider &provider,
              const std::optional<core::Instrument> &instrument, QString symbol);

    [[nodiscard]] std::optional<sources::HttpRequest> next() override;
    [[nodiscard]] Taken take(const sources::HttpResponse &answer) override;
    [[nodiscard]] core::Result<> stored(const store::ImportResult &result) override;

private:
    const sources::NewsProvider &m_provider;
    sources::NewsQuery m_query;
    sources::HttpRequest m_request;
    Validators m_validators; //!< of the answer that is being stored
    bool m_asked = false;
};

} // namespace tickmark::pipeline
