// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FetchInbox.h"
#include "FetchJob.h"
#include "FetchNews.h"
#include "FetchStates.h"
#include "FetchWork.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tickmark::pipeline {

//! One call of fetchSources(): what all sources ask for is under way at once, and what comes is taken on the calling thread,
//! message by message. Used once; what it is given outlives it.
class FetchRun
{
public:
    FetchRun(std::span<const FetchTask> tasks, const FetchTools &tools, const FetchOptions &options,
             std::stop_token stop, const FetchProgress &progress);

    [[nodiscard]] FetchOutcome run();

private:
    using Stored = core::Result<store::ImportResult>;

    //! One source in this run.
    struct SourceRun
    {
        const FetchTask *task = nullptr;
        FetchReport report;
        std::stop_source requests; //!< ends what the source has under way
        qint64 busy = 0;           //!< works that have not ended
        qint64 done = 0;           //!< answers
        qint64 asked = 0;
        bool hasReport = false; //!< `report` has all items
    };

    struct WorkRun
    {
        std::unique_ptr<FetchWork> work;
        std::size_t source = 0;
        bool isDropped = false; //!< the run or its source ended before it was done
    };

    //! Of a report, or of an item in one.
    static void setError(auto &report, const FetchFault &fault)
    {
        report.error = fault.error;
        report.errorCode = fault.code;
        report.errorNames = fault.names;
    }

    static void setRemark(FetchedItem &item, const FetchFault &remark)
    {
        item.remark = remark.error;
        item.errorCode = remark.code;
        item.errorNames = remark.names;
    }

    // FetchRun.cpp: what is asked for and comes
    core::Result<> prepare();
    void addSource(std::size_t index, const std::vector<store::FetchState> &states);
    void keepRefusals(const SourceWork &made, std::span<const store::FetchState> own, const store::SourceSetup &setup);
    void ask(std::size_t index);
    void receive(const FetchInbox::Message &message);
    void takeAnswer(std::size_t index, const sources::HttpResult &answer);
    void takeStored(std::size_t index, const Stored &stored);
    void takeSaved(const FetchInbox::Saved &saved);
    void saveStates();
    void tell(std::size_t index, const FetchReport *ended = nullptr);

    // FetchRunEnds.cpp: what becomes of each work and source
    void succeed(WorkRun &work);
    void drop(WorkRun &work);
    void keepUnderWay(WorkRun &work);
    void keepFailure(store::FetchState state, FetchFault fault, const QString &source);
    void fail(WorkRun &work, const FetchFault &fault);
    void end(WorkRun &work);
    void endSource(std::size_t index);
    void finish(WorkRun &work);
    static void giveUp(FetchedItem &item, const FetchReport &report);
    [[nodiscard]] FetchReport &reportOf(std::size_t index);
    [[nodiscard]] std::vector<FetchReport> reports();

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
    FetchStates m_states{m_tools.writer, m_inbox};
    std::optional<core::Error> m_fault;                    //!< of the store
    std::stop_callback<std::function<void()>> m_outerStop; //!< last: it uses the rest
};

} // namespace tickmark::pipeline
