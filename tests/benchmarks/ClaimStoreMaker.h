// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/CalendarSet.h>
#include <core/Result.h>
#include <core/Time.h>

#include <QString>

namespace tickmark::bench {

//! A store as large as a newsroom's: daily bars of many companies of New York, and headlines with numbers about them. The
//! first company is in the news far more often than the others.
struct ClaimStore
{
    static constexpr int kCompanies = 250;
    static constexpr int kClaimsOfAnItem = 4;
    static constexpr int kItemsOfADay = 25;

    int claims = 50'000;

    [[nodiscard]] int items() const { return claims / kClaimsOfAnItem; }
    [[nodiscard]] int sessions() const { return items() / kItemsOfADay + 2; }
    [[nodiscard]] static QString symbol(int company);
    //! After the last item of news.
    [[nodiscard]] core::Time now() const;

    //! A new store at `path`, all claims found and judged.
    [[nodiscard]] core::Result<> make(const QString &path, const core::CalendarSet &calendars) const;
};

} // namespace tickmark::bench
