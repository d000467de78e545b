// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Time.h>

#include <QStringView>

#include <optional>

namespace tickmark::news {

//! The time that a feed states, in the many ways that feeds have: RFC 822 and 2822 with two or four digits of the year, RFC
//! 850, asctime, ISO 8601 and its subset of the W3C from the year alone to fractions of a second, "20230309T140000Z",
//! "27. Januar 2025, 16:40 Uhr", "Jan 27, 2025 4:40 PM", dates with Korean signs, German, Greek and Hungarian month names.
//! Without a zone it is UTC, without a time of day midnight. Nothing when the date is none or cannot be held in
//! nanoseconds.
[[nodiscard]] std::optional<core::Time> parseFeedDate(QStringView text);

} // namespace tickmark::news
