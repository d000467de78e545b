// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchRun.h"

#include "NextRun.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace tickmark::pipeline {

using core::Result;

namespace {

//! The one of `own` for the item of `fresh`, else that.
store::FetchState stateOf(std::span<const store::FetchState> own, const store::FetchState &fresh)
{
    const auto state = std::ranges::find(own, fresh.item, &store::FetchState::item);
    return state == own.end() ? fresh : *state;
}

} // namespace

FetchRun::FetchRun(std::span<const FetchTask> tasks, const FetchTools &tools, const FetchOptions &options,
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

FetchOutcome FetchRun::run()
{
    if (auto prepared = prepare(); !prepared)
        return {{}, prepared.error()};
    // The run's stop reaches each source's requests.
    const std::stop_callback stopAll(m_stop.get_token(), [this] {
        for (SourceRun &source : m_sources)
            source.requests.request_stop();
    });
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        if (m_sources[i].busy == 0)
            endSource(i);
    }
    for (std::size_t i = 0; i < m_works.size(); ++i)
        ask(i);
    saveStates();
    while (m_open > 0) {
        for (FetchInbox::Message &message : m_inbox->take(m_states.due()))
            receive(message);
        m_news.commit(m_tools, m_stop.get_token());
        saveStates();
    }
    for (WorkRun &work : m_works)
        finish(work);
    if (!m_fault && m_stop.stop_requested())
        m_fault = core::Error{core::ErrorCode::Cancelled, {}, {}};
    return {reports(), m_fault};
}

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

void FetchRun::addSource(std::size_t index, const std::vector<store::FetchState> &states)
{
    SourceRun &source = m_sources[index];
    std::vector<store::FetchState> own;
    std::ranges::copy_if(states, std::back_inserter(own), [&source](const store::FetchState &state) {
        return state.sourceId == source.report.sourceId;
    });
    for (store::FetchState &state : own)
        state.revision = source.task->setup.revision; // what is kept is what this set-up was answered
    const auto until = lastRunOf(own, m_options.now).retryAt;
    if (until && *until > m_options.now && !m_options.ignoreRetryAfter) {
        const QDateTime moment = QDateTime::fromMSecsSinceEpoch(until->ns / 1'000'000, Qt::UTC);
        // no state: what the server said goes on to be so
        setError(source.report, faultOf(core::ErrorCode::Io, "pause",
                                        {source.report.source, moment.toString(QStringLiteral("yyyy-MM-dd HH:mm"))}));
        return;
    }
    SourceWork made = makeWork(*source.task, m_setting);
    if (made.fault)
        setError(source.report, *made.fault);
    keepRefusals(made, own, source.task->setup);
    source.report.items = std::move(made.refused);
    for (auto &work : made.works) {
        work->resume(stateOf(own, work->state()));
        m_works.push_back({std::move(work), index, false});
        ++source.busy;
    }
}

//! Also what was never sent failed.
void FetchRun::keepRefusals(const SourceWork &made, std::span<const store::FetchState> own,
                            const store::SourceSetup &setup)
{
    store::FetchState state;
    state.sourceId = setup.sourceId;
    state.revision = setup.revision;
    if (made.fault)
        keepFailure(stateOf(own, state), *made.fault, setup.name);
    for (const FetchedItem &item : made.refused) {
        state.item = item.item;
        keepFailure(stateOf(own, state), {*item.error, item.errorCode, false, {}, false, false, item.errorNames},
                    setup.name);
    }
    const bool asksAsAWhole = std::ranges::any_of(made.works,
                                                  [](const auto &work) { return work->state().item.isEmpty(); });
    state.item.clear();
    state = stateOf(own, state);
    if (!made.fault && !asksAsAWhole && !state.errorCode.isEmpty())
        m_states.addOver(std::move(state));
}

//! Sends what the work asks for next. The continuations run on the thread of whoever answers.
void FetchRun::ask(std::size_t index)
{
    WorkRun &work = m_works[index];
    SourceRun &source = m_sources[work.source];
    const FetchedItem before = work.work->report();
    auto request = work.work->next();
    if (!request) {
        succeed(work); // also where the rest of the source, or the run, has ended meanwhile
        return;
    }
    if (m_stop.stop_requested() || source.requests.stop_requested()) {
        work.work->report() = before;
        drop(work);
        return;
    }
    if (m_options.limits)
        request->limits = *m_options.limits;
    keepUnderWay(work);
    ++m_open;
    ++m_asked;
    ++source.asked;
    m_tools.http.send(std::move(*request), source.requests.get_token())
        .then(QtFuture::Launch::Sync, [inbox = m_inbox, index](const sources::HttpResult &answer) {
            inbox->post(FetchInbox::Answer{index, answer});
        });
}

void FetchRun::receive(const FetchInbox::Message &message)
{
    --m_open;
    if (const auto *saved = std::get_if<FetchInbox::Saved>(&message)) {
        takeSaved(*saved);
        return;
    }
    const auto &[work, what] = std::get<FetchInbox::Answer>(message);
    if (const auto *answer = std::get_if<sources::HttpResult>(&what))
        takeAnswer(work, *answer);
    else
        takeStored(work, std::get<Stored>(what));
}

void FetchRun::takeAnswer(std::size_t index, const sources::HttpResult &answer)
{
    WorkRun &work = m_works[index];
    ++m_done;
    if (answer || answer.error().fault != sources::HttpFault::Cancelled)
        ++m_sources[work.source].done;
    tell(work.source);
    work.work->report().wasAsked |= answer || answer.error().attempts > 0;
    if (!answer && answer.error().fault == sources::HttpFault::Cancelled) {
        drop(work);
        return;
    }
    work.work->report().requests += answer || answer.error().status != 0 ? 1 : 0;
    auto taken = answer ? work.work->take(*answer) : work.work->takeError(answer.error());
    if (!taken) {
        fail(work, taken.error());
        return;
    }
    if (!*taken) {
        ask(index);
        return;
    }
    ++m_open;
    (*taken)->then(QtFuture::Launch::Sync, [inbox = m_inbox, index](const Stored &stored) {
        inbox->post(FetchInbox::Answer{index, stored});
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

void FetchRun::saveStates()
{
    const auto due = m_states.due();
    if (due && (m_open == 0 || *due <= FetchStates::Clock::now()) && m_states.save())
        ++m_open;
}

void FetchRun::takeSaved(const FetchInbox::Saved &saved)
{
    if (!saved.result) {
        if (!m_fault)
            m_fault = saved.result.error();
        m_stop.request_stop();
        return;
    }
    for (const std::size_t index : saved.ended)
        tell(index, &reportOf(index));
}

void FetchRun::tell(std::size_t index, const FetchReport *ended)
{
    if (!m_progress)
        return;
    const SourceRun &source = m_sources[index];
    m_progress({source.report.sourceId, source.report.source, source.done, source.asked, m_done, m_asked, ended});
}

} // namespace tickmark::pipeline
