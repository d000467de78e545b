// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchJob.h"

#include "FetchInbox.h"
#include "FetchNews.h"
#include "FetchWork.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <chrono>
#include <memory>

namespace tickmark::pipeline {

using core::Result;

namespace {

using Clock = std::chrono::steady_clock;
using Stored = core::Result<store::ImportResult>;

//! States are written together: a lost one only means that something is asked for twice.
constexpr std::chrono::milliseconds kStatesEvery{500};

struct FetchTexts
{
    Q_DECLARE_TR_FUNCTIONS(FetchTexts)
};

//! One source in this run.
struct SourceRun
{
    const FetchTask *task = nullptr;
    FetchReport report;
    std::stop_source requests; //!< ends what the source has under way
};

struct WorkRun
{
    std::unique_ptr<FetchWork> work;
    std::size_t source = 0;
    bool isDropped = false; //!< its source was given up before it was answered
};

class FetchRun
{
public:
    FetchRun(std::span<const FetchTask> tasks, const FetchTools &tools, const FetchOptions &options,
             std::stop_token stop, const FetchProgress &progress)
        : m_options(options),
          m_tools(tools),
          m_setting{m_tools, m_options, m_news, m_stop.get_token(), {}, {}},
          m_progress(progress),
          m_outerStop(stop, [this] { m_stop.request_stop(); })
    {
        for (const FetchTask &task : tasks) {
            SourceRun &source = m_sources.emplace_back();
            source.task = &task;
            source.report.sourceId = task.setup.sourceId;
            source.report.source = task.setup.name;
            source.report.provider = task.setup.provider;
        }
    }

    Result<std::vector<FetchReport>> run()
    {
        if (auto prepared = prepare(); !prepared)
            return tl::unexpected(prepared.error());
        // The run's stop reaches each source's requests.
        const std::stop_callback stopAll(m_stop.get_token(), [this] {
            for (SourceRun &source : m_sources)
                source.requests.request_stop();
        });
        for (std::size_t i = 0; i < m_works.size(); ++i)
            ask(i);
        while (m_open > 0) {
            for (FetchInbox::Message &message : m_inbox->take())
                receive(std::move(message));
            m_news.commit(m_tools, m_stop.get_token());
            if (Clock::now() - m_statesSaved >= kStatesEvery)
                saveStates();
        }
        finish();
        saveStates();
        for (const auto &saved : m_saves) {
            if (const auto result = saved.result(); !result && !m_fault)
                m_fault = result.error();
        }
        if (m_fault)
            return tl::unexpected(*m_fault);
        if (m_stop.stop_requested())
            return core::failure(core::ErrorCode::Cancelled, {});
        return reports();
    }

private:
    Result<> prepare();
    void addSource(std::size_t index, const std::vector<store::FetchState> &states);
    [[nodiscard]] std::optional<core::Time> waitsUntil(std::span<const store::FetchState> states) const;
    void ask(std::size_t index);
    void receive(FetchInbox::Message message);
    void takeAnswer(std::size_t index, const sources::HttpResult &answer);
    void takeStored(std::size_t index, const Stored &stored);
    void succeed(WorkRun &work);
    void drop(WorkRun &work);
    void keepState(WorkRun &work);
    void fail(WorkRun &work, const FetchFault &fault);
    void saveStates();
    void finish();
    Result<std::vector<FetchReport>> reports();

