// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>

#include <QLoggingCategory>
#include <QString>

#include <SQLiteCpp/Exception.h>

#include <exception>
#include <new>
#include <type_traits>

struct sqlite3;

//! The edge of the folder: inside it SQLite's failures are exceptions, outside they are core::Error.
namespace tickmark::store {

Q_DECLARE_LOGGING_CATEGORY(lcStore)

//! Thrown to leave a transaction with an error that is worded already.
struct StoreFailure
{
    core::Error error;
};

[[noreturn]] void fail(core::ErrorCode code, QString message, QString detail = {});
//! Throws SQLite::Exception unless `code` is one of success.
void check(sqlite3 *connection, int code);

//! What SQLite's failure on the file `path` means to the user. `systemError` is errno where it is known.
[[nodiscard]] core::Error storeError(const SQLite::Exception &exception, const QString &path, int systemError = 0);
[[nodiscard]] core::Error outOfMemory();
[[nodiscard]] core::Error unexpectedError(const std::exception &exception, const QString &path);
[[nodiscard]] core::Error cancelled();
//! The same in words that fit any file: what the operating system said when `path` could not be written or read.
[[nodiscard]] core::Error fileError(const QString &path, int systemError);
//! errno of the last failed call of `connection`.
[[nodiscard]] int systemErrorOf(sqlite3 *connection);

//! Runs `action` and turns what it throws into an Error about `path`.
template <typename Action>
auto guarded(const QString &path, sqlite3 *connection, Action &&action) -> core::Result<std::invoke_result_t<Action>>
{
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Action>>) {
            action();
            return {};
        } else {
            return action();
        }
    } catch (const StoreFailure &failure) {
        return tl::unexpected(failure.error);
    } catch (const SQLite::Exception &exception) {
        return tl::unexpected(storeError(exception, path, connection ? systemErrorOf(connection) : 0));
    } catch (const std::bad_alloc &) {
        return tl::unexpected(outOfMemory());
    } catch (const std::exception &exception) {
        return tl::unexpected(unexpectedError(exception, path));
    }
}

} // namespace tickmark::store
