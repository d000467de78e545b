// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimMoves.h"

#include <core/ShownPrice.h>

#include <algorithm>
#include <cmath>

namespace tickmark::claims {

namespace {

constexpr quint32 kUnusable = core::kBarRangeBroken | core::kBarFlatWithoutVolume;

bool isUsable(const core::Bar &bar)
{
    return (bar.flags & kUnusable) == 0;
}

auto firstFrom(const std::vector<core::Bar> &bars, core::SessionDate date)
{
    return std::lower_bound(bars.begin(), bars.end(), date,
                            [](const core::Bar &bar, core::SessionDate wanted) { return bar.session < wanted; });
}

} // namespace

ClaimMoves::ClaimMoves(const Claim &claim, const InstrumentQuotes &quotes, std::span<const ExchangeRate> rates)
    : m_claim(claim), m_quotes(quotes), m_rates(rates)
{}

const core::Bar *ClaimMoves::bar(core::SessionDate date) const
{
    const auto it = firstFrom(m_quotes.bars, date);
    return it != m_quotes.bars.end() && it->session == date && isUsable(*it) ? &*it : nullptr;
}

const core::Bar *ClaimMoves::barBefore(core::SessionDate date) const
{
    for (auto it = firstFrom(m_quotes.bars, date); it != m_quotes.bars.begin();) {
        if (isUsable(*--it))
            return &*it;
    }
    return nullptr;
}

const core::Bar *ClaimMoves::barNearest(core::SessionDate date) const
{
    const core::Bar *before = barBefore(date);
    const auto after = std::find_if(firstFrom(m_quotes.bars, date), m_quotes.bars.end(), isUsable);
    if (after == m_quotes.bars.end())
        return before;
    const bool isBeforeNearer = before && date.days() - before->session.days() <= after->session.days() - date.days();
    return isBeforeNearer ? before : &*after;
}

bool ClaimMoves::endsBefore(core::SessionDate date) const
{
    if (m_quotes.end)
        return *m_quotes.end < date;
    return !m_quotes.bars.empty() && m_quotes.bars.back().session < date;
}

core::SessionDate ClaimMoves::sharesOf(core::SessionDate date) const
{
    return core::sharesOf(date, m_quotes.splitsUntil);
}

std::optional<double> ClaimMoves::splitFactor(core::SessionDate from, core::SessionDate to) const
{
    const auto ratio = core::shareRatio(m_quotes.splits, from, to);
    return ratio ? std::optional(ratio->toDouble()) : std::nullopt;
}

std::optional<double> ClaimMoves::baseClose(core::SessionDate base, core::SessionDate date) const
{
    const core::Bar *start = bar(base);
    const auto factor = splitFactor(sharesOf(base), sharesOf(date));
    return start && factor ? std::optional(double(start->close) / *factor) : std::nullopt;
}

double ClaimMoves::doubtOf(core::SessionDate date) const
{
    return core::doubtAt(m_quotes.doubts, date);
}

QuoteUsed ClaimMoves::quoted(core::SessionDate date, const QString &field, qint64 units) const
{
    return quoted(date, field, units, doubtOf(date));
}

QuoteUsed ClaimMoves::quoted(core::SessionDate date, const QString &field, qint64 units, double doubt) const
{
    QuoteUsed used{m_quotes.instrument.symbol,
                   date,
                   {},
                   field,
                   core::shownPrice(price(units), m_quotes.ownDecimals, core::PriceUse::Reckoned),
                   m_quotes.sourceOn(date)};
    const double inPrice = doubt / double(core::powerOfTen(m_quotes.priceDecimals));
    if (core::isRough(used.price, m_quotes.ownDecimals, inPrice))
        used.doubt = inPrice;
    return used;
}

std::optional<ClaimMoves::TradedBar> ClaimMoves::asTraded(const core::Bar &bar) const
{
    const auto ratio = core::shareRatio(m_quotes.splits, sharesOf(bar.session), bar.session);
    if (!ratio || ratio->isOne())
        return std::nullopt;
    core::Bar traded = bar;
    for (qint64 *price : {&traded.open, &traded.high, &traded.low, &traded.close}) {
        const auto after = core::priceAfter(*price, *ratio, m_quotes.priceDecimals, m_quotes.priceDecimals);
        if (!after)
            return std::nullopt;
        *price = *after;
    }
    return TradedBar{traded, doubtOf(bar.session) / ratio->toDouble()};
}

std::optional<double> ClaimMoves::sharesAt(core::SessionDate date) const
{
    const auto &shares = m_quotes.shares;
    if (!shares || shares->count <= 0 || shares->asOf > date)
        return std::nullopt;
    const auto factor = splitFactor(shares->asOf, sharesOf(date));
    return factor ? std::optional(double(shares->count) * *factor) : std::nullopt;
}

const ExchangeRate *ClaimMoves::rateAt(core::SessionDate date) const
{
    const auto it = std::lower_bound(m_rates.begin(), m_rates.end(), date,
                                     [](const ExchangeRate &rate, core::SessionDate day) { return rate.date < day; });
    return it != m_rates.end() && it->date == date && it->rate > 0 ? &*it : nullptr;
}

bool ClaimMoves::isSameCurrency() const
{
    return m_claim.unit == kPercentUnit || m_claim.unit == kPointsUnit || m_claim.unit == m_quotes.instrument.currency;
}

std::optional<double> ClaimMoves::move(double from, double to, core::SessionDate date) const
{
    const double scale = double(core::powerOfTen(m_quotes.priceDecimals));
    switch (m_claim.kind) {
    case ClaimKind::Percent:
        return from > 0 ? std::optional((to - from) / from * 100) : std::nullopt;
    case ClaimKind::Points:
        return (to - from) / scale;
    case ClaimKind::Value: {
        const auto shares = sharesAt(date);
        const ExchangeRate *rate = isSameCurrency() ? nullptr : rateAt(date);
        if (!shares || (!isSameCurrency() && !rate))
            return std::nullopt;
        return *shares * ((to - from) / scale) * (rate ? rate->rate : 1);
    }
    case ClaimKind::Level:
        break;
    }
    return std::nullopt;
}

std::optional<double> ClaimMoves::to(qint64 price, core::SessionDate date, core::SessionDate base) const
{
    const auto from = baseClose(base, date);
    return from ? move(*from, double(price), date) : std::nullopt;
}

double ClaimMoves::slackOf(double move, core::SessionDate date, core::SessionDate base) const
{
    const auto from = baseClose(base, date);
    const auto factor = splitFactor(sharesOf(base), sharesOf(date));
    if (!from || !factor)
        return 0;
    const double ofBase = doubtOf(base) / *factor;
    const double ofPrice = doubtOf(date);
    if (m_claim.kind != ClaimKind::Percent)
        return std::abs(this->move(0, ofBase + ofPrice, date).value_or(0));
    const double lowest = *from - ofBase;
    return lowest > 0 ? ((*from * (1 + move / 100) + ofPrice) / lowest - 1) * 100 - move : 0;
}

std::optional<double> ClaimMoves::priceOf(double move, core::SessionDate date, core::SessionDate base) const
{
    const auto from = baseClose(base, date);
    if (!from || (m_claim.kind != ClaimKind::Percent && m_claim.kind != ClaimKind::Points))
        return std::nullopt;
    return m_claim.kind == ClaimKind::Percent ? *from * (1 + move / 100)
                                              : *from + move * double(core::powerOfTen(m_quotes.priceDecimals));
}

std::optional<double> ClaimMoves::between(core::SessionDate base, core::SessionDate last) const
{
    const core::Bar *end = bar(last);
    return end ? to(end->close, last, base) : std::nullopt;
}

std::optional<double> ClaimMoves::betweenUnadjusted(core::SessionDate base, core::SessionDate last) const
{
    const auto from = baseClose(base, last);
    const core::Bar *end = bar(last);
    const auto between = splitFactor(base, last);
    if (!from || !end || !between || *between == 1.0)
        return std::nullopt;
    return move(*from * *between, double(end->close), last);
}

std::optional<ClaimMoves::Range> ClaimMoves::range(core::SessionDate base, core::SessionDate last) const
{
    if (!bar(last))
        return std::nullopt;
    std::optional<Range> result;
    for (auto it = firstFrom(m_quotes.bars, base.plusDays(1)); it != m_quotes.bars.end() && it->session <= last; ++it) {
        if (!isUsable(*it))
            continue;
        const auto low = to(it->low, it->session, base);
        const auto high = to(it->high, it->session, base);
        if (!low || !high)
            return std::nullopt;
        result = result ? Range{std::min(result->low, *low), std::max(result->high, *high)} : Range{*low, *high};
    }
    return result;
}

std::optional<double> ClaimMoves::sumOfDailies(SessionSpan span) const
{
    double sum = 0;
    core::SessionDate base = span.base;
    while (base < span.last) {
        const auto next = m_quotes.calendar->sessionAfter(base);
        const auto daily = next ? between(base, next->date) : std::nullopt;
        if (!daily)
            return std::nullopt;
        sum += *daily;
        base = next->date;
    }
    return sum;
}

} // namespace tickmark::claims
