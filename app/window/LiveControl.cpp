// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveControl.h"

#include "SourceControl.h"
#include <pipeline/WhenDone.h>
#include <sources/streams/StreamProvider.h>

#include <algorithm>
#include <chrono>
#include <ranges>
#include <utility>

namespace tickmark::window {

using core::Result;
using pipeline::LivePhase;
using pipeline::LiveStatus;
using store::SourceSetup;

namespace {

constexpr std::chrono::seconds kCountdown{1};

//! The source is set up for it, and its exchange streams it.
bool canStream(const SourceSetup &setup, const core::Instrument &instrument)
{
    const sources::StreamProvider *provider = sources::streamProvider(setup.provider);
    if (!provider || !(setup.symbols.isEmpty() || setup.symbols.contains(instrument.symbol, Qt::CaseInsensitive)))
        return false;
    return !setup.spellings.value(instrument.symbol).isEmpty() || !provider->symbolOf(instrument).isEmpty();
}

//! What a stream is not about may change under it.
bool streamsAlike(SourceSetup a, const SourceSetup &b)
{
    a.priority = b.priority;
    a.isEnabled = b.isEnabled;
    a.schedule = b.schedule;
    a.since = b.since;
    a.revision = b.revision;
    return a == b;
}

bool isSameStream(const LiveStatus &a, const LiveStatus &b)
{
    return a.sourceId == b.sourceId && a.instrumentId == b.instrumentId;
}

} // namespace

LiveControl::LiveControl(SourceControl &sources, MakeLiveRuns make, QObject *parent)
    : QObject(parent), m_sources(sources), m_make(std::move(make))
{
    m_countdown.setInterval(kCountdown);
    connect(&m_countdown, &QTimer::timeout, this, &LiveControl::changed);
    connect(&sources, &SourceControl::started, this, &LiveControl::follow);
}

LiveControl::~LiveControl() = default;

void LiveControl::setSession(pipeline::StoreSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    endAll();
    m_session = session;
    m_known = {};
    m_readAgain = false;
    if (session) {
        connect(session, &pipeline::StoreSession::changed, this, [this](pipeline::StoreChanges what) {
            if (what & pipeline::StoreChange::Instruments)
                readKnown();
        });
        connect(session, &pipeline::StoreSession::lost, this, [this] {
            endAll(); // that nothing can be written is said by the window
            Q_EMIT changed();
        });
        readKnown();
    }
    Q_EMIT changed();
}

void LiveControl::endAll()
{
    ++m_generation;
    m_countdown.stop();
    m_running.clear();
    m_told.clear();
    m_streams.clear();
    m_runs.reset();
    tellScheduler();
}

void LiveControl::follow(pipeline::FetchScheduler *scheduler)
{
    m_scheduler = scheduler;
    m_leftAlone.clear();
    tellScheduler();
    connect(scheduler, &pipeline::FetchScheduler::statusChanged, this, [this] {
        const auto &now = m_scheduler->sources();
        const bool isSame = std::ranges::equal(now, m_known.setups, {}, &pipeline::SourceStatus::setup);
        if (!isSame)
            readKnown();
    });
}

//! Both would store the same trades.
void LiveControl::tellScheduler()
{
    const auto ids = std::views::keys(m_running);
    const std::set<qint64> streamed(ids.begin(), ids.end());
    if (m_scheduler && std::exchange(m_leftAlone, streamed) != streamed)
        m_scheduler->setStreamed(streamed);
}

void LiveControl::readKnown()
{
    if (!m_session)
        return;
    m_readAgain = m_isReading;
    if (m_isReading)
        return;
    m_isReading = true;
    const auto query = [](store::StoreReader &reader, const std::stop_token &) -> Result<Known> {
        auto setups = reader.sourceSetups();
        if (!setups)
            return tl::unexpected(setups.error());
        auto instruments = reader.instruments();
        if (!instruments)
            return tl::unexpected(instruments.error());
        return Known{std::move(*setups), std::move(*instruments)};
    };
    pipeline::whenDone(m_session->read(query), this, [this, session = m_session](Result<Known> known) {
        m_isReading = false;
        const bool isOld = session != m_session || std::exchange(m_readAgain, false);
        if (isOld)
            readKnown();
        else if (known)
            take(std::move(*known));
    });
}

void LiveControl::take(Known known)
{
    const Known before = std::exchange(m_known, std::move(known));
    followSetups(before);
    rebuild();
}

//! Streams of sources and instruments that were removed end; of those that were edited they begin anew.
void LiveControl::followSetups(const Known &before)
{
    std::set<qint64> anew;
    for (const qint64 sourceId : std::views::keys(std::map(m_running))) {
        const SourceSetup former = m_running.at(sourceId).setup;
        const SourceSetup *now = setup(sourceId);
        if (!now) {
            drop(sourceId, 0);
            Q_EMIT ended(tr("The source “%1” was removed; its live stream has ended. What has come is stored.")
                             .arg(former.name));
            continue;
        }
        if (!streamsAlike(former, *now))
            anew.insert(sourceId);
        for (const qint64 id : std::set(m_running.at(sourceId).instrumentIds)) {
            const auto old = std::ranges::find(before.instruments, id, &core::Instrument::id);
            const core::Instrument *present = instrument(id);
            if (!present) {
                const QString name = old == before.instruments.end() ? QString() : old->symbol;
                drop(sourceId, id);
                Q_EMIT ended(
                    tr("%1 is no longer in the database under this name; its live stream has ended.").arg(name));
            } else if (old != before.instruments.end() && old->symbol != present->symbol) {
                anew.insert(sourceId);
            }
        }
    }
    for (const qint64 sourceId : anew) {
        if (m_running.contains(sourceId))
            launch(sourceId);
    }
}

const core::Instrument *LiveControl::instrument(const QString &symbol) const
{
    const auto found = std::ranges::find(m_known.instruments, symbol, &core::Instrument::symbol);
    return found == m_known.instruments.end() ? nullptr : &*found;
}

const core::Instrument *LiveControl::instrument(qint64 id) const
{
    const auto found = std::ranges::find(m_known.instruments, id, &core::Instrument::id);
    return found == m_known.instruments.end() ? nullptr : &*found;
}

const SourceSetup *LiveControl::setup(qint64 sourceId) const
{
    const auto found = std::ranges::find(m_known.setups, sourceId, &SourceSetup::sourceId);
    return found == m_known.setups.end() ? nullptr : &*found;
}

std::optional<qint64> LiveControl::sourceOf(qint64 instrumentId) const
{
    for (const auto &[sourceId, running] : m_running) {
        if (running.instrumentIds.contains(instrumentId))
            return sourceId;
    }
    return std::nullopt;
}

std::vector<LiveChoice> LiveControl::choices(const QString &symbol) const
{
    const core::Instrument *wanted = instrument(symbol);
    if (!wanted || !m_session || !m_session->writer())
        return {};
    std::vector<const SourceSetup *> setups;
    for (const SourceSetup &one : m_known.setups) {
        if (canStream(one, *wanted))
            setups.push_back(&one);
    }
    std::ranges::stable_sort(setups, std::greater(), &SourceSetup::priority);
    std::vector<LiveChoice> choices;
    for (const SourceSetup *one : setups)
        choices.push_back({one->sourceId, one->name, sourceOf(wanted->id) == one->sourceId});
    return choices;
}

std::vector<sources::ProviderInfo> LiveControl::offers(const QString &symbol) const
{
    const core::Instrument *wanted = instrument(symbol);
    if (!wanted || !m_session || !m_session->writer())
        return {};
    std::vector<sources::ProviderInfo> offers;
    for (const sources::ProviderInfo &info : sources::providerList()) {
        const sources::StreamProvider *provider = sources::streamProvider(info.code);
        const bool isSetUp = std::ranges::any_of(m_known.setups, [&](const SourceSetup &one) {
            return one.provider == info.code && canStream(one, *wanted);
        });
        if (provider && !isSetUp && !provider->symbolOf(*wanted).isEmpty())
            offers.push_back(info);
    }
    return offers;
}

bool LiveControl::isOn(const QString &symbol) const
{
    const core::Instrument *wanted = instrument(symbol);
    return wanted && sourceOf(wanted->id);
}

QStringList LiveControl::symbolsOn() const
{
    QStringList symbols;
    for (const core::Instrument &one : m_known.instruments) {
        if (sourceOf(one.id))
            symbols += one.symbol;
    }
    symbols.sort();
    return symbols;
}

bool LiveControl::ensureRuns()
{
    if (m_runs)
        return true;
    if (!m_session || !m_session->writer())
        return false;
    pipeline::LiveTools tools{m_sources.http(), *m_session->writer(),
                              [path = m_session->path()] { return store::StoreReader::open(path); }};
    const quint64 generation = m_generation;
    m_runs = m_make(std::move(tools), [this, generation](const std::vector<LiveStatus> &all) {
        QMetaObject::invokeMethod(
            this,
            [this, generation, all] {
                if (generation == m_generation)
                    takeStatuses(all);
            },
            Qt::QueuedConnection);
    });
    return true;
}

void LiveControl::start(const QString &symbol, qint64 sourceId)
{
    const core::Instrument *wanted = instrument(symbol);
    const std::vector<LiveChoice> can = choices(symbol);
    const auto choice = sourceId == 0 ? can.begin() : std::ranges::find(can, sourceId, &LiveChoice::sourceId);
    if (!wanted || choice == can.end() || choice->isOn)
        return;
    if (const auto other = sourceOf(wanted->id))
        drop(*other, wanted->id);
    m_running[choice->sourceId].instrumentIds.insert(wanted->id);
    launch(choice->sourceId);
    rebuild();
}

void LiveControl::restart(qint64 sourceId)
{
    if (m_running.contains(sourceId))
        launch(sourceId);
}

void LiveControl::launch(qint64 sourceId)
{
    const SourceSetup *now = setup(sourceId);
    if (!now || !ensureRuns())
        return;
    tellScheduler();
    Running &running = m_running.at(sourceId);
    running.setup = *now;
    running.launch = ++m_lastLaunch;
    const auto provider = sources::providerInfo(now->provider);
    if (!provider || !provider->needsKey) {
        begin(sourceId, {});
        return;
    }
    pipeline::whenDone(m_sources.keys().read(now->uuid), this,
                       [this, sourceId, launch = running.launch](const Result<QByteArray> &key) {
                           const auto found = m_running.find(sourceId);
                           if (found == m_running.end() || found->second.launch != launch)
                               return;
                           if (key) {
                               begin(sourceId, *key);
                               return;
                           }
                           const QString name = found->second.setup.name;
                           drop(sourceId, 0);
                           rebuild();
                           Q_EMIT ended(tr("%1: %2", "source, what went wrong").arg(name, key.error().message));
                       });
}

void LiveControl::begin(qint64 sourceId, const QByteArray &key)
{
    const Running &running = m_running.at(sourceId);
    m_runs->start({running.setup, key, {running.instrumentIds.begin(), running.instrumentIds.end()}});
}

//! `instrumentId` 0: all of the source.
void LiveControl::drop(qint64 sourceId, qint64 instrumentId)
{
    const auto found = m_running.find(sourceId);
    if (found == m_running.end())
        return;
    found->second.instrumentIds.erase(instrumentId);
    if (instrumentId == 0 || found->second.instrumentIds.empty()) {
        m_running.erase(found);
        instrumentId = 0;
    }
    if (m_runs)
        m_runs->stop(sourceId, instrumentId);
    tellScheduler();
}

void LiveControl::stop(const QString &symbol)
{
    const core::Instrument *wanted = instrument(symbol);
    const auto sourceId = wanted ? sourceOf(wanted->id) : std::nullopt;
    if (!sourceId)
        return;
    drop(*sourceId, wanted->id);
    rebuild();
}

void LiveControl::stopAll()
{
    for (const qint64 sourceId : std::views::keys(std::map(m_running)))
        drop(sourceId, 0);
    rebuild();
}

void LiveControl::retryNow()
{
    if (m_runs)
        m_runs->retryNow();
}

void LiveControl::takeStatuses(std::vector<LiveStatus> statuses)
{
    // What a stream has brought while it ran is on the charts; lists and verdicts read it when it has ended.
    const bool hasBrought = std::ranges::any_of(m_told, [&](const LiveStatus &before) {
        const bool isThere = std::ranges::any_of(statuses,
                                                 [&](const LiveStatus &now) { return isSameStream(now, before); });
        return !isThere && before.received > 0;
    });
    m_told = std::move(statuses);
    rebuild();
    if (hasBrought && m_session)
        m_session->tellChanged(pipeline::StoreChange::Quotes);
}

//! What the streams tell, and what they have not heard of yet. What is told of a whole source counts for each instrument.
void LiveControl::rebuild()
{
    m_streams.clear();
    for (const LiveStatus &told : m_told) {
        if (told.instrumentId != 0)
            m_streams.push_back(told);
    }
    for (const auto &[sourceId, running] : m_running) {
        const auto ofSource = std::ranges::find_if(
            m_told, [&](const LiveStatus &one) { return one.sourceId == sourceId && one.instrumentId == 0; });
        for (const qint64 id : running.instrumentIds) {
            LiveStatus missing = ofSource == m_told.end() ? LiveStatus() : *ofSource;
            missing.sourceId = sourceId;
            missing.source = running.setup.name;
            missing.provider = running.setup.provider;
            missing.instrumentId = id;
            if (const core::Instrument *known = instrument(id))
                missing.symbol = known->symbol;
            if (std::ranges::none_of(m_told, [&](const LiveStatus &told) { return isSameStream(told, missing); }))
                m_streams.push_back(std::move(missing));
        }
    }
    std::ranges::stable_sort(m_streams, {}, &LiveStatus::symbol);
    const bool counts = std::ranges::any_of(
        m_streams, [](const LiveStatus &one) { return one.phase == LivePhase::Waiting && one.retryAt; });
    if (!counts)
        m_countdown.stop();
    else if (!m_countdown.isActive())
        m_countdown.start();
    Q_EMIT changed();
}

} // namespace tickmark::window
