// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StoreTypes.h"
#include "VersionedTable.h"

#include <functional>

namespace tickmark::store {

class Connection;

//! Inside a transaction of the writer; throw SQLite::Exception and StoreFailure.

//! Adds the source, or gives the one of that name this kind and priority.
qint64 ensureSource(Connection &connection, const SourceInfo &source);
//! The source's id; creates it with priority 0 and kind "file".
qint64 sourceId(Connection &connection, const QString &name);

//! Throws Cancelled where the source is called or set up otherwise now: its answer would stand under a name that nobody has,
//! or say what another server said.
void requireAsked(Connection &connection, const AskedSource &asked);

//! Counts what became of one row.
void count(Change change, ImportTotals &totals);

//! Records the start of an import, so that its rows can name it.
qint64 beginImport(Connection &connection, const ImportOrigin &origin);
//! Adds what is known at the end.
void endImport(Connection &connection, qint64 importId, const ImportTotals &totals, const QByteArray &sha256);

//! Runs `import` between begin and end and decides what stays: an import that changed nothing, and a dry run, leave
//! nothing behind, not even their line in the list.
ImportResult recordImport(Connection &connection, const ImportOrigin &origin, bool dryRun,
                          const std::function<ImportEnd(qint64 importId, ImportTotals &totals)> &import);

} // namespace tickmark::store
