// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FetchWork.h"
#include "TickCommitter.h"
#include <sources/providers/TradeProvider.h>

#include <optional>
#include <vector>

namespace tickmark::pipeline {

//! Trades of one instrument, ascending from the last one that is stored, an answer at a time until there are no newer
//! ones. What a run brings is one import; each answer is on the disk before the next is asked for. FetchState::cursor
//! names the last trade that is stored; it is written with the trades.
class FetchTrades : public FetchWork
{
public:
    FetchTrades(const FetchTask &task, const FetchSetting &setting, const sources::TradeProvider &provider,
                const core::Instrument &instrument, QString symbol);

    [[nodiscard]] std::optional<sources::HttpRequest> next() override;
    [[nodiscard]] Taken take(const sources::HttpResponse &answer) override;
    [[nodiscard]] core::Result<> stored(const store::ImportResult &result) override;
    [[nodiscard]] core::Result<> finish() override;
    void resume(const store::FetchState &state) override;

private:
    [[nodiscard]] core::Result<> commit(std::vector<sources::FetchedTrade> trades, int priceDecimals, int sizeDecimals);

    const sources::TradeProvider &m_provider;
    qint64 m_instrumentId = 0;
    sources::TradesQuery m_query;
    sources::HttpRequest m_request;
    //! Trades of the last moment of an answer wait for the next one: the store takes equal ones of one moment together.
    sources::FetchedTrades m_held;
    qint64 m_lastId = 0;          //!< of what has come, stored or held
    store::TradeMark m_committed; //!< the last one that is stored; id 0: none is known
    bool m_isDone = false;
    std::optional<TickCommitter> m_committer;
};

} // namespace tickmark::pipeline
