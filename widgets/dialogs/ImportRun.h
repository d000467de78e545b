// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ImportDraft.h"
#include <pipeline/BarImportJob.h>
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
    std::atomic<qint64> lines{0};
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
    QStringList added; //!< instruments that the import added

    //! Symbols that the store has, with at least one row.
    [[nodiscard]] QStringList knownSymbols() const;
    //! Symbols that it does not have, in the file's order.
    [[nodiscard]] QStringList unknownSymbols() const;
};

//! What both jobs need. Values and what outlives them.
struct ImportJobInput
{
    ImportDraft draft;
    sources::CsvProfile profile; //!< for bars
    ReadAs readAs = ReadAs::Bars;
    std::vector<core::Instrument> known;
    store::StoreWriter *writer = nullptr; //!< null: the store can only be read, so nothing is compared with it
    std::shared_ptr<const core::CalendarSet> calendars;
    core::Time now;
    std::shared_ptr<ImportMeter> meter;
};

//! Reads the whole file and compares it with the store; changes nothing. Waits for the writer: never on the GUI thread.
[[nodiscard]] core::Result<ImportFacts> checkFile(const ImportJobInput &input, std::stop_token stop);

//! Adds the instruments of the draft and imports the file. When that fails or is cancelled, nothing is kept, the
//! instruments included. Waits for the writer: never on the GUI thread.
[[nodiscard]] core::Result<ImportFacts> importFile(const ImportJobInput &input, std::stop_token stop);

} // namespace tickmark::dialogs
