// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <store/ClaimTypes.h>

#include <QLocale>
#include <QString>

#include <optional>

namespace tickmark::charts {

//! Where the number of a claim lies among the prices of its instrument. A value, from verdict and claim alone.
struct ClaimedLevel
{
    QString symbol;
    core::SessionDate session; //!< in which it was measured
    core::Time published;      //!< all prices are in the shares that were traded then
    //! Prices that the words leave open; the ends may be infinite ("at least").
    double low = 0;
    double high = 0;
    double stated = 0; //!< price of the number itself, of a range its middle
    claims::VerdictCode code = claims::VerdictCode::NoData;
    std::optional<core::Time> touched; //!< when it was first reached, as far as known
    //! Of the session, as far as the verdict was made of them.
    std::optional<double> dayHigh;
    std::optional<double> dayLow;
    std::optional<double> dayClose;
    QString number; //!< as stated: "−17%"

    friend bool operator==(const ClaimedLevel &, const ClaimedLevel &) = default;
};

//! A number in percent, points or market value counts from the close that the verdict's first quote is. Nothing where no
//! price stands for it: without data or instrument, for a sum of daily percentages, and across a split.
[[nodiscard]] std::optional<ClaimedLevel> claimedLevelOf(const store::StoredClaim &claim, const QLocale &locale);

} // namespace tickmark::charts
