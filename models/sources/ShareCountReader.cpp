// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShareCountReader.h"

#include "NamedTable.h"
#include "SymbolIndex.h"
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

tl::expected<ShareCount, RejectReason> readRow(NamedCells cells, SymbolIndex &symbols)
{
    const auto symbol = symbols.indexOf(cells[0]);
    if (!symbol)
        return tl::unexpected(symbol.error());
    const auto date = dateOfCell(cells[1]);
    if (!date)
        return tl::unexpected(date.error());
    const auto number = core::parseNumber(cells[2]);
    if (!number)
        return tl::unexpected(number.error() == core::NumberFault::OutOfRange ? RejectReason::NumberOutOfRange
                                                                              : RejectReason::BadShareCount);
    const auto shares = core::rescaled(number->value, 0);
    if (!shares || shares->units <= 0)
        return tl::unexpected(RejectReason::BadShareCount);
    return ShareCount{symbols.symbols().at(*symbol), *date, shares->units};
}

auto columnsOfShares()
{
    return std::array{NamedColumn{{QStringLiteral("symbol")}}, NamedColumn{{QStringLiteral("date")}},
                      NamedColumn{{QStringLiteral("shares")}}};
}

} // namespace

bool isHeaderOfShares(const QStringList &header)
{
    const auto columns = columnsOfShares();
    return std::ranges::all_of(columns, [&](const NamedColumn &one) { return one.isIn(header); })
           && !header.contains(QLatin1String("close"));
}

core::Result<ShareCountFile> readShareCounts(ByteSource &source)
{
    const auto columns = columnsOfShares();
    const NamedTableTexts texts{
        SharesText::tr("%1 has no column \"%2\". Share counts need the columns symbol, date and shares."),
        SharesText::tr("%1 is too large for a list of share counts."),
        SharesText::tr("%1 is not a table with the columns symbol, date and shares."),
        SharesText::tr("No row of %1 can be used.")};
    ShareCountFile file;
    SymbolIndex symbols;
    const auto take = [&](NamedCells cells) -> tl::expected<void, RejectReason> {
        auto count = readRow(cells, symbols);
        if (!count)
            return tl::unexpected(count.error());
        file.counts.push_back(*std::move(count));
        return {};
    };
    auto sha256 = readNamedTable(source, columns, texts, take, file.rejects);
    if (!sha256)
        return tl::unexpected(sha256.error());
    file.sha256 = *std::move(sha256);
    return file;
}

} // namespace tickmark::sources
