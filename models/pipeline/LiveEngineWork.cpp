// SPDX-License-Identifier: GPL-3.0-or-later
// What the live streams have to do: store what waits, fill gaps, begin and end, tell.
#include "LiveEngine.h"
#include <core/WallClock.h>
#include <sources/streams/StreamProvider.h>

#include <algorithm>

namespace tickmark::pipeline {

using core::ErrorCode;
using core::Result;

namespace {

constexpr std::chrono::milliseconds kTellEvery{250};
constexpr std::chrono::milliseconds kStoreAgain{500}; // after the disk did not take something
constexpr std::chrono::milliseconds kLookAgain{100};  // at what has become of the store

//! It was stopped, and nothing of it is on its way any more.
bool isThrough(const LiveItem &item, LiveMeter::Clock::time_point now)
{
    return item.stoppedAt && now >= *item.stoppedAt && item.outbox.isEmpty();
}

//! Where it comes from, as it may be shown: a key may stand in the query.
QString originOf(const LiveRequest &request, const sources::ProviderSettings &settings)
{
    const sources::StreamProvider *stream = sources::streamProvider(request.setup.provider);
    return stream ? stream->address(settings).toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo) : QString();
}

} // namespace

void LiveEngine::put(LiveItem &item, LiveSlice slice, std::optional<Clock::time_point> received)
{
    m_inbox->waiting += qint64(slice.ticks.size());
    item.outbox.add(std::move(slice), received);
}

void LiveEngine::work(Clock::time_point now)
{
    for (auto at = m_sources.begin(); at != m_sources.end();) {
        LiveSource &of = at->second;
        if (of.wanted && !of.isSending())
            open(of, LiveRequest(*of.wanted), false);
        else if (of.lookAgainAt && now >= *of.lookAgainAt && !of.isSending())
            lookAgain(of, now);
        endStopped(of, now);
        if (of.items.empty() && !of.wanted && !of.fault && of.refused.empty()) {
            endImport(of);
            at = m_sources.erase(at);
            m_isToTell = true;
            continue;
        }
        for (const auto &one : of.items) {
            if (!of.wanted && !of.lookAgainAt && now >= m_retryStoreAt)
                send(of, *one);
            if (!m_quitAt && !one->stoppedAt && !one->fault)
                fillGap(of, *one, now);
        }
        ++at;
    }
}

Result<store::StoreReader *> LiveEngine::reader()
{
    if (!m_reader) {
        auto opened = m_tools.openReader();
        if (!opened)
            return tl::unexpected(opened.error());
        m_reader = std::move(*opened);
    }
    return m_reader.get();
}

//! What was started, or what has become of it since; nothing of the source is under way.
void LiveEngine::open(LiveSource &of, LiveRequest wanted, bool isAgain)
{
    of.wanted.reset();
    of.lookAgainAt.reset();
    of.fault = whyNotStreamed(wanted);
    const qint64 before = of.waiting();
    if (!of.fault) {
        const auto opened = reader().and_then(
            [&](store::StoreReader *from) { return openSource(of, wanted, isAgain, *from, m_lastSerial); });
        if (!opened)
            of.fault = LiveFault{opened.error(), QStringLiteral("store"), {}};
        else if (of.items.empty() && of.refused.empty())
            of.fault = liveFault(ErrorCode::NotFound, "no_instrument", {wanted.setup.name});
    }
    if (of.fault) {
        of.items.clear();
        of.request = std::move(wanted);
    }
    m_inbox->waiting += of.waiting() - before; // without those that are not asked for any more
    m_isToTell = true;
    restartStream(of);
}

void LiveEngine::restartStream(const LiveSource &of)
{
    sources::StreamRequest request = of.streamRequest();
    if (request.symbols.empty())
        m_sockets.stop(request.sourceId);
    else
        m_sockets.start(std::move(request));
}

//! The store was changed past the streams: an import taken back, an instrument gone, the source set up otherwise.
void LiveEngine::lookAgain(LiveSource &of, Clock::time_point now)
{
    of.lookAgainAt.reset();
    endImport(of);
    const auto setups = reader().and_then([](store::StoreReader *from) { return from->sourceSetups(); });
    if (!setups) {
        m_storeFault = setups.error();
        of.lookAgainAt = now + kStoreAgain;
        return;
    }
    const auto setup = std::ranges::find(*setups, of.request.setup.sourceId, &store::SourceSetup::sourceId);
    if (setup != setups->end()) {
        LiveRequest wanted = of.request;
        wanted.setup = *setup;
        open(of, std::move(wanted), true);
        return;
    }
    for (const auto &one : of.items)
        endItem(*one, liveFault(ErrorCode::NotFound, "source_gone", {of.request.setup.name}));
    m_sockets.stop(of.request.setup.sourceId);
}

