// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchStates.h"

#include "NextRun.h"

#include <utility>

namespace tickmark::pipeline {

namespace {

constexpr std::chrono::milliseconds kSaveEvery{250};

void setOver(store::FetchState &state)
{
    state.failures = 0;
    state.errorCode.clear();
    state.errorNames.clear();
    state.errorText.clear();
}

} // namespace

FetchStates::FetchStates(store::StoreWriter &writer, std::shared_ptr<FetchInbox> inbox)
    : m_writer(writer), m_inbox(std::move(inbox))
{}

void FetchStates::addUnderWay(store::FetchState state, const QString &source, core::Time now)
{
    state.lastRun = now;
    state.errorCode = kCutCode;
    state.errorNames = QStringList{source};
    state.errorText.clear();
    add(std::move(state));
}

void FetchStates::addGivenUp(store::FetchState state, bool wasAsked, const FetchReport &report, core::Time now)
{
    state.lastRun = now;
    state.retryAt.reset(); // the answer that ended the source says when
    state.errorCode = wasAsked ? kNotFinishedCode : kNotAskedCode;
    state.errorNames = QStringList{report.errorCode} + report.errorNames;
    state.errorText.clear();
    add(std::move(state));
}

void FetchStates::addSuccess(store::FetchState state, const std::optional<FetchFault> &remark, core::Time now)
{
    state.lastRun = now;
    state.lastSuccess = now;
    state.retryAt.reset();
    setOver(state);
    if (remark) {
        state.errorCode = remark->code;
        state.errorNames = remark->names;
    }
    add(std::move(state));
}

void FetchStates::addFailure(store::FetchState state, const FetchFault &fault, core::Time now)
{
    state.lastRun = now;
    ++state.failures;
    state.errorCode = fault.code;
    state.errorNames = fault.names;
    state.errorText = fault.names.isEmpty() ? fault.error.message : QString();
    state.retryAt.reset();
    if (fault.retryAfter)
        state.retryAt = core::Time{now.ns + std::chrono::nanoseconds(*fault.retryAfter).count()};
    add(std::move(state));
}

void FetchStates::addOver(store::FetchState state)
{
    setOver(state);
    add(std::move(state));
}

std::optional<FetchStates::Clock::time_point> FetchStates::due() const
{
    return m_states.empty() && m_ended.empty() ? std::nullopt : std::optional(m_saved + kSaveEvery);
}

bool FetchStates::save()
{
    if (!due())
        return false;
    m_saved = Clock::now();
    m_writer.saveFetchStates(std::exchange(m_states, {}))
        .then(QtFuture::Launch::Sync,
              [inbox = m_inbox, ended = std::exchange(m_ended, {})](const core::Result<> &result) {
                  inbox->post(FetchInbox::Saved{ended, result});
              });
    return true;
}

} // namespace tickmark::pipeline
