// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CsvProfile.h"
#include <core/Result.h>

#include <QString>
#include <QStringList>

#include <optional>
#include <string_view>
#include <vector>

namespace tickmark::sources {

//! One thing that was found out about a file, with the reason.
struct Finding
{
    QString what;  //!< snake_case key for JSON: "encoding", "separator", "column.close", "date_form", "interval", ...
    QString value; //!< as the profile's JSON has it: "utf-8", ";", "Schlusskurs", "dmy"
    QString text;  //!< a translated whole sentence with the value and the reason
};

//! Why a file is no table that can be read, without words: `tableSentence()` makes them in the language of any moment.
struct TableFault
{
    QString code;      //!< snake_case: "header_only"
    QStringList names; //!< what the sentence names besides the file: an example, a line
};

//! One translated whole sentence; empty: no fault has that code and so many names.
[[nodiscard]] QString tableSentence(const TableFault &fault, const QString &fileName);

//! What detectDialect() made of the first bytes of a file.
struct DialectGuess
{
    CsvProfile profile;
    std::vector<Finding> findings;
    //! What the file leaves open and a profile must decide (day or month first, group or decimal mark). Not empty: the
    //! profile is not usable yet, but worth saving and editing.
    std::vector<core::Error> openQuestions;
    std::vector<TableFault> openFaults; //!< the same, without words
};

//! As many bytes as detectDialect() wants to see.
inline constexpr qsizetype kDialectSampleBytes = 256 * 1024;

//! As detectDialect(), where the sentence is made later.
[[nodiscard]] tl::expected<DialectGuess, TableFault> guessDialect(std::string_view sample, bool isWholeFile,
                                                                  const QString &fileName,
                                                                  std::optional<TableKind> wanted = TableKind::Bars);

//! Finds out how a file of bars or ticks is written. `sample` is its beginning (unpacked bytes), `isWholeFile` says whether
//! that is all; `fileName` is named in errors; `wanted` is what the file holds, nothing: that is found out too. Pure
//! function. InvalidInput with a message of its own for: nothing in it, only a header, no table, a web page, JSON, XML,
//! binary data, ticks where bars are wanted, columns without a date or a close, mixed decimals.
[[nodiscard]] core::Result<DialectGuess> detectDialect(std::string_view sample, bool isWholeFile,
                                                       const QString &fileName,
                                                       std::optional<TableKind> wanted = TableKind::Bars);

} // namespace tickmark::sources
