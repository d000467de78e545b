// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PageTexts.h"
#include <charts/ChartMetrics.h>
#include <charts/ChartPlan.h>
#include <core/Result.h>

#include <QRectF>
#include <QSizeF>
#include <QStringList>

#include <optional>
#include <vector>

namespace tickmark::exporting {

//! A headline in the legend of a page.
struct LegendEntry
{
    int headline = 0; //!< index in the plan; its number is one more
    QRectF box;
    QString title; //!< elided to the box
    QString meta;
};

//! Where everything on a page stands, px at 96 dpi. Texts are cut to their room already.
struct PageLayout
{
    QSizeF size;
    double margin = 64;
    QStringList titleLines;
    int titlePixels = 26;
    double titleBaseline = 0; //!< of the first line
    QStringList subtitleLines;
    double subtitleBaseline = 0;
    QRectF stack;
    std::optional<double> legendRule; //!< nothing: no legend
    QString legendHead;
    QString legendZone;
    std::vector<LegendEntry> entries;
    QString moreText; //!< of headlines that had no room, empty when all are listed
    QPointF moreAt;
    double footRule = 0;
    QStringList footLines;
    int unlisted = 0;
};

//! Sizes of the chart's parts on a page of `size`.
[[nodiscard]] charts::ChartMetrics pageMetrics(std::optional<QSize> size);

//! `size` nothing: 1600 wide, as high as needed. InvalidInput for sizes that cannot hold the panes, or are out of
//! bounds.
[[nodiscard]] core::Result<PageLayout> layOutPage(const charts::ChartPlan &plan, std::optional<QSize> size,
                                                  const QString &title, const charts::ChartMetrics &metrics);

//! px from the left edge of a legend entry to its text.
inline constexpr double kLegendTextIndent = 36;
//! Baselines below the top of an entry, and the middle of its ring.
inline constexpr double kLegendTitleBaseline = 20;
inline constexpr double kLegendMetaBaseline = 40;
inline constexpr double kLegendRingMiddle = 16;
inline constexpr double kRuleToHead = 22; //!< from a rule to the baseline under it
inline constexpr double kFootStep = 19;

} // namespace tickmark::exporting
