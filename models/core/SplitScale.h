// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Price.h"
#include "Time.h"

#include <optional>
#include <span>
#include <vector>

//! What share splits do to prices and volumes, exactly. Pure functions and values, safe from any thread.
//!
//! Let a split with ex date e turn o old shares into n new ones: from the opening of e on, one price unit of before is
//! worth o/n of it. A price is always in the shares of some day k: it contains the splits with e <= k, and no other.
//!
//! - Traded in the session d, it is in the shares of d.
//! - A source that puts splits into its prices ("splits up to S are in them") changes those of sessions before the ex date,
//!   and only those: such a price is in the shares of max(d, S). A source that does not (S nothing) leaves it at d.
//! - To compare it with prices of a day r, it has to be in the shares of max(d, r): never in those of a day before its own,
//!   so that the result is a series whose splits are in it up to r.
//!
//! So a stored price p becomes p * product of o/n over the splits with max(d, S) < e <= max(d, r), and where the source is
//! ahead of r (its prices have a split in them that had not come yet) p * product of n/o over those with
//! max(d, r) < e <= max(d, S). Volumes count shares: they go the other way.
namespace tickmark::core {

//! `newShares` for `oldShares` from the session `exDate` on: 10 and 1 for ten for one, 1 and 8 for a reverse split.
struct Split
{
    SessionDate exDate;
    qint64 newShares = 1;
    qint64 oldShares = 1;

    friend bool operator==(const Split &, const Split &) = default;
};

//! In lowest terms; both above zero.
struct ShareRatio
{
    qint64 newShares = 1;
    qint64 oldShares = 1;

    [[nodiscard]] bool isOne() const { return newShares == oldShares; }
    [[nodiscard]] double toDouble() const { return double(newShares) / double(oldShares); }
    friend bool operator==(const ShareRatio &, const ShareRatio &) = default;
};

//! 10 for ten for one.
[[nodiscard]] inline double newPerOld(const Split &split)
{
    return ShareRatio{split.newShares, split.oldShares}.toDouble();
}

//! In the shares of which day a price of `session` is, where splits up to `splitsUntil` are in the prices.
[[nodiscard]] SessionDate sharesOf(SessionDate session, std::optional<SessionDate> splitsUntil);
//! How many shares of `to` one share of `from` is. Nothing when a split has a number that is not above zero, or 64 bits do
//! not hold the product.
[[nodiscard]] std::optional<ShareRatio> shareRatio(std::span<const Split> splits, SessionDate from, SessionDate to);

//! Decimals with which every price of `decimals` is exact after `ratio`, at most kMaxDecimals; where none are enough (three
//! for one), four more.
[[nodiscard]] int decimalsAfter(int decimals, ShareRatio ratio);
//! `units` * old / new, from some decimals to as many or more, rounded half to even. Nothing when it does not fit.
[[nodiscard]] std::optional<qint64> priceAfter(qint64 units, ShareRatio ratio, int fromDecimals, int toDecimals);
//! The same for a number of shares: `units` * new / old.
[[nodiscard]] std::optional<qint64> sharesAfter(qint64 units, ShareRatio ratio, int fromDecimals, int toDecimals);

//! Takes the prices of one series to the shares of one day. A value.
class SplitScale
{
public:
    //! `splits` in any order; `splitsUntil` and `reference`: S and r above.
    SplitScale(std::span<const Split> splits, std::optional<SessionDate> splitsUntil, SessionDate reference);

    //! For the prices of a session. Nothing as in shareRatio().
    [[nodiscard]] std::optional<ShareRatio> at(SessionDate session) const;
    //! Ascending sessions from each of which on at() may be another than before.
    [[nodiscard]] const std::vector<SessionDate> &steps() const { return m_steps; }
    //! Whether `split` is among those that take a price of `session` there (or is taken out of it).
    [[nodiscard]] bool crosses(const Split &split, SessionDate session) const;

private:
    std::vector<Split> m_splits;
    std::vector<SessionDate> m_steps;
    std::optional<SessionDate> m_splitsUntil;
    SessionDate m_reference;
};

} // namespace tickmark::core
