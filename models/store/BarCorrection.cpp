// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarCorrection.h"

#include "BarImport.h"
#include "Connection.h"
#include "ImportLog.h"
#include "StoreError.h"

#include <QCoreApplication>

#include <SQLiteCpp/Statement.h>

#include <algorithm>

namespace tickmark::store {

namespace {

SeriesKey keyOfSeries(Connection &connection, qint64 seriesId)
{
    SQLite::Statement find(connection.database(),
                           "SELECT s.instrument_id, o.name, s.field, s.interval_ns, s.kind FROM series AS s "
                           "JOIN sources AS o ON o.id = s.source_id WHERE s.id = ? AND s.field = 'bar'");
    find.bind(1, int64_t(seriesId));
    if (!find.executeStep())
        fail(core::ErrorCode::NotFound,
             QCoreApplication::translate("Store", "The quotes to be corrected are not in the store any more."));
    const auto text = [&](int column) { return QString::fromStdString(find.getColumn(column).getString()); };
    SeriesKey key;
    key.instrumentId = find.getColumn(0).getInt64();
    key.source = text(1);
    key.field = core::fieldFromCode(text(2)).value_or(core::QuoteField::Bar);
    key.intervalNs = find.getColumn(3).getInt64();
    key.kind = core::seriesKindFromCode(text(4)).value_or(core::SeriesKind::Traded);
    return key;
}

// What the file said of the day stays true; what was wrong with the prices was judged anew.
quint32 flagsAfter(quint32 before, const core::Bar &bar)
{
    const bool positive = std::min({bar.open, bar.high, bar.low, bar.close}) > 0;
    return (before & core::kBarOutsideCalendar) | (positive ? core::kBarPlausible : core::kBarNotPositive);
}

quint32 storedFlags(Connection &connection, qint64 seriesId, bool isDaily, const core::Bar &bar)
{
    SQLite::Statement find(connection.database(),
                           isDaily ? "SELECT flags FROM daily_bars WHERE series_id = ? AND session_date = ?"
                                   : "SELECT flags FROM intraday_bars WHERE series_id = ? AND start_ns = ?");
    find.bind(1, int64_t(seriesId));
    find.bind(2, isDaily ? int64_t(bar.session.days()) : int64_t(bar.start.ns));
    if (!find.executeStep())
        fail(core::ErrorCode::NotFound,
             QCoreApplication::translate("Store", "The store has no quotes to correct at this time."));
    return quint32(find.getColumn(0).getInt64());
}

BarImportRequest requestOf(const BarCorrection &correction, SeriesKey key, quint32 flags)
{
    BarImportRequest request;
    request.origin.source = QString::fromLatin1(kCorrectionSource);
    request.origin.origin = correctionOrigin(correction.note);
    request.origin.fetched = correction.corrected;
    request.series = {std::move(key)};
    BarRow row;
    row.bar = correction.bar;
    row.bar.flags = flags;
    row.priceDecimals = correction.priceDecimals;
    row.sizeDecimals = correction.sizeDecimals;
    request.nextSlice = [row](std::vector<BarRow> &rows) {
        rows.push_back(row);
        return core::Result<bool>(false);
    };
    return request;
}

} // namespace

QString correctionOrigin(const QString &note)
{
    const QString said = note.simplified();
    return said.isEmpty() ? QCoreApplication::translate("Store", "corrected by hand")
                          : QCoreApplication::translate("Store", "corrected by hand: %1").arg(said);
}

bool isConsistent(const core::Bar &bar)
{
    return bar.high >= std::max({bar.open, bar.low, bar.close}) && bar.low <= std::min(bar.open, bar.close)
           && bar.volume.value_or(0) >= 0;
}

ImportResult correctBar(Connection &connection, const BarCorrection &correction, const CancelScope &cancel)
{
    if (!isConsistent(correction.bar))
        fail(core::ErrorCode::InvalidInput,
             QCoreApplication::translate("Store", "The high must be the highest and the low the lowest of the four "
                                                  "prices, and the volume must not be negative."));
    SeriesKey key = keyOfSeries(connection, correction.seriesId);
    const bool isDaily = key.intervalNs == core::Series::kDaily;
    const quint32 before = storedFlags(connection, correction.seriesId, isDaily, correction.bar);
    const BarImportRequest request = requestOf(correction, std::move(key), flagsAfter(before, correction.bar));
    return recordImport(connection, request.origin, false, [&](qint64 importId, ImportTotals &totals) {
        const QString source = request.origin.source;
        ensureSource(connection, {0, source, source, 0}); // its kind says that it is no file
        BarImport(connection, request, importId).writeAll(totals, cancel);
        if (totals.rejected > 0)
            fail(core::ErrorCode::InvalidInput,
                 QCoreApplication::translate("Store", "These values are too large for the store."));
        return ImportEnd{};
    });
}

} // namespace tickmark::store
