// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShareCountReader.h"

#include "CsvScanner.h"
#include "SampleTable.h"
#include "StampParser.h"
#include "SymbolIndex.h"
#include <core/ContentSniffer.h>
#include <core/DecimalParser.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tickmark::sources {

namespace {

struct SharesText
{
    Q_DECLARE_TR_FUNCTIONS(tickmark::sources::Shares)
};

constexpr qsizetype kMostBytes = 16 * 1024 * 1024;

//! Where the three columns are, in the order symbol, date, shares.
using Places = std::array<size_t, 3>;

tl::unexpected<core::Error> refuse(const QString &message)
{
    return core::failure(core::ErrorCode::InvalidInput, message);
}

core::Result<Places> findColumns(const CsvRecord &header, const QString &fileName)
{
    constexpr std::array<const char *, 3> kNames = {"symbol", "date", "shares"};
    Places places{};
    for (size_t name = 0; name < kNames.size(); ++name) {
        const auto found = std::ranges::find_if(header.fields, [&](std::string_view field) {
            const std::string_view trimmed = trimmedField(field);
            return QString::fromUtf8(trimmed.data(), qsizetype(trimmed.size())).toLower()
                   == QLatin1String(kNames[name]);
        });
        if (found == header.fields.end())
            return refuse(
                SharesText::tr("%1 has no column \"%2\". Share counts need the columns symbol, date and shares.")
                    .arg(fileName, QLatin1String(kNames[name])));
        places[name] = size_t(found - header.fields.begin());
    }
    return places;
}

tl::expected<ShareCount, RejectReason> readRow(const CsvRecord &record, const Places &places, SymbolIndex &symbols)
{
    if (record.fault)
        return tl::unexpected(*record.fault);
    if (record.fields.size() <= *std::ranges::max_element(places))
        return tl::unexpected(RejectReason::FieldCount);
    const auto symbol = symbols.indexOf(record.fields[places[0]]);
    if (!symbol)
        return tl::unexpected(symbol.error());
    const auto stamp = StampParser(DateForm::YearMonthDay).parse(record.fields[places[1]]);
    if (!stamp)
        return tl::unexpected(stamp.error() == StampFault::OutOfRange ? RejectReason::DateOutOfRange
                                                                      : RejectReason::BadDate);
    const auto number = core::parseNumber(record.fields[places[2]]);
    if (!number)
        return tl::unexpected(number.error() == core::NumberFault::OutOfRange ? RejectReason::NumberOutOfRange
                                                                              : RejectReason::BadShareCount);
    const auto shares = core::rescaled(number->value, 0);
    if (!shares || shares->units <= 0)
        return tl::unexpected(RejectReason::BadShareCount);
    return ShareCount{symbols.symbols().at(*symbol), stamp->date, shares->units};
}

} // namespace

core::Result<ShareCountFile> readShareCounts(ByteSource &source)
{
    const auto all = source.peek(kMostBytes + 1);
    if (!all)
        return tl::unexpected(all.error());
    if (qsizetype(all->size()) > kMostBytes)
        return refuse(SharesText::tr("%1 is too large for a list of share counts.").arg(source.name()));
    if (core::sniffContent(*all) != core::ContentKind::Text)
        return refuse(SharesText::tr("%1 is not a table with the columns symbol, date and shares.").arg(source.name()));
    const std::string_view firstLine = all->substr(0, all->find_first_of("\r\n"));
    const char separator = firstLine.find(';') != std::string_view::npos ? ';' : ',';

    TextDecoder decoder(source, guessEncoding(*all, true).encoding);
    CsvScanner scanner(decoder, separator, '"');
    ShareCountFile file;
    SymbolIndex symbols;
    std::optional<Places> places;
    CsvRecord record;
    for (auto more = scanner.next(record); !more || *more; more = scanner.next(record)) {
        if (!more)
            return tl::unexpected(more.error());
        if (!places) {
            const auto found = findColumns(record, source.name());
            if (!found)
                return tl::unexpected(found.error());
            places = *found;
        } else if (const auto count = readRow(record, *places, symbols)) {
            file.counts.push_back(*count);
        } else {
            file.rejects.add(record.line, count.error(), record.raw);
        }
    }
    if (file.counts.empty())
        return refuse(SharesText::tr("No row of %1 can be used.").arg(source.name()));
    file.sha256 = source.sha256();
    return file;
}

} // namespace tickmark::sources
