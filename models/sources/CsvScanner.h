// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RejectList.h"
#include "TextDecoder.h"
#include <core/Result.h>

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tickmark::sources {

//! One row of a table. The views die with the next CsvScanner::next().
struct CsvRecord
{
    qint64 line = 0;      //!< of its beginning, from 1
    qint64 lines = 1;     //!< how many it takes; more than one when line ends are quoted
    std::string_view raw; //!< as it stands in the file, without its line end; cut when it is too long
    std::span<const std::string_view> fields; //!< without quotation marks, "" in them undone; blanks kept
    std::optional<RejectReason> fault;        //!< LineTooLong, OpenQuote, BinaryData: the fields mean nothing
};

//! Splits text into records and fields. LF, CR LF and CR end a line; a quoted field may hold separators and line ends.
//! Holds one record at a time: a line over kMaxRecordBytes comes back as a fault and is passed over. A quotation mark
//! that is never closed, or only by a stray one further down, costs its own line only. Blank lines are left out. The decoder must outlive it.
class CsvScanner
{
public:
    static constexpr size_t kMaxRecordBytes = 1024 * 1024;

    CsvScanner(TextDecoder &text, char separator, char quote);

    //! How many fields a row has: a record of several lines that has another number of them, or whose first and last
    //! line would be a row each, came about by a stray quotation mark. Then its first line is a fault (OpenQuote), and the next line begins a record.
    void expectFields(size_t count) { m_expectedFields = count; }

    //! The next record; false at the end.
    [[nodiscard]] core::Result<bool> next(CsvRecord &record);

private:
    enum class Step { Done, NeedsMore, Blank };

    [[nodiscard]] Step scan(CsvRecord &record);
    //! Takes one field at `p`; nothing when the buffer ends before it is clear where it ends.
    [[nodiscard]] const char *scanField(const char *p);
    [[nodiscard]] const char *scanQuoted(const char *open);
    [[nodiscard]] const char *plainEnd(const char *p) const;
    [[nodiscard]] core::Result<void> refill();
    //! What to do with a record that does not end within bounds.
    void giveUp(CsvRecord &record);
    //! A quotation mark in the record's first line is a stray one: that line is lost, but not the rest of the file.
    void failFirstLine(CsvRecord &record);
    [[nodiscard]] bool isSpannedByMistake(std::string_view raw) const;
    [[nodiscard]] core::Result<void> skipLine();
    void fail(CsvRecord &record, RejectReason reason, const char *end);

    TextDecoder *m_text;
    char m_separator;
    char m_quote;
    std::array<bool, 256> m_special{}; //!< bytes that end an unquoted field, and NUL

    std::vector<char> m_buffer;
    size_t m_begin = 0; //!< of the record to come
    size_t m_end = 0;   //!< of what has been read
    bool m_textEnded = false;
    bool m_skipping = false; //!< inside a line that was too long

    qint64 m_line = 1;
    qint64 m_innerLines = 0; //!< line ends inside the quotes of the record
    bool m_sawNul = false;
    bool m_quoteOpen = false;
    bool m_spansToText = false; //!< text follows the closing mark of a field of several lines
    size_t m_expectedFields = 0;
    std::vector<std::string_view> m_fields;
    std::string m_unescaped; //!< fields with "" in them; never grows beyond its first capacity
};

} // namespace tickmark::sources
