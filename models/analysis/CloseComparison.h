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

//! A close in the shares of a day that it shares with what it is compared to.
struct ComparedClose
{
    double close = 0;
    double low = 0;
    double high = 0;
    double rounding = 0; //!< half a unit of what its source stored

    [[nodiscard]] bool isOnePrice() const { return low == high; }
};

//! What two sources may differ by before it is said.
inline constexpr double kDisagreementPercent = 0.5;

//! `value` against `reference` in percent.
[[nodiscard]] double differencePercent(core::Price value, core::Price reference);

//! No disagreement is what rounding explains, and of currencies a reference rate (one price per day) inside the range that
//! the other source saw: it is of another time of the day.
[[nodiscard]] bool closesAgree(core::InstrumentKind kind, const ComparedClose &reference, const ComparedClose &value);

//! Holds the closes that several sources have for the sessions of one instrument against each other, in today's shares.
//! Keeps one close per session. One thread.
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
        ComparedClose price;
        std::size_t series = 0;
    };
    [[nodiscard]] static std::vector<Scaled> scaled(const core::Series &series, std::span<const SessionClose> closes,
                                                    std::span<const core::Split> splits);
    void note(const Scaled &reference, const Scaled &value, bool adjoins, QualityFinding &found) const;

    core::Instrument m_instrument;
    std::vector<core::Series> m_series;
    std::vector<Scaled> m_references; //!< ascending, one per session
};

} // namespace tickmark::analysis
