// SPDX-License-Identifier: GPL-3.0-or-later
#include "LevelJudging.h"

#include "ClaimMoves.h"
#include "FirstTouch.h"
#include "Measured.h"
#include "SpanSteps.h"

#include <algorithm>
#include <array>

namespace tickmark::claims {

namespace {

void addDay(Verdict &verdict, const ClaimMoves &moves, const core::Bar &bar, double doubt)
{
    const auto add = [&](const QString &field, qint64 price) {
        verdict.quotes.push_back(moves.quoted(bar.session, field, price, doubt));
    };
    add(QStringLiteral("open"), bar.open);
    add(QStringLiteral("high"), bar.high);
    add(QStringLiteral("low"), bar.low);
    add(QStringLiteral("close"), bar.close);
}

//! "up to 129 dollars" speaks of the session's high, "down to" of its low.
bool isReached(const Claim &claim, const Interval &interval, double low, double high, double doubt)
{
    if (claim.hedge != Hedge::UpTo)
        return interval.meets(low - doubt, high + doubt);
    const double end = claim.direction == Direction::Down ? low : high;
    return interval.meets(end - doubt, end + doubt);
}

//! As it is shown, where no more is known of it.
double measuredOf(const QuoteUsed &quote, double exact)
{
    return quote.doubt > 0 ? core::toDouble(toldPrice(quote)) : exact;
}

void noteTouch(Verdict &verdict, const ClaimMoves &moves, core::SessionDate session)
{
    const double scale = double(core::powerOfTen(moves.quotes().priceDecimals));
    const std::array ends{verdict.interval.low * scale, verdict.interval.high * scale};
    const auto touch = firstTouch(moves.quotes(), session, ends, [&](qint64 price) {
        return verdict.interval.contains(core::toDouble(moves.price(price)));
    });
    if (!touch)
        return;
    verdict.touched = touch->time;
    verdict.quotes.push_back(*touch);
}

void compare(Verdict &verdict, const Claim &claim, const ClaimMoves &moves, const core::Bar &bar)
{
    const double low = core::toDouble(moves.price(bar.low));
    const double high = core::toDouble(moves.price(bar.high));
    const double open = core::toDouble(moves.price(bar.open));
    const double close = core::toDouble(moves.price(bar.close));
    const double doubt = moves.doubtOf(bar.session);
    const double slack = doubt / double(core::powerOfTen(moves.quotes().priceDecimals));
    const auto fits = [&](double price) { return verdict.interval.meets(price - slack, price + slack); };
    addDay(verdict, moves, bar, doubt);
    verdict.measured = measuredOf(verdict.quotes.back(), close);
    if (claim.openStated && fits(open)) {
        verdict.code = VerdictCode::Intraday;
        verdict.basis = Basis::Open;
        verdict.measured = measuredOf(verdict.quotes.front(), open);
    } else if (fits(close)) {
        verdict.code = claim.openStated ? VerdictCode::OtherBasis : VerdictCode::Close;
        verdict.basis = Basis::Close;
    } else if (isReached(claim, verdict.interval, low, high, slack)) {
        verdict.code = VerdictCode::Intraday;
        verdict.basis = Basis::Range;
        verdict.measuredOther = claim.low > close ? high : low;
        noteTouch(verdict, moves, bar.session);
    } else {
        verdict.code = VerdictCode::Contradicted;
        verdict.measuredOther = claim.low > high ? high : low;
        verdict.off = std::max({0.0, claim.low - high, low - claim.high});
        if (claim.hedge == Hedge::UpTo) {
            verdict.measuredOther = claim.direction == Direction::Down ? low : high;
            verdict.off = std::max({0.0, claim.low - *verdict.measuredOther, *verdict.measuredOther - claim.high});
        }
    }
}

//! A text that names the price as it was traded, though a split has come since, says nothing wrong.
void tryAsTraded(Verdict &verdict, const ClaimMoves &moves, const core::Bar &bar)
{
    const auto traded = moves.asTraded(bar);
    if (!traded)
        return;
    const double close = core::toDouble(moves.price(traded->bar.close));
    const double slack = traded->doubt / double(core::powerOfTen(moves.quotes().priceDecimals));
    if (!verdict.interval.meets(close - slack, close + slack))
        return;
    verdict.code = VerdictCode::OtherBasis;
    verdict.basis = Basis::OtherAdjustment;
    verdict.measuredOther.reset();
    verdict.off = 0;
    verdict.quotes.clear();
    addDay(verdict, moves, traded->bar, traded->doubt);
    verdict.measured = measuredOf(verdict.quotes.back(), close);
}

} // namespace

Verdict judgeLevel(const Claim &claim, core::Time published, const InstrumentQuotes &quotes, core::Time now)
{
    Verdict verdict;
    verdict.interval = intervalOf(claim);
    verdict.symbol = quotes.instrument.symbol;
    verdict.names = quotes.instrument.names;
    const auto span = sessionsOf(claim.time, published, *quotes.calendar);
    if (!span) {
        verdict.missing = Missing::NoSession;
        return verdict;
    }
    verdict.sessions = *span;
    verdict.provisional = isOpenAt(span->last, now, *quotes.calendar);
    const ClaimMoves moves(claim, quotes, {});
    const core::Bar *bar = moves.bar(span->last);
    if (!moves.isSameCurrency()) {
        verdict.missing = Missing::Currency;
    } else if (bar) {
        compare(verdict, claim, moves, *bar);
        if (verdict.code == VerdictCode::Contradicted)
            tryAsTraded(verdict, moves, *bar);
    } else {
        verdict.missing = moves.endsBefore(span->last) ? Missing::PastEnd : Missing::Session;
        if (const core::Bar *nearest = moves.barNearest(span->last)) {
            verdict.nearest = nearest->session;
            addDay(verdict, moves, *nearest, moves.doubtOf(nearest->session));
        } else {
            verdict.nearest = quotes.end;
        }
    }
    return verdict;
}

} // namespace tickmark::claims