    FetchOptions m_options;
    FetchTools m_tools;
    NewsBatch m_news;
    std::stop_source m_stop;
    FetchSetting m_setting;
    const FetchProgress &m_progress;
    std::vector<SourceRun> m_sources;
    std::vector<WorkRun> m_works;
    std::shared_ptr<FetchInbox> m_inbox = std::make_shared<FetchInbox>();
    qint64 m_open = 0; //!< messages to come
    qint64 m_done = 0; //!< answers
    qint64 m_asked = 0;
    std::vector<store::FetchState> m_states; //!< to be written
    std::vector<QFuture<Result<>>> m_saves;
    Clock::time_point m_statesSaved = Clock::now();
    std::optional<core::Error> m_fault;                    //!< of the store
    std::stop_callback<std::function<void()>> m_outerStop; //!< last: it uses the rest
};

Result<> FetchRun::prepare()
{
    auto instruments = m_tools.reader.instruments();
    if (!instruments)
        return tl::unexpected(instruments.error());
    m_setting.instruments = std::move(*instruments);
    auto spans = m_tools.reader.seriesSpans(0, m_setting.stop);
    if (!spans)
        return tl::unexpected(spans.error());
    m_setting.spans = std::move(*spans);
    const auto states = m_tools.reader.fetchStates();
    if (!states)
        return tl::unexpected(states.error());
    for (std::size_t i = 0; i < m_sources.size(); ++i)
        addSource(i, *states);
    return {};
}

//! A server that asked for a pause meant the source, not the symbol.
std::optional<core::Time> FetchRun::waitsUntil(std::span<const store::FetchState> states) const
{
    std::optional<core::Time> until;
    for (const store::FetchState &state : states) {
        if (!m_options.ignoreRetryAfter && state.retryAt && *state.retryAt > m_options.now)
            until = std::max(until.value_or(*state.retryAt), *state.retryAt);
    }
    return until;
}

void FetchRun::addSource(std::size_t index, const std::vector<store::FetchState> &states)
{
    SourceRun &source = m_sources[index];
    std::vector<store::FetchState> own;
    std::ranges::copy_if(states, std::back_inserter(own), [&source](const store::FetchState &state) {
        return state.sourceId == source.report.sourceId;
    });
    if (const auto until = waitsUntil(own)) {
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(until->ns / 1'000'000, Qt::UTC);
        source.report.error = core::Error{
            core::ErrorCode::Io,
            FetchTexts::tr("%1 asked for a pause until %2 UTC.")
                .arg(source.report.source, moment.toString(QStringLiteral("yyyy-MM-dd HH:mm"))),
            {}};
        source.report.errorCode = QStringLiteral("pause");
        return;
    }
    SourceWork made = makeWork(*source.task, m_setting);
    if (made.fault) {
        source.report.error = made.fault->error;
        source.report.errorCode = made.fault->code;
    }
    source.report.items = std::move(made.refused);
    for (auto &work : made.works) {
        const auto state = std::ranges::find(own, work->state().item, &store::FetchState::item);
        if (state != own.end())
            work->resume(*state);
        m_works.push_back({std::move(work), index, false});
    }
}

//! Sends what the work asks for next. The continuations run on the thread of whoever answers.
void FetchRun::ask(std::size_t index)
{
    WorkRun &work = m_works[index];
    SourceRun &source = m_sources[work.source];
    if (m_stop.stop_requested() || source.requests.stop_requested()) {
        drop(work);
        return;
    }
    auto request = work.work->next();
    if (!request) {
        succeed(work);
        return;
    }
    if (m_options.limits)
        request->limits = *m_options.limits;
    keepState(work);
    ++m_open;
    ++m_asked;
    m_tools.http.send(std::move(*request), source.requests.get_token())
        .then(QtFuture::Launch::Sync, [inbox = m_inbox, index](const sources::HttpResult &answer) {
            inbox->post({index, answer});
        });
}

void FetchRun::receive(FetchInbox::Message message)
{
    --m_open;
    if (const auto *answer = std::get_if<sources::HttpResult>(&message.answer))
        takeAnswer(message.work, *answer);
    else
        takeStored(message.work, std::get<Stored>(message.answer));
}

void FetchRun::takeAnswer(std::size_t index, const sources::HttpResult &answer)
{
    WorkRun &work = m_works[index];
    ++m_done;
    if (m_progress)
        m_progress(m_done, m_asked, m_sources[work.source].report.source);
    if (!answer) {
        if (answer.error().fault == sources::HttpFault::Cancelled)
            drop(work);
        else if (work.work->isEnd(answer.error()))
            ask(index);
        else
            fail(work, faultOf(answer.error()));
        return;
    }
    auto taken = work.work->take(*answer);
    if (!taken) {
        fail(work, taken.error());
        return;
    }
    ++work.work->report().requests;
    if (!*taken) {
        ask(index);
        return;
    }
    ++m_open;
    (*taken)->then(QtFuture::Launch::Sync, [inbox = m_inbox, index](const Stored &stored) {
        inbox->post({index, stored});
    });
}

void FetchRun::takeStored(std::size_t index, const Stored &stored)
{
    WorkRun &work = m_works[index];
    const Result<> done = stored ? work.work->stored(*stored) : tl::unexpected(stored.error());
    if (!done) {
        fail(work, faultOfStore(done.error()));
        return;
    }
    ask(index);
}

//! Nothing is left to ask.
void FetchRun::succeed(WorkRun &work)
{
    store::FetchState &state = work.work->state();
    state.lastRun = m_options.now;
    state.lastSuccess = m_options.now;
    state.failures = 0;
    state.errorCode.clear();
    state.errorText.clear();
    state.retryAt.reset();
    m_states.push_back(state);
}

//! The run, or its source, ends before it is done.
void FetchRun::drop(WorkRun &work)
{
    work.isDropped = work.work->report().requests == 0;
    keepState(work);
}

//! How far it has come so far.
void FetchRun::keepState(WorkRun &work)
{
    if (work.work->report().requests > 0)
        m_states.push_back(work.work->state());
}

void FetchRun::fail(WorkRun &work, const FetchFault &fault)
{
    SourceRun &source = m_sources[work.source];
    if (fault.error.code == core::ErrorCode::Cancelled) {
        drop(work);
        return;
    }
    if (fault.endsRun) {
        if (!m_fault)
            m_fault = fault.error;
        m_stop.request_stop();
        return;
    }
    work.work->report().error = fault.error;
    work.work->report().errorCode = fault.code;
    store::FetchState &state = work.work->state();
    state.lastRun = m_options.now;
    ++state.failures;
    state.errorCode = fault.code;
    state.errorText = fault.error.message;
    state.retryAt.reset();
    if (fault.retryAfter)
        state.retryAt = core::Time{m_options.now.ns + std::chrono::nanoseconds(*fault.retryAfter).count()};
    m_states.push_back(state);
    if (fault.endsSource && !source.report.error) {
        source.report.error = fault.error;
        source.report.errorCode = fault.code;
        source.requests.request_stop();
    }
}

void FetchRun::saveStates()
{
    m_statesSaved = Clock::now();
    if (!m_states.empty())
        m_saves.push_back(m_tools.writer.saveFetchStates(std::exchange(m_states, {})));
}

void FetchRun::finish()
{
    for (WorkRun &work : m_works) {
        if (const auto finished = work.work->finish(); !finished && !m_fault)
            m_fault = finished.error();
    }
}

Result<std::vector<FetchReport>> FetchRun::reports()
{
    for (WorkRun &work : m_works) {
        FetchReport &report = m_sources[work.source].report;
        FetchedItem &item = work.work->report();
        if (work.isDropped && report.error) {
            item.isGivenUp = true;
            item.error = core::Error{
                report.error->code,
                FetchTexts::tr("Not fetched any more: %1", "a sentence why").arg(report.error->message),
                {}};
            item.errorCode = report.errorCode;
        }
        report.items.push_back(std::move(item));
    }
    std::vector<FetchReport> all;
    for (SourceRun &source : m_sources)
        all.push_back(std::move(source.report));
    return all;
}

} // namespace

bool FetchReport::isComplete() const
{
    return !error && std::ranges::none_of(items, [](const FetchedItem &item) { return item.error.has_value(); });
}

Result<std::vector<FetchReport>> fetchSources(std::span<const FetchTask> tasks, const FetchTools &tools,
                                              const FetchOptions &options, std::stop_token stop,
                                              const FetchProgress &progress)
{
    return FetchRun(tasks, tools, options, std::move(stop), progress).run();
}

} // namespace tickmark::pipeline
