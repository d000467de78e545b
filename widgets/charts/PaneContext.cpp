// SPDX-License-Identifier: GPL-3.0-or-later
#include "PaneContext.h"

#include <core/ShownPrice.h>

#include <algorithm>
#include <cmath>

namespace tickmark::charts {

namespace {

constexpr int kPercentDecimals = 2;
constexpr int kVolumeDecimals = 2; // of what is not traded by the piece

//! One, or as many as a small part of the unit needs for two digits; never less than a piece.
int unitDecimals(double value, double unit)
{
    int decimals = 1;
    for (double least = 0.95; std::abs(value) > 0 && std::abs(value) < least && unit * least > 10; least /= 10)
        ++decimals;
    return decimals;
}

} // namespace

int PaneContext::decimalsOf(const PlannedCurve &curve, double value) const
{
    if (spec().kind == PaneKind::Volume)
        return spec().volumeUnit > 1 ? unitDecimals(value, spec().volumeUnit)
                                     : std::min(kVolumeDecimals, curve.series.sizeDecimals);
    if (isRebased(spec().scale))
        return kPercentDecimals;
    int decimals = core::shownDecimals(value, curve.series.priceDecimals, curve.ownDecimals);
    qint64 units = std::llround(value * double(core::powerOfTen(decimals)));
    for (; decimals > kPercentDecimals && units % 10 == 0; --decimals)
        units /= 10;
    return decimals;
}

QString PaneContext::valueText(double value, int decimals) const
{
    const bool change = spec().kind == PaneKind::Price && isRebased(spec().scale);
    const core::Formats &formats = plan->texts.formats();
    return change ? formats.signedNumber(value, decimals) : formats.number(value, decimals);
}

QColor PaneContext::wordColor(const PlannedCurve &curve) const
{
    const bool upAndDown = spec().candles || (spec().kind == PaneKind::Volume && spec().curves.size() == 1);
    return upAndDown ? plan->theme.text : curve.style.color;
}

} // namespace tickmark::charts
