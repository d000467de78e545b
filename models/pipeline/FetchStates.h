// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FetchFault.h"
#include "FetchInbox.h"
#include "FetchJob.h"
#include <store/SourceTypes.h>
#include <store/StoreWriter.h>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace tickmark::pipeline {

//! The states of one run on their way into the store. Written together, a few times a second at most: each time waits for
//! the disk, and a lost one only means that something is asked for twice. With them go the sources that are through, so
//! that nobody hears of an end before it is on the disk. Lives on the thread of the run; the writer outlives it.
class FetchStates
{
public:
    using Clock = std::chrono::steady_clock;

    FetchStates(store::StoreWriter &writer, std::shared_ptr<FetchInbox> inbox);

    //! How far it has come so far in the run that began at `now`; `source` is its name.
    void addUnderWay(store::FetchState state, const QString &source, core::Time now);
    //! The run goes no further with it, for a fault of the whole source that another item met: `report` says which.
    void addGivenUp(store::FetchState state, bool wasAsked, const FetchReport &report, core::Time now);
    //! Nothing is left to ask at `now`; `remark`: something has to be said about what came.
    void addSuccess(store::FetchState state, const std::optional<FetchFault> &remark, core::Time now);
    void addFailure(store::FetchState state, const FetchFault &fault, core::Time now);
    //! What hindered it is over, and nothing more is known of it.
    void addOver(store::FetchState state);
    void addEnded(std::size_t source) { m_ended.push_back(source); }

    //! When what waits is to be written; nothing: nothing waits.
    [[nodiscard]] std::optional<Clock::time_point> due() const;
    //! Sends what waits to the writer, whose answer comes into the inbox (FetchInbox::Saved). False: nothing waits.
    bool save();

private:
    void add(store::FetchState state) { m_states.push_back(std::move(state)); }

    store::StoreWriter &m_writer;
    std::shared_ptr<FetchInbox> m_inbox;
    std::vector<store::FetchState> m_states;
    std::vector<std::size_t> m_ended;
    Clock::time_point m_saved = Clock::now(); //!< or the beginning
};

} // namespace tickmark::pipeline
