// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchScheduler.h"

#include "FetchFault.h"
#include "NextRun.h"
#include "WhenDone.h"
#include <core/WallClock.h>

#include <QStringList>

#include <time.h>

#include <algorithm>
#include <utility>

namespace tickmark::pipeline {

using core::Result;
using core::Time;
using store::FetchState;
using store::SourceSetup;

namespace {

constexpr std::size_t kRunsAtOnce = 4;
constexpr std::chrono::seconds kLongestWait{30}; // a timer does not run while the machine sleeps
constexpr std::chrono::seconds kClockNoise{2};   // wall clocks are slewed by less than that in an hour
constexpr std::chrono::hours kPlanLasts{1};
constexpr std::chrono::milliseconds kTellEvery{50};
constexpr std::chrono::milliseconds kTellBroughtEvery{250}; // views read again what they show

void shift(std::optional<Time> &time, qint64 ns)
{
    if (time)
        time->ns += ns;
}

} // namespace

FetchClocks systemClocks()
{
    const auto uptime = [] {
        timespec now{};
        ::clock_gettime(CLOCK_BOOTTIME, &now); // unlike steady_clock it goes on while the machine sleeps
        return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
    };
    return {core::wallClock, uptime};
}

QString answerText(const FetchReport &report)
{
    int inserted = 0;
    int replaced = 0;
    int failed = 0;
    for (const FetchedItem &item : report.items) {
        inserted += int(item.totals.inserted);
        replaced += int(item.totals.replaced);
        failed += item.error ? 1 : 0;
    }
    QStringList parts;
    if (inserted > 0)
        //: quotes or headlines that a source brought
        parts.append(FetchScheduler::tr("%Ln new", nullptr, inserted));
    if (replaced > 0)
        //: quotes or headlines that a source brought
        parts.append(FetchScheduler::tr("%Ln replaced", nullptr, replaced));
    if (failed > 0)
        //: requests of a source
        parts.append(FetchScheduler::tr("%Ln failed", nullptr, failed));
    return parts.isEmpty() ? FetchScheduler::tr("Nothing new") : parts.join(QStringLiteral(", "));
}

QString errorSentence(const SourceStatus &status)
{
    return errorSentence(status.errorCode, status.errorNames, status.errorText);
}

bool hasFailed(const SourceStatus &status)
{
    return !status.errorCode.isEmpty() && status.errorCode != kCutCode && status.errorCode != kStoppedCode
           && !isRemark(status.errorCode);
}

FetchScheduler::FetchScheduler(StoreSession &session, FetchCalls calls, sources::KeyVault &keys, FetchClocks clocks,
                               QObject *parent)
    : QObject(parent), m_session(session), m_calls(std::move(calls)), m_keys(keys), m_clocks(std::move(clocks))
{
    m_gate->scheduler = this;
    m_firstAhead = wallAhead();
    m_look.setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, &FetchScheduler::look);
    m_tell.setSingleShot(true);
    m_tell.setInterval(kTellEvery);
    connect(&m_tell, &QTimer::timeout, this, &FetchScheduler::statusChanged);
    m_tellBrought.setSingleShot(true);
    m_tellBrought.setInterval(kTellBroughtEvery);
    connect(&m_tellBrought, &QTimer::timeout, this, &FetchScheduler::tellBrought);
    connect(&m_session, &StoreSession::changed, this, [this](StoreChanges what) {
        // also when quotes or news were taken back: their source is asked anew then, by another revision
        if (what & (StoreChange::Instruments | StoreChange::Settings | StoreChange::Quotes | StoreChange::News))
            reload();
    });
    connect(&m_session, &StoreSession::lost, this, [this] {
        leaveAll();
        planAll();
    });
}

FetchScheduler::~FetchScheduler()
{
    {
        const std::lock_guard lock(m_gate->mutex);
        m_gate->scheduler = nullptr;
    }
    m_stop.request_stop();
    for (auto &[id, run] : m_runs)
        run.stop.request_stop();
}

void FetchScheduler::fetchNow(qint64 sourceId)
{
    if (!canRun())
        return;
    if (m_isReading) { // of another set-up than the one that is known, nothing would be kept
        m_asked.insert(sourceId);
        return;
    }
    if (m_sources.empty() || (sourceId != 0 && !statusOf(sourceId))) {
        m_asked.insert(sourceId);
        reload();
        return;
    }
    for (const SourceStatus &status : m_sources) {
        Timing &timing = m_timings.at(status.setup.sourceId);
        if ((sourceId == 0 ? status.setup.isEnabled : status.setup.sourceId == sourceId) && timing.run == 0)
            timing.wish = Wish::Now;
    }
    look();
}

