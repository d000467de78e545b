// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCoreApplication;

namespace tickmark::app {

//! "de" when the user's locale is German, else "en".
[[nodiscard]] QString systemLanguage();

//! Loads the program's and Qt's own texts in `language` ("de" or "en") into the application.
void installLanguage(QCoreApplication &application, const QString &language);

} // namespace tickmark::app
