// SPDX-License-Identifier: GPL-3.0-or-later
#include "Judging.h"

#include <cmath>

namespace tickmark::claims {

namespace {

constexpr double kHighestPrice = 9e18; // in units, as a qint64 holds them

} // namespace

void Judging::addClose(const Member &member, core::SessionDate date)
{
    const InstrumentQuotes &quotes = member.moves.quotes();
    if (const core::Bar *bar = member.moves.bar(date))
        m_verdict.quotes.push_back({quotes.instrument.symbol,
                                    date,
                                    {},
                                    QStringLiteral("close"),
                                    member.moves.price(bar->close),
                                    quotes.source});
}

void Judging::addDay(const Member &member, core::SessionDate date)
{
    const InstrumentQuotes &quotes = member.moves.quotes();
    const core::Bar *bar = member.moves.bar(date);
    if (!bar)
        return;
    const auto add = [&](const QString &field, qint64 price) {
        m_verdict.quotes.push_back(
            {quotes.instrument.symbol, date, {}, field, member.moves.price(price), quotes.source});
    };
    add(QStringLiteral("open"), bar->open);
    add(QStringLiteral("high"), bar->high);
    add(QStringLiteral("low"), bar->low);
    add(QStringLiteral("close"), bar->close);
}

void Judging::addEarly(const Member &member, const core::Bar &bar, qint64 price, const QString &field)
{
    const InstrumentQuotes &quotes = member.moves.quotes();
    m_verdict.quotes.push_back(
        {quotes.instrument.symbol, member.span.last, bar.start, field, member.moves.price(price), quotes.source});
}

void Judging::addValueParts(const Member &member, core::SessionDate date)
{
    const auto &shares = member.moves.quotes().shares;
    if (!isValue() || !shares)
        return;
    const QString &symbol = member.moves.quotes().instrument.symbol;
    m_verdict.quotes.push_back(
        {symbol, shares->asOf, {}, QStringLiteral("shares"), {shares->count, 0}, shares->source});
    if (const ExchangeRate *rate = member.moves.isSameCurrency() ? nullptr : member.moves.rateAt(date))
        m_verdict.quotes.push_back({rate->symbol, date, {}, QStringLiteral("close"), rate->quote, rate->source});
}

// Between two ticks of a bar the price went through everything that lies between them, so from the open to the interval it
// came in over the nearer edge.
std::optional<Judging::TouchPrice> Judging::firstTouch(const Member &member, core::SessionDate base,
                                                       const core::Bar &bar) const
{
    const core::SessionDate date = member.span.last;
    const auto fitsAt = [&](qint64 price) {
        const auto move = bar.low <= price && price <= bar.high ? member.moves.to(price, date, base) : std::nullopt;
        return move && fits(*move);
    };
    if (fitsAt(bar.open))
        return TouchPrice{bar.open, bar.low == bar.high ? QStringLiteral("trade") : QStringLiteral("open")};
    std::optional<qint64> nearest;
    for (const double end : {m_verdict.interval.low, m_verdict.interval.high}) {
        for (const double move : {end, -end}) {
            const auto exact = std::isfinite(move) ? member.moves.priceOf(move, date, base) : std::nullopt;
            if (!exact || std::abs(*exact) > kHighestPrice)
                continue;
            for (const qint64 price : {qint64(std::floor(*exact)), qint64(std::ceil(*exact))}) {
                const bool isNearer = !nearest || std::abs(price - bar.open) < std::abs(*nearest - bar.open);
                if (isNearer && fitsAt(price))
                    nearest = price;
            }
        }
    }
    if (nearest && *nearest != bar.low && *nearest != bar.high)
        return TouchPrice{*nearest, QStringLiteral("passed")};
    if (nearest ? *nearest == bar.low : fitsAt(bar.low))
        return TouchPrice{bar.low, QStringLiteral("low")};
    if (nearest ? *nearest == bar.high : fitsAt(bar.high))
        return TouchPrice{bar.high, QStringLiteral("high")};
    return std::nullopt;
}

void Judging::noteTouch(const Member &member, core::SessionDate base)
{
    const InstrumentQuotes &quotes = member.moves.quotes();
    for (const core::Bar &bar : quotes.during) {
        const auto touch = bar.flags & core::kBarRangeBroken ? std::nullopt : firstTouch(member, base, bar);
        if (!touch)
            continue;
        m_verdict.touched = bar.start;
        addEarly(member, bar, touch->price, touch->field);
        if (quotes.duringNs > 0 && touch->field != u"open")
            m_verdict.quotes.back().until = core::Time{bar.start.ns + quotes.duringNs};
        return;
    }
}

} // namespace tickmark::claims
