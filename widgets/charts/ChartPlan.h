// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AxisDays.h"
#include "ChartContent.h"
#include "ChartSpec.h"
#include "ChartTexts.h"
#include "ChartTheme.h"
#include "CurveLayer.h"
#include <analysis/Rebase.h>

#include <memory>
#include <optional>
#include <vector>

namespace tickmark::charts {

//! One curve with everything that is known about it before its place is.
struct PlannedCurve
{
    QString symbol;
    QString name; //!< at its end, in the chart's language
    core::Instrument instrument;
    core::Series series;
    core::CalendarPtr calendar;
    QStringList origins;
    std::shared_ptr<const CurveLayer> layer;
    SeriesStyle style;
    std::optional<analysis::RebasePoint> base; //!< of rebased curves
};

struct PlannedPane
{
    PaneKind kind = PaneKind::Price;
    ValueScale scale = ValueScale::Linear;
    bool candles = false;
    double volumeUnit = 1; //!< what volumes are divided by
    QString title;
    QString note; //!< what its values are
    std::vector<PlannedCurve> curves;
};

//! What the user asked, checked and completed from the content: which days, which curves with which base, which
//! headlines. Knows no sizes. Immutable once made; shared by page, stack and tables.
struct ChartPlan
{
    //! See ChartStack::create for what is refused.
    [[nodiscard]] static core::Result<std::shared_ptr<const ChartPlan>> make(const ChartSpec &spec,
                                                                             const ChartContent &content);

    ChartSpec spec;
    ChartTexts texts{QString()};
    ChartTheme theme;
    core::TimeScale timeScale;
    core::ZoneRules zone;
    QStringList notes;
    std::vector<core::CalendarPtr> calendars; //!< that shape the axis
    std::vector<AxisDay> days;                //!< never empty
    std::vector<PlannedPane> panes;           //!< never empty
    std::vector<core::NewsItem> headlines;    //!< in view, by time; empty without markers
    std::optional<core::SessionDate> base;    //!< the session of the pinned base, when any pane is rebased
    std::optional<core::SessionDate> spotlight;
    bool intraday = false; //!< any curve has intraday bars

    [[nodiscard]] AxisRange view() const { return {days.front().slot.begin, days.back().slot.end}; }
};

} // namespace tickmark::charts
