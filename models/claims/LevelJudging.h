// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Judge.h"

namespace tickmark::claims {

//! The verdict of a stated price or index level. It needs no bar but the session's own: the opening where the text speaks
//! of it, the close, else the range from low to high. No other basis is tried: some session of a month has been near any price.
[[nodiscard]] Verdict judgeLevel(const Claim &claim, core::Time published, const InstrumentQuotes &quotes,
                                 core::Time now);

} // namespace tickmark::claims
