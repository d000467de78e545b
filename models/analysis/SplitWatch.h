// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "QualityFinding.h"
#include <core/Bar.h>
#include <core/Instrument.h>
#include <core/SplitScale.h>

#include <deque>
#include <optional>
#include <vector>

namespace tickmark::analysis {

//! Looks among the daily bars of one series for moves that are splits: such as the store does not know, and known ones that
//! the prices show not at all, or once too often. Keeps some twenty bars. One thread.
//!
//! A move counts as an unknown split when open and close lie near a simple ratio to the close before, the prices stay there,
//! and no more money was turned over than on the days before: a crash with the same number has a wide range and a turnover
//! that is a multiple of theirs. Only stocks and funds are split; prices of a few ticks say nothing.
class SplitWatch
{
public:
    //! What the move between two bars is.
    struct Seen
    {
        QualityKind kind = QualityKind::UnknownSplit;
        core::Split split; //!< of an unknown one with the session of the move
        core::SessionDate session;
        core::Price before;
        core::Price after;
    };

    //! `splitsUntil`: up to this date the prices are said to have splits in them. `splits` ascending by date.
    SplitWatch(core::InstrumentKind kind, int priceDecimals, std::optional<core::SessionDate> splitsUntil,
               std::vector<core::Split> splits);

    //! Ascending by session.
    void add(const core::Bar &bar);
    //! After the last bar: what was seen.
    [[nodiscard]] std::vector<Seen> finish();
    //! After finish(): splits by which the prices as they are stored jump, ascending. To have them all in today's shares,
    //! those before a date are divided by its factor.
    [[nodiscard]] const std::vector<core::Split> &shown() const { return m_shown; }

private:
    [[nodiscard]] double close(std::size_t index) const;
    void judge(std::size_t index);
    void judgeKnown(const core::Split &split, std::size_t index);
    void judgeUnknown(std::size_t index);
    [[nodiscard]] bool isNear(double ratio, std::size_t index) const;
    [[nodiscard]] bool stays(std::size_t index) const;
    [[nodiscard]] bool isQuiet(std::size_t index) const;
    [[nodiscard]] bool isFine(std::size_t index) const;
    void tell(QualityKind kind, const core::Split &split, std::size_t index);

    bool m_isSplit; //!< whether this kind of instrument ever is
    int m_decimals;
    std::optional<core::SessionDate> m_splitsUntil;
    std::vector<core::Split> m_splits;
    std::deque<core::Bar> m_window; //!< bars before the one to judge, it, and those after
    std::size_t m_next = 1;         //!< in the window: judged next
    std::vector<Seen> m_seen;
    std::vector<core::Split> m_shown;
};

} // namespace tickmark::analysis
