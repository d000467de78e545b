// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Series.h>
#include <core/Time.h>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <limits>
#include <optional>
#include <vector>

namespace tickmark::store {

//! Where quotes or news come from. Identity is `name`, unique without regard to case.
struct SourceInfo
{
    qint64 id = 0;
    QString name;     //!< "file" for imported files
    QString kind;     //!< how it is fetched: "file", "sample", a provider's name
    int priority = 0; //!< of two series for one use, the one whose source has the higher priority is shown
};

//! What a preferred series is for.
enum class SeriesUse { Daily, Intraday, Ticks };

//! What identifies a series before it is stored. The store finds it, or creates it with the first accepted row.
struct SeriesKey
{
    qint64 instrumentId = 0;
    QString source; //!< created with priority 0 and kind "file" when the store does not have it
    core::QuoteField field = core::QuoteField::Bar;
    qint64 intervalNs = core::Series::kDaily;
    core::SeriesKind kind = core::SeriesKind::Traded;
    std::optional<core::SessionDate> splitsUntil; //!< of bars; kept as it is stored when nothing
};

//! Session dates from `first` to `last`, both included.
struct SessionRange
{
    core::SessionDate first = core::SessionDate::fromDays(std::numeric_limits<qint32>::min());
    core::SessionDate last = core::SessionDate::fromDays(std::numeric_limits<qint32>::max());
};

//! Every time that the store can hold, but the very last nanosecond.
inline constexpr core::TimeRange kAllTimes{core::Time{std::numeric_limits<qint64>::min()},
                                           core::Time{std::numeric_limits<qint64>::max()}};

enum class ImportKind { Bars, News, Shares, Actions, Sample, Ticks };

//! "bars", "news", "shares", "actions", "sample", "ticks".
[[nodiscard]] QString importKindCode(ImportKind kind);

//! The set-up of a source by which something was asked.
struct AskedSource
{
    qint64 sourceId = 0; //!< 0: nobody was asked
    qint64 revision = 0; //!< SourceSetup::revision
};

//! What is known of an import before its first row: the provenance of everything that it writes.
struct ImportOrigin
{
    QString source = QStringLiteral("file"); //!< created when the store does not have it
    ImportKind kind = ImportKind::Bars;
    QString origin; //!< file name or address, as the user is to read it
    core::Time fetched;
    AskedSource asked{}; //!< the import fails as Cancelled once that is no longer how the source is set up
};

//! What is known of an import only after its last row.
struct ImportEnd
{
    QByteArray sha256;    //!< of the whole file, 32 bytes; empty when unknown
    qint64 rejected = 0;  //!< rows that never reached the store because they could not be read
    qint64 duplicate = 0; //!< rows that were not handed on because another one says the same
};

//! What became of the rows of an import; the sum is the number of rows.
struct ImportTotals
{
    qint64 inserted = 0;
    qint64 replaced = 0;
    qint64 unchanged = 0; //!< the store had the same value already
    //! A row of the same import for the same key came before (the last one stands), and those of ImportEnd.
    qint64 duplicate = 0;
    qint64 rejected = 0; //!< those of ImportEnd and those that the store refused

    friend bool operator==(const ImportTotals &, const ImportTotals &) = default;
};

struct ImportResult
{
    //! 0 when the import changed nothing (or was a dry run): such an import is not recorded.
    qint64 importId = 0;
    ImportTotals totals;
};

//! One line of `list imports`.
struct ImportRecord
{
    qint64 id = 0;
    QString source;
    ImportKind kind = ImportKind::Bars;
    QString origin;
    QByteArray sha256;
    core::Time fetched;
    ImportTotals totals;
    std::optional<core::Time> undone;
};

//! What an undo took back.
struct UndoTotals
{
    qint64 removed = 0;  //!< rows that the import had inserted
    qint64 restored = 0; //!< rows that have their former value again
    qint64 dropped = 0;  //!< values that a later import had replaced already, taken out of the history
};

//! What an undo would take back now.
struct UndoForecast
{
    UndoTotals totals;
    QStringList
        later; //!< imports whose values stand where this one's were: file names and addresses, sorted, each once
    //! Later imports into the same series that had rows which were there already, maybe through this one: such rows go
    //! though the later file has them too. By id.
    struct Sharing
    {
        qint64 importId = 0;
        QString origin;
    };
    std::vector<Sharing> sharing;
};

//! What went with a removed instrument.
struct RemovedCounts
{
    qint64 series = 0;
    qint64 dailyBars = 0;
    qint64 intradayBars = 0;
    qint64 ticks = 0;
    qint64 shareCounts = 0;
    qint64 actions = 0;
    QStringList sources;     //!< names of those that ask for it no longer
    QStringList switchedOff; //!< those among them that asked for nothing else
};

//! What became of the merged instrument. "Kept" are those where both had a value: that of the instrument that stays.
struct MergeTotals
{
    qint64 series = 0;    //!< series that the merged instrument had
    qint64 dailyBars = 0; //!< moved
    qint64 keptDailyBars = 0;
    qint64 intradayBars = 0;
    qint64 keptIntradayBars = 0;
    qint64 ticks = 0; //!< moved; those that both had are there once
    qint64 shareCounts = 0;
    qint64 keptShareCounts = 0;
    qint64 actions = 0;
    qint64 keptActions = 0;
};

//! From when to when a series has bars.
struct SeriesSpan
{
    core::Series series;
    //! Daily series: session dates; nothing without bars.
    std::optional<core::SessionDate> firstSession;
    std::optional<core::SessionDate> lastSession;
    //! Intraday series: starts of the first and the last bar.
    std::optional<core::Time> firstStart;
    std::optional<core::Time> lastStart;
    std::optional<core::TimeRange> ticks; //!< series of ticks: times of the first and the last one
};

//! Shares outstanding of one instrument as of a date, valid until the next one.
struct ShareCount
{
    qint64 instrumentId = 0;
    core::SessionDate date;
    qint64 shares = 0;

    friend bool operator==(const ShareCount &, const ShareCount &) = default;
};

//! What `store info` prints.
struct StoreInfo
{
    int schemaVersion = 0;
    qint64 bytes = 0; //!< the file and its write-ahead log
    qint64 instruments = 0;
    qint64 sources = 0;
    qint64 series = 0;
    qint64 dailyBars = 0;
    qint64 intradayBars = 0;
    qint64 ticks = 0;
    qint64 news = 0;
    qint64 shareCounts = 0;
    qint64 actions = 0;
    qint64 imports = 0;
    std::optional<core::SessionDate> firstSession; //!< of the daily bars
    //! The latest that lies in its calendar; with none, the latest at all.
    std::optional<core::SessionDate> lastSession;
    std::optional<core::TimeRange> intraday; //!< from the first bar's start to the last one's
    std::optional<ImportRecord> lastImport;  //!< that was not undone
};

//! One thing that is wrong with a store.
struct Finding
{
    QString table;  //!< empty: the file as a whole
    QString what;   //!< one translated sentence
    QString detail; //!< what SQLite said, untranslated
};

} // namespace tickmark::store
