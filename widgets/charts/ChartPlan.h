// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AxisDays.h"
#include "ChartContent.h"
#include "ChartSpec.h"
#include "ChartTexts.h"
#include "ChartTheme.h"
#include "CurveLayer.h"
#include "HeadlineClaims.h"
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
    int ownDecimals = 2; //!< of prices, as their sources give them (see core::shownPrice)
    core::CalendarPtr calendar;
    QStringList origins;
    std::shared_ptr<const CurveLayer> layer;
    SeriesStyle style;
    std::optional<analysis::RebasePoint> base; //!< of rebased curves
    bool ticks = false;                        //!< of every tick, not of bars
    std::vector<core::Split> splits;           //!< of the instrument, ascending

    [[nodiscard]] bool isIntraday() const { return ticks || !series.isDaily(); }
};

//! An instrument of the spec that has nothing a curve could be made of.
struct AbsentCurve
{
    QString symbol;
    QString name;
    SeriesStyle style;
};

struct PlannedPane
{
    PaneKind kind = PaneKind::Price;
    ValueScale scale = ValueScale::Linear;
    bool candles = false;
    double volumeUnit = 1; //!< what volumes are divided by
    QString title;
    QString note; //!< what its values are
    std::optional<core::SessionDate>
        base; //!< that it is rebased to: the plan's, or an earlier one if none quoted on that
    std::vector<PlannedCurve> curves;
    std::vector<AbsentCurve> absent;
};

//! What the user asked, checked and completed from the content: which days, which curves with which base, which
//! headlines. Knows no sizes. Immutable once made; shared by page, stack and tables.
struct ChartPlan
{
    //! See ChartStack::create for what is refused. What of `previous` still holds is used again: a window makes a plan
    //! for every frame of a pan.
    [[nodiscard]] static core::Result<std::shared_ptr<const ChartPlan>> make(const ChartSpec &spec,
                                                                             const ChartContent &content,
                                                                             const ChartPlan *previous = nullptr);

    ChartSpec spec;
    ChartTexts texts{QString()};
    ChartTheme theme;
    std::shared_ptr<const core::TimeScale> timeScale;
    core::ZoneRules zone;
    QStringList notes;
    std::vector<core::CalendarPtr> calendars; //!< that shape the axis
    std::vector<AxisDay> days; //!< that the view touches; empty only when spec.view lies where nothing trades
    std::shared_ptr<const std::vector<AxisDay>> allDays; //!< of all quotes; only with spec.view
    std::vector<PlannedPane> panes;                      //!< never empty
    std::vector<AbsentCurve> leftOut;                    //!< with spec.skipsEmpty: what has nothing to draw; each once
    std::vector<core::NewsItem> headlines;               //!< in view, by time; empty without markers
    std::shared_ptr<const HeadlineClaims> claims;        //!< of the headlines and others; null: nothing is said of them
    std::optional<core::SessionDate>
        base; //!< the pinned base, or the last session quoted before it; nothing unless rebased
    std::optional<core::SessionDate> spotlight;
    bool intraday = false; //!< any curve has intraday bars or ticks

    std::optional<std::pair<core::SessionDate, core::SessionDate>> quotes; //!< first and last session of any curve
    std::optional<AxisRange> exactView;                                    //!< from spec.view

    [[nodiscard]] bool hasTicks() const;
    //! All instruments of the spec that a picture of the plan has no curve of, each once.
    [[nodiscard]] std::vector<AbsentCurve> undrawn() const;
    [[nodiscard]] AxisRange view() const
    {
        return exactView.value_or(days.empty() ? AxisRange{}
                                               : AxisRange{days.front().slot.begin, days.back().slot.end});
    }
};

} // namespace tickmark::charts
