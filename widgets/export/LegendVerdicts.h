// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartPlan.h>

#include <QString>

#include <span>
#include <vector>

namespace tickmark::exporting {

//! One number of a headline as a page's legend tells it.
struct LegendVerdict
{
    claims::VerdictCode code = claims::VerdictCode::NoData;
    QString stated;  //!< "Nvidia −14.4%", or "−14.4%" where it is of the same instrument as the one before
    QString outcome; //!< "only during the session"
};

//! What the numbers of a news item came to, in the order of its text, in the chart's language. Empty without claims.
[[nodiscard]] std::vector<LegendVerdict> legendVerdicts(const charts::ChartPlan &plan, qint64 newsId);

//! The words of the first `shown` of them: what several in a row came to is said once, behind the last.
[[nodiscard]] std::vector<QString> legendWords(std::span<const LegendVerdict> verdicts, std::size_t shown,
                                               const charts::Translator &texts);

} // namespace tickmark::exporting
