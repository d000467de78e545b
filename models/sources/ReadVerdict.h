// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RejectList.h"
#include <core/Result.h>

#include <QString>
#include <QStringList>

namespace tickmark::sources {

inline constexpr qint64 kMostRejects = 10'000; //!< more of them stop the reading of a file
inline constexpr qint64 kRowsToJudge = 2'000;  //!< after these, more rejects than usable rows stop it as well

//! InvalidInput, naming the first bad line, once a file is hopeless: see the limits above.
[[nodiscard]] core::Result<void> checkRejects(const RejectList &rejects, qint64 rows, const QString &fileName);

//! What the sentence of such a file names besides it: line and code of its first bad row, before them how many of how many
//! rows where they stopped the reading; empty where no row was bad.
[[nodiscard]] QStringList unusableNames(const RejectList &rejects, qint64 rows);
//! The sentence, in the language of the moment; empty: so many names it never has.
[[nodiscard]] QString unusableText(const QString &fileName, const QStringList &names);

//! Why a file gave nothing at all. `ofOthers`: a sentence when its rows are of other instruments, else empty.
[[nodiscard]] core::Error nothingUsable(const RejectList &rejects, const QString &fileName, const QString &ofOthers);

} // namespace tickmark::sources
