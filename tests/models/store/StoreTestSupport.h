// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../../Unprivileged.h"
#include <store/StoreFiles.h>
#include <store/StoreReader.h>
#include <store/StoreWriter.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

//! Fails the test with the carried error unless `result` has a value.
#define VERIFY_RESULT(result)                                                                                          \
 do {                                                                                                                  \
  const auto &checked = (result);                                                                                      \
  QVERIFY2(checked.has_value(),                                                                                        \
           checked.has_value() ? ""                                                                                    \
                               : qPrintable(checked.error().message + QLatin1Char('\n') + checked.error().detail));    \
 } while (false)

namespace tickmark::store {

inline QString text(const char *ascii)
{
    return QString::fromUtf8(ascii);
}

//! A folder that goes with the test, and the path of a store in it.
class TestFolder
{
public:
    [[nodiscard]] QString store(const char *name = "test.tickmark") const { return m_folder.filePath(text(name)); }
    [[nodiscard]] QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

inline core::Instrument makeInstrument(const QString &symbol)
{
    core::Instrument instrument;
    instrument.symbol = symbol;
    instrument.currency = text("USD");
    return instrument;
}

//! A store with one instrument for each symbol.
inline core::Result<> makeStore(const QString &path, const QStringList &symbols = {text("NVDA")})
{
    return createStore(path, false, [&](StoreWriter &writer) -> core::Result<> {
        for (const QString &symbol : symbols) {
            if (const auto id = writer.addInstrument(makeInstrument(symbol)).result(); !id)
                return tl::unexpected(id.error());
        }
        return {};
    });
}

inline BarRow dailyRow(int day, qint64 close, int decimals = 2, std::optional<qint64> volume = 1000)
{
    BarRow row;
    row.bar.session = core::SessionDate::fromDays(day);
    row.bar.open = close;
    row.bar.high = close;
    row.bar.low = close;
    row.bar.close = close;
    row.bar.volume = volume;
    row.priceDecimals = decimals;
    return row;
}

inline SeriesKey dailySeries(qint64 instrumentId, const char *source = "file")
{
    SeriesKey key;
    key.instrumentId = instrumentId;
    key.source = text(source);
    return key;
}

//! An import that delivers `rows` in slices.
inline BarImportRequest importOf(std::vector<SeriesKey> series, std::vector<BarRow> rows,
                                 const char *origin = "test.csv", size_t sliceRows = 100)
{
    BarImportRequest request;
    request.origin.origin = text(origin);
    request.series = std::move(series);
    request.nextSlice = [rows = std::move(rows), sliceRows, next = size_t(0)](std::vector<BarRow> &slice) mutable {
        for (size_t i = 0; i < sliceRows && next < rows.size(); ++i)
            slice.push_back(rows[next++]);
        return core::Result<bool>(next < rows.size());
    };
    return request;
}

using test::Unprivileged;

} // namespace tickmark::store
