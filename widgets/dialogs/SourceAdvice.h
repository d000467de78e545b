// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tickmark::dialogs {

//! What the user can do about a source whose last run failed: one or two sentences in the language of the moment, for the
//! codes of sources::HttpFault, sources::ProviderFault and of the fetch job. Empty for a code that nobody knows here.
[[nodiscard]] QString sourceAdvice(const QString &errorCode);

} // namespace tickmark::dialogs
