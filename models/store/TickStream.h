// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChunkRows.h"
#include "TickTypes.h"

#include <optional>
#include <span>
#include <vector>

namespace tickmark::store {

class Connection;

//! A scan over the ticks of a series in several short transactions. Between two of them chunks may be written again and
//! the tail sealed: what was delivered is known by time, and by count within the last time. Damaged blocks are passed over.
//! Throws SQLite::Exception and StoreFailure.
class TickStream
{
public:
    TickStream(qint64 seriesId, core::TimeRange range);

    //! The next ticks, some ten thousand, in units of the decimals that the series had at the first call; nothing at the
    //! end. Inside a transaction. InUse when the series has got more decimals since.
    void readNext(Connection &connection, std::vector<core::Tick> &ticks);
    //! From the first to the last tick that could not be read; nothing when all could.
    [[nodiscard]] std::optional<core::TimeRange> damaged() const { return m_damaged; }

private:
    void readChunk(Connection &connection, const ChunkHead &head, std::vector<core::Tick> &ticks);
    void take(core::Tick tick, std::vector<core::Tick> &ticks);
    void noteDamage(const ChunkHead &head, int block, std::span<const std::byte> nodes);
    void readTail(Connection &connection, std::vector<core::Tick> &ticks);
    void noteDelivered(const std::vector<core::Tick> &ticks);

    qint64 m_series;
    core::TimeRange m_range; //!< what is still to come
    std::optional<TickScale> m_scale;
    qint64 m_delivered = 0; //!< ticks of m_range.begin that were delivered
    qint64 m_toSkip = 0;    //!< of these, still to be passed over in this transaction
    std::optional<core::TimeRange> m_damaged;
};

} // namespace tickmark::store
