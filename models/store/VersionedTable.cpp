// SPDX-License-Identifier: GPL-3.0-or-later
#include "VersionedTable.h"

#include "TableSql.h"

namespace tickmark::store {

const TableShape &dailyBarsShape()
{
    static const TableShape shape{"daily_bars",
                                  "replaced_daily_bars",
                                  {"series_id", "session_date"},
                                  {"open", "high", "low", "close", "volume", "flags"},
                                  5};
    return shape;
}

const TableShape &intradayBarsShape()
{
    static const TableShape shape{"intraday_bars",
                                  "replaced_intraday_bars",
                                  {"series_id", "start_ns"},
                                  {"open", "high", "low", "close", "volume", "flags"},
                                  5};
    return shape;
}

const TableShape &newsShape()
{
    static const TableShape shape{"news",
                                  "replaced_news",
                                  {"publisher", "guid"},
                                  {"published_ns", "language", "title", "excerpt", "link", "stems"},
                                  5};
    return shape;
}

const TableShape &shareCountsShape()
{
    static const TableShape shape{"share_counts", "replaced_share_counts", {"instrument_id", "as_of"}, {"shares"}, 1};
    return shape;
}

const TableShape &corporateActionsShape()
{
    static const TableShape shape{"corporate_actions",
                                  "replaced_corporate_actions",
                                  {"instrument_id", "ex_date", "kind"},
                                  {"numerator", "denominator", "amount", "amount_decimals", "currency"},
                                  5};
    return shape;
}

namespace {

std::string insertSql(const TableShape &shape, size_t rows)
{
    const std::string row = '(' + parameters(shape.keys.size() + shape.values.size() + 1) + ')';
    std::string sql = "INSERT INTO " + shape.current + " (" + columnList(shape.keys) + ", " + columnList(shape.values)
                      + ", import_id) VALUES " + row;
    for (size_t i = 1; i < rows; ++i)
        sql += ", " + row;
    return sql;
}

std::string updateSql(const TableShape &shape)
{
    return "UPDATE " + shape.current + " SET (" + columnList(shape.values) + ", import_id) = ("
           + parameters(shape.values.size() + 1) + ") WHERE " + keyMatch(shape.keys);
}

std::string pushSql(const TableShape &shape)
{
    const std::string columns = columnList(shape.keys) + ", " + columnList(shape.values) + ", import_id";
    return "INSERT INTO " + shape.history + " (" + columns + ") SELECT " + columns + " FROM " + shape.current
           + " WHERE " + keyMatch(shape.keys);
}

} // namespace

VersionedTable::VersionedTable(sqlite3 *connection, const TableShape &shape, qint64 importId)
    : m_connection(connection),
      m_shape(shape),
      m_importId(importId),
      m_insert(connection, insertSql(shape, 1)),
      m_select(connection, "SELECT " + columnList(shape.values) + ", import_id FROM " + shape.current + " WHERE "
                               + keyMatch(shape.keys)),
      m_update(connection, updateSql(shape)),
      m_push(connection, pushSql(shape)),
      m_top(connection, "SELECT " + columnList(shape.values) + ", import_id FROM " + shape.history + " WHERE "
                            + keyMatch(shape.keys) + " ORDER BY import_id DESC LIMIT 1"),
      m_pop(connection, restoreTopSql(shape, keyMatch(shape.keys))),
      m_drop(connection, "DELETE FROM " + shape.history + " WHERE " + keyMatch(shape.keys) + " AND import_id = ?")
{}

bool VersionedTable::insertBatch(std::span<const Value> rows)
{
    if (!m_insertBatch)
        m_insertBatch = std::make_unique<RawStatement>(m_connection, insertSql(m_shape, kBatchRows));
    const size_t columns = rows.size() / kBatchRows;
    int parameter = 0;
    for (size_t i = 0; i < rows.size(); ++i) {
        m_insertBatch->bind(++parameter, rows[i]);
        if ((i + 1) % columns == 0)
            m_insertBatch->bind(++parameter, m_importId);
    }
    return m_insertBatch->runUnlessKeyExists();
}

Change VersionedTable::put(std::span<const Value> row)
{
    bindKey(m_select, row);
    if (!m_select.step()) {
        for (size_t i = 0; i < row.size(); ++i)
            m_insert.bind(int(i) + 1, row[i]);
        m_insert.bind(int(row.size()) + 1, m_importId);
        m_insert.run();
        return Change::Inserted;
    }
    const bool equal = isEqual(m_select, row);
    const bool isOwn = m_select.integer(int(m_shape.values.size())) == m_importId;
    m_select.reset();
    if (equal)
        return isOwn ? Change::Repeated : Change::Unchanged;
    if (isOwn)
        return replaceOwn(row);
    bindKey(m_push, row);
    m_push.run();
    update(row, m_importId);
    return Change::Replaced;
}

Change VersionedTable::replaceOwn(std::span<const Value> row)
{
    bindKey(m_top, row);
    const bool wasReplaced = m_top.step();
    const bool isFormer = wasReplaced && isEqual(m_top, row);
    const qint64 former = wasReplaced ? m_top.integer(int(m_shape.values.size())) : 0;
    m_top.reset();
    if (!isFormer) {
        update(row, m_importId);
        return Change::Duplicate;
    }
    bindKey(m_pop, row);
    m_pop.run();
    bindKey(m_drop, row);
    m_drop.bind(int(m_shape.keys.size()) + 1, former);
    m_drop.run();
    return Change::Reverted;
}

void VersionedTable::bindKey(RawStatement &statement, std::span<const Value> row) const
{
    for (size_t i = 0; i < m_shape.keys.size(); ++i)
        statement.bind(int(i) + 1, row[i]);
}

bool VersionedTable::isEqual(const RawStatement &stored, std::span<const Value> row) const
{
    const auto values = row.subspan(m_shape.keys.size());
    for (size_t i = 0; i < m_shape.compared; ++i) {
        if (!stored.equals(int(i), values[i]))
            return false;
    }
    return true;
}

void VersionedTable::update(std::span<const Value> row, qint64 importId)
{
    int parameter = 0;
    for (const Value &value : row.subspan(m_shape.keys.size()))
        m_update.bind(++parameter, value);
    m_update.bind(++parameter, importId);
    for (const Value &value : row.first(m_shape.keys.size()))
        m_update.bind(++parameter, value);
    m_update.run();
}

} // namespace tickmark::store
