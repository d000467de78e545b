// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <span>
#include <string>
#include <variant>

struct sqlite3;
struct sqlite3_stmt;

namespace tickmark::store {

//! A value of a row: NULL, integer or text (UTF-8).
using Value = std::variant<std::monostate, qint64, QByteArray>;

//! A prepared statement straight on SQLite's C API, for the loops where SQLiteCpp's checks and shared pointers cost more
//! than the row. Throws SQLite::Exception. Columns count from 0, parameters from 1.
class RawStatement
{
public:
    RawStatement(sqlite3 *connection, const std::string &sql);
    ~RawStatement();
    RawStatement(const RawStatement &) = delete;
    RawStatement &operator=(const RawStatement &) = delete;

    void bind(int parameter, qint64 value);
    //! `value` must stay as it is until the statement has run: it is not copied.
    void bind(int parameter, const Value &value);
    //! `blob` must stay as it is until the statement has run: it is not copied.
    void bind(int parameter, std::span<const std::byte> blob);
    //! True: there is a row. False: done, and the statement can be bound and run again.
    bool step();
    //! Runs a statement that returns no rows; how many rows it changed.
    qint64 run();
    //! Runs an INSERT; false, and nothing is changed, when a key that must be unique exists already.
    bool runUnlessKeyExists();
    void reset() noexcept;

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] Value value(int column) const;
    //! Valid until the next step() or reset().
    [[nodiscard]] std::span<const std::byte> blob(int column) const;
    //! Compares a column of the current row without copying it.
    [[nodiscard]] bool equals(int column, const Value &value) const;

private:
    sqlite3 *m_connection;
    sqlite3_stmt *m_statement = nullptr;
};

} // namespace tickmark::store
