// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BarImportRequest.h"
#include "SeriesRows.h"
#include "VersionedTable.h"

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <unordered_set>
#include <vector>

namespace tickmark::store {

class CancelScope;
class Connection;

//! Writes the rows of one BarImportRequest inside one transaction of the writer. Throws SQLite::Exception and StoreFailure.
class BarImport
{
public:
    BarImport(Connection &connection, const BarImportRequest &request, qint64 importId);

    //! Pulls and writes all slices; counts into `totals`.
    void writeAll(ImportTotals &totals, const CancelScope &cancel);

private:
    //! A series of the request, once a row has asked for it.
    struct Target
    {
        qint64 seriesId = 0;
        VersionedTable *table = nullptr;
        bool isDaily = true;
        int priceDecimals = 0;
        int sizeDecimals = 0;
        qint64 firstKey = 0;
        qint64 lastKey = 0;
        bool isTouched = false;               //!< a row was inserted or replaced
        std::unordered_set<qint64> unchanged; //!< keys, while they are remembered

        void touch(qint64 key);
    };
    //! Prices and volume of a row in the decimals of its series.
    struct Scaled
    {
        std::array<qint64, 4> prices;
        std::optional<qint64> volume;
    };

    static constexpr size_t kColumns = 8;                 // series, key, four prices, volume, flags
    static constexpr size_t kMostUnchangedKeys = 250'000; // some 10 MB

    void take(const BarRow &row, ImportTotals &totals);
    void flush(ImportTotals &totals);
    void put(size_t index, ImportTotals &totals);
    //! True when the row that became `change` took the place of another row of this import.
    [[nodiscard]] bool isSuperseding(Change change, const Target &series, qint64 key) const;
    Target &target(const BarRow &row);
    void findOrCreate(Target &target, const SeriesKey &key, const BarRow &first);
    [[nodiscard]] std::optional<BarRejection> fit(const BarRow &row, Target &target, Scaled &scaled,
                                                  ImportTotals &totals);
    bool widen(Target &target, Scale scale, int decimals, ImportTotals &totals);
    void noteTouchedSeries();
    VersionedTable *tableFor(const SeriesKey &key);

    Connection &m_connection;
    const BarImportRequest &m_request;
    qint64 m_importId;
    std::vector<Target> m_targets;
    std::unique_ptr<VersionedTable> m_daily;
    std::unique_ptr<VersionedTable> m_intraday;
    // rows of one table that wait to be written together
    std::vector<Value> m_batch;
    std::vector<Target *> m_batchTargets;
    std::vector<BarRow> m_batchRows; //!< as delivered; only when someone wants to be told of them
    size_t m_unchangedKeys = 0;      //!< remembered in all series
    bool m_expectNew = true;         //!< the last rows were new, so the next ones probably are
};

} // namespace tickmark::store
