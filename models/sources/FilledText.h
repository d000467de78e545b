// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tickmark::sources {

//! A sentence with `names` in its places %1 to %9. All at once: a name may look like a place for another one.
[[nodiscard]] QString filledText(const QString &sentence, const QStringList &names);

} // namespace tickmark::sources
