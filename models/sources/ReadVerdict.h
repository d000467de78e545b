// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RejectList.h"
#include <core/Result.h>

#include <QString>

namespace tickmark::sources {

inline constexpr qint64 kMostRejects = 10'000; //!< more of them stop the reading of a file
inline constexpr qint64 kRowsToJudge = 2'000;  //!< after these, more rejects than usable rows stop it as well

//! InvalidInput, naming the first bad line, once a file is hopeless: see the limits above.
[[nodiscard]] core::Result<void> checkRejects(const RejectList &rejects, qint64 rows, const QString &fileName);

//! Why a file gave nothing at all. `ofOthers`: a sentence when its rows are of other instruments, else empty.
[[nodiscard]] core::Error nothingUsable(const RejectList &rejects, const QString &fileName, const QString &ofOthers);

} // namespace tickmark::sources
