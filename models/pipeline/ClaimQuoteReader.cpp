// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimQuoteReader.h"

#include "BarHistories.h"

#include <algorithm>

namespace tickmark::pipeline {

using core::Result;

namespace {

//! Some 150 MB of daily bars; more are read again.
constexpr std::size_t kMostBarsKept = 2'000'000;
//! Likewise of intraday bars.
constexpr std::size_t kMostIntradayKept = 500'000;
//! Around the publication, where it is not known which session a claim speaks of.
constexpr int kDaysAround = 14;

store::SessionRange around(core::Time published)
{
    const core::SessionDate day = core::SessionDate::utcDateOf(published);
    return {day.plusDays(-kDaysAround), day.plusDays(kDaysAround)};
}

//! False when a price does not fit.
bool rescale(std::vector<core::Bar> &bars, int from, int to)
{
    if (from == to)
        return true;
    for (core::Bar &bar : bars) {
        for (qint64 *price : {&bar.open, &bar.high, &bar.low, &bar.close}) {
            const auto scaled = core::rescaled({*price, from}, to);
            if (!scaled)
                return false;
            *price = scaled->units;
        }
    }
    return true;
}

//! Brings intraday bars and the daily ones to the same decimals; without those bars where that cannot be.
std::vector<core::Bar> withCommonDecimals(std::vector<core::Bar> bars, int decimals, claims::InstrumentQuotes &quotes)
{
    const int common = std::max(decimals, quotes.priceDecimals);
    std::vector<core::Bar> daily = quotes.bars;
    std::vector<core::Bar> early = quotes.early;
    std::vector<core::Bar> during = quotes.during;
    for (std::vector<core::Bar> *own : {&daily, &early, &during}) {
        if (!rescale(*own, quotes.priceDecimals, common))
            return {};
    }
    if (!rescale(bars, decimals, common))
        return {};
    quotes.bars = std::move(daily);
    quotes.early = std::move(early);
    quotes.during = std::move(during);
    for (core::PriceDoubt &doubt : quotes.doubts)
        doubt.units *= double(core::powerOfTen(common - quotes.priceDecimals));
    quotes.priceDecimals = common;
    return bars;
}

//! "EURUSD" of "EURUSD", "EUR/USD", "EURUSD=X"; empty when it names no two currencies.
QString pairOf(const QString &symbol)
{
    QString letters;
    for (const QChar c : symbol.left(symbol.indexOf(QLatin1Char('=')))) {
        if (c.isLetter())
            letters += c.toUpper();
    }
    return letters.size() == 6 ? letters : QString();
}

} // namespace

ClaimQuoteReader::ClaimQuoteReader(store::StoreReader &reader, const core::CalendarSet &calendars,
                                   std::vector<core::Instrument> instruments, std::stop_token stop)
    : m_reader(reader), m_calendars(calendars), m_stop(std::move(stop))
{
    for (core::Instrument &instrument : instruments) {
        if (const QString pair = pairOf(instrument.symbol);
            instrument.kind == core::InstrumentKind::Fx && !pair.isEmpty() && !m_pairs.contains(pair))
            m_pairs.insert(pair, instrument.id);
        m_symbols.insert(instrument.symbol, instrument.id);
        m_instruments.insert(instrument.id, std::move(instrument));
    }
}

Result<QuotesOfClaim> ClaimQuoteReader::read(const claims::Claim &claim, core::Time published)
{
    QuotesOfClaim all;
    auto own = quotesOf(claim.subject.instrumentId, claim, published, all);
    if (!own)
        return tl::unexpected(own.error());
    all.quotes.own = std::move(*own);
    for (const claims::Subject &subject : claim.together) {
        if (subject.instrumentId == 0 || subject.instrumentId == claim.subject.instrumentId)
            continue;
        auto other = quotesOf(subject.instrumentId, claim, published, all);
        if (!other)
            return tl::unexpected(other.error());
        if (other->calendar)
            all.quotes.others.push_back(std::move(*other));
    }
    return all;
}

Result<claims::InstrumentQuotes> ClaimQuoteReader::quotesOf(qint64 instrumentId, const claims::Claim &claim,
                                                            core::Time published, QuotesOfClaim &all)
{
    const auto found = shelf(instrumentId);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return claims::InstrumentQuotes{};
    const Shelf &shelf = **found;
    const auto needed = claims::quotesNeeded(claim, shelf.instrument, published, *shelf.calendar);
    const store::SessionRange sessions = needed ? store::SessionRange{needed->from, needed->to} : around(published);
    auto read = dailyQuotes(shelf, sessions, published, claims::sessionsOf(claim.time, published, *shelf.calendar));
    if (!read)
        return read;
    claims::InstrumentQuotes quotes = *std::move(read);
    store::SessionRange judgedBy = sessions;
    if (!shelf.daily.bars.empty()) {
        quotes.end = shelf.daily.bars.back().session;
        judgedBy.first = std::min(judgedBy.first, *quotes.end); // a verdict may say where they end
    }
    all.needs.push_back({instrumentId, judgedBy});
    if (!needed)
        return quotes;
    if (needed->shares) {
        const auto next = std::ranges::upper_bound(shelf.shares, needed->to, {}, &store::DatedShares::date);
        if (next != shelf.shares.begin()) {
            const store::DatedShares &latest = *(next - 1);
            quotes.shares = claims::InstrumentQuotes::Shares{latest.date, latest.shares, latest.source};
        }
    }
    if (!needed->rateCurrency.isEmpty() && all.quotes.rates.empty()) {
        auto converted = rates(quotes.instrument.currency, needed->rateCurrency, all, published, sessions);
        if (!converted)
            return tl::unexpected(converted.error());
        all.quotes.rates = std::move(*converted);
    }
    return quotes;
}

Result<claims::InstrumentQuotes> ClaimQuoteReader::dailyQuotes(const Shelf &shelf, const store::SessionRange &sessions,
                                                               core::Time published,
                                                               const std::optional<claims::SessionSpan> &span)
{
    claims::InstrumentQuotes quotes;
    quotes.instrument = shelf.instrument;
    quotes.calendar = shelf.calendar;
    quotes.splits = shelf.splits;
    quotes.splitsUntil = sharesAt(*shelf.calendar, published);
    DailyBars daily = shelf.daily.within(sessions);
    if (span) {
        auto read = readFor(m_reader, std::move(daily), sessions, span->base, span->last, m_stop);
        if (!read)
            return tl::unexpected(read.error());
        daily = *std::move(read);
    }
    if (!daily.sources.empty())
        quotes.source = daily.sources.front().source;
    for (const core::BarRun &run : daily.runs)
        quotes.sources.emplace_back(daily.bars[run.first].session, daily.sources[run.source].source);
    const auto scale = bringToShares(daily, shelf.splits, *quotes.splitsUntil);
    if (scale) { // prices that do not fit with their splits are none
        quotes.priceDecimals = scale->priceDecimals;
        quotes.ownDecimals = scale->ownDecimals;
        quotes.doubts = scale->doubts;
        quotes.bars = std::move(daily.bars);
    }
    return quotes;
}

Result<ClaimQuoteReader::ShelfPtr> ClaimQuoteReader::shelf(qint64 instrumentId)
{
    if (const auto kept = m_shelves.constFind(instrumentId); kept != m_shelves.constEnd())
        return *kept;
    const auto instrument = m_instruments.constFind(instrumentId);
    if (instrument == m_instruments.constEnd())
        return ShelfPtr();
    auto loaded = load(*instrument);
    if (!loaded)
        return loaded;
    if (m_barsKept > kMostBarsKept) {
        m_shelves.clear();
        m_barsKept = 0;
    }
    m_shelves.insert(instrumentId, *loaded);
    if (*loaded)
        m_barsKept += (*loaded)->daily.bars.size();
    return loaded;
}

Result<ClaimQuoteReader::ShelfPtr> ClaimQuoteReader::load(const core::Instrument &instrument)
{
    const auto calendar = m_calendars.calendar(instrument.mic);
    if (!calendar)
        return ShelfPtr(); // without the exchange's sessions nothing can be said
    auto shelf = std::make_shared<Shelf>();
    shelf->instrument = instrument;
    auto sources = dailySources(m_reader, instrument.id, DailyChoice::Traded);
    if (!sources)
        return tl::unexpected(sources.error());
    auto daily = readDailyBars(m_reader, *std::move(sources), {}, m_stop);
    if (!daily)
        return tl::unexpected(daily.error());
    shelf->daily = *std::move(daily);
    auto intraday = tradedSeries(instrument.id, store::SeriesUse::Intraday);
    auto ticks = tradedSeries(instrument.id, store::SeriesUse::Ticks);
    if (!intraday || !ticks)
        return tl::unexpected(intraday ? ticks.error() : intraday.error());
    shelf->intraday = std::move(*intraday);
    shelf->ticks = std::move(*ticks);
    auto splits = m_reader.splits(instrument.id);
    auto shares = m_reader.datedShares(instrument.id);
    if (!splits || !shares)
        return tl::unexpected(splits ? shares.error() : splits.error());
    shelf->splits = std::move(*splits);
    shelf->shares = std::move(*shares);

    std::vector<core::SessionDate> closedDays; // with quotes all the same: they win
    for (const core::Bar &bar : shelf->daily.bars) {
        if (!(*calendar)->isSession(bar.session))
            closedDays.push_back(bar.session);
    }
    shelf->calendar = closedDays.empty()
                          ? *calendar
                          : std::make_shared<const core::SessionCalendar>((*calendar)->withTradedDays(closedDays));
    return ShelfPtr(std::move(shelf));
}

Result<std::vector<core::Series>> ClaimQuoteReader::tradedSeries(qint64 instrumentId, store::SeriesUse use)
{
    auto ranked = m_reader.rankedSeries(instrumentId, use);
    if (ranked) {
        std::erase_if(*ranked, [use](const core::Series &series) {
            return series.kind != core::SeriesKind::Traded
                   || (use == store::SeriesUse::Ticks && series.field != core::QuoteField::Trade);
        });
    }
    return ranked;
}

Result<void> ClaimQuoteReader::addEarly(const claims::Claim &claim, core::Time published, claims::ClaimQuotes &quotes)
{
    return addIntraday(Part::BeforeOpening, claim, published, quotes);
}

Result<void> ClaimQuoteReader::addDuring(const claims::Claim &claim, core::Time published, claims::ClaimQuotes &quotes)
{
    return addIntraday(Part::Session, claim, published, quotes);
}

Result<void> ClaimQuoteReader::addIntraday(Part part, const claims::Claim &claim, core::Time published,
                                           claims::ClaimQuotes &quotes)
{
    const auto add = [&](claims::InstrumentQuotes &of) -> Result<void> {
        const auto span = of.calendar ? claims::sessionsOf(claim.time, published, *of.calendar) : std::nullopt;
        const auto session = span ? of.calendar->session(span->last) : std::nullopt;
        if (!session)
            return {};
        const core::TimeRange early{timesOf(*of.calendar, span->last, span->last).begin, session->hours.begin};
        auto bars = intradayBars(of, span->last, part == Part::Session ? session->hours : early);
        if (!bars)
            return tl::unexpected(bars.error());
        (part == Part::Session ? of.during : of.early) = std::move(*bars);
        if (part == Part::Session)
            of.duringNs = m_intradayRead.value(of.instrument.id).intervalNs;
        return {};
    };
    if (const auto added = add(quotes.own); !added)
        return added;
    for (claims::InstrumentQuotes &other : quotes.others) {
        if (const auto added = add(other); !added)
            return added;
    }
    return {};
}

Result<std::vector<core::Bar>> ClaimQuoteReader::intradayBars(claims::InstrumentQuotes &quotes,
                                                              core::SessionDate session, core::TimeRange times)
{
    const qint64 instrument = quotes.instrument.id;
    const auto found = shelf(instrument);
    if (!found)
        return tl::unexpected(found.error());
    const IntradayPlace place{instrument, {times.begin.ns, times.end.ns}};
    auto kept = m_intraday.constFind(place);
    if (kept == m_intraday.constEnd()) {
        auto read = readIntraday(**found, times);
        if (!read)
            return tl::unexpected(read.error());
        if (m_intradayKept > kMostIntradayKept) {
            m_intraday.clear();
            m_intradayKept = 0;
        }
        m_intradayKept += read->bars.size();
        kept = m_intraday.insert(place, *std::move(read));
    }
    if (!kept->series)
        return std::vector<core::Bar>();
    m_intradayRead.insert(instrument, *kept->series);
    std::vector<core::Bar> bars = kept->bars;
    const core::BarRun all{0, 0};
    const auto scale = bringToShares(bars, {&all, 1}, {&*kept->series, 1}, quotes.splits, *quotes.splitsUntil,
                                     [session](const core::Bar &) { return session; });
    return scale ? withCommonDecimals(std::move(bars), scale->priceDecimals, quotes) : std::vector<core::Bar>();
}

//! Of the first series of bars that has any; ticks in their place where they are of the same hours: they date a moment
//! better than a bar.
Result<ClaimQuoteReader::IntradayBars> ClaimQuoteReader::readIntraday(const Shelf &shelf, core::TimeRange times)
{
    IntradayBars found;
    for (const core::Series &series : shelf.intraday) {
        auto bars = m_reader.intradayBars(series.id, times, m_stop);
        if (!bars)
            return tl::unexpected(bars.error());
        found = {series, *std::move(bars)};
        if (!found.bars.empty())
            break;
    }
    for (const core::Series &series : shelf.ticks) {
        auto ticks = tickBars(series, times);
        if (!ticks)
            return tl::unexpected(ticks.error());
        const bool isAll = !ticks->bars.empty()
                           && (found.bars.empty()
                               || (ticks->first.ns < found.bars.front().start.ns + found.series->intervalNs
                                   && found.bars.back().start <= ticks->last));
        if (isAll)
            return IntradayBars{series, std::move(ticks->bars)};
    }
    return found;
}

// A price is first reached by a tick that goes further than those before: the others need not be kept.
Result<ClaimQuoteReader::TickBars> ClaimQuoteReader::tickBars(const core::Series &series, core::TimeRange times)
{
    TickBars all;
    qint64 low = 0;
    qint64 high = 0;
    const auto streamed = m_reader.streamTicks(
        series.id, times,
        [&](std::span<const core::Tick> ticks) {
            for (const core::Tick &tick : ticks) {
                all.last = tick.time;
                if (!all.bars.empty() && low <= tick.price && tick.price <= high)
                    continue;
                low = all.bars.empty() ? tick.price : std::min(low, tick.price);
                high = all.bars.empty() ? tick.price : std::max(high, tick.price);
                core::Bar bar;
                bar.start = tick.time;
                bar.open = bar.high = bar.low = bar.close = tick.price;
                all.bars.push_back(bar);
            }
            return true;
        },
        m_stop);
    // a damaged block leaves the others readable, and only dates the moment
    if (!streamed && streamed.error().code != core::ErrorCode::Damaged)
        return tl::unexpected(streamed.error());
    if (!all.bars.empty())
        all.first = all.bars.front().start;
    return all;
}

} // namespace tickmark::pipeline
