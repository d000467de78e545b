// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Time.h"

namespace tickmark::core {

//! One trade, or one change of a bid or ask: what a series of ticks consists of. Price and size are in units of the
//! decimals of their series. Ticks of a series are ordered by time; those of one time keep the order in which they came.
struct Tick
{
    Time time;
    qint64 price = 0;
    qint64 size = 0; //!< 0 where the source gives none

    friend bool operator==(const Tick &, const Tick &) = default;
};

} // namespace tickmark::core
