// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tickmark::dialogs {

//! What the user can do about a source whose last run failed: one or two sentences in the language of the moment, for the
//! codes of sources::HttpFault, sources::ProviderFault and of the fetch job. Empty for a code that nobody knows here.
//! `runsByItself`: it is tried again without the user.
[[nodiscard]] QString sourceAdvice(const QString &errorCode, bool runsByItself);
//! Whether trying again later is all that a code asks for.
[[nodiscard]] bool passesByItself(const QString &errorCode);

} // namespace tickmark::dialogs
