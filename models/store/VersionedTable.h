// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RawStatement.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

struct sqlite3;

namespace tickmark::store {

//! A table whose rows belong to imports, and the table of its replaced rows. Per key the values form a stack ordered by
//! import: the top is the row of `current`, the others lie in `history`.
struct TableShape
{
    std::string current;
    std::string history;
    std::vector<std::string> keys;   //!< columns of the key, without the import
    std::vector<std::string> values; //!< the other columns but import_id
    size_t compared;                 //!< the first so many values make two rows equal or different
};

[[nodiscard]] const TableShape &dailyBarsShape();
[[nodiscard]] const TableShape &intradayBarsShape();
[[nodiscard]] const TableShape &newsShape();
[[nodiscard]] const TableShape &shareCountsShape();
[[nodiscard]] const TableShape &corporateActionsShape();

//! What put() did.
enum class Change {
    Inserted,
    Replaced,  //!< the former value went to the history
    Unchanged, //!< the table has this value already
    Repeated,  //!< an earlier row of the same import had this key and this value
    Duplicate, //!< an earlier row of the same import had this key; the new value stands in its place
    Reverted, //!< as Duplicate, and back at the value that the earlier row had replaced: the import changes nothing here
};

//! Writes rows of one import into a versioned table. Lives inside one transaction. Throws SQLite::Exception.
class VersionedTable
{
public:
    VersionedTable(sqlite3 *connection, const TableShape &shape, qint64 importId);

    //! `row`: the keys, then the values, in the shape's order.
    Change put(std::span<const Value> row);

    static constexpr size_t kBatchRows = 64;
    //! Inserts kBatchRows rows, one after the other in `rows`, at twice the speed of put(). False, and nothing is changed,
    //! when the table (or the batch itself) has one of the keys already: then each must be put.
    bool insertBatch(std::span<const Value> rows);

private:
    Change replaceOwn(std::span<const Value> row);
    void bindKey(RawStatement &statement, std::span<const Value> row) const;
    [[nodiscard]] bool isEqual(const RawStatement &stored, std::span<const Value> row) const;
    void update(std::span<const Value> row, qint64 importId);

    sqlite3 *m_connection;
    const TableShape &m_shape;
    qint64 m_importId;
    RawStatement m_insert;
    std::unique_ptr<RawStatement> m_insertBatch; //!< prepared with the first batch: most tables never see one
    RawStatement m_select;
    RawStatement m_update;
    RawStatement m_push;
    RawStatement m_top;
    RawStatement m_pop;
    RawStatement m_drop;
};

} // namespace tickmark::store
