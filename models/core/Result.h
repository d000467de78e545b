// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <utility>

namespace tickmark::core {

//! What kind of failure it is; the command line's exit code and the window's next step follow from it.
enum class ErrorCode {
    InvalidInput, //!< the user's input or a file's content is not what was asked for
    NotFound,
    AlreadyExists,
    InUse, //!< another process owns the store
    ReadOnly,
    NewerVersion, //!< written by a later version of the program
    ForeignFile,  //!< a file of another kind
    Damaged,
    DiskFull,
    Io,
    Cancelled, //!< the user stopped it: not a failure
    Unsupported,
};

//! A failure as a value. `message` is one translated sentence for the user, naming the file, line or URL;
//! `detail` is what the library said, untranslated, for the foldable part of an error bar.
struct Error
{
    ErrorCode code = ErrorCode::Io;
    QString message;
    QString detail;
};

template <typename T = void>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, QString message, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(detail)});
}

} // namespace tickmark::core
