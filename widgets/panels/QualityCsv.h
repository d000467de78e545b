// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <analysis/QualityFinding.h>
#include <core/Result.h>

#include <QString>

#include <vector>

namespace tickmark::panels {

//! Writes findings in the order given as CSV with codes, ISO dates and plain numbers; replaces `path`. Any thread.
[[nodiscard]] core::Result<> writeQualityCsv(const QString &path,
                                             const std::vector<analysis::QualityFinding> &findings);

} // namespace tickmark::panels
