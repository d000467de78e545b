// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchTrades.h"

#include <core/Price.h>
#include <sources/http/HttpRules.h>

#include <algorithm>
#include <iterator>

namespace tickmark::pipeline {

using core::Result;
using sources::FetchedTrade;
using sources::FetchedTrades;

namespace {

//! How far back without a word of the user: exchanges have millions of trades a day.
constexpr qint64 kOrdinaryNs = core::kNsPerDay;

//! All at the finest decimals of both. False: they do not fit.
bool rescale(std::vector<FetchedTrade> &trades, int fromPrice, int toPrice, int fromSize, int toSize)
{
    for (FetchedTrade &trade : trades) {
        const auto price = core::rescaled({trade.tick.price, fromPrice}, toPrice);
        const auto size = core::rescaled({trade.tick.size, fromSize}, toSize);
        if (!price || !size)
            return false;
        trade.tick.price = price->units;
        trade.tick.size = size->units;
    }
    return true;
}

bool append(FetchedTrades &all, FetchedTrades more)
{
    const int price = std::max(all.priceDecimals, more.priceDecimals);
    const int size = std::max(all.sizeDecimals, more.sizeDecimals);
    if (!rescale(all.trades, all.priceDecimals, price, all.sizeDecimals, size)
        || !rescale(more.trades, more.priceDecimals, price, more.sizeDecimals, size))
        return false;
    all.priceDecimals = price;
    all.sizeDecimals = size;
    std::ranges::move(more.trades, std::back_inserter(all.trades));
    return true;
}

} // namespace

FetchTrades::FetchTrades(const FetchTask &task, const FetchSetting &setting, const sources::TradeProvider &provider,
                         const core::Instrument &instrument, QString symbol)
    : FetchWork(task, setting, instrument.symbol), m_provider(provider), m_instrumentId(instrument.id)
{
    m_report.symbol = instrument.symbol;
    m_query.symbol = std::move(symbol);
    const auto since = setting.options.since ? setting.options.since : task.setup.since;
    m_query.since = since ? since->utcMidnight() : core::Time{setting.options.now.ns - kOrdinaryNs};
}

void FetchTrades::resume(const store::FetchState &state)
{
    FetchWork::resume(state);
    const auto last = store::tradeMark(state.cursor);
    if (!last)
        return;
    m_query.since = last->time;
    m_query.lastTradeId = m_lastId = last->id;
    m_committed = *last;
}

std::optional<sources::HttpRequest> FetchTrades::next()
{
    if (m_isDone)
        return std::nullopt;
    m_request = m_provider.request(m_query, settings());
    m_report.address = withoutSecrets(sources::shownAddress(m_request.url), m_request);
    return m_request;
}

FetchWork::Taken FetchTrades::take(const sources::HttpResponse &answer)
{
    auto fetched = m_provider.parse(answer.body, m_query);
    if (!fetched)
        return tl::unexpected(faultOf(fetched.error(), m_task.setup.name, m_request));
    m_report.rowsLeftOut += fetched->rowsLeftOut;
    m_isDone = fetched->next.isEmpty();
    m_query.cursor = fetched->next;
    // answers may begin with what the one before ended with
    std::erase_if(fetched->trades, [this](const FetchedTrade &trade) { return trade.id <= m_lastId; });
    if (!fetched->trades.empty())
        m_lastId = std::ranges::max(fetched->trades, {}, &FetchedTrade::id).id;
    if (!append(m_held, std::move(*fetched)))
        return tl::unexpected(faultOf({sources::ProviderFault::Malformed, {}}, m_task.setup.name, m_request));
    std::vector<FetchedTrade> &all = m_held.trades;
    auto end = all.end();
    while (!m_isDone && end != all.begin() && std::prev(end)->tick.time == all.back().tick.time)
        --end;
    std::vector<FetchedTrade> due(all.begin(), end);
    all.erase(all.begin(), end);
    if (const auto done = commit(std::move(due), m_held.priceDecimals, m_held.sizeDecimals); !done)
        return tl::unexpected(faultOfStore(done.error()));
    return std::nullopt;
}

Result<> FetchTrades::commit(std::vector<FetchedTrade> trades, int priceDecimals, int sizeDecimals)
{
    if (trades.empty())
        return {};
    if (!m_committer)
        m_committer.emplace(m_setting.tools.writer,
                            store::ImportOrigin{m_task.setup.name, store::ImportKind::Ticks, m_report.address,
                                                m_setting.options.now, asked()},
                            m_setting.stop);
    store::TradeSlice slice;
    slice.asked = asked();
    slice.isNew = false; // after a cut run, or where no id is known, some of them may be there
    slice.ticks.series.instrumentId = m_instrumentId;
    slice.ticks.series.source = m_task.setup.name;
    slice.ticks.series.field = core::QuoteField::Trade;
    slice.ticks.series.intervalNs = 0;
    slice.ticks.priceDecimals = priceDecimals;
    slice.ticks.sizeDecimals = sizeDecimals;
    std::ranges::transform(trades, std::back_inserter(slice.ticks.ticks), &FetchedTrade::tick);
    const auto [first, last] = std::ranges::minmax(trades, {}, &FetchedTrade::id);
    // ids between the last one that is known and these were left out by the exchange
    const bool goesOn = m_committed.id > 0 && m_committed.id < first.id;
    slice.runs = {
        {goesOn ? m_committed.id + 1 : first.id, last.id, goesOn ? m_committed.time : first.tick.time, last.tick.time}};
    if (auto added = m_committer->add(std::move(slice)); !added)
        return added;
    if (auto drained = m_committer->drain(); !drained)
        return drained;
    m_committed = {last.id, last.tick.time};
    m_state.cursor = store::tradeCursor(m_committed);
    return {};
}

//! Ticks are on the disk when take() is done with them.
Result<> FetchTrades::stored(const store::ImportResult &)
{
    return {};
}

Result<> FetchTrades::finish()
{
    if (!m_committer)
        return {};
    const store::TickTotals totals = m_committer->totals();
    const auto ended = m_committer->end({{}, 0, 0});
    if (!ended)
        return tl::unexpected(ended.error());
    store::ImportResult result = *ended;
    result.totals.inserted = totals.inserted;
    result.totals.unchanged = totals.unchanged;
    count(result);
    m_committer.reset();
    return {};
}

} // namespace tickmark::pipeline
