// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CsvProfile.h"
#include <core/Time.h>

#include <tl/expected.hpp>

#include <optional>
#include <string_view>

namespace tickmark::sources {

//! A time of day as written, with the offset from UTC if one stands behind it.
struct TimeOfDay
{
    qint64 ns = 0;                  //!< since midnight
    std::optional<qint64> offsetNs; //!< local time less UTC
};

//! A date, or date and time, as written: on whose clock shows only in `offsetNs`.
struct Stamp
{
    core::SessionDate date;
    TimeOfDay time;
    bool hasTime = false;
};

enum class StampFault { NotADate, OutOfRange };

//! Reads stamps of one form. Written dates may be from 1800 to 2100, numbers of seconds and their fractions from 1970
//! to 2100: outside is a wrong unit rather than a quote. Blanks around are fine. A plain value, no allocation.
class StampParser
{
public:
    //! `outsideDate` is the date of MillisecondsOfDay (1970-01-01 if nothing).
    explicit StampParser(DateForm form, std::optional<core::SessionDate> outsideDate = {});

    [[nodiscard]] tl::expected<Stamp, StampFault> parse(std::string_view text) const;

private:
    DateForm m_form;
    core::SessionDate m_outsideDate;
};

//! "09:30", "9:30:00.25 PM", "093000", "0930", with "Z", "+01:00", "UTC", "GMT+0100" behind it.
[[nodiscard]] std::optional<TimeOfDay> parseTimeOfDay(std::string_view text);

} // namespace tickmark::sources
