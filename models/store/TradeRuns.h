// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TickTypes.h"

//! Which trades of an exchange are known, by its ids (table trade_runs), with the gaps between them (tick_gaps) and the
//! cursor of their source (FetchState::cursor) in step. Inside a transaction; throw SQLite::Exception and StoreFailure.
namespace tickmark::store {

class Connection;

//! Whether some of these ids are known.
[[nodiscard]] bool isTradeKnown(Connection &connection, qint64 seriesId, const TradeRun &run);
//! Whether the exchange counts anew from `run` on, which says without an id (0) up to when trades are stored: all that are
//! known are of before. Then they have to be forgotten before anything is added.
[[nodiscard]] bool beginsAnew(Connection &connection, qint64 seriesId, const TradeRun &run);
//! Adds what of `run` is not known yet. `importId` 0: nothing of it can be taken back.
void addTradeRun(Connection &connection, qint64 seriesId, const TradeRun &run, qint64 importId);
//! The source goes on after the last known trade of the series, or begins anew where none is known. Nothing is changed
//! where the source has no set-up.
void moveCursor(Connection &connection, qint64 seriesId);
//! Of all of its series of which trades are known.
void moveCursors(Connection &connection, qint64 sourceId);

//! A stream has brought trades with these times, at `now`: its source has run well.
void noteFollowed(Connection &connection, qint64 seriesId, core::TimeRange times, core::Time now);

//! Trades of an import that is taken back are not known any more: its source asks for them again, or a gap tells of them.
void forgetRunsOfImport(Connection &connection, qint64 seriesId, qint64 importId);
//! The ids are of another market from now on, or nobody knows any more of which; gaps stay as times.
void forgetTradeRuns(Connection &connection, qint64 seriesId);
void forgetTradeRunsOfSource(Connection &connection, qint64 sourceId);
//! Of the instrument of that symbol only.
void forgetTradeRunsOfSource(Connection &connection, qint64 sourceId, const QString &symbol);

//! `source` by its name.
[[nodiscard]] TradeProgress readTradeProgress(Connection &connection, qint64 instrumentId, const QString &source);

} // namespace tickmark::store
