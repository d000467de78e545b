// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Claim.h"
#include <core/Formats.h>

#include <QLocale>
#include <QString>

//! Amounts in the unit of a claim, as the reader of one language writes them.
namespace tickmark::claims {

[[nodiscard]] core::Formats formatsOf(const QLocale &locale);

//! With its sign: "−16.97%", "+289.33 points", "−592.7 bn USD", "−24.20 USD". Of millions and more a decimal less than
//! `decimals`.
[[nodiscard]] QString signedAmount(double amount, const QString &unit, const core::Formats &formats, int decimals = 2);
//! What signedAmount() shows, as a number.
[[nodiscard]] double roundedAmount(double amount, const QString &unit, int decimals);
//! A number of the text with its sign and no more digits than the text gives: "−17%", "−600 bn USD". `halfUnit`: half a unit
//! of its last stated digit.
[[nodiscard]] QString signedAsStated(double amount, double halfUnit, const QString &unit, const core::Formats &formats);
//! Without: how far a number is off; percent as percentage points "7.2 pp". Small ones get a decimal more, never "0.0";
//! prices have `decimals`, if that is more than `leastDecimals`.
[[nodiscard]] QString distanceAmount(double distance, const QString &unit, const core::Formats &formats,
                                     int decimals = 2, int leastDecimals = 2);
//! "about 1,208.9": a number that is not known better.
[[nodiscard]] QString aboutText(const QString &number);
//! "24.49 bn": a count of shares.
[[nodiscard]] QString bigCount(double count, const core::Formats &formats);

} // namespace tickmark::claims
