// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Result.h>
#include <core/Time.h>

#include <QStringList>
#include <QStringView>

#include <optional>
#include <vector>

namespace tickmark::charts {

enum class PaneKind { Price, Volume };
enum class CurveType { Line, Step, Area, Candles };
//! RebasedLog: percent since the base, equal ratios equally high.
enum class ValueScale { Rebased, Linear, Log, RebasedLog };
enum class TimeMode { Trading, Calendar };
enum class ThemeName { Print, Light, Dark };
//! Colours of rising and falling prices; the shapes stay the same. Western: green up; East Asian: red up.
enum class UpDownColors { BlueOrange, GreenRed, RedGreen };

//! One chart of the stack.
struct PaneSpec
{
    PaneKind kind = PaneKind::Price;
    QStringList symbols;                            //!< in order of drawing: the first is on top
    QString title;                                  //!< empty: made from the instruments
    std::optional<CurveType> curve = std::nullopt;  //!< of this pane alone, before the chart's
    std::optional<ValueScale> scale = std::nullopt; //!< likewise
};

//! What the user asked to see; nothing in it depends on data. A value: copied freely, any thread.
struct ChartSpec
{
    std::vector<PaneSpec> panes;
    CurveType curve = CurveType::Line; //!< of price panes; candles need one instrument per pane
    //! Of price panes. Nothing: rebased when there is a base or a pane has several instruments, else linear.
    //! Candles show prices: a rebased scale is refused with them.
    std::optional<ValueScale> scale;
    TimeMode time = TimeMode::Trading;
    core::SessionDate from; //!< first and last session in view, both included
    core::SessionDate to;
    //! Exactly this range of the time axis in place of whole sessions: what a window shows while it is panned and zoomed.
    //! `from` and `to` still say where the default base is.
    std::optional<core::TimeRange> view;
    //! Draws what there is in place of refusing the whole chart: instruments without quotes in view or before the base
    //! have no curve, candles of several instruments become lines, a log scale over prices of zero becomes a linear one.
    bool tolerant = false;
    //! Leaves out instruments without quotes in view or before the base, and names them (ChartPlan::leftOut), as long as
    //! another one is drawn.
    bool skipsEmpty = false;
    std::optional<core::SessionDate> base; //!< pinned base of percent moves; nothing: first session in view
    //! The session whose values are written at the curves. Nothing: the session after `base`, when both stand inside a
    //! view of at most 30 sessions.
    std::optional<core::SessionDate> spotlight;
    bool markers = false; //!< numbered headlines
    ThemeName theme = ThemeName::Print;
    UpDownColors upDown = UpDownColors::BlueOrange;
    QString language = QStringLiteral("en"); //!< of everything written in the chart: "de", else English
};

//! Percent since the base.
[[nodiscard]] constexpr bool isRebased(ValueScale scale)
{
    return scale == ValueScale::Rebased || scale == ValueScale::RebasedLog;
}

//! Reads "^GSPC,^DJI;NVDA,AVGO;volume:NVDA": panes parted by semicolons, symbols by commas. InvalidInput when a pane
//! has no symbol or names one twice, or there is no pane.
[[nodiscard]] core::Result<std::vector<PaneSpec>> parsePanes(QStringView text);

//! Every symbol that `panes` name, once each, in order of appearance.
[[nodiscard]] QStringList symbolsOf(const std::vector<PaneSpec> &panes);

} // namespace tickmark::charts
