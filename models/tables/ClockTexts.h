// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Formats.h>
#include <core/ZoneRules.h>

namespace tickmark::tables {

//! "MEZ", "EST": what the zone's clock is called at that time, in the language of `formats`.
[[nodiscard]] QString zoneAbbreviation(core::Time time, const core::Formats &formats, const core::ZoneRules &zone);

} // namespace tickmark::tables
