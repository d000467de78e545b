// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AxisDays.h"
#include "XMap.h"
#include <core/Formats.h>

#include <QString>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace tickmark::charts {

//! A text of the axis. Lengths in px.
struct AxisText
{
    QString text;
    double left = 0;
    double width = 0;
    std::optional<core::SessionDate> date; //!< the one day it names, if it names one

    [[nodiscard]] double right() const { return left + width; }
};

//! Ticks and texts of a time axis: an upper line (clock times, days, months or years, as there is room) and a lower line
//! with what those belong to (dates, months or years). Texts of one line never overlap.
struct TimeAxisLayout
{
    std::vector<double>
        ticks; //!< middle of the column where a week, month, year or hour begins; the grid stands there too
    std::vector<AxisText> upper;
    std::vector<AxisText> lower;
};

struct TimeAxisInput
{
    std::span<const AxisDay> days;
    const XMap &x;
    const core::ZoneRules &zone;
    const core::Formats &formats;
    bool intraday = false; //!< clock times where a day is wide enough
    std::function<double(const QString &)> textWidth;
    double left = 0; //!< texts stay inside
    double right = 0;
};

[[nodiscard]] TimeAxisLayout layOutTimeAxis(const TimeAxisInput &input);

} // namespace tickmark::charts