void FetchScheduler::cancel(qint64 sourceId)
{
    for (SourceStatus &status : m_sources) {
        if (sourceId != 0 && status.setup.sourceId != sourceId)
            continue;
        Timing &timing = m_timings.at(status.setup.sourceId);
        endRun(timing, Ending::Dropped);
        if (timing.run != 0 || !timing.due || *timing.due > m_clocks.monotonic())
            continue;
        passOver(timing, m_clocks.wall()); // it waited for others to end
        plan(status, timing);
    }
    if (sourceId == 0)
        m_asked.clear();
    else
        m_asked.erase(sourceId);
    tellStatus();
}

void FetchScheduler::passOver(Timing &timing, Time at)
{
    timing.own = {};
    timing.own.lastRun = at;
    timing.wallAhead = wallAhead();
}

void FetchScheduler::pauseAll(bool pause)
{
    if (m_isPaused == pause)
        return;
    m_isPaused = pause;
    if (pause)
        leaveAll();
    planAll();
    look();
}

void FetchScheduler::setStreamed(std::set<qint64> sourceIds)
{
    if (m_streamed == sourceIds)
        return;
    m_streamed = std::move(sourceIds);
    for (auto &[id, timing] : m_timings) {
        if (m_streamed.contains(id))
            endRun(timing, Ending::Left);
    }
    planAll();
    look();
}

void FetchScheduler::leaveAll()
{
    m_asked.clear();
    for (auto &[id, timing] : m_timings)
        endRun(timing, Ending::Left);
}

void FetchScheduler::endRun(Timing &timing, Ending ending)
{
    timing.wish = Wish::None;
    if (timing.run == 0)
        return;
    timing.ending = ending;
    m_runs.at(timing.run).stop.request_stop();
}

void FetchScheduler::reload()
{
    if (m_isReading) {
        m_readAgain = true;
        return;
    }
    m_isReading = true;
    const auto query = [calendars = m_session.sharedCalendars()](store::StoreReader &reader, const std::stop_token &) {
        return readSourcePlans(reader, *calendars);
    };
    whenDone(m_session.read(query, m_stop.get_token()), this, [this](const Result<std::vector<SourcePlan>> &plans) {
        m_isReading = false;
        if (std::exchange(m_readAgain, false)) { // what was read is older than what is to be known
            reload();
            return;
        }
        if (plans)
            take(*plans);
        else
            planAll();
        look();
    });
}

void FetchScheduler::take(const std::vector<SourcePlan> &plans)
{
    endOutdated(plans);
    std::vector<SourceStatus> sources;
    std::map<qint64, Timing> timings;
    for (const SourcePlan &plan : plans) {
        const qint64 id = plan.setup.sourceId;
        const SourceStatus *old = statusOf(id);
        SourceStatus status = old ? *old : SourceStatus{};
        status.setup = plan.setup;
        Timing timing;
        timing.wallAhead = m_firstAhead;
        if (old)
            timing = std::move(m_timings.at(id));
        timing.plan = plan;
        if (timing.run == 0 && (m_asked.contains(id) || (m_asked.contains(0) && plan.setup.isEnabled)))
            timing.wish = Wish::Now;
        sources.push_back(std::move(status));
        timings.emplace(id, std::move(timing));
    }
    m_asked.clear();
    m_sources = std::move(sources);
    m_timings = std::move(timings);
    planAll();
}

//! Runs of sources that have gone, or that ask for something else now.
void FetchScheduler::endOutdated(const std::vector<SourcePlan> &plans)
{
    for (auto &[id, timing] : m_timings) {
        if (timing.run == 0 || timing.ending == Ending::Dropped) // nobody wants it again with another set-up
            continue;
        const auto plan = std::ranges::find(plans, id, [](const SourcePlan &it) { return it.setup.sourceId; });
        if (plan == plans.end())
            endRun(timing, Ending::Dropped);
        else if (timing.plan.setup.revision != plan->setup.revision)
            endRun(timing, Ending::Outdated);
    }
}

void FetchScheduler::planAll()
{
    m_plannedAhead = wallAhead();
    m_plannedAt = m_clocks.monotonic();
    for (SourceStatus &status : m_sources)
        plan(status, m_timings.at(status.setup.sourceId));
    tellStatus();
}

void FetchScheduler::plan(SourceStatus &status, Timing &timing)
{
    status.isStreamed = m_streamed.contains(status.setup.sourceId);
    if (timing.run != 0)
        return; // planned when it has ended
    const std::vector<FetchState> states = statesNow(timing);
    const Time now = m_clocks.wall();
    const LastRun last = lastRunOf(states, now);
    status.lastRun = last.at;
    status.lastSuccess = last.success;
    status.failures = last.failuresOfAny;
    status.failedItems = failedItems(states, last);
    const FetchState first = status.failedItems.empty() ? FetchState() : status.failedItems.front();
    status.errorCode = first.errorCode;
    status.errorNames = first.errorNames;
    status.errorText = first.errorText;
    status.nextRun = canRun() && !m_isPaused && !status.isStreamed
                         ? nextRun(status.setup, states, timing.plan.calendars, now)
                         : std::nullopt;
    timing.due.reset();
    if (status.nextRun)
        timing.due = m_clocks.monotonic() + Monotonic(status.nextRun->ns - now.ns);
}

