// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarImportJob.h"
#include <core/Instrument.h>
#include <core/Result.h>
#include <sources/TickFileReader.h>
#include <store/StoreWriter.h>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace tickmark::pipeline {

//! What a file of ticks brought for one instrument.
struct TickSymbolSummary
{
    QString symbol;
    bool known = true; //!< false: the store has no such instrument, none of its rows was imported
    qint64 rows = 0;
    std::optional<core::Time> first;
    std::optional<core::Time> last;
};

//! Everything worth telling about one import of ticks.
struct TickImportReport
{
    QString name;
    sources::CsvProfile profile;
    std::vector<sources::Finding> findings;
    //! What the file leaves open and a profile has to decide; only a dry run comes back with some, and without rows.
    QStringList openQuestions;
    std::vector<TickSymbolSummary> symbols; //!< in order of appearance
    store::ImportResult result;             //!< ticks (a row of bid and ask has two), but rows where rejected
    qint64 rows = 0;                        //!< taken, rejected or left out
    qint64 late = 0;                        //!< inserted before the end that their series had
    qint64 suspiciousRows = 0;              //!< kept, with a price of zero or below
    qint64 roundedRows = 0;                 //!< kept, with fewer decimals than the file has
    std::vector<ImportReject> rejects;      //!< the first sources::RejectList::kKept
    qint64 rejectCount = 0;
    double seconds = 0; //!< from the first byte to the last commit
    //! Why the rest of the file is missing: the file is cut short, the disk is full, the user stopped it. What `result`
    //! counts is in the store; importing the file again adds what is missing.
    std::optional<core::Error> fault;
};

struct TickImportProgress
{
    qint64 consumed = 0; //!< bytes of the file
    std::optional<qint64> total;
    qint64 rows = 0;
    double rowsPerSecond = 0; //!< since the beginning
};
using TickProgressSink = std::function<void(const TickImportProgress &progress)>;

//! Reads a file of ticks and hands it to the store slice by slice: trades, or bid and ask as two series. The next slice is
//! read while the writer commits the one before. Rows of instruments that are not among `known` are left out and counted.
//! Waits for the writer: never call it on the GUI thread; `progress` is called on the calling thread, a few times a second
//! at most. `options.read.intervalNs` means nothing here. Errors, when nothing of the file was stored: those of the
//! reader and the store, Cancelled, NotFound when no row belongs to a known instrument, InvalidInput when the dialect
//! leaves a question open (a dry run reports it instead).
[[nodiscard]] core::Result<TickImportReport> importTicks(std::unique_ptr<sources::ByteSource> source,
                                                         const BarImportOptions &options,
                                                         std::span<const core::Instrument> known,
                                                         store::StoreWriter &writer, std::stop_token stop = {},
                                                         const TickProgressSink &progress = {});

} // namespace tickmark::pipeline
