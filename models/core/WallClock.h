// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Time.h"

#include <QDateTime>

namespace tickmark::core {

//! What the machine's clock says, to the millisecond. It may jump; durations are measured with a steady clock.
[[nodiscard]] inline Time wallClock()
{
    return Time{QDateTime::currentMSecsSinceEpoch() * (kNsPerSecond / 1000)};
}

} // namespace tickmark::core
