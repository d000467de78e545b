// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/DecimalParser.h>
#include <core/Result.h>
#include <core/TextEncoding.h>

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace tickmark::sources {

using core::TextEncoding;

enum class TableKind { Bars, Ticks };

//! What a column holds. Date is a date, a date with a time of day, or a number that stands for one; Time is a time of
//! day beside it. AdjustedClose and Turnover are recognised so that they are not taken for the close and the volume. Those from
//! Price on are of single trades and quotes.
enum class ColumnRole {
    Ignored,
    Date,
    Time,
    Symbol,
    Open,
    High,
    Low,
    Close,
    AdjustedClose,
    Volume,
    Turnover,
    Price,
    Size,
    Bid,
    BidSize,
    Ask,
    AskSize,
};

//! How the Date column is written. A time of day and an offset may follow the first four.
enum class DateForm {
    DayOrMonthFirst, //!< not decided: 01/02/2025 could be both. A profile must say which.
    YearMonthDay,    //!< 2025-01-27, 2025/01/27
    DayMonthYear,    //!< 27.01.2025, 27/01/25, 27 January 2025
    MonthDayYear,    //!< 01/27/2025, Jan 27, 2025
    Compact,         //!< 20250127, 20250127 170000, 20200101 170000065
    EpochSeconds,    //!< since 1970-01-01 UTC; fractions allowed
    EpochMilliseconds,
    EpochMicroseconds,
    EpochNanoseconds,
    MillisecondsOfDay, //!< the date comes from outside
};

struct CsvColumn
{
    QString name; //!< as the header has it; empty without a header
    ColumnRole role = ColumnRole::Ignored;
    QString symbol; //!< the instrument whose price this is, where each has its own columns; else empty

    friend bool operator==(const CsvColumn &, const CsvColumn &) = default;
};

//! How one kind of CSV file is written and what its columns mean. A plain value: detectDialect() makes one, the user may
//! save it as JSON, edit it and hand it back. Lines count from 1.
struct CsvProfile
{
    static constexpr int kMaxColumns = 4096;

    TableKind kind = TableKind::Bars;
    TextEncoding encoding = TextEncoding::Utf8;
    char separator = ','; //!< one of , ; tab |
    char quote = '"';     //!< '"', '\'' or 0 for none
    int headerLine = 1;   //!< the line with the column names; 0: none
    int firstDataLine = 2;
    core::NumberStyle numbers;
    bool numbersDecided = true; //!< false: "1,234" could be 1234 as well as 1.234. A profile must say which.
    DateForm dateForm = DateForm::YearMonthDay;
    QByteArray zone;                  //!< IANA zone of times that carry no offset; empty: not known
    std::optional<qint64> intervalNs; //!< core::Series::kDaily, the length of an intraday bar, or nothing: find it
    std::vector<CsvColumn> columns;

    //! The first column with that role; -1 when there is none.
    [[nodiscard]] int indexOf(ColumnRole role) const;
    //! Whether the file says itself which instrument a row (or a column) belongs to.
    [[nodiscard]] bool namesSymbols() const;
    friend bool operator==(const CsvProfile &, const CsvProfile &) = default;
};

//! The object that stands under "profile" in what `import --dry-run --json` prints.
[[nodiscard]] QJsonObject toJson(const CsvProfile &profile);
//! Reads such an object. Strict: unknown and missing keys, wrong types and values out of range are errors that name
//! the key and what it may be.
[[nodiscard]] core::Result<CsvProfile> profileFromJson(const QJsonObject &object);
//! Reads a profile file: the object itself, or the whole output of `import --dry-run --json` of one file. `fileName` is
//! named in errors.
[[nodiscard]] core::Result<CsvProfile> parseProfile(const QByteArray &json, const QString &fileName);

//! An error when bars cannot be read with it: a role that is missing or there twice, a question still open, a number
//! style that contradicts itself or the separator.
[[nodiscard]] core::Result<void> checkBarProfile(const CsvProfile &profile);
//! The same for ticks.
[[nodiscard]] core::Result<void> checkTickProfile(const CsvProfile &profile);

} // namespace tickmark::sources