//! The states as the wall clock would have stamped them if it had always been set as it is now.
std::vector<FetchState> FetchScheduler::statesNow(const Timing &timing) const
{
    std::vector<FetchState> states = timing.plan.states;
    const auto isOwn = [&](const FetchState &state) { return state.lastRun == timing.own.lastRun; };
    if (timing.own.lastRun && std::ranges::none_of(states, isOwn))
        states.push_back(timing.own);
    // only here is it known why it was cut
    for (FetchState &state : states) {
        if (isOwn(state) && state.errorCode == kCutCode && !timing.own.errorCode.isEmpty()) {
            state.failures = timing.own.failures;
            state.errorCode = timing.own.errorCode;
            state.errorNames = timing.own.errorNames;
            state.errorText = timing.own.errorText;
        }
    }
    const Monotonic set = wallAhead() - timing.wallAhead;
    if (std::chrono::abs(set) <= kClockNoise)
        return states;
    for (FetchState &state : states) {
        shift(state.lastRun, set.count());
        shift(state.lastSuccess, set.count());
        shift(state.retryAt, set.count());
    }
    return states;
}

FetchScheduler::Monotonic FetchScheduler::wallAhead() const
{
    return Monotonic(m_clocks.wall().ns) - m_clocks.monotonic();
}

bool FetchScheduler::canRun() const
{
    return m_session.writer() && !m_session.isLost();
}

bool FetchScheduler::isDue(SourceStatus &status, Timing &timing)
{
    if (m_streamed.contains(status.setup.sourceId))
        timing.wish = Wish::None;
    if (timing.run != 0)
        return false;
    if (timing.wish != Wish::None)
        return true;
    if (!timing.due || *timing.due > m_clocks.monotonic())
        return false;
    plan(status, timing); // clocks differ a little: the wall clock has the last word, or it would be due twice
    return status.nextRun && *status.nextRun <= m_clocks.wall();
}

void FetchScheduler::look()
{
    m_look.stop();
    if (!canRun())
        return;
    if (std::chrono::abs(wallAhead() - m_plannedAhead) > kClockNoise || m_clocks.monotonic() - m_plannedAt > kPlanLasts)
        planAll();
    // What the user asked for comes first.
    std::map<std::pair<bool, QString>, std::vector<qint64>> due;
    for (SourceStatus &status : m_sources) {
        Timing &timing = m_timings.at(status.setup.sourceId);
        if (isDue(status, timing))
            due[{timing.wish != Wish::Now, status.setup.provider}].push_back(status.setup.sourceId);
    }
    for (const auto &[key, ids] : due) {
        if (m_runs.size() >= kRunsAtOnce)
            break;
        begin(ids, !key.first);
    }
    armTimer();
}

void FetchScheduler::armTimer()
{
    if (m_sources.empty())
        return;
    Monotonic wait = kLongestWait;
    // With all hands busy the next one that is free looks again.
    if (m_runs.size() < kRunsAtOnce) {
        for (const auto &[id, timing] : m_timings) {
            if (timing.run == 0 && timing.due)
                wait = std::min(wait, std::max(*timing.due - m_clocks.monotonic(), Monotonic(0)));
        }
    }
    m_look.start(std::chrono::ceil<std::chrono::milliseconds>(wait));
}

QFuture<Result<SourceTrial>> FetchScheduler::tryNow(SourceSetup setup, QByteArray key, std::stop_token stop)
{
    return m_session.run([attempt = m_calls.attempt, task = FetchTask{std::move(setup), std::move(key)},
                          now = m_clocks.wall(), stop = std::move(stop), going = m_stop.get_token(),
                          either = std::stop_source()]() mutable {
        const auto end = [&either] { either.request_stop(); };
        const std::stop_callback byCaller(stop, end);
        const std::stop_callback byScheduler(going, end);
        return attempt(task, now, either.get_token());
    });
}

FetchCount FetchScheduler::progress() const
{
    FetchCount all;
    for (const auto &[id, run] : m_runs) {
        all.done += run.count.done;
        all.total += run.count.total;
    }
    return all;
}

void FetchScheduler::tellStatus()
{
    if (!m_tell.isActive())
        m_tell.start();
}

SourceStatus *FetchScheduler::statusOf(qint64 sourceId)
{
    const auto found = std::ranges::find(m_sources, sourceId, [](const SourceStatus &it) { return it.setup.sourceId; });
    return found == m_sources.end() ? nullptr : &*found;
}

} // namespace tickmark::pipeline
