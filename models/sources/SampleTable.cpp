// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleTable.h"

#include "CsvScanner.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

using namespace std::string_view_literals;

namespace tickmark::sources {

SampleTable SampleTable::split(std::string_view text, bool isWhole, char separator, char quote)
{
    SampleTable table;
    // How many fields a row should have shows only when all are read.
    if (table.scan(text, isWhole, separator, quote, 0))
        table.scan(text, isWhole, separator, quote, table.usualWidth());
    return table;
}

bool SampleTable::scan(std::string_view text, bool isWhole, char separator, char quote, size_t expectedFields)
{
    m_rows.clear();
    m_firstLine = 1;
    // The text is decoded already, and a packed file's first bytes cannot be text: opening cannot fail.
    auto source = openBytes(QByteArray(text.data(), qsizetype(text.size())), {});
    if (!source)
        return false;
    TextDecoder decoder(**source, TextEncoding::Utf8);
    CsvScanner scanner(decoder, separator, quote);
    scanner.expectFields(expectedFields);
    CsvRecord record;
    bool anySpans = false;
    bool isFirst = true;
    bool followsRow = false;
    while (scanner.next(record).value_or(false)) {
        if (std::exchange(isFirst, false))
            m_firstLine = record.line;
        if (followsRow)
            m_rows.back().nextLine = record.line;
        followsRow = !record.fault;
        if (record.fault)
            continue;
        anySpans = anySpans || record.lines > 1;
        Row row{record.line, {}, record.line + record.lines};
        row.fields.reserve(record.fields.size());
        for (const std::string_view field : record.fields)
            row.fields.emplace_back(trimmedField(field));
        m_rows.push_back(std::move(row));
    }
    const bool cut = !isWhole && !text.empty() && text.back() != '\n' && text.back() != '\r';
    if (cut && m_rows.size() > 1)
        m_rows.pop_back();
    measure();
    return anySpans;
}

void SampleTable::measure()
{
    std::map<size_t, size_t> widths;
    for (const Row &row : m_rows)
        ++widths[row.fields.size()];
    size_t most = 0;
    m_width = 0;
    for (const auto &[width, count] : widths) {
        if (count >= most) {
            most = count;
            m_width = width;
        }
    }
    m_regularity = m_rows.empty() ? 0 : double(most) / double(m_rows.size());
}

std::vector<SampleCell> SampleTable::column(size_t index, qint64 firstLine) const
{
    std::vector<SampleCell> cells;
    for (const Row &row : m_rows) {
        if (row.line >= firstLine && index < row.fields.size() && !isMissing(row.fields[index]))
            cells.push_back({row.fields[index], row.line});
    }
    return cells;
}

bool isMissing(std::string_view trimmed)
{
    if (trimmed.empty())
        return true;
    if (trimmed.front() >= '0' && trimmed.front() <= '9')
        return false;
    constexpr std::array kMarkers = {"-"sv,   "--"sv,   "NA"sv,   "N/A"sv,  "#N/A"sv, "NaN"sv,
                                     "nan"sv, "null"sv, "NULL"sv, "None"sv, "n/a"sv,  "na"sv};
    return std::ranges::find(kMarkers, trimmed) != kMarkers.end();
}

bool isNaN(std::string_view trimmed)
{
    return trimmed.size() == 3 && (trimmed[0] | 0x20) == 'n' && (trimmed[1] | 0x20) == 'a'
           && (trimmed[2] | 0x20) == 'n';
}

std::string_view trimmedField(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

bool looksNumeric(std::string_view trimmed)
{
    // U+2212, U+2013, U+00A0 and U+202F are marks in numbers; their bytes are looked at one by one, which is enough here.
    constexpr std::string_view kMarks = "0123456789.,:+-/'eETZ \xE2\x88\x92\x80\x93\xC2\xA0\xAF";
    const bool anyDigit = trimmed.find_first_of("0123456789") != std::string_view::npos;
    return anyDigit && trimmed.find_first_not_of(kMarks) == std::string_view::npos;
}

} // namespace tickmark::sources
