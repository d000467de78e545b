// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace tickmark::report {

//! Brings the embedded fonts of a PDF of Qt's into the order of their first use. Qt writes them in the order of a hash,
//! which is another in every process. False, and nothing is changed, when the file is built another way than Qt 6.4 does.
bool orderPdfFonts(QByteArray &pdf);

} // namespace tickmark::report
