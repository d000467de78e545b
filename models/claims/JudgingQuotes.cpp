// SPDX-License-Identifier: GPL-3.0-or-later
#include "FirstTouch.h"
#include "Judging.h"

namespace tickmark::claims {

void Judging::addClose(const Member &member, core::SessionDate date)
{
    const core::Bar *bar = member.moves.bar(date);
    if (!bar)
        return;
    // not adjusted for a split: as it was traded
    const auto traded = m_verdict.basis == Basis::OtherAdjustment ? member.moves.asTraded(*bar) : std::nullopt;
    const QString field = QStringLiteral("close");
    m_verdict.quotes.push_back(traded ? member.moves.quoted(date, field, traded->bar.close, traded->doubt)
                                      : member.moves.quoted(date, field, bar->close));
}

void Judging::addDay(const Member &member, core::SessionDate date)
{
    const core::Bar *bar = member.moves.bar(date);
    if (!bar)
        return;
    const auto add = [&](const QString &field, qint64 price) {
        m_verdict.quotes.push_back(member.moves.quoted(date, field, price));
    };
    add(QStringLiteral("open"), bar->open);
    add(QStringLiteral("high"), bar->high);
    add(QStringLiteral("low"), bar->low);
    add(QStringLiteral("close"), bar->close);
}

void Judging::addEarly(const Member &member, const core::Bar &bar, qint64 price, const QString &field)
{
    QuoteUsed quote = member.moves.quoted(member.span.last, field, price);
    quote.time = bar.start;
    m_verdict.quotes.push_back(std::move(quote));
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

void Judging::noteTouch(const Member &member, core::SessionDate base)
{
    const core::SessionDate date = member.span.last;
    std::vector<double> ends; // both ways: without a direction either counts, and with one the other fits nothing
    for (const double end : {m_verdict.interval.low, m_verdict.interval.high}) {
        for (const double move : {end, -end}) {
            if (const auto price = member.moves.priceOf(move, date, base))
                ends.push_back(*price);
        }
    }
    const auto touch = firstTouch(member.moves.quotes(), date, ends, [&](qint64 price) {
        const auto move = member.moves.to(price, date, base);
        return move && fits(*move);
    });
    if (!touch)
        return;
    m_verdict.touched = touch->time;
    m_verdict.quotes.push_back(*touch);
}

} // namespace tickmark::claims
