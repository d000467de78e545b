// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ImportDraft.h"
#include <pipeline/NewsImportJob.h>
#include <pipeline/TickImportJob.h>
#include <store/StoreWriter.h>

#include <atomic>
#include <memory>
#include <stop_token>

namespace tickmark::dialogs {

//! How far a file has been read. Written by the reading thread, looked at by the GUI's.
struct ImportMeter
{
    std::atomic<qint64> bytes{0}; //!< of the file, packed if it is
    std::atomic<qint64> total{0};
    std::atomic<qint64> rows{0};
};

//! What there is to tell about a whole file, before its import or after it.
struct ImportFacts
{
    ReadAs readAs = ReadAs::Bars;
    qint64 importId = 0; //!< 0: nothing was changed
    //! New, replaced, unchanged ... as the store counted; nothing when it was not asked.
    std::optional<store::ImportTotals> totals;
    qint64 rows = 0; //!< that could be read, unknown symbols' included
    std::vector<pipeline::SymbolSummary> symbols;
    std::vector<pipeline::ImportReject> rejects; //!< the first thousand
    qint64 rejectCount = 0;
    qint64 suspiciousRows = 0;
    qint64 conflictCount = 0;
    // Of ticks only. A row of bid and ask has two; `totals` counts ticks, too.
    qint64 ticks = 0;
    qint64 lateTicks = 0;                 //!< added before the end that their series had
    qint64 roundedRows = 0;               //!< kept with fewer decimals than the file has
    std::optional<core::TimeRange> times; //!< of the first and the last one
    //! Why the import ended before the file did; what was acknowledged until then is in the database.
    std::optional<core::Error> fault;
    QStringList added;                              //!< instruments that the import added
    std::optional<pipeline::NewsImportReport> news; //!< of a feed; nothing when the store was not asked

    //! Ticks of the file that the database has, whichever import brought them.
    [[nodiscard]] qint64 storedTicks() const { return totals ? totals->inserted + totals->unchanged : 0; }
    //! Symbols that the store has, with at least one row.
    [[nodiscard]] QStringList knownSymbols() const;
    //! Symbols that it does not have, in the file's order.
    [[nodiscard]] QStringList unknownSymbols() const;
};

//! What both jobs need. Values and what outlives them.
struct ImportJobInput
{
    ImportDraft draft;
    sources::CsvProfile profile; //!< for bars and ticks
    ReadAs readAs = ReadAs::Bars;
    std::vector<core::Instrument> known;
    store::StoreWriter *writer = nullptr; //!< null: the store can only be read, so nothing is compared with it
    std::shared_ptr<const core::CalendarSet> calendars;
    core::Time now;
    std::shared_ptr<ImportMeter> meter;
};

//! Reads the whole file and compares it with the store (ticks are only counted); changes nothing. Waits for the writer: never on the GUI thread.
[[nodiscard]] core::Result<ImportFacts> checkFile(const ImportJobInput &input, std::stop_token stop);

//! Adds the instruments of the draft and imports the file. When that fails or is cancelled, nothing is kept, the
//! instruments included; but ticks that are on the disk stay there: the facts then have a fault. Waits for the writer: never on the GUI thread.
[[nodiscard]] core::Result<ImportFacts> importFile(const ImportJobInput &input, std::stop_token stop);

//! What undoAll() has done.
struct UndoneImports
{
    std::size_t imports = 0; //!< taken back, from the last one on
    store::UndoTotals totals;
    std::optional<core::Error> error; //!< why the others were not
};

//! Takes imports back, the last one first. Waits for the writer: never on the GUI thread.
[[nodiscard]] UndoneImports undoAll(store::StoreWriter &writer, const std::vector<qint64> &importIds);

} // namespace tickmark::dialogs
