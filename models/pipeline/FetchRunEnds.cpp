// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a run that tells what became of each work and each source.
#include "FetchRun.h"
#include "NextRun.h"

#include <utility>

namespace tickmark::pipeline {

using core::Result;

//! Nothing is left to ask.
void FetchRun::succeed(WorkRun &work)
{
    const auto remark = work.work->remark();
    if (remark)
        setRemark(work.work->report(), *remark);
    m_states.addSuccess(work.work->state(), remark, m_options.now);
    end(work);
}

//! The run, or its source, ends before it is done.
void FetchRun::drop(WorkRun &work)
{
    work.isDropped = true;
    if (const FetchReport &report = m_sources[work.source].report; report.error)
        m_states.addGivenUp(work.work->state(), work.work->report().wasAsked, report, m_options.now);
    else
        keepUnderWay(work);
    end(work);
}

//! What a run leaves that goes no further than this.
void FetchRun::keepUnderWay(WorkRun &work)
{
    m_states.addUnderWay(work.work->state(), m_sources[work.source].report.source, m_options.now);
}

//! The sentence of what names nothing else names the source.
void FetchRun::keepFailure(store::FetchState state, FetchFault fault, const QString &source)
{
    if (fault.names.isEmpty())
        fault.names = QStringList{source};
    m_states.addFailure(std::move(state), fault, m_options.now);
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
    setError(work.work->report(), fault);
    keepFailure(work.work->state(), fault, source.report.source);
    if (fault.endsSource && !source.report.error) {
        setError(source.report, fault);
        source.requests.request_stop();
    }
    end(work);
}

void FetchRun::end(WorkRun &work)
{
    finish(work);
    if (--m_sources[work.source].busy == 0)
        endSource(work.source);
}

//! Told once its states are written. What a stop has cut has not ended.
void FetchRun::endSource(std::size_t index)
{
    if (!m_stop.stop_requested())
        m_states.addEnded(index);
}

void FetchRun::finish(WorkRun &work)
{
    const auto finished = work.work->finish();
    if (finished)
        return;
    if (!m_fault)
        m_fault = finished.error();
    m_stop.request_stop();
}

void FetchRun::giveUp(FetchedItem &item, const FetchReport &report)
{
    item.isGivenUp = true;
    if (report.error) {
        item.error = givenUp(*report.error, item.wasAsked);
        item.errorCode = item.wasAsked ? kNotFinishedCode : kNotAskedCode;
        item.errorNames = QStringList{report.errorCode} + report.errorNames;
        return;
    }
    const FetchFault stopped = faultOf(core::ErrorCode::Cancelled, kStoppedCode.data(), {report.source});
    setError(item, stopped);
}

FetchReport &FetchRun::reportOf(std::size_t index)
{
    SourceRun &source = m_sources[index];
    if (std::exchange(source.hasReport, true))
        return source.report;
    for (WorkRun &work : m_works) {
        if (work.source != index)
            continue;
        FetchedItem &item = work.work->report();
        if (work.isDropped)
            giveUp(item, source.report);
        source.report.items.push_back(std::move(item));
    }
    return source.report;
}

std::vector<FetchReport> FetchRun::reports()
{
    std::vector<FetchReport> all;
    for (std::size_t i = 0; i < m_sources.size(); ++i)
        all.push_back(std::move(reportOf(i)));
    return all;
}

} // namespace tickmark::pipeline
