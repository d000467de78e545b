// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FetchWork.h"
#include "GapFiller.h"
#include "TickCommitter.h"
#include <sources/providers/TradeProvider.h>

#include <optional>
#include <vector>

namespace tickmark::pipeline {

//! Trades of one instrument, ascending from the last one that is stored, an answer at a time until there are no newer
//! ones; then those that are missing before, as a stream left them, as far back as a run goes and no more than kMostForGaps
//! answers. What a run brings is one import; each answer is on the disk before the next is asked for. FetchState::cursor
//! names the last trade that is stored; it is written with the trades.
class FetchTrades : public FetchWork
{
public:
    static constexpr int kMostForGaps = 200; //!< 200,000 trades; the rest comes with the next runs

    FetchTrades(const FetchTask &task, const FetchSetting &setting, const sources::TradeProvider &provider,
                const core::Instrument &instrument, QString symbol);

    [[nodiscard]] std::optional<sources::HttpRequest> next() override;
    [[nodiscard]] Taken take(const sources::HttpResponse &answer) override;
    [[nodiscard]] core::Result<> stored(const store::ImportResult &result) override;
    [[nodiscard]] core::Result<> finish() override;
    void resume(const store::FetchState &state) override;

private:
    //! The gaps of one run.
    struct Gaps
    {
        LiveSeries series;
        GapFiller filler;
        GapFiller::Clock::time_point at; //!< the run's: nothing is asked for twice
        int answers = 0;
    };

    [[nodiscard]] Taken takeNewest(const sources::HttpResponse &answer);
    [[nodiscard]] Taken takeOfGap(const sources::HttpResponse &answer);
    void openGaps();
    [[nodiscard]] core::Result<> commit(std::vector<sources::FetchedTrade> trades, int priceDecimals, int sizeDecimals);
    [[nodiscard]] core::Result<> store(LiveSlice slice);
    [[nodiscard]] std::vector<store::TradeRun> runsOf(const std::vector<sources::FetchedTrade> &trades);
    [[nodiscard]] store::TradeSlice emptySlice() const;
    TickCommitter &committer();

    const sources::TradeProvider &m_provider;
    qint64 m_instrumentId = 0;
    sources::TradesQuery m_query;
    sources::HttpRequest m_request;
    //! Trades of the last moment of an answer wait for the next one: the store takes equal ones of one moment together.
    sources::FetchedTrades m_held;
    std::vector<qint64> m_fronts; //!< ids before which nobody knows whether some are missing; ascending
    qint64 m_lastId = 0;          //!< of what has come, stored or held
    store::TradeMark m_committed; //!< the last one that is stored; id 0: none is known
    bool m_isDone = false;        //!< the newest are there
    std::optional<Gaps> m_gaps;
    std::optional<core::Time> m_gapsSince;
    std::optional<TickCommitter> m_committer;
};

} // namespace tickmark::pipeline
