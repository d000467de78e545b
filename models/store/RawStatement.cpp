// SPDX-License-Identifier: GPL-3.0-or-later
#include "RawStatement.h"

#include "StoreError.h"

#include <sqlite3.h>

#include <cstring>

namespace tickmark::store {

RawStatement::RawStatement(sqlite3 *connection, const std::string &sql) : m_connection(connection)
{
    check(connection, sqlite3_prepare_v3(connection, sql.c_str(), int(sql.size()) + 1, SQLITE_PREPARE_PERSISTENT,
                                         &m_statement, nullptr));
}

RawStatement::~RawStatement()
{
    sqlite3_finalize(m_statement);
}

void RawStatement::bind(int parameter, qint64 value)
{
    check(m_connection, sqlite3_bind_int64(m_statement, parameter, value));
}

void RawStatement::bind(int parameter, const Value &value)
{
    if (const qint64 *integer = std::get_if<qint64>(&value))
        bind(parameter, *integer);
    else if (const QByteArray *text = std::get_if<QByteArray>(&value))
        check(m_connection, sqlite3_bind_text64(m_statement, parameter, text->constData(), sqlite3_uint64(text->size()),
                                                SQLITE_STATIC, SQLITE_UTF8));
    else
        check(m_connection, sqlite3_bind_null(m_statement, parameter));
}

void RawStatement::bind(int parameter, std::span<const std::byte> blob)
{
    check(m_connection, sqlite3_bind_blob64(m_statement, parameter, blob.data(), blob.size(), SQLITE_STATIC));
}

bool RawStatement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    reset();
    check(m_connection, code);
    return false;
}

qint64 RawStatement::run()
{
    while (step()) {
    }
    return sqlite3_changes64(m_connection);
}

bool RawStatement::runUnlessKeyExists()
{
    const int code = sqlite3_step(m_statement);
    reset();
    if (code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_ROWID)
        return false;
    check(m_connection, code);
    return true;
}

void RawStatement::reset() noexcept
{
    // the code is that of the last step, which has reported it
    sqlite3_reset(m_statement);
}

bool RawStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 RawStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double RawStatement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString RawStatement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement, column));
}

Value RawStatement::value(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_NULL:
        return {};
    case SQLITE_INTEGER:
        return integer(column);
    default: {
        const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
        return QByteArray(bytes, sqlite3_column_bytes(m_statement, column));
    }
    }
}

std::span<const std::byte> RawStatement::blob(int column) const
{
    const auto *bytes = static_cast<const std::byte *>(sqlite3_column_blob(m_statement, column));
    return {bytes, size_t(sqlite3_column_bytes(m_statement, column))};
}

bool RawStatement::equals(int column, const Value &value) const
{
    if (const qint64 *number = std::get_if<qint64>(&value))
        return !isNull(column) && integer(column) == *number;
    if (const QByteArray *expected = std::get_if<QByteArray>(&value)) {
        const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
        const int size = sqlite3_column_bytes(m_statement, column);
        return bytes && size == expected->size() && std::memcmp(bytes, expected->constData(), size_t(size)) == 0;
    }
    return isNull(column);
}

} // namespace tickmark::store
