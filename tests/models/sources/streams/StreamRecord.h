// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sources/streams/StreamThread.h>

#include <QStringList>

#include <array>
#include <atomic>
#include <mutex>

namespace tickmark::test {

inline constexpr int kPatient = 30'000; // ms that a loaded machine may take

//! Keeps what a stream tells; any thread may look.
class StreamRecord : public sources::StreamSink
{
public:
    void take(sources::StreamBatch batch) override
    {
        const std::scoped_lock lock(m_guard);
        m_events << QStringLiteral("trades");
        m_batches.push_back(std::move(batch));
    }
    void status(const sources::StreamStatus &status) override
    {
        const std::scoped_lock lock(m_guard);
        static constexpr std::array<const char *, 4> kWords{"connecting", "live", "waiting", "ended"};
        m_events << QString::fromLatin1(kWords[std::size_t(status.phase)]);
        m_statuses.push_back(status);
        m_toldAt.push_back(std::chrono::steady_clock::now());
    }
    void refused(qint64, qint64 instrumentId, const sources::StreamError &error) override
    {
        const std::scoped_lock lock(m_guard);
        m_events << QStringLiteral("refused");
        m_refused.push_back({instrumentId, error});
    }
    void resumed(qint64, std::optional<core::Time> lastHeard) override
    {
        const std::scoped_lock lock(m_guard);
        m_events << QStringLiteral("resumed");
        m_resumed.push_back(lastHeard);
    }
    void missed(qint64) override
    {
        const std::scoped_lock lock(m_guard);
        m_events << QStringLiteral("missed");
    }

    [[nodiscard]] QStringList events() const { return copy(m_events); }
    [[nodiscard]] std::vector<sources::StreamBatch> batches() const { return copy(m_batches); }
    [[nodiscard]] std::vector<sources::StreamStatus> statuses() const { return copy(m_statuses); }
    [[nodiscard]] std::vector<std::chrono::steady_clock::time_point> toldAt() const { return copy(m_toldAt); }
    [[nodiscard]] std::vector<std::pair<qint64, sources::StreamError>> refusals() const { return copy(m_refused); }
    [[nodiscard]] std::vector<std::optional<core::Time>> resumptions() const { return copy(m_resumed); }

    [[nodiscard]] sources::StreamStatus last() const
    {
        const std::scoped_lock lock(m_guard);
        return m_statuses.empty() ? sources::StreamStatus{} : m_statuses.back();
    }
    [[nodiscard]] bool isLive() const { return !statuses().empty() && last().phase == sources::StreamPhase::Live; }
    //! Ids of the trades of one instrument, as they came.
    [[nodiscard]] QList<qint64> ids(qint64 instrumentId) const
    {
        const std::scoped_lock lock(m_guard);
        QList<qint64> all;
        for (const sources::StreamBatch &batch : m_batches) {
            for (const sources::FetchedTrade &trade : batch.trades) {
                if (batch.instrumentId == instrumentId)
                    all << trade.id;
            }
        }
        return all;
    }
    //! Of the errors that were told, the last: its word; empty: none.
    [[nodiscard]] QString fault() const
    {
        const auto error = last().error;
        return error ? sources::codeOf(error->fault) : QString();
    }

private:
    template <typename Value>
    Value copy(const Value &value) const
    {
        const std::scoped_lock lock(m_guard);
        return value;
    }

    mutable std::mutex m_guard;
    QStringList m_events;
    std::vector<sources::StreamBatch> m_batches;
    std::vector<sources::StreamStatus> m_statuses;
    std::vector<std::chrono::steady_clock::time_point> m_toldAt;
    std::vector<std::pair<qint64, sources::StreamError>> m_refused;
    std::vector<std::optional<core::Time>> m_resumed;
};

//! The system's clock, set forward as a test likes: the machine has slept.
class SleepyClock
{
public:
    void sleep(std::chrono::nanoseconds time) { m_slept += time.count(); }
    //! How often somebody looked at it.
    [[nodiscard]] int reads() const { return m_reads; }
    [[nodiscard]] sources::StreamClock clock()
    {
        const sources::StreamClock real = sources::StreamClock::ofSystem();
        return {[this, real] {
                    ++m_reads;
                    return real.sinceBoot() + std::chrono::nanoseconds(m_slept);
                },
                [this, real] { return core::Time{real.wall().ns + m_slept}; }};
    }

private:
    std::atomic<qint64> m_slept = 0;
    std::atomic_int m_reads = 0;
};

//! Patience of tests: whatever waits for another attempt waits some milliseconds, and silence is not looked for.
inline sources::StreamPatience quickPatience()
{
    sources::StreamPatience patience;
    patience.firstPause = std::chrono::milliseconds(10);
    patience.longestPause = std::chrono::milliseconds(100);
    patience.batch = std::chrono::milliseconds(10);
    return patience;
}

} // namespace tickmark::test
