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

//! Daily bars of `bars` from `range.first` to `range.last`.
std::vector<core::Bar> slice(const std::vector<core::Bar> &bars, const store::SessionRange &range)
{
    const auto first = std::ranges::lower_bound(bars, range.first, {}, &core::Bar::session);
    const auto last = std::ranges::upper_bound(bars, range.last, {}, &core::Bar::session);
    return first < last ? std::vector<core::Bar>(first, last) : std::vector<core::Bar>();
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

core::Price priceOf(double rate)
{
    constexpr int kDecimals = 6;
    return {qRound64(rate * double(core::powerOfTen(kDecimals))), kDecimals};
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
    const auto needed = claims::quotesNeeded(claim, shelf.all.instrument, published, *shelf.all.calendar);
    const store::SessionRange sessions = needed ? store::SessionRange{needed->from, needed->to} : around(published);
    claims::InstrumentQuotes quotes;
    quotes.instrument = shelf.all.instrument;
    quotes.calendar = shelf.all.calendar;
    quotes.priceDecimals = shelf.all.priceDecimals;
    quotes.source = shelf.all.source;
    quotes.splits = shelf.all.splits;
    quotes.bars = slice(shelf.all.bars, sessions);
    store::SessionRange judgedBy = sessions;
    if (!shelf.all.bars.empty()) {
        quotes.end = shelf.all.bars.back().session;
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
        auto converted = rates(quotes.instrument.currency, needed->rateCurrency, all, sessions);
        if (!converted)
            return tl::unexpected(converted.error());
        all.quotes.rates = std::move(*converted);
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
        m_barsKept += (*loaded)->all.bars.size();
    return loaded;
}

Result<ClaimQuoteReader::ShelfPtr> ClaimQuoteReader::load(const core::Instrument &instrument)
{
    const auto calendar = m_calendars.calendar(instrument.mic);
    if (!calendar)
        return ShelfPtr(); // without the exchange's sessions nothing can be said
    auto shelf = std::make_shared<Shelf>();
    shelf->all.instrument = instrument;
    const auto candidates = tradedSeries(instrument.id, store::SeriesUse::Daily);
    if (!candidates)
        return tl::unexpected(candidates.error());
    std::optional<core::SessionDate> splitsUntil;
    for (const core::Series &series : *candidates) {
        auto bars = m_reader.dailyBars(series.id, {}, m_stop);
        if (!bars)
            return tl::unexpected(bars.error());
        if (bars->empty())
            continue;
        shelf->all.bars = std::move(*bars);
        shelf->all.priceDecimals = series.priceDecimals;
        shelf->all.source = series.source;
        splitsUntil = series.splitsUntil;
        const auto origins = m_reader.origins(series.id, store::SessionRange{}, m_stop);
        if (!origins)
            return tl::unexpected(origins.error());
        shelf->dailySeries = series.id;
        shelf->origins = *origins;
        break;
    }
    auto intraday = tradedSeries(instrument.id, store::SeriesUse::Intraday);
    auto ticks = tradedSeries(instrument.id, store::SeriesUse::Ticks);
    if (!intraday || !ticks)
        return tl::unexpected(intraday ? ticks.error() : intraday.error());
    shelf->intraday = std::move(*intraday);
    shelf->ticks = std::move(*ticks);
    const auto splits = m_reader.splits(instrument.id);
    if (!splits)
        return tl::unexpected(splits.error());
    for (const store::StockSplit &split : *splits) {
        if (!splitsUntil || *splitsUntil < split.date)
            shelf->all.splits.push_back({split.date, double(split.newShares) / double(split.oldShares)});
    }
    auto shares = m_reader.datedShares(instrument.id);
    if (!shares)
        return tl::unexpected(shares.error());
    shelf->shares = std::move(*shares);

    std::vector<core::SessionDate> closedDays; // with quotes all the same: they win
    for (const core::Bar &bar : shelf->all.bars) {
        if (!(*calendar)->isSession(bar.session))
            closedDays.push_back(bar.session);
    }
    shelf->all.calendar = closedDays.empty()
                              ? *calendar
                              : std::make_shared<const core::SessionCalendar>((*calendar)->withTradedDays(closedDays));
    return ShelfPtr(std::move(shelf));
}

Result<std::vector<core::Series>> ClaimQuoteReader::tradedSeries(qint64 instrumentId, store::SeriesUse use)
{
    if (const auto read = readSources(); !read)
        return tl::unexpected(read.error());
    auto all = m_reader.seriesOf(instrumentId);
    const auto chosen = m_reader.chosenSeries(instrumentId, use);
    if (!all || !chosen)
        return tl::unexpected(all ? chosen.error() : all.error());
    std::erase_if(*all, [&](const core::Series &series) {
        const bool isTicks = series.field != core::QuoteField::Bar;
        const bool fits = use == store::SeriesUse::Ticks   ? series.field == core::QuoteField::Trade
                          : use == store::SeriesUse::Daily ? !isTicks && series.isDaily()
                                                           : !isTicks && !series.isDaily();
        return !fits || series.kind != core::SeriesKind::Traded;
    });
    std::ranges::stable_sort(*all, [&](const core::Series &a, const core::Series &b) {
        const auto rank = [&](const core::Series &series) {
            return std::tuple(*chosen == series.id ? 0 : 1, -m_priorities->value(series.source), series.intervalNs,
                              series.id);
        };
        return rank(a) < rank(b);
    });
    return all;
}

Result<void> ClaimQuoteReader::readSources()
{
    if (m_priorities)
        return {};
    const auto sources = m_reader.sources();
    if (!sources)
        return tl::unexpected(sources.error());
    m_priorities.emplace();
    for (const store::SourceInfo &source : *sources) {
        m_priorities->insert(source.name, source.priority);
        if (source.kind == QLatin1String("file"))
            m_fileSources.append(source.name);
    }
    return {};
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
        auto bars = intradayBars(of, part == Part::Session ? session->hours : early);
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

Result<std::vector<core::Bar>> ClaimQuoteReader::intradayBars(claims::InstrumentQuotes &quotes, core::TimeRange times)
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
    return withCommonDecimals(kept->bars, kept->series->priceDecimals, quotes);
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

Result<std::vector<claims::ExchangeRate>> ClaimQuoteReader::rates(const QString &from, const QString &to,
                                                                  QuotesOfClaim &all,
                                                                  const store::SessionRange &sessions)
{
    const QString dollar = QStringLiteral("USD");
    auto direct = ratesOfPair(from, to, all, sessions);
    if (!direct || !direct->empty() || from == dollar || to == dollar)
        return direct;
    const auto first = ratesOfPair(from, dollar, all, sessions);
    const auto second = ratesOfPair(dollar, to, all, sessions);
    if (!first || !second)
        return first ? second : first;
    std::vector<claims::ExchangeRate> crossed;
    for (const claims::ExchangeRate &leg : *first) {
        const auto other = std::ranges::find(*second, leg.date, &claims::ExchangeRate::date);
        if (other == second->end())
            continue;
        const double rate = leg.rate * other->rate;
        crossed.push_back(
            {leg.date, rate, leg.symbol + kListSeparator + other->symbol, priceOf(rate),
             leg.source == other->source ? leg.source : QString(leg.source + kListSeparator + other->source)});
    }
    return crossed;
}

Result<std::vector<claims::ExchangeRate>> ClaimQuoteReader::ratesOfPair(const QString &from, const QString &to,
                                                                        QuotesOfClaim &all,
                                                                        const store::SessionRange &sessions)
{
    for (const bool isInverse : {false, true}) {
        const auto instrument = m_pairs.constFind(isInverse ? to + from : from + to);
        if (instrument == m_pairs.constEnd())
            continue;
        all.needs.push_back({*instrument, sessions});
        const auto pair = shelf(*instrument);
        if (!pair)
            return tl::unexpected(pair.error());
        if (!*pair)
            continue;
        const claims::InstrumentQuotes &quotes = (*pair)->all;
        std::vector<claims::ExchangeRate> found;
        for (const core::Bar &bar : slice(quotes.bars, sessions)) {
            const core::Price quote{bar.close, quotes.priceDecimals};
            const double close = core::toDouble(quote);
            if (close > 0)
                found.push_back(
                    {bar.session, isInverse ? 1 / close : close, quotes.instrument.symbol, quote, quotes.source});
        }
        if (!found.empty())
            return found;
    }
    return std::vector<claims::ExchangeRate>();
}

} // namespace tickmark::pipeline
