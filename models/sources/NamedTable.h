// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ByteSource.h"
#include "CsvProfile.h"
#include "RejectList.h"
#include <core/Result.h>
#include <core/Time.h>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <functional>
#include <span>
#include <string_view>

namespace tickmark::sources {

//! A column of a small table, found by its name in the header.
struct NamedColumn
{
    QStringList names; //!< in lower case; the first one is what an error calls it
    bool isRequired = true;

    [[nodiscard]] bool isIn(const QStringList &header) const;
};

//! The names in the first line of a small table, lower case, trimmed. `head`: its beginning, in any encoding.
[[nodiscard]] QStringList namesOfHeader(std::string_view head);

//! What is said of a table that cannot be read: whole translated sentences, with %1 for the file's name.
struct NamedTableTexts
{
    QString missingColumn; //!< %2 for the column
    QString tooLarge;
    QString noTable;
    QString nothing; //!< no row can be used
};

//! One cell for each column, in their order; empty where an optional column is not there. Views die with the call.
using NamedCells = std::span<const std::string_view>;
//! Takes one row, or says why not.
using NamedRowSink = std::function<tl::expected<void, RejectReason>(NamedCells cells)>;

//! Reads a small CSV file (at most 16 MiB, separated by commas or semicolons) whose columns go by their names, in any order;
//! others are passed over. Rows that `sink` refuses go to `rejects`. The file's SHA-256. InvalidInput when a column is
//! missing, or the file is no table or not even one row could be used.
[[nodiscard]] core::Result<QByteArray> readNamedTable(ByteSource &source, std::span<const NamedColumn> columns,
                                                      const NamedTableTexts &texts, const NamedRowSink &sink,
                                                      RejectList &rejects);

[[nodiscard]] tl::expected<core::SessionDate, RejectReason> dateOfCell(std::string_view cell,
                                                                       DateForm form = DateForm::YearMonthDay);

} // namespace tickmark::sources
