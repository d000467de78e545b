// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Formats.h>
#include <core/NewsItem.h>
#include <core/ZoneRules.h>

//! Dates and names as news views print them.
namespace tickmark::newsview {

//! "28.01. 15:00" / "28 Jan, 15:00" on the clock of `zone`.
[[nodiscard]] QString rowTime(core::Time time, const core::Formats &formats, const core::ZoneRules &zone);
//! "Mo 27.01.2025, 22:15 MEZ" / "Mon 27 Jan 2025, 16:15 EST".
[[nodiscard]] QString fullTime(core::Time time, const core::Formats &formats, const core::ZoneRules &zone);
//! "German" in the language of the window; the code when it is unknown.
[[nodiscard]] QString languageName(const QString &code);

//! A headline with its publisher, time, text and link, as plain text for the clipboard.
[[nodiscard]] QString clipboardText(const core::NewsItem &item, const core::Formats &formats,
                                    const core::ZoneRules &zone);

} // namespace tickmark::newsview
