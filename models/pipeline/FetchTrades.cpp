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
    if (since)
        m_gapsSince = since->utcMidnight();
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
    if (m_isDone) {
        if (!m_gaps)
            openGaps();
        if (!m_gaps || m_gaps->answers >= kMostForGaps)
            return std::nullopt;
        return m_gaps->filler.next(m_gaps->series, settings(), m_setting.options.now, m_gaps->at);
    }
    m_request = m_provider.request(m_query, settings());
    m_report.address = withoutSecrets(sources::shownAddress(m_request.url), m_request);
    return m_request;
}

//! Nothing where the store cannot be read: they stay gaps.
void FetchTrades::openGaps()
{
    const auto progress = m_setting.tools.reader.tradeProgress(m_instrumentId, m_task.setup.name);
    if (!progress)
        return;
    m_gaps.emplace(Gaps{LiveSeries(*progress, std::nullopt), GapFiller(m_provider, m_query.symbol, m_gapsSince),
                        GapFiller::Clock::now(), 0});
    // a hole is looked at before it is asked for: a stream's may close by themselves
    (void)m_gaps->filler.next(m_gaps->series, settings(), m_setting.options.now, m_gaps->at);
    m_gaps->at += GapFiller::kSettling;
}

FetchWork::Taken FetchTrades::take(const sources::HttpResponse &answer)
{
    return m_isDone ? takeOfGap(answer) : takeNewest(answer);
}

FetchWork::Taken FetchTrades::takeOfGap(const sources::HttpResponse &answer)
{
    ++m_gaps->answers;
    LiveSlice slice = m_gaps->filler.take(answer, m_gaps->series, m_task.setup.name, m_report.symbol, m_gaps->at);
    const auto stored = store(std::move(slice));
    if (stored)
        return std::nullopt;
    if (stored.error().code != core::ErrorCode::AlreadyExists)
        return tl::unexpected(faultOfStore(stored.error()));
    m_gaps->answers = kMostForGaps; // a stream was faster, and fills what is missing
    return std::nullopt;
}

core::Result<> FetchTrades::store(LiveSlice slice)
{
    if (slice.isEmpty())
        return {};
    store::TradeSlice trades = emptySlice();
    trades.ticks.priceDecimals = slice.priceDecimals;
    trades.ticks.sizeDecimals = slice.sizeDecimals;
    trades.ticks.ticks = std::move(slice.ticks);
    trades.runs = std::move(slice.runs);
    trades.gaps = std::move(slice.gaps);
    if (trades.ticks.ticks.empty()) { // only that the exchange left some out
        const auto done =
            m_setting.tools.writer.addTrades(0, std::make_shared<const store::TradeSlice>(std::move(trades))).result();
        return done ? Result<>() : tl::unexpected(done.error());
    }
    if (auto added = committer().add(std::move(trades)); !added)
        return added;
    return committer().drain();
}

TickCommitter &FetchTrades::committer()
{
    if (!m_committer)
        m_committer.emplace(m_setting.tools.writer,
                            store::ImportOrigin{m_task.setup.name, store::ImportKind::Ticks, m_report.address,
                                                m_setting.options.now, asked()},
                            m_setting.stop);
    return *m_committer;
}

store::TradeSlice FetchTrades::emptySlice() const
{
    store::TradeSlice slice;
    slice.asked = asked();
    slice.ticks.series.instrumentId = m_instrumentId;
    slice.ticks.series.source = m_task.setup.name;
    slice.ticks.series.field = core::QuoteField::Trade;
    slice.ticks.series.intervalNs = 0;
    return slice;
}

FetchWork::Taken FetchTrades::takeNewest(const sources::HttpResponse &answer)
{
    auto fetched = m_provider.parse(answer.body, m_query);
    if (!fetched)
        return tl::unexpected(faultOf(fetched.error(), m_task.setup.name, m_request));
    m_report.rowsLeftOut += fetched->rowsLeftOut;
    m_isDone = fetched->next.isEmpty();
    m_query.cursor = fetched->next;
    // answers may begin with what the one before ended with
    std::erase_if(fetched->trades, [this](const FetchedTrade &trade) { return trade.id <= m_lastId; });
    if (!fetched->trades.empty()) {
        const auto [first, last] = std::ranges::minmax(fetched->trades, {}, &FetchedTrade::id);
        // the exchange left ids out where one answer has trades on both sides of them
        if (m_lastId > 0 && first.id > m_lastId + 1 && fetched->oldestId > m_lastId)
            m_fronts.push_back(first.id);
        m_lastId = last.id;
    }
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
    store::TradeSlice slice = emptySlice();
    slice.isNew = false; // after a cut run, or where no id is known, some of them may be there
    slice.ticks.priceDecimals = priceDecimals;
    slice.ticks.sizeDecimals = sizeDecimals;
    std::ranges::transform(trades, std::back_inserter(slice.ticks.ticks), &FetchedTrade::tick);
    std::ranges::stable_sort(trades, {}, &FetchedTrade::id);
    slice.runs = runsOf(trades);
    if (auto added = committer().add(std::move(slice)); !added)
        return added;
    if (auto drained = committer().drain(); !drained)
        return drained;
    m_committed = {trades.back().id, trades.back().tick.time};
    m_state.cursor = store::tradeCursor(m_committed);
    return {};
}

//! Of trades that ascend by id: all from the last one that is stored on, but for what is missing before one of m_fronts.
std::vector<store::TradeRun> FetchTrades::runsOf(const std::vector<FetchedTrade> &trades)
{
    std::vector<store::TradeRun> runs;
    if (m_committed.id > 0 && m_committed.id < trades.front().id)
        runs.push_back({m_committed.id + 1, m_committed.id, m_committed.time, m_committed.time});
    for (const FetchedTrade &trade : trades) {
        const bool isFront = std::ranges::find(m_fronts, trade.id) != m_fronts.end();
        if (runs.empty() || isFront)
            runs.push_back({trade.id, trade.id, trade.tick.time, trade.tick.time});
        runs.back().lastId = trade.id;
        runs.back().last = trade.tick.time;
    }
    std::erase_if(runs, [](const store::TradeRun &run) { return run.lastId < run.firstId; });
    std::erase_if(m_fronts, [&](qint64 id) { return id <= trades.back().id; });
    return runs;
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
