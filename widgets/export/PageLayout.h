// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ExportOptions.h"
#include "LegendLayout.h"
#include <charts/ChartMetrics.h>
#include <charts/ChartPlan.h>
#include <core/Result.h>

#include <QRectF>
#include <QSize>
#include <QSizeF>
#include <QStringList>

#include <optional>
#include <vector>

namespace tickmark::exporting {

//! Where everything on a page stands, px at 96 dpi. Texts are cut to their room already.
struct PageLayout
{
    QSizeF size;
    double margin = 64;
    QString title;    //!< in full, whether it is drawn or not
    QString subtitle; //!< likewise
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
    QStringList footLines; //!< empty: no foot
    int unlisted = 0;      //!< headlines that had no room
};

//! In what a size was asked for, so that an error can name the one that would do.
struct PageUnit
{
    double zoom = 1; //!< as in ExportOptions
    bool isMillimetres = false;
};

//! Sizes of the chart's parts on a page of `size`.
[[nodiscard]] charts::ChartMetrics pageMetrics(std::optional<QSize> size);

//! `size` as in ExportOptions. InvalidInput for sizes that cannot hold the panes, or are out of bounds. `unwritten`: what
//! the foot says for the picture, see ChartStack.
[[nodiscard]] core::Result<PageLayout> layOutPage(const charts::ChartPlan &plan, std::optional<QSize> size,
                                                  const QString &title, const charts::ChartMetrics &metrics,
                                                  const PageParts &parts = {}, const QStringList &unwritten = {},
                                                  PageUnit unit = {});

inline constexpr double kRuleToHead = 22; //!< from a rule to the baseline under it
inline constexpr double kFootStep = 19;

} // namespace tickmark::exporting
