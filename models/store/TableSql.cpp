// SPDX-License-Identifier: GPL-3.0-or-later
#include "TableSql.h"

#include "VersionedTable.h"

namespace tickmark::store {

namespace {

template <typename Item>
std::string joined(const std::vector<std::string> &columns, const std::string &between, Item &&item)
{
    std::string text;
    for (const std::string &column : columns)
        text += (text.empty() ? std::string() : between) + item(column);
    return text;
}

} // namespace

std::string columnList(const std::vector<std::string> &columns, const std::string &table)
{
    return joined(columns, ", ",
                  [&](const std::string &column) { return table.empty() ? column : table + '.' + column; });
}

std::string parameters(size_t count)
{
    return joined(std::vector<std::string>(count, "?"), ", ", [](const std::string &mark) { return mark; });
}

std::string keyMatch(const std::vector<std::string> &keys)
{
    return joined(keys, " AND ", [](const std::string &key) { return key + " = ?"; });
}

std::string keyJoin(const std::vector<std::string> &keys, const std::string &left, const std::string &right)
{
    return joined(keys, " AND ", [&](const std::string &key) { return left + '.' + key + " = " + right + '.' + key; });
}

std::string restoreTopSql(const TableShape &shape, const std::string &condition)
{
    return "UPDATE " + shape.current + " AS c SET (" + columnList(shape.values) + ", import_id) = (SELECT "
           + columnList(shape.values, "h") + ", h.import_id FROM " + shape.history + " AS h WHERE "
           + keyJoin(shape.keys, "h", "c") + " ORDER BY h.import_id DESC LIMIT 1) WHERE " + condition;
}

} // namespace tickmark::store
