// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FetchFault.h"
#include <sources/streams/StreamTypes.h>

namespace tickmark::pipeline {

//! Why trades do not come, or are not stored: an error whose sentence can be said again in another language.
struct LiveFault
{
    core::Error error;
    QString code;
    QStringList names; //!< empty: `error` is all that is known
};

//! One of those that are found out here: "cannot_stream", "no_instrument", "source_gone", "instrument_gone", "counts_anew",
//! "not_given".
[[nodiscard]] LiveFault liveFault(core::ErrorCode kind, const char *code, const QStringList &names);
[[nodiscard]] LiveFault liveFault(const sources::StreamError &error, const QString &source);
[[nodiscard]] LiveFault liveFault(const FetchFault &fault);
//! The store does not take them.
[[nodiscard]] LiveFault notStored(const core::Error &error);

//! In the present language; `text` where nothing is named.
[[nodiscard]] QString liveSentence(const QString &code, const QStringList &names, const QString &text);

} // namespace tickmark::pipeline
