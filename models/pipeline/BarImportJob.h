// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarChecks.h"
#include <core/CalendarSet.h>
#include <core/Instrument.h>
#include <core/Result.h>
#include <sources/BarFileReader.h>
#include <sources/CsvDialect.h>
#include <sources/providers/QuoteProvider.h>
#include <store/StoreWriter.h>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace tickmark::pipeline {

//! What the user has corrected by hand in one series.
struct CorrectedSeries
{
    core::Series series;
    std::vector<core::Bar> bars; //!< ascending
};

//! What is known beforehand of one series that is stored already.
struct SeriesBefore
{
    core::Series series;
    std::optional<core::SessionDate> splitsUntil; //!< of all that comes; nothing: as BarImportOptions says
    std::vector<sources::FetchedBar> besides;     //!< stored bars in other shares, to be imported with the rows
    std::vector<qint64> times;                    //!< timeKey() of all that is stored, ascending
};

//! What the user says about an import of bars.
struct BarImportOptions
{
    sources::BarReadOptions read;
    std::optional<sources::CsvProfile> profile; //!< nothing: found by itself
    QString source = QStringLiteral("file");
    store::AskedSource asked{};
    QString origin;                               //!< as provenance shows it; empty: the input's name
    std::optional<core::SessionDate> splitsUntil; //!< splits up to that date are in the prices; nothing: as traded
    bool splitsIn = false; //!< in place of that date: splits up to the last session that was finished at `now`
    std::vector<CorrectedSeries> corrected; //!< rows that say otherwise are left out
    std::vector<SeriesBefore> before;
    bool dryRun = false;
    bool finishedOnly = false; //!< leave out bars that were not finished at `now` (see FetchPlan.h)
    core::Time now;            //!< when the file was fetched
};

//! A row that was not imported, whoever refused it.
struct ImportReject
{
    qint64 line = 0;
    QString code;    //!< snake_case, for JSON
    QString text;    //!< one translated sentence
    QString excerpt; //!< first 200 characters of the row; empty when only the store could see the fault
};

//! The sentence of such a code, in the language of the moment.
[[nodiscard]] QString rejectText(const QString &code);

//! What an import found for one instrument.
struct SymbolSummary
{
    QString symbol;
    bool known = true; //!< false: the store has no such instrument, none of its rows was imported
    qint64 rows = 0;
    std::optional<core::SessionDate> first;
    std::optional<core::SessionDate> last;
    qint64 unverifiedBars = 0;                      //!< outside the calendar's coverage
    std::vector<core::SessionDate> missingSessions; //!< between first and last, daily bars only
};

//! Everything worth telling about one import of bars.
struct BarImportReport
{
    QString name;
    sources::CsvProfile profile;
    std::vector<sources::Finding> findings;
    //! What the file leaves open and a profile has to decide; only a dry run comes back with some, and without rows.
    QStringList openQuestions;
    std::vector<SymbolSummary> symbols; //!< in order of appearance
    store::ImportResult result;
    qint64 intervalNs = 0;
    std::vector<ImportReject> rejects; //!< the first sources::RejectList::kKept
    qint64 rejectCount = 0;
    std::vector<qint64>
        conflictLines; //!< the first kKept rows that took the place of a different one for the same time
    qint64 conflictCount = 0;
    qint64 unfinishedRows = 0;    //!< left out for BarImportOptions::finishedOnly
    qint64 correctedRows = 0;     //!< left out for BarImportOptions::corrected
    quint32 flagsSeen = 0;        //!< all core::BarFlag of all rows
    qint64 suspiciousRows = 0;    //!< kept, with at least one flag
    qint64 suspiciousNewRows = 0; //!< those of them whose time is not in BarImportOptions::before
};

//! Bytes taken and, where known, bytes in all. Called on the writer's thread, a few times a second at most.
using ImportProgress = std::function<void(qint64 consumed, std::optional<qint64> total)>;

//! Reads a file of bars and hands it to the store in one transaction. Rows of instruments that are not among `known` are
//! left out and counted. Waits for the writer: never call it on the GUI thread. Errors: those of the reader and the
//! store, NotFound when no row belongs to a known instrument, InvalidInput when the dialect leaves a question open (a dry
//! run reports it instead).
[[nodiscard]] core::Result<BarImportReport> importBars(std::unique_ptr<sources::ByteSource> source,
                                                       const BarImportOptions &options,
                                                       std::span<const core::Instrument> known,
                                                       store::StoreWriter &writer, const core::CalendarSet &calendars,
                                                       std::stop_token stop = {}, const ImportProgress &progress = {});

} // namespace tickmark::pipeline
