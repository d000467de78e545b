// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Instrument.h>
#include <sources/BarReadOptions.h>
#include <sources/CsvDialect.h>

#include <QString>

#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tickmark::dialogs {

//! What a file is read as.
enum class ReadAs {
    Bars,
    Ticks,
    Shares,
    Actions, //!< splits and dividends
    News,    //!< a feed of headlines
};

//! Whether it is a list whose columns go by their names, whose rows name their instruments, or a feed: there is nothing
//! to ask about.
[[nodiscard]] constexpr bool isList(ReadAs readAs)
{
    return readAs == ReadAs::Shares || readAs == ReadAs::Actions || readAs == ReadAs::News;
}

//! What the user says of how a file is written; nothing: as it was found. A plain value.
struct DialectEdits
{
    std::optional<sources::TextEncoding> encoding;
    std::optional<char> separator;
    std::optional<int> headerLine; //!< from 1; 0: the columns have no names
    std::optional<core::NumberStyle> numbers;
    std::optional<sources::DateForm> dateForm;
    std::map<int, sources::ColumnRole> roles; //!< by column, from 0; goes stale with separator and header line

    friend bool operator==(const DialectEdits &, const DialectEdits &) = default;
};

//! What only the user can say before a file can be imported, in the order in which it is asked.
enum class ImportQuestion {
    DateColumn,  //!< none is recognised
    CloseColumn, //!< none is recognised, or only an adjusted one
    PriceColumn, //!< of ticks: neither a price nor a bid or an ask is recognised
    DayOrMonth,  //!< 01/02/2025
    NumberMarks, //!< 1,234
    Zone,        //!< local times without an offset
    Day,         //!< milliseconds of which day
    Interval,    //!< how long a bar is
    Symbol,      //!< the file names no instrument
};

//! All that decides how one file is imported: what the user has said so far. A plain value, made and kept by the page of
//! the file, copied into every job.
struct ImportDraft
{
    QString path;
    std::optional<ReadAs> readAs; //!< nothing: as its header says
    DialectEdits edits;
    sources::BarReadOptions options; //!< symbol: of a file that names none
    //! The instrument of `options.symbol` when it is to be added with the import.
    std::optional<core::Instrument> newInstrument;
    //! Unknown symbols that are to be added with the import. The others' rows are left out.
    std::vector<core::Instrument> additions;
};

//! What was found, with what the user says put in its place. When separator, encoding or header line differ from what
//! was found, the columns are guessed again from the sample. `isWhole`: the sample is all of the file.
[[nodiscard]] sources::CsvProfile appliedEdits(const sources::CsvProfile &found, const DialectEdits &edits,
                                               std::string_view sample, bool isWhole);

//! What a profile leaves open. Zone, Day, Interval and Symbol do not show in it alone: see ImportPreview.
[[nodiscard]] std::vector<ImportQuestion> questionsOf(const sources::CsvProfile &profile);

//! The instrument that a symbol suggests: kind, exchange and currency where its form tells them ("SAP.DE", "9984.T",
//! "EURUSD=X", "BTC-USD"), else a stock whose exchange is not known: `mic` and `currency` are empty then.
[[nodiscard]] core::Instrument suggestedInstrument(const QString &symbol);
//! Whether suggestedInstrument() knows what the symbol is; otherwise the user has to say.
[[nodiscard]] bool isSuggestionSafe(const core::Instrument &instrument);
//! The currency in which an exchange quotes; empty when it is not known.
[[nodiscard]] QString currencyOf(const QString &mic);

//! The known instrument that a file's name begins with ("NVDA_daily.csv"); empty when there is none.
[[nodiscard]] QString symbolOfFileName(const QString &path, std::span<const core::Instrument> known);

} // namespace tickmark::dialogs
