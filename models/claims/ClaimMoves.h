// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Judge.h"

#include <span>

namespace tickmark::claims {

//! What one instrument did, as a signed number in the unit of one claim: percent, price difference, or change of the market
//! value. Prices before a split are made comparable with those after it. Refers to the claim, the quotes and the rates:
//! they have to outlive it. Nothing where a quote is missing; a flat bar without volume and one with a broken range count
//! as missing.
class ClaimMoves
{
public:
    struct Range
    {
        double low = 0;
        double high = 0;
    };

    ClaimMoves(const Claim &claim, const InstrumentQuotes &quotes, std::span<const ExchangeRate> rates);

    [[nodiscard]] const InstrumentQuotes &quotes() const { return m_quotes; }
    [[nodiscard]] const core::Bar *bar(core::SessionDate date) const;
    //! The last bar before `date`.
    [[nodiscard]] const core::Bar *barBefore(core::SessionDate date) const;
    //! The bar nearest to `date`; the earlier of two that are as near.
    [[nodiscard]] const core::Bar *barNearest(core::SessionDate date) const;
    //! The quotes of the store end before `date`.
    [[nodiscard]] bool endsBefore(core::SessionDate date) const;
    [[nodiscard]] core::Price price(qint64 units) const { return {units, m_quotes.priceDecimals}; }
    //! What the prices of a session may be off by either way, in their units.
    [[nodiscard]] double doubtOf(core::SessionDate date) const;
    //! A price of that session with its own decimals, and with `doubt` (in units) where that leaves fewer.
    [[nodiscard]] QuoteUsed quoted(core::SessionDate date, const QString &field, qint64 units, double doubt) const;
    [[nodiscard]] QuoteUsed quoted(core::SessionDate date, const QString &field, qint64 units) const;

    //! From the close of `base` to `price`, traded in the session `date`.
    [[nodiscard]] std::optional<double> to(qint64 price, core::SessionDate date, core::SessionDate base) const;
    //! What a move from the close of `base` to a price of `date` may be off by either way, in the claim's unit.
    [[nodiscard]] double slackOf(double move, core::SessionDate date, core::SessionDate base) const;
    //! The reverse of to(): the price, in units of the quotes' decimals, that makes that move. Of percent and points.
    [[nodiscard]] std::optional<double> priceOf(double move, core::SessionDate date, core::SessionDate base) const;
    [[nodiscard]] std::optional<double> between(core::SessionDate base, core::SessionDate last) const;
    //! As between(), but for the splits that lie in between; nothing when none does.
    [[nodiscard]] std::optional<double> betweenUnadjusted(core::SessionDate base, core::SessionDate last) const;
    //! Lowest and highest of the sessions after `base` up to `last`, against the close of `base`. The bar of `last` must be
    //! there.
    [[nodiscard]] std::optional<Range> range(core::SessionDate base, core::SessionDate last) const;
    [[nodiscard]] std::optional<double> sumOfDailies(SessionSpan span) const;

    struct TradedBar
    {
        core::Bar bar;
        double doubt = 0; //!< of its prices, as doubtOf()
    };
    //! A bar in the shares in which it was traded; nothing where it is that already, or does not fit.
    [[nodiscard]] std::optional<TradedBar> asTraded(const core::Bar &bar) const;

    //! The latest count dated by `date`, in the shares in which the prices of `date` are.
    [[nodiscard]] std::optional<double> sharesAt(core::SessionDate date) const;
    [[nodiscard]] const ExchangeRate *rateAt(core::SessionDate date) const;
    //! False when the claim states money that the quotes are not in.
    [[nodiscard]] bool isSameCurrency() const;

private:
    //! Of which day the shares are in which the prices of `date` are given.
    [[nodiscard]] core::SessionDate sharesOf(core::SessionDate date) const;
    //! How many shares of `to` one share of `from` is.
    [[nodiscard]] std::optional<double> splitFactor(core::SessionDate from, core::SessionDate to) const;
    //! The close of `base`, in the shares in which the prices of `date` are.
    [[nodiscard]] std::optional<double> baseClose(core::SessionDate base, core::SessionDate date) const;
    [[nodiscard]] std::optional<double> move(double from, double to, core::SessionDate date) const;

    const Claim &m_claim;
    const InstrumentQuotes &m_quotes;
    std::span<const ExchangeRate> m_rates;
};

} // namespace tickmark::claims
