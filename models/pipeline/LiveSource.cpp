// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveSource.h"

#include "FetchSymbols.h"
#include "FetchWork.h"
#include <core/WallClock.h>
#include <sources/providers/ProviderList.h>
#include <sources/streams/StreamProvider.h>

#include <algorithm>

namespace tickmark::pipeline {

using core::Result;
using sources::StreamPhase;

namespace {

constexpr std::chrono::minutes kSaysCountsAnew{1};

//! The user's own spelling is that of the requests; a stream may spell otherwise.
QString streamSpelling(const sources::StreamProvider &stream, const core::Instrument &instrument, const QString &own)
{
    const QString byRule = stream.symbolOf(instrument);
    const bool isSpelledAlike = byRule == sources::spellingOf(stream.code(), instrument);
    return !own.isEmpty() && (byRule.isEmpty() || isSpelledAlike) ? own : byRule;
}

struct Named
{
    core::Instrument instrument;
    QString stream;
    QString rest;
};

LiveStatus statusOfRefused(const store::SourceSetup &setup, const FetchedItem &item)
{
    LiveStatus status;
    status.sourceId = setup.sourceId;
    status.source = setup.name;
    status.provider = setup.provider;
    status.symbol = item.symbol;
    status.phase = LivePhase::Ended;
    status.error = item.error;
    status.errorCode = item.errorCode;
    status.errorNames = item.errorNames;
    return status;
}

//! Those that the request asks for, and those that are being stopped.
std::vector<Named> namedBy(const LiveRequest &request, const LiveSource &source,
                           const std::vector<core::Instrument> &instruments, std::vector<LiveStatus> &refused)
{
    const sources::StreamProvider &stream = *sources::streamProvider(request.setup.provider);
    const store::SourceSetup &setup = request.setup;
    const auto rule = [&](const core::Instrument &one) {
        return streamSpelling(stream, one, setup.spellings.value(one.symbol));
    };
    const auto isAsked = [&](qint64 id) {
        return request.instrumentIds.empty()
               || std::ranges::find(request.instrumentIds, id) != request.instrumentIds.end()
               || std::ranges::any_of(source.items,
                                      [id](const auto &item) { return item->instrument.id == id && item->stoppedAt; });
    };
    SpelledSymbols symbols = spelledSymbols(setup, instruments, stream.title(), rule);
    std::vector<Named> named;
    for (const SpelledSymbol &symbol : symbols.had) {
        const core::Instrument &one = symbol.instrument;
        const QString own = setup.spellings.value(one.symbol);
        const QString rest = own.isEmpty() ? sources::spellingOf(setup.provider, one) : own;
        if (const QString spelled = rule(one); isAsked(one.id) && !spelled.isEmpty())
            named.push_back({one, spelled, rest});
    }
    if (request.instrumentIds.empty()) {
        for (const FetchedItem &item : symbols.refused)
            refused.push_back(statusOfRefused(setup, item));
    }
    return named;
}

//! Those that were streamed and are not there any more.
void addGone(const LiveSource &source, const std::vector<core::Instrument> &instruments,
             std::vector<LiveStatus> &refused)
{
    for (const auto &one : source.items) {
        const core::Instrument &was = one->instrument;
        if (one->stoppedAt || std::ranges::find(instruments, was.id, &core::Instrument::id) != instruments.end())
            continue;
        LiveStatus status = statusOf(source, liveFault(core::ErrorCode::NotFound, "instrument_gone", {was.symbol}));
        status.instrumentId = was.id;
        status.symbol = was.symbol;
        refused.push_back(std::move(status));
    }
}

std::optional<store::TradeMark> cursorOf(const std::vector<store::FetchState> &states, const QString &symbol)
{
    const auto state = std::ranges::find(states, symbol, &store::FetchState::item);
    return state == states.end() ? std::nullopt : store::tradeMark(state->cursor);
}

LivePhase phaseOf(StreamPhase phase)
{
    switch (phase) {
    case StreamPhase::Connecting:
        return LivePhase::Connecting;
    case StreamPhase::Live:
        return LivePhase::Live;
    case StreamPhase::Waiting:
        return LivePhase::Waiting;
    case StreamPhase::Ended:
        break;
    }
    return LivePhase::Ended;
}

void put(LiveStatus &status, const LiveFault &fault)
{
    status.error = fault.error;
    status.errorCode = fault.code;
    status.errorNames = fault.names;
}

//! What came by one set-up is not what another one would have brought.
bool asksAlike(const store::SourceSetup &one, const store::SourceSetup &other)
{
    return one.provider == other.provider && one.address == other.address;
}

} // namespace

LiveItem *LiveSource::item(qint64 instrumentId)
{
    const auto found = std::ranges::find_if(items, [&](const auto &one) { return one->instrument.id == instrumentId; });
    return found == items.end() ? nullptr : found->get();
}

bool LiveSource::isSending() const
{
    return std::ranges::any_of(items, [](const auto &one) { return one->outbox.isSending(); });
}

bool LiveSource::isBeginning() const
{
    return std::ranges::any_of(items, [](const auto &one) { return one->isBeginning; });
}

qint64 LiveSource::waiting() const
{
    qint64 ticks = 0;
    for (const auto &one : items)
        ticks += one->outbox.ticks();
    return ticks;
}

void LiveSource::leaveOut(qint64 instrumentId)
{
    if (request.instrumentIds.empty()) { // all
        for (const auto &one : items)
            request.instrumentIds.push_back(one->instrument.id);
    }
    std::erase(request.instrumentIds, instrumentId);
}

bool LiveSource::isStopping() const
{
    return std::ranges::all_of(items, [](const auto &one) { return one->stoppedAt.has_value(); });
}

sources::ProviderSettings LiveSource::settings() const
{
    return {QUrl(request.setup.address), request.key, request.setup.plainHttpAllowed};
}

sources::StreamRequest LiveSource::streamRequest() const
{
    sources::StreamRequest made{request.setup.sourceId, request.setup.name, request.setup.provider, settings(), {}};
    for (const auto &one : items) {
        if (!one->stoppedAt && !one->fault)
            made.symbols.push_back(one->stream);
    }
    return made;
}

std::optional<LiveFault> whyNotStreamed(const LiveRequest &request)
{
    if (!sources::streamProvider(request.setup.provider))
        return liveFault(core::ErrorCode::Unsupported, "cannot_stream", {request.setup.name});
    if (const auto fault = faultOfSetup({request.setup, request.key}))
        return liveFault(*fault);
    return std::nullopt;
}

namespace {

//! With what is stored now; `before`: as it was until now, null when there was none.
Result<std::unique_ptr<LiveItem>> openItem(std::unique_ptr<LiveItem> before, const Named &named,
                                           const store::SourceSetup &setup,
                                           const std::vector<store::FetchState> &states, store::StoreReader &reader)
{
    auto progress = reader.tradeProgress(named.instrument.id, setup.name);
    if (!progress)
        return tl::unexpected(progress.error());
    if (before && before->outbox.countsAnew())
        progress->runs.clear();
    store::SeriesKey key;
    key.instrumentId = named.instrument.id;
    key.source = setup.name;
    key.field = core::QuoteField::Trade;
    key.intervalNs = 0;
    LiveSeries series(*progress, cursorOf(states, named.instrument.symbol));
    if (before) {
        before->outbox.setKey(key);
        series.know(before->outbox.runs());
        before->series = std::move(series);
    }
    auto item = before ? std::move(before) : std::make_unique<LiveItem>(key, std::move(series));
    item->instrument = named.instrument;
    item->stream = {named.instrument.id, named.stream};
    item->restSymbol = named.rest;
    item->seriesId = progress->seriesId;
    item->fault.reset();
    const auto *trades = sources::tradeProvider(setup.provider);
    if (trades && !named.rest.isEmpty() && !item->filler)
        item->filler.emplace(*trades, named.rest,
                             setup.since ? std::optional(setup.since->utcMidnight()) : std::nullopt);
    return item;
}

} // namespace

Result<> openSource(LiveSource &source, const LiveRequest &request, bool isAgain, store::StoreReader &reader,
                    quint64 &lastSerial)
{
    const auto instruments = reader.instruments();
    if (!instruments)
        return tl::unexpected(instruments.error());
    const auto states = reader.fetchStates(request.setup.sourceId);
    if (!states)
        return tl::unexpected(states.error());
    std::vector<LiveStatus> refused;
    if (isAgain)
        addGone(source, *instruments, refused);
    const auto all = namedBy(request, source, *instruments, refused);
    const bool isAlike = asksAlike(source.request.setup, request.setup);
    std::vector<std::unique_ptr<LiveItem>> items;
    for (const Named &named : all) {
        const auto before = std::ranges::find_if(source.items, [&](const auto &one) {
            return one && isAlike && one->instrument.id == named.instrument.id && one->stream.symbol == named.stream
                   && one->restSymbol == named.rest;
        });
        const bool isKept = before != source.items.end();
        auto item = openItem(isKept ? std::move(*before) : nullptr, named, request.setup, *states, reader);
        if (!item)
            return tl::unexpected(item.error());
        if (!isKept)
            (*item)->serial = ++lastSerial;
        if (!isAgain)
            (*item)->stoppedAt.reset();
        items.push_back(std::move(*item));
    }
    source.items = std::move(items);
    source.refused = std::move(refused);
    source.request = request;
    return {};
}

LiveStatus statusOf(const LiveSource &source, LiveItem &item, const std::optional<core::Error> &storeFault,
                    LiveMeter::Clock::time_point now)
{
    LiveStatus status;
    const store::SourceSetup &setup = source.request.setup;
    status.sourceId = setup.sourceId;
    status.source = setup.name;
    status.provider = setup.provider;
    status.instrumentId = item.instrument.id;
    status.symbol = item.instrument.symbol;
    status.seriesId = item.seriesId;
    status.phase = item.stoppedAt ? LivePhase::Stopping : item.fault ? LivePhase::Ended : phaseOf(source.stream.phase);
    status.received = item.received;
    status.stored = item.stored;
    status.waiting = item.outbox.ticks() - item.outbox.backfillTicks();
    status.isStoreBehind = storeFault && !item.outbox.isEmpty();
    if (item.fault)
        put(status, *item.fault);
    else if (status.isStoreBehind)
        put(status, notStored(*storeFault));
    else if (source.stream.error && status.phase != LivePhase::Live)
        put(status, liveFault(*source.stream.error, setup.name));
    else if (item.countsAnewAt && now < *item.countsAnewAt + kSaysCountsAnew) {
        put(status, liveFault(core::ErrorCode::InvalidInput, "counts_anew", {setup.name, item.instrument.symbol}));
        status.isNotice = true;
    }
    if (source.stream.next && status.phase == LivePhase::Waiting)
        status.retryAt = core::Time{core::wallClock().ns + std::chrono::nanoseconds(*source.stream.next - now).count()};
    status.perSecond = item.meter.perSecond(now);
    status.latency = item.meter.latency(now);
    status.lastTrade = item.series.lastTime();
    status.skew = source.stream.skew;
    status.gaps = item.series.gaps();
    status.backfilled = item.backfilled;
    status.discarded = item.discarded;
    if (item.filler) {
        status.isBackfilling = item.filler->isAsking() || item.outbox.backfillTicks() > 0;
        if (const auto &fault = item.filler->fault()) {
            status.backfillError = fault->error;
            status.backfillErrorCode = fault->code;
            status.backfillErrorNames = fault->names;
        }
    }
    return status;
}

LiveStatus statusOf(const LiveSource &source, const LiveFault &fault)
{
    LiveStatus status;
    status.sourceId = source.request.setup.sourceId;
    status.source = source.request.setup.name;
    status.provider = source.request.setup.provider;
    status.phase = LivePhase::Ended;
    put(status, fault);
    return status;
}

} // namespace tickmark::pipeline
