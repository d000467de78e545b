// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

//! Pieces of SQL made of a TableShape's column names. The names are constants of this program, never input.
namespace tickmark::store {

struct TableShape;

//! "a, b, c"
[[nodiscard]] std::string columnList(const std::vector<std::string> &columns, const std::string &table = {});
//! "?, ?, ?"
[[nodiscard]] std::string parameters(size_t count);
//! "a = ? AND b = ?"
[[nodiscard]] std::string keyMatch(const std::vector<std::string> &keys);
//! "h.a = c.a AND h.b = c.b"
[[nodiscard]] std::string keyJoin(const std::vector<std::string> &keys, const std::string &left,
                                  const std::string &right);
//! An UPDATE that gives the rows of the current table (alias c) which meet `condition` the newest value of their history.
[[nodiscard]] std::string restoreTopSql(const TableShape &shape, const std::string &condition);

} // namespace tickmark::store
