// SPDX-License-Identifier: GPL-3.0-or-later
#include "Bar.h"

#include <array>
#include <utility>

namespace tickmark::core {

QStringList barFlagCodes(quint32 flags)
{
    static constexpr std::array<std::pair<BarFlag, const char *>, 7> kCodes{{
        {kBarRangeBroken, "range_broken"},
        {kBarFlatWithoutVolume, "flat_without_volume"},
        {kBarJump, "jump"},
        {kBarOutsideCalendar, "outside_calendar"},
        {kBarDuplicate, "duplicate"},
        {kBarRounded, "rounded"},
        {kBarNotPositive, "not_positive"},
    }};
    QStringList codes;
    for (const auto &[flag, code] : kCodes) {
        if (flags & flag)
            codes.append(QLatin1String(code));
    }
    return codes;
}

} // namespace tickmark::core