void LiveEngine::send(LiveSource &of, LiveItem &item)
{
    if (item.outbox.isEmpty() || item.outbox.isSending() || of.isBeginning())
        return;
    const core::Time now = core::wallClock();
    // one import for a day: what claims are judged by is known when an import ends
    if (of.importId && core::SessionDate::utcDateOf(now) != of.importDay)
        endImport(of);
    item.isBehind = item.isBehind || m_storeFault.has_value();
    const auto slice = item.outbox.send(item.isBehind);
    item.isBehind = m_storeFault.has_value() || !slice->waiting.empty();
    slice->asked = {of.request.setup.sourceId, of.request.setup.revision};
    if (!of.importId && !slice->ticks.ticks.empty()) {
        slice->origin = store::ImportOrigin{of.request.setup.name, store::ImportKind::Ticks,
                                            originOf(of.request, of.settings()), now, slice->asked};
        item.isBeginning = true;
        of.importDay = core::SessionDate::utcDateOf(now);
    }
    const qint64 sourceId = of.request.setup.sourceId;
    const qint64 instrumentId = item.instrument.id;
    if (const auto received = item.outbox.underWay().received; received && !m_storeFault)
        slice->shown = [inbox = m_inbox, sourceId, instrumentId, at = *received] {
            inbox->post(Inbox::Shown{sourceId, instrumentId, Clock::now() - at});
        };
    m_tools.writer.addTrades(of.importId.value_or(0), slice)
        .then(QtFuture::Launch::Sync,
              [inbox = m_inbox, sourceId, instrumentId, serial = item.serial](const Result<store::TickTotals> &result) {
                  inbox->post(Inbox::Stored{sourceId, instrumentId, serial, result});
              });
}

//! Nothing of it is in the store, and it stays here.
void LiveEngine::failed(LiveSource &of, LiveItem *item, const core::Error &error, Clock::time_point now)
{
    if (error.code == ErrorCode::AlreadyExists && item) { // a fetch was faster; what is missing then is asked for again
        m_inbox->waiting -= item->outbox.ticks();
        item->outbox.clear();
    }
    if (error.code == ErrorCode::Cancelled || error.code == ErrorCode::NotFound
        || error.code == ErrorCode::AlreadyExists) {
        if (!of.lookAgainAt)
            of.lookAgainAt = now + kLookAgain;
        return;
    }
    if (error.code == ErrorCode::InvalidInput && item) { // never, however often it is tried
        endItem(*item, notStored(error));
        restartStream(of);
        return;
    }
    m_storeFault = error;
    m_retryStoreAt = now + kStoreAgain;
    m_isToTell = true;
}

void LiveEngine::endItem(LiveItem &item, const LiveFault &fault)
{
    m_inbox->waiting -= item.outbox.ticks();
    item.outbox.clear();
    item.fault = fault;
    m_isToTell = true;
}

void LiveEngine::fillGap(LiveSource &of, LiveItem &item, Clock::time_point now)
{
    if (!item.filler || item.outbox.backfillTicks() > 0 || m_storeFault || of.lookAgainAt || of.wanted)
        return;
    auto request = item.filler->next(item.series, of.settings(), core::wallClock(), now);
    if (!request)
        return;
    m_isToTell = true;
    m_tools.http->send(std::move(*request), m_requests.get_token())
        .then(QtFuture::Launch::Sync,
              [inbox = m_inbox, sourceId = of.request.setup.sourceId, instrumentId = item.instrument.id,
               serial = item.serial](const sources::HttpResult &answer) {
                  inbox->post(Inbox::Answer{sourceId, instrumentId, serial, answer});
              });
}

//! They go once it was told what has become of all of their trades.
void LiveEngine::endStopped(LiveSource &of, Clock::time_point now)
{
    const bool isHeard = m_listener && !m_quitAt;
    const auto ended = std::erase_if(of.items, [&](const auto &one) {
        return isThrough(*one, now) && (!isHeard || one->toldAtEnd == one->stored + one->backfilled);
    });
    m_isToTell = m_isToTell || ended > 0
                 || std::ranges::any_of(of.items, [&](const auto &one) { return isThrough(*one, now); });
}

//! Also with something under way: that goes into it all the same.
void LiveEngine::endImport(LiveSource &of)
{
    if (of.importId)
        m_tools.writer.endTickImport(*of.importId, {});
    of.importId.reset();
}

void LiveEngine::tell(Clock::time_point now)
{
    const bool isDue = m_isToTell ? now >= m_toldAt + kTellEvery : now >= m_toldAt + 4 * kTellEvery;
    if (!isDue || (!m_isToTell && m_sources.empty()))
        return;
    m_toldAt = now;
    m_isToTell = false;
    if (!m_listener || m_quitAt)
        return;
    std::vector<LiveStatus> all;
    for (auto &[sourceId, of] : m_sources) {
        if (of.fault)
            all.push_back(statusOf(of, *of.fault));
        for (const auto &one : of.items) {
            all.push_back(statusOf(of, *one, m_storeFault, now));
            if (isThrough(*one, now))
                one->toldAtEnd = one->stored + one->backfilled;
        }
        all.insert(all.end(), of.refused.begin(), of.refused.end());
    }
    std::ranges::sort(all, {}, [](const LiveStatus &one) { return std::pair(one.source, one.symbol); });
    m_listener(all);
}

} // namespace tickmark::pipeline
