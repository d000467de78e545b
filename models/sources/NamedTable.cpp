// SPDX-License-Identifier: GPL-3.0-or-later
#include "NamedTable.h"

#include "CsvScanner.h"
#include "SampleTable.h"
#include "StampParser.h"
#include "TextDecoder.h"
#include <core/ContentSniffer.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

namespace tickmark::sources {

namespace {

constexpr qsizetype kMostBytes = 16 * 1024 * 1024;

//! Of each column, its place in a record; nothing where it is not there.
using Places = std::vector<std::optional<std::size_t>>;

tl::unexpected<core::Error> refuse(const QString &message)
{
    return core::failure(core::ErrorCode::InvalidInput, message);
}

QString nameOf(std::string_view field)
{
    const std::string_view trimmed = trimmedField(field);
    return QString::fromUtf8(trimmed.data(), qsizetype(trimmed.size())).toLower();
}

char separatorOf(std::string_view text)
{
    const std::string_view firstLine = text.substr(0, text.find_first_of("\r\n"));
    return firstLine.find(';') != std::string_view::npos ? ';' : ',';
}

core::Result<Places> findColumns(const CsvRecord &header, std::span<const NamedColumn> columns,
                                 const NamedTableTexts &texts, const QString &fileName)
{
    Places places;
    for (const NamedColumn &column : columns) {
        const auto found = std::ranges::find_if(
            header.fields, [&](std::string_view field) { return column.names.contains(nameOf(field)); });
        const bool isThere = found != header.fields.end();
        if (!isThere && column.isRequired)
            return refuse(texts.missingColumn.arg(fileName, column.names.front()));
        places.push_back(isThere ? std::optional(std::size_t(found - header.fields.begin())) : std::nullopt);
    }
    return places;
}

//! False when a row ends before one of the columns.
bool takeCells(const CsvRecord &record, const Places &places, std::vector<std::string_view> &cells)
{
    cells.clear();
    for (const auto &place : places) {
        if (place && *place >= record.fields.size())
            return false;
        cells.push_back(place ? record.fields[*place] : std::string_view());
    }
    return true;
}

} // namespace

bool NamedColumn::isIn(const QStringList &header) const
{
    return std::ranges::any_of(names, [&](const QString &name) { return header.contains(name); });
}

QStringList namesOfHeader(std::string_view head)
{
    constexpr std::size_t kMost = 4096; // of a line that names columns
    const auto source = openBytes(QByteArray(head.data(), qsizetype(std::min(head.size(), kMost))), {});
    if (!source)
        return {};
    TextDecoder decoder(**source, guessEncoding(head, false).encoding);
    CsvScanner scanner(decoder, separatorOf(head), '"');
    CsvRecord header;
    QStringList names;
    if (const auto read = scanner.next(header); read && *read)
        std::ranges::transform(header.fields, std::back_inserter(names), nameOf);
    return names;
}

core::Result<QByteArray> readNamedTable(ByteSource &source, std::span<const NamedColumn> columns,
                                        const NamedTableTexts &texts, const NamedRowSink &sink, RejectList &rejects)
{
    const auto all = source.peek(kMostBytes + 1);
    if (!all)
        return tl::unexpected(all.error());
    if (qsizetype(all->size()) > kMostBytes)
        return refuse(texts.tooLarge.arg(source.name()));
    if (core::sniffContent(*all) != core::ContentKind::Text)
        return refuse(texts.noTable.arg(source.name()));
    TextDecoder decoder(source, guessEncoding(*all, true).encoding);
    CsvScanner scanner(decoder, separatorOf(*all), '"');
    std::optional<Places> places;
    std::vector<std::string_view> cells;
    qint64 taken = 0;
    CsvRecord record;
    for (auto more = scanner.next(record); !more || *more; more = scanner.next(record)) {
        if (!more)
            return tl::unexpected(more.error());
        if (!places) {
            auto found = findColumns(record, columns, texts, source.name());
            if (!found)
                return tl::unexpected(found.error());
            places = std::move(*found);
            continue;
        }
        tl::expected<void, RejectReason> row;
        if (record.fault)
            row = tl::unexpected(*record.fault);
        else if (!takeCells(record, *places, cells))
            row = tl::unexpected(RejectReason::FieldCount);
        else
            row = sink(cells);
        if (row)
            ++taken;
        else
            rejects.add(record.line, row.error(), record.raw);
    }
    if (taken == 0)
        return refuse(texts.nothing.arg(source.name()));
    return source.sha256();
}

tl::expected<core::SessionDate, RejectReason> dateOfCell(std::string_view cell, DateForm form)
{
    const auto stamp = StampParser(form).parse(cell);
    if (!stamp)
        return tl::unexpected(stamp.error() == StampFault::OutOfRange ? RejectReason::DateOutOfRange
                                                                      : RejectReason::BadDate);
    return stamp->date;
}

} // namespace tickmark::sources
