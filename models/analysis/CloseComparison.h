// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "QualityFinding.h"
#include <core/Instrument.h>
#include <core/SplitScale.h>

#include <span>
#include <vector>

namespace tickmark::analysis {

//! The close of one session as one source has it, with the range that the source saw.
struct SessionClose
{
    core::SessionDate session;
    qint64 close = 0; //!< in units of the series
    qint64 low = 0;
    qint64 high = 0;
};

//! What two sources may differ by before it is said.
inline constexpr double kDisagreementPercent = 0.5;

//! `value` against `reference` in percent.
[[nodiscard]] double differencePercent(core::Price value, core::Price reference);

//! Holds the closes that several sources have for the sessions of one instrument against each other, in today's shares.
//! Keeps one close per session. One thread.
//!
//! No disagreement is what rounding explains, and of currencies a reference rate (one price per day) inside the range that
//! the other source saw: it is of another time of the day.
class CloseComparison
{
public:
    explicit CloseComparison(core::Instrument instrument);

    //! The source that counts most comes first. `closes` ascending, positive ones count; `splits` are those by which the
    //! prices jump (SplitWatch::shown), ascending. What disagrees with the sources before is one finding for each of them.
    [[nodiscard]] std::vector<QualityFinding> add(const core::Series &series, std::span<const SessionClose> closes,
                                                  std::span<const core::Split> splits);

private:
    //! In today's shares.
    struct Scaled
    {
        core::SessionDate session;
        double close = 0;
        double low = 0;
        double high = 0;
        double rounding = 0;
        std::size_t series = 0;

        [[nodiscard]] bool isOnePrice() const { return low == high; }
    };
    [[nodiscard]] static std::vector<Scaled> scaled(const core::Series &series, std::span<const SessionClose> closes,
                                                    std::span<const core::Split> splits);
    [[nodiscard]] bool agree(const Scaled &reference, const Scaled &value) const;
    void note(const Scaled &reference, const Scaled &value, bool adjoins, QualityFinding &found) const;

    core::Instrument m_instrument;
    std::vector<core::Series> m_series;
    std::vector<Scaled> m_references; //!< ascending, one per session
};

} // namespace tickmark::analysis
