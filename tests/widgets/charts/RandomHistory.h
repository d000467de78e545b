// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../../models/ticks/MemoryChunks.h"
#include <charts/TickCurve.h>
#include <core/CalendarSet.h>
#include <core/Price.h>
#include <core/TimeScale.h>

#include <map>
#include <memory>
#include <random>
#include <vector>

namespace tickmark::tests {

//! Numbers from a seed, the same with every library.
class Chance
{
public:
    explicit Chance(quint32 seed) : m_random(seed) {}

    //! 0 .. count - 1.
    [[nodiscard]] qint64 below(qint64 count);
    [[nodiscard]] qint64 between(qint64 least, qint64 most) { return least + below(most - least + 1); }
    [[nodiscard]] bool percent(int percent) { return below(100) < percent; }
    //! From 1 to `most`, each order of magnitude as likely.
    [[nodiscard]] qint64 magnitude(double most);

private:
    std::mt19937_64 m_random;
};

//! The time axes on which curves are drawn, made once: 2015 to 2020.
struct RandomAxis
{
    core::CalendarPtr calendar; //!< of the curve
    std::shared_ptr<const core::TimeScale> scale;
};
[[nodiscard]] std::vector<RandomAxis> calendarAxes(const core::CalendarSet &calendars);
[[nodiscard]] std::vector<RandomAxis> tradingAxes(const core::CalendarSet &calendars);

struct HistoryKind
{
    enum class Storage { Mixed, TailOnly, SealedOnly };

    qint64 mostTicks = 20'000;
    int ties = 10;    //!< percent of ticks at the time of the one before
    int gaps = 2;     //!< at most
    int missing = 10; //!< percent of sessions without a tick
    int closed = 3;   //!< percent of ticks while the axis stands still
    int onEdges = 0;  //!< percent of histories with ticks on, or 1 ns beside, multiples of grid()
    int negative = 0; //!< percent of histories around zero
    int decimals = 2; //!< at most
    Storage storage = Storage::Mixed;
};

//! A history of ticks that a test has whole, and that a curve has in chunks and a tail; both change together.
class RandomHistory : public ticks::ChunkReader
{
public:
    RandomHistory(const HistoryKind &kind, const RandomAxis &axis, Chance &chance);

    [[nodiscard]] const std::vector<core::Tick> &ticks() const { return m_ticks; }
    //! Ticks may stand on multiples of it.
    [[nodiscard]] qint64 grid() const { return m_grid; }
    //! As it is now, with the pages of the one before.
    [[nodiscard]] std::shared_ptr<const charts::TickCurve> curve();

    void append(Chance &chance);
    void seal(Chance &chance);
    //! Late ticks, corrections, or ticks taken back, in one chunk or the tail.
    void rewrite(Chance &chance);
    void addGap(Chance &chance);
    void widen();
    //! Reads fail, or succeed again.
    void withhold(bool withheld) { m_withheld = withheld; }

    core::Result<void> readNodes(qint64 chunk, qint32 version, std::vector<std::byte> &bytes) override;
    core::Result<void> readData(qint64 chunk, qint32 version, std::vector<std::byte> &bytes) override;

private:
    struct Chunk
    {
        qint64 id = 0;
        qint32 version = 1;
        std::size_t ticks = 0;
    };

    void walk(std::vector<core::Tick> &ticks, qint64 count, Chance &chance);
    void dropSessions(int percent, Chance &chance);
    [[nodiscard]] std::size_t chunked() const;
    [[nodiscard]] ticks::ChunkSummary encode(std::size_t begin, const Chunk &chunk);
    [[nodiscard]] std::size_t change(std::vector<core::Tick> &ticks, Chance &chance) const;

    HistoryKind m_kind;
    RandomAxis m_axis;
    std::vector<core::Tick> m_ticks;
    std::vector<core::TimeRange> m_gaps;
    std::vector<Chunk> m_chunks;
    MemoryChunks m_bytes;
    std::map<std::pair<qint64, qint32>, qint64> m_places; //!< of a chunk's version in m_bytes
    bool m_withheld = false;
    qint64 m_nextId = 0;
    int m_decimals = 0;
    qint64 m_coarse = 1; //!< of which prices are multiples at first
    qint64 m_grid = 0;
    bool m_onEdges = false;
    qint64 m_lowest = 1;
    qint64 m_step = 1; //!< of prices, at most
    qint64 m_pace = 1; //!< of times, at most
    std::unique_ptr<ticks::TickHistory> m_history;
    std::shared_ptr<charts::TickPages> m_pages = std::make_shared<charts::TickPages>();
};

} // namespace tickmark::tests
