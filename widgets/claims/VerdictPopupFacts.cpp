// SPDX-License-Identifier: GPL-3.0-or-later
#include "VerdictPopupFacts.h"

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
        ++found;
    }
    return found == 4 ? std::optional(day) : std::nullopt;
}

Result<std::optional<VerdictFacts::Day>> readDay(store::StoreReader &reader, qint64 instrumentId,
                                                 core::SessionDate date, const std::stop_token &stop)
{
    const auto series = reader.preferredSeries(instrumentId, store::SeriesUse::Daily);
    if (!series)
        return tl::unexpected(series.error());
    if (!*series)
        return std::nullopt;
    const auto bars = reader.dailyBars((*series)->id, {date, date}, stop);
    if (!bars)
        return tl::unexpected(bars.error());
    constexpr quint32 kUnusable = core::kBarRangeBroken | core::kBarFlatWithoutVolume;
    if (bars->empty() || (bars->front().flags & kUnusable) != 0)
        return std::nullopt;
    const core::Bar &bar = bars->front();
    const int decimals = (*series)->priceDecimals;
    return VerdictFacts::Day{{bar.low, decimals}, {bar.open, decimals}, {bar.high, decimals}, {bar.close, decimals}};
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
    if (!facts.day && claim.verdict->sessions.isKnown()) {
        const auto day = readDay(reader, instrument->id, claim.verdict->sessions.last, stop);
        if (!day)
            return tl::unexpected(day.error());
        facts.day = *day;
    }
    // where trade never ends, a close belongs to its day
    if (const auto calendar = calendars.calendar(instrument->mic); calendar && !(*calendar)->isRoundTheClock()) {
        for (const claims::QuoteUsed &quote : claim.verdict->quotes) {
            const auto session = (*calendar)->session(quote.session);
            if (session && quote.symbol == instrument->symbol)
                facts.closings[quote.session] = session->hours.end;
        }
    }
    return facts;
}

} // namespace tickmark::claimview
