// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace tickmark::window {

//! What people call a time zone in the language of the program: its city. Unknown ids as they are, without the continent.
[[nodiscard]] QString zoneName(const QByteArray &ianaId);

} // namespace tickmark::window
