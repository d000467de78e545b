// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchedRows.h"

#include <sources/BarRowParser.h>

#include <algorithm>
#include <utility>

namespace tickmark::pipeline {

namespace {

constexpr std::size_t kRowsPerSlice = 10'000;

} // namespace

std::vector<store::BarRow> checkedRows(std::span<const sources::FetchedBar> bars, BarChecks &checks)
{
    std::vector<store::BarRow> rows;
    rows.reserve(bars.size());
    for (const sources::FetchedBar &one : bars) {
        store::BarRow &row = rows.emplace_back(store::BarRow{0, one.bar, one.priceDecimals, one.sizeDecimals, 0});
        row.bar.flags |= sources::plausibility(row.bar);
        checks.check(row.bar, row.priceDecimals);
    }
    return rows;
}

store::BarImportRequest barImport(store::ImportOrigin origin, store::SeriesKey key, std::vector<store::BarRow> rows,
                                  QByteArray sha256)
{
    store::BarImportRequest request;
    request.origin = std::move(origin);
    request.series = {std::move(key)};
    request.nextSlice = [rows = std::move(rows), next = std::size_t(0)](std::vector<store::BarRow> &slice) mutable {
        const std::size_t end = std::min(rows.size(), next + kRowsPerSlice);
        slice.assign(rows.begin() + std::ptrdiff_t(next), rows.begin() + std::ptrdiff_t(end));
        next = end;
        return core::Result<bool>(next < rows.size());
    };
    request.finish = [sha256 = std::move(sha256)] {
        return core::Result<store::ImportEnd>(store::ImportEnd{sha256, 0, 0});
    };
    return request;
}

std::vector<store::CorporateAction> actionsOf(const core::Instrument &instrument, const sources::FetchedBars &fetched)
{
    using Kind = store::CorporateAction::Kind;
    std::vector<store::CorporateAction> actions;
    for (const sources::FetchedSplit &split : fetched.splits)
        actions.push_back({instrument.id, split.exDate, Kind::Split, split.newShares, split.oldShares, {}, {}});
    for (const sources::FetchedDividend &dividend : fetched.dividends)
        actions.push_back({instrument.id, dividend.exDate, Kind::Dividend, 1, 1, dividend.amount, instrument.currency});
    return actions;
}

} // namespace tickmark::pipeline
