// SPDX-License-Identifier: GPL-3.0-or-later
// What the live streams, the writer and the network say; what follows from it is in LiveEngineWork.cpp.
#include "LiveEngine.h"

#include <algorithm>
#include <utility>

namespace tickmark::pipeline {

using sources::StreamBatch;

namespace {

constexpr std::chrono::milliseconds kLooksEvery{250};
constexpr std::chrono::milliseconds kIdle{60'000};
constexpr std::chrono::milliseconds kStillComing{150}; // what was parsed before a stop
constexpr std::chrono::seconds kMostForLast{1};

} // namespace

LiveEngine::LiveEngine(LiveTools tools, LiveStreams::Listener listener, Sockets sockets)
    : m_tools(std::move(tools)),
      m_listener(std::move(listener)),
      m_sockets(std::move(sockets)),
      m_thread([this] { run(); })
{}

LiveEngine::~LiveEngine()
{
    finish();
}

void LiveEngine::finish()
{
    if (!m_thread.joinable())
        return;
    m_inbox->post(Inbox::Quit{});
    m_thread.join();
}

void LiveEngine::take(StreamBatch batch)
{
    const auto trades = qint64(batch.trades.size());
    // beyond the bound they are left to the backfill: the ids, or the time, are missing then
    if (m_inbox->waiting.fetch_add(trades) + trades > LiveStreams::kMostWaiting) {
        m_inbox->waiting -= trades;
        m_inbox->post(Inbox::Missed{batch.sourceId, batch.instrumentId});
        return;
    }
    m_inbox->post(std::move(batch));
}

void LiveEngine::status(const sources::StreamStatus &status)
{
    m_inbox->post(status);
}

void LiveEngine::refused(qint64 sourceId, qint64 instrumentId, const sources::StreamError &error)
{
    m_inbox->post(Inbox::Refused{sourceId, instrumentId, error});
}

void LiveEngine::resumed(qint64 sourceId, std::optional<core::Time> lastHeard)
{
    m_inbox->post(Inbox::Resumed{sourceId, lastHeard});
}

void LiveEngine::missed(qint64 sourceId)
{
    m_inbox->post(Inbox::Missed{sourceId, 0});
}

void LiveEngine::run()
{
    Clock::time_point next = Clock::now() + kLooksEvery;
    for (;;) {
        for (Inbox::Message &message : m_inbox->take(next))
            std::visit([this](auto &said) { receive(said); }, message);
        const Clock::time_point now = Clock::now();
        work(now);
        if (m_quitAt && mayEnd(now))
            return;
        tell(now);
        next = now + (m_quitAt || m_isToTell ? kLooksEvery / 5 : m_sources.empty() ? kIdle : kLooksEvery);
    }
}

//! All is on the disk, or the disk does not take it.
bool LiveEngine::mayEnd(Clock::time_point now)
{
    const auto isDone = [](const LiveSource &source) {
        return !source.isSending()
               && std::ranges::all_of(source.items, [](const auto &item) { return item->outbox.isEmpty(); });
    };
    if (!std::ranges::all_of(m_sources, [&](const auto &one) { return isDone(one.second); }) && now < *m_quitAt)
        return false;
    for (auto &[sourceId, source] : m_sources)
        endImport(source);
    return true;
}

LiveSource *LiveEngine::source(qint64 sourceId)
{
    const auto found = m_sources.find(sourceId);
    return found == m_sources.end() ? nullptr : &found->second;
}

LiveItem *LiveEngine::item(qint64 sourceId, qint64 instrumentId)
{
    LiveSource *const of = source(sourceId);
    return of ? of->item(instrumentId) : nullptr;
}

LiveItem *LiveEngine::item(qint64 sourceId, qint64 instrumentId, quint64 serial)
{
    LiveItem *const found = item(sourceId, instrumentId);
    return found && found->serial == serial ? found : nullptr;
}

void LiveEngine::receive(StreamBatch &batch)
{
    if (LiveItem *const to = item(batch.sourceId, batch.instrumentId); to && !to->fault) {
        LiveSlice slice = to->series.take(batch);
        const auto fresh = qint64(slice.ticks.size());
        to->received += fresh;
        to->discarded += slice.discarded;
        if (slice.countsAnew) {
            to->countsAnewAt = Clock::now();
            if (to->filler)
                to->filler->restart();
        }
        to->meter.addTrades(fresh, Clock::now());
        put(*to, std::move(slice), batch.received);
        m_isToTell = true;
    }
    m_inbox->waiting -= qint64(
        batch.trades.size()); // after they were counted as waiting there: never fewer than there are
}

void LiveEngine::receive(const sources::StreamStatus &status)
{
    if (LiveSource *const of = source(status.sourceId))
        of->stream = status;
    m_isToTell = true;
}

void LiveEngine::receive(const Inbox::Refused &refused)
{
    LiveSource *const of = source(refused.sourceId);
    LiveItem *const to = of ? of->item(refused.instrumentId) : nullptr;
    if (to)
        to->fault = liveFault(refused.error, of->request.setup.name);
    m_isToTell = true;
}

void LiveEngine::receive(const Inbox::Resumed &resumed)
{
    LiveSource *const of = source(resumed.sourceId);
    if (!of)
        return;
    for (const auto &one : of->items) {
        one->series.resumed(resumed.lastHeard, of->stream.skew.value_or(std::chrono::nanoseconds(0)));
        if (one->filler)
            one->filler->retry();
    }
}

void LiveEngine::receive(const Inbox::Missed &missed)
{
    LiveSource *const of = source(missed.sourceId);
    if (!of)
        return;
    for (const auto &one : of->items) {
        if (missed.instrumentId == 0 || one->instrument.id == missed.instrumentId)
            one->series.missed();
    }
}

void LiveEngine::receive(Inbox::Start &start)
{
    if (m_quitAt)
        return;
    LiveSource &to = m_sources[start.request.setup.sourceId];
    to.stream.sourceId = start.request.setup.sourceId;
    to.wanted = std::move(start.request);
    m_isToTell = true;
}

void LiveEngine::receive(const Inbox::Stop &stop)
{
    const auto at = Clock::now() + kStillComing;
    for (auto &[id, of] : m_sources) {
        if (stop.sourceId != 0 && stop.sourceId != id)
            continue;
        if (stop.instrumentId == 0)
            of.wanted.reset();
        const bool wasStopping = of.isStopping();
        for (const auto &one : of.items) {
            if ((stop.instrumentId == 0 || one->instrument.id == stop.instrumentId) && !one->stoppedAt) {
                one->stoppedAt = at;
                one->toldAtEnd.reset();
            }
        }
        std::erase_if(of.refused, [&](const LiveStatus &one) {
            return stop.instrumentId == 0 || one.instrumentId == stop.instrumentId;
        });
        if (stop.instrumentId == 0)
            of.fault.reset();
        else
            of.leaveOut(stop.instrumentId);
        if (of.isStopping() && !wasStopping)
            m_sockets.stop(id);
        else if (!of.isStopping())
            restartStream(of);
    }
    m_isToTell = true;
}

void LiveEngine::receive(Inbox::Retry)
{
    m_retryStoreAt = {};
    for (auto &[sourceId, of] : m_sources) {
        for (const auto &one : of.items) {
            if (one->filler)
                one->filler->retry();
        }
    }
    m_sockets.retryNow();
}

void LiveEngine::receive(Inbox::Quit)
{
    m_quitAt = Clock::now() + kMostForLast;
    m_requests.request_stop();
}

void LiveEngine::receive(const Inbox::Stored &stored)
{
    LiveSource *const of = source(stored.sourceId);
    LiveItem *const one = item(stored.sourceId, stored.instrumentId, stored.item);
    if (!one)
        return;
    m_isToTell = true;
    const bool hasBegun = std::exchange(one->isBeginning, false);
    if (!stored.result) {
        one->outbox.failed();
        failed(*of, one, stored.result.error(), Clock::now());
        return;
    }
    const LiveOutbox::Sent sent = one->outbox.sent();
    m_inbox->waiting -= sent.ticks;
    (sent.isBackfill ? one->backfilled : one->stored) += sent.ticks;
    one->seriesId = stored.result->seriesId;
    if (hasBegun && stored.result->importId != 0)
        of->importId = stored.result->importId;
    m_storeFault.reset();
}

void LiveEngine::receive(const Inbox::Shown &shown)
{
    if (LiveItem *const one = item(shown.sourceId, shown.instrumentId))
        one->meter.addLatency(shown.latency, Clock::now());
}

void LiveEngine::receive(const Inbox::Answer &answer)
{
    LiveItem *const one = item(answer.sourceId, answer.instrumentId, answer.item);
    if (!one || !one->filler)
        return;
    const QString &name = source(answer.sourceId)->request.setup.name;
    put(*one, one->filler->take(answer.result, one->series, name, one->instrument.symbol, Clock::now()), std::nullopt);
    m_isToTell = true;
}

} // namespace tickmark::pipeline
