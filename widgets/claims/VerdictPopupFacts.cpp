// SPDX-License-Identifier: GPL-3.0-or-later
#include "VerdictPopupFacts.h"

#include <core/ShownPrice.h>
#include <pipeline/DailyBars.h>

#include <algorithm>

namespace tickmark::claimview {

using core::Result;

namespace {

core::Result<core::Instrument> instrumentOf(store::StoreReader &reader, const store::StoredClaim &claim)
{
    const QString &decisive = claim.verdict->symbol;
    return decisive.isEmpty() ? reader.instrument(claim.claim.subject.instrumentId) : reader.instrument(decisive);
}

//! What the verdict was judged with goes before what the store would show now.
std::optional<VerdictFacts::Day> dayOf(const claims::Verdict &verdict)
{
    VerdictFacts::Day day;
    int found = 0;
    for (const claims::QuoteUsed &quote : verdict.quotes) {
        if (quote.symbol != verdict.symbol || quote.session != verdict.sessions.last || quote.time)
            continue;
        core::Price *field = quote.field == u"low"     ? &day.low
                             : quote.field == u"open"  ? &day.open
                             : quote.field == u"high"  ? &day.high
                             : quote.field == u"close" ? &day.close
                                                       : nullptr;
        if (!field)
            continue;
        *field = quote.price;
        day.doubt = std::max(day.doubt, quote.doubt);
        ++found;
    }
    return found == 4 ? std::optional(day) : std::nullopt;
}

//! In the shares of `shares` and from the source that the verdict was judged with.
Result<std::optional<VerdictFacts::Day>> readDay(store::StoreReader &reader, qint64 instrumentId,
                                                 const claims::SessionSpan &span, core::SessionDate shares,
                                                 const std::stop_token &stop)
{
    auto sources = pipeline::dailySources(reader, instrumentId, pipeline::DailyChoice::Traded);
    if (!sources)
        return tl::unexpected(sources.error());
    const store::SessionRange range{span.base, span.last};
    auto daily = pipeline::readDailyBars(reader, *std::move(sources), range, stop);
    if (daily)
        daily = pipeline::readFor(reader, *std::move(daily), range, span.base, span.last, stop);
    const auto splits = reader.splits(instrumentId);
    if (!daily || !splits)
        return tl::unexpected(daily ? splits.error() : daily.error());
    const auto scale = pipeline::bringToShares(*daily, *splits, shares);
    constexpr quint32 kUnusable = core::kBarRangeBroken | core::kBarFlatWithoutVolume;
    const auto last = daily->indexOf(span.last);
    if (!scale || !last || (daily->bars[*last].flags & kUnusable) != 0)
        return std::nullopt;
    const core::Bar &bar = daily->bars[*last];
    const auto price = [&scale](qint64 units) {
        return core::shownPrice({units, scale->priceDecimals}, scale->ownDecimals, core::PriceUse::Reckoned);
    };
    VerdictFacts::Day day{price(bar.low), price(bar.open), price(bar.high), price(bar.close)};
    const double doubt = core::doubtAt(scale->doubts, span.last) / double(core::powerOfTen(scale->priceDecimals));
    if (core::isRough(day.close, scale->ownDecimals, doubt))
        day.doubt = doubt;
    return day;
}

} // namespace

Result<VerdictFacts> readVerdictFacts(store::StoreReader &reader, const store::StoredClaim &claim,
                                      const core::CalendarSet &calendars, std::stop_token stop)
{
    VerdictFacts facts;
    if (!claim.verdict)
        return facts;
    const auto instrument = instrumentOf(reader, claim);
    if (!instrument && instrument.error().code != core::ErrorCode::NotFound)
        return tl::unexpected(instrument.error());
    facts.day = dayOf(*claim.verdict);
    if (!instrument)
        return facts;
    facts.instrument = *instrument;
    const auto calendar = calendars.calendar(instrument->mic);
    if (!facts.day && claim.verdict->sessions.isKnown() && calendar) {
        const auto day = readDay(reader, instrument->id, claim.verdict->sessions,
                                 pipeline::sharesAt(**calendar, claim.published), stop);
        if (!day)
            return tl::unexpected(day.error());
        facts.day = *day;
    }
    // where trade never ends, a close belongs to its day
    if (calendar && !(*calendar)->isRoundTheClock()) {
        for (const claims::QuoteUsed &quote : claim.verdict->quotes) {
            const auto session = (*calendar)->session(quote.session);
            if (session && quote.symbol == instrument->symbol)
                facts.closings[quote.session] = session->hours.end;
        }
    }
    return facts;
}

} // namespace tickmark::claimview
