// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarImport.h"

#include "Connection.h"
#include "ImportLog.h"
#include "StoreError.h"
#include <core/Price.h>

#include <QCoreApplication>

#include <SQLiteCpp/Statement.h>

#include <algorithm>

namespace tickmark::store {

namespace {

bool isDailySeries(const SeriesKey &key)
{
    return key.intervalNs == core::Series::kDaily;
}

bool isValid(const BarRow &row, size_t seriesCount)
{
    const auto valid = [](int decimals) { return decimals >= 0 && decimals <= core::kMaxDecimals; };
    return row.seriesIndex >= 0 && size_t(row.seriesIndex) < seriesCount && valid(row.priceDecimals)
           && valid(row.sizeDecimals);
}

// Fewest decimals that hold the value exactly: more than the series has only when a digit would be lost.
int neededDecimals(qint64 units, int decimals, int enough)
{
    while (decimals > enough && units % 10 == 0) {
        units /= 10;
        --decimals;
    }
    return decimals;
}

std::array<qint64, 4> pricesOf(const core::Bar &bar)
{
    return {bar.open, bar.high, bar.low, bar.close};
}

} // namespace

BarImport::BarImport(Connection &connection, const BarImportRequest &request, qint64 importId)
    : m_connection(connection), m_request(request), m_importId(importId), m_targets(request.series.size())
{}

void BarImport::writeAll(ImportTotals &totals, const CancelScope &cancel)
{
    std::vector<BarRow> rows;
    for (;;) {
        cancel.throwIfCancelled();
        rows.clear();
        const auto more = m_request.nextSlice(rows);
        if (!more)
            throw StoreFailure{more.error()};
        for (const BarRow &row : rows)
            take(row, totals);
        flush(totals);
        if (!*more)
            break;
    }
    cancel.throwIfCancelled();
    noteTouchedSeries();
}

void BarImport::take(const BarRow &row, ImportTotals &totals)
{
    if (!isValid(row, m_targets.size()))
        fail(core::ErrorCode::InvalidInput,
             QCoreApplication::translate("Store", "The import delivered a row that belongs to no series."));
    Target &series = target(row);
    Scaled scaled;
    if (const auto rejection = fit(row, series, scaled, totals)) {
        ++totals.rejected;
        if (m_request.rejected)
            m_request.rejected(row, *rejection);
        return;
    }
    const bool isFull = m_batchTargets.size() == VersionedTable::kBatchRows;
    if (isFull || (!m_batchTargets.empty() && m_batchTargets.back()->table != series.table))
        flush(totals);
    m_batchTargets.push_back(&series);
    if (m_request.superseded)
        m_batchRows.push_back(row);
    m_batch.insert(m_batch.end(), {series.seriesId, series.isDaily ? row.bar.session.days() : row.bar.start.ns,
                                   scaled.prices[0], scaled.prices[1], scaled.prices[2], scaled.prices[3],
                                   scaled.volume ? Value(*scaled.volume) : Value(), qint64(row.bar.flags)});
}

void BarImport::flush(ImportTotals &totals)
{
    const size_t count = m_batchTargets.size();
    const std::span<const Value> rows(m_batch);
    const auto row = [&](size_t i) { return rows.subspan(i * kColumns, kColumns); };
    if (m_expectNew && count == VersionedTable::kBatchRows && m_batchTargets.front()->table->insertBatch(rows)) {
        totals.inserted += qint64(count);
        for (size_t i = 0; i < count; ++i)
            m_batchTargets[i]->touch(std::get<qint64>(row(i)[1]));
    } else {
        const qint64 before = totals.inserted;
        for (size_t i = 0; i < count; ++i)
            put(i, totals);
        m_expectNew = totals.inserted - before == qint64(count);
    }
    m_batch.clear();
    m_batchTargets.clear();
    m_batchRows.clear();
}

void BarImport::put(size_t index, ImportTotals &totals)
{
    Target &series = *m_batchTargets[index];
    const auto row = std::span<const Value>(m_batch).subspan(index * kColumns, kColumns);
    const qint64 key = std::get<qint64>(row[1]);
    const Change change = series.table->put(row);
    count(change, totals);
    if (change == Change::Inserted || change == Change::Replaced)
        series.touch(key);
    if (!m_request.superseded)
        return;
    if (isSuperseding(change, series, key))
        m_request.superseded(m_batchRows[index]);
    const bool isAsStored = change == Change::Unchanged || change == Change::Reverted;
    if (isAsStored && m_unchangedKeys < kMostUnchangedKeys)
        m_unchangedKeys += series.unchanged.insert(key).second ? 1 : 0;
}

bool BarImport::isSuperseding(Change change, const Target &series, qint64 key) const
{
    // What an earlier row of this import found in the store is not marked there as this import's.
    return change == Change::Duplicate || change == Change::Reverted
           || (change == Change::Replaced && series.unchanged.contains(key));
}

void BarImport::Target::touch(qint64 key)
{
    firstKey = isTouched ? std::min(firstKey, key) : key;
    lastKey = isTouched ? std::max(lastKey, key) : key;
    isTouched = true;
}

BarImport::Target &BarImport::target(const BarRow &row)
{
    Target &found = m_targets[size_t(row.seriesIndex)];
    if (found.seriesId == 0)
        findOrCreate(found, m_request.series[size_t(row.seriesIndex)], row);
    return found;
}

VersionedTable *BarImport::tableFor(const SeriesKey &key)
{
    auto &table = isDailySeries(key) ? m_daily : m_intraday;
    if (!table)
        table = std::make_unique<VersionedTable>(
            m_connection.handle(), isDailySeries(key) ? dailyBarsShape() : intradayBarsShape(), m_importId);
    return table.get();
}

void BarImport::findOrCreate(Target &target, const SeriesKey &key, const BarRow &first)
{
    const StoredSeries series = findOrCreateSeries(m_connection, key, first.priceDecimals, first.sizeDecimals);
    target.seriesId = series.id;
    target.priceDecimals = series.priceDecimals;
    target.sizeDecimals = series.sizeDecimals;
    target.isDaily = isDailySeries(key);
    target.table = tableFor(key);
}

std::optional<BarRejection> BarImport::fit(const BarRow &row, Target &target, Scaled &scaled, ImportTotals &totals)
{
    scaled.prices = pricesOf(row.bar);
    if (row.priceDecimals != target.priceDecimals) {
        int needed = target.priceDecimals;
        for (const qint64 price : scaled.prices)
            needed = std::max(needed, neededDecimals(price, row.priceDecimals, needed));
        // the row has to fit before the series is widened for it
        for (qint64 &price : scaled.prices) {
            const auto fitted = core::rescaled({price, row.priceDecimals}, needed);
            if (!fitted)
                return BarRejection::PriceTooLarge;
            price = fitted->units;
        }
        if (needed > target.priceDecimals && !widen(target, Scale::Price, needed, totals))
            return BarRejection::PriceTooLarge;
    }
    scaled.volume = row.bar.volume;
    if (scaled.volume && row.sizeDecimals != target.sizeDecimals) {
        const int needed = neededDecimals(*scaled.volume, row.sizeDecimals, target.sizeDecimals);
        const auto fitted = core::rescaled({*scaled.volume, row.sizeDecimals}, std::max(needed, target.sizeDecimals));
        if (!fitted || (needed > target.sizeDecimals && !widen(target, Scale::Size, needed, totals)))
            return BarRejection::VolumeTooLarge;
        scaled.volume = fitted->units;
    }
    return {};
}

bool BarImport::widen(Target &target, Scale scale, int decimals, ImportTotals &totals)
{
    // the rows that wait are in the old units
    flush(totals);
    int &current = scale == Scale::Price ? target.priceDecimals : target.sizeDecimals;
    if (!widenSeries(m_connection, target.seriesId, target.isDaily, scale, current, decimals))
        return false;
    current = decimals;
    return true;
}

void BarImport::noteTouchedSeries()
{
    SQLite::Statement note(m_connection.database(),
                           "INSERT INTO import_series (import_id, series_id, first_key, last_key, splits_until) "
                           "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                           "first_key = min(first_key, excluded.first_key), "
                           "last_key = max(last_key, excluded.last_key), "
                           "splits_until = ifnull(excluded.splits_until, splits_until)");
    for (size_t i = 0; i < m_targets.size(); ++i) {
        const Target &target = m_targets[i];
        if (!target.isTouched)
            continue;
        const auto &splitsUntil = m_request.series[i].splitsUntil;
        note.bind(1, int64_t(m_importId));
        note.bind(2, int64_t(target.seriesId));
        note.bind(3, int64_t(target.firstKey));
        note.bind(4, int64_t(target.lastKey));
        if (splitsUntil)
            note.bind(5, splitsUntil->days());
        else
            note.bind(5);
        note.exec();
        note.reset();
        if (splitsUntil)
            takeSplitsFromImports(m_connection, target.seriesId);
    }
}

} // namespace tickmark::store
