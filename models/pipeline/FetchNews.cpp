// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchNews.h"

#include <sources/http/HttpRules.h>

#include <QCryptographicHash>

#include <algorithm>

namespace tickmark::pipeline {

namespace {

//! How far back a service is asked that has not been asked before, without a word of the user.
constexpr qint64 kOrdinaryNs = 7 * core::kNsPerDay;
//! Headlines reach the services late.
constexpr qint64 kOverlapNs = 6 * core::kNsPerHour;

} // namespace

FetchWork::Stored NewsBatch::add(FeedToImport feed)
{
    m_feeds.push_back(std::move(feed));
    auto &answer = m_answers.emplace_back();
    answer.start();
    return answer.future();
}

void NewsBatch::commit(const FetchTools &tools, const std::stop_token &stop)
{
    if (m_feeds.empty())
        return;
    const auto reports = importFeeds(std::exchange(m_feeds, {}), tools.reader, tools.writer, stop);
    auto answers = std::exchange(m_answers, {});
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (reports)
            answers[i].addResult((*reports)[i].result);
        else
            answers[i].addResult(tl::unexpected(reports.error()));
        answers[i].finish();
    }
}

FetchNews::FetchNews(const FetchTask &task, const FetchSetting &setting, const sources::NewsProvider &provider,
                     const std::optional<core::Instrument> &instrument, QString symbol)
    : FetchWork(task, setting, instrument ? instrument->symbol : QString()), m_provider(provider)
{
    m_report.symbol = m_state.item;
    m_query.symbol = std::move(symbol);
}

std::optional<sources::HttpRequest> FetchNews::next()
{
    if (std::exchange(m_asked, true))
        return std::nullopt;
    const FetchOptions &options = m_setting.options;
    m_query.until = options.now;
    const auto since = options.since ? options.since : m_task.setup.since;
    m_query.from = since ? since->utcMidnight() : core::Time{options.now.ns - kOrdinaryNs};
    if (m_state.lastSuccess && !options.since)
        m_query.from = std::max(m_query.from, core::Time{m_state.lastSuccess->ns - kOverlapNs});
    m_request = m_provider.request(m_query, settings());
    m_report.address = withoutSecrets(sources::shownAddress(m_request.url), m_request);
    addValidators(m_request, m_task.setup.language.toUtf8());
    return m_request;
}

FetchWork::Taken FetchNews::take(const sources::HttpResponse &answer)
{
    if (answer.notModified) {
        m_report.notModified = true;
        return std::nullopt;
    }
    auto feed = m_provider.parse(answer, m_query);
    if (!feed)
        return tl::unexpected(faultOf(feed.error(), m_task.setup.name, m_request));
    m_validators = validatorsOf(answer);
    FeedToImport import;
    import.feed = std::move(*feed);
    import.options.source = m_task.setup.name;
    import.options.asked = asked();
    import.options.language = m_task.setup.language;
    import.options.now = m_setting.options.now;
    import.name = m_report.address;
    import.sha256 = QCryptographicHash::hash(answer.body, QCryptographicHash::Sha256);
    return m_setting.news.add(std::move(import));
}

core::Result<> FetchNews::stored(const store::ImportResult &result)
{
    count(result);
    keep(m_validators);
    return {};
}

} // namespace tickmark::pipeline
