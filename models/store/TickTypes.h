// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreTypes.h"
#include <core/Tick.h>
#include <ticks/TickSnapshot.h>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace tickmark::store {

//! Ticks on their way into one series: ascending by time, those of one time in their order. A file that is sorted is cut
//! between two times, never inside one, so that what is stored already can be told from what is new.
struct TickSlice
{
    SeriesKey series;      //!< field trade, bid or ask; intervalNs 0. Found, or created with the first slice
    int priceDecimals = 0; //!< of `ticks`, 0..core::kMaxDecimals; more than the series has widen it
    int sizeDecimals = 0;
    std::vector<core::Tick> ticks;
};

//! What became of a slice.
struct TickTotals
{
    qint64 seriesId = 0;
    qint64 inserted = 0;
    qint64 unchanged = 0; //!< the store had them already: time, price and size, counted with their multiplicity
    qint64 late = 0;      //!< of the inserted: before the end that the series had
    qint64 importId = 0;  //!< of addTrades(): what they went into; 0: nothing was inserted

    friend bool operator==(const TickTotals &, const TickTotals &) = default;
};

//! Trades of an exchange that are known, by their ids: all that there are from `firstId` to `lastId`.
struct TradeRun
{
    qint64 firstId = 0; //!< 0: a former version stored trades up to `last` without their ids
    qint64 lastId = 0;
    core::Time first; //!< of the first and the last trade
    core::Time last;

    friend bool operator==(const TradeRun &, const TradeRun &) = default;
};

//! Trades of a stream, or of a backfill, on their way into one series, with all that is to be remembered of them.
struct TradeSlice
{
    AskedSource asked;                       //!< whose progress it is; another set-up since: nothing is kept
    std::optional<ImportOrigin> origin = {}; //!< of an import that begins with these ticks
    TickSlice ticks;                         //!< without any: only what is remembered changes
    //! None of the ticks is stored: the ids say so. False: those that are there already, by value, are passed over.
    bool isNew = true;
    std::vector<TradeRun> runs;        //!< what is known with these ticks; gaps and the source's cursor follow
    std::vector<core::TimeRange> gaps; //!< where there are no ids: times of which nothing came
    //! A stream's: where the commit fails, its ticks stay drawn, with those that wait behind it. Of the same series.
    bool staysShown = false;
    std::vector<std::shared_ptr<const TickSlice>> waiting;
    std::function<void()> shown = {}; //!< on the writer's thread: a listener has a snapshot with these ticks
};

//! How far the trades of an instrument from one source have come.
struct TradeProgress
{
    qint64 seriesId = 0;               //!< 0: none is stored
    std::optional<core::Time> last;    //!< of the newest tick
    std::vector<TradeRun> runs;        //!< ascending, none touches the next
    std::vector<core::TimeRange> gaps; //!< that are known by their time only, ascending
};

//! Takes one tick out of a series, or puts another in its place.
struct TickCorrection
{
    qint64 seriesId = 0;
    core::Tick was; //!< in the decimals of the series; of several equal ones the first
    std::optional<core::Tick> is;
    core::Time corrected; //!< when the user did it
};

//! Told on the writer's thread of every new state of a series that is being written.
using TickListener = std::function<void(qint64 seriesId, const ticks::SnapshotPtr &snapshot)>;

//! Receives some thousand ticks at a time, ascending, in the decimals of the series; false ends the scan.
using TickSink = std::function<bool(std::span<const core::Tick> ticks)>;

//! One chunk, or the tail of a series, as `list chunks` prints it. Prices in the chunk's own decimals.
struct ChunkRow
{
    qint64 id = 0; //!< 0: the tail
    qint64 seriesId = 0;
    core::Time first;
    core::Time last;
    qint64 ticks = 0;
    int priceDecimals = 0;
    int sizeDecimals = 0;
    qint64 open = 0;
    qint64 high = 0;
    qint64 low = 0;
    qint64 close = 0;
    qint64 volume = 0;
    int version = 0;
    qint64 bytes = 0; //!< of data and nodes
};

} // namespace tickmark::store
