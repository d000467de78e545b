// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace tickmark::exporting {

//! A text as a CSV cell (RFC 4180) in UTF-8. A text that a spreadsheet would run as a formula (it begins with = + - @ tab
//! or carriage return) gets a leading quote.
[[nodiscard]] QByteArray csvText(const QString &text);

//! A number with '.' and '-' and exactly `decimals` decimals, "-16.9682"; never quoted, never "-0".
[[nodiscard]] QByteArray csvNumber(double value, int decimals);

} // namespace tickmark::exporting
