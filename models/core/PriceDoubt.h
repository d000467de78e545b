// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Time.h"

namespace tickmark::core {

//! How exactly the prices of the sessions from `first` on are known. A source that puts splits into its prices rounds them
//! in the shares of today: read back in those of their own day, half a unit of its last decimal has grown by the ratio.
struct PriceDoubt
{
    SessionDate first;
    double units = 0; //!< either way, in units of the prices; 0: exact
};

} // namespace tickmark::core
