// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Time.h>

#include <array>
#include <chrono>
#include <optional>

namespace tickmark::sources {

//! The exchange's clock less ours. What a message tells is that difference less the time it was on its way, so the quickest
//! ones of the last minute tell most. Costs next to nothing per message.
class ClockSkew
{
public:
    //! `now`: of a clock that does not jump. Times so far off that their difference does not fit are left out.
    void add(core::Time sent, core::Time received, std::chrono::nanoseconds now);
    //! Nothing: fewer than kFewest messages in the last minute.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> value(std::chrono::nanoseconds now) const;
    void clear() { m_seconds = {}; }

    static constexpr int kFewest = 5;

private:
    static constexpr qint64 kWindow = 60;

    struct Second
    {
        qint64 number = -1;
        qint64 most = 0; //!< ns
        int count = 0;
    };
    std::array<Second, kWindow> m_seconds{};
};

} // namespace tickmark::sources
