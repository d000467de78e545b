// SPDX-License-Identifier: GPL-3.0-or-later
#include "WatchQuotes.h"

#include <pipeline/DailyBars.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tickmark::tables {

using core::Bar;
using core::Result;
using core::SessionCalendar;
using core::SessionDate;

namespace {

constexpr float kHole = std::numeric_limits<float>::quiet_NaN();

const Bar *barOn(const std::vector<Bar> &bars, SessionDate date)
{
    const auto found = std::ranges::lower_bound(bars, date, {}, &Bar::session);
    return found != bars.end() && found->session == date ? &*found : nullptr;
}

// The bar of the latest session before `date`.
const Bar *barBefore(const std::vector<Bar> &bars, SessionDate date)
{
    const auto found = std::ranges::lower_bound(bars, date, {}, &Bar::session);
    return found != bars.begin() ? &*std::prev(found) : nullptr;
}

// One value per session where there are few, else the last close of every group of sessions that share a pixel; heights
// from 0 to 1.
Sparkline sparkOf(const std::vector<Bar> &bars, const std::vector<SessionDate> &sessions, SessionDate dotSession)
{
    Sparkline spark;
    const std::size_t perValue = (sessions.size() + Sparkline::kMostValues - 1) / Sparkline::kMostValues;
    if (perValue == 0)
        return spark;
    qint64 lowest = std::numeric_limits<qint64>::max();
    qint64 highest = std::numeric_limits<qint64>::min();
    std::vector<std::optional<qint64>> closes((sessions.size() + perValue - 1) / perValue);
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        const Bar *bar = barOn(bars, sessions[i]);
        if (sessions[i] == dotSession && bar)
            spark.dot = int(i / perValue);
        // where sessions share a value, that of the prices is the one that counts
        if (!bar || (spark.dot == int(i / perValue) && sessions[i] != dotSession))
            continue;
        closes[i / perValue] = bar->close;
        lowest = std::min(lowest, bar->close);
        highest = std::max(highest, bar->close);
    }
    const double height = std::max(double(highest) - double(lowest), 1.0);
    spark.values.reserve(closes.size());
    for (const auto &close : closes)
        spark.values.push_back(close ? float((double(*close) - double(lowest)) / height) : kHole);
    return spark;
}

//! Works out one instrument after the other; the calendars are kept.
class QuoteLoader
{
public:
    QuoteLoader(store::StoreReader &reader, const core::CalendarSet &calendars, const WatchRequest &request,
                const std::stop_token &stop)
        : m_reader(reader), m_calendars(calendars), m_request(request), m_stop(stop)
    {}

    Result<WatchQuote> load(const core::Instrument &instrument)
    {
        WatchQuote quote;
        quote.instrumentId = instrument.id;
        if (const auto filled = fillBars(quote, instrument); !filled)
            return tl::unexpected(filled.error());
        if (const auto traded = fillTrade(quote, instrument); !traded)
            return tl::unexpected(traded.error());
        return quote;
    }

private:
    // Bars from some sessions before the view or the date to the later of both.
    static constexpr int kDaysBack = 45;

    Result<> fillBars(WatchQuote &quote, const core::Instrument &instrument)
    {
        auto sources = pipeline::dailySources(m_reader, instrument.id, pipeline::DailyChoice::Shown);
        if (!sources)
            return tl::unexpected(sources.error());
        if (sources->empty())
            return {};
        quote.hasQuotes = true;
        quote.source = sources->front().source;
        quote.priceDecimals = quote.ownDecimals = sources->front().priceDecimals;
        quote.sizeDecimals = sources->front().sizeDecimals;
        return fill(quote, *std::move(sources), calendarOf(instrument));
    }

    // A close of the same session is the last word on it.
    Result<> fillTrade(WatchQuote &quote, const core::Instrument &instrument)
    {
        const core::CalendarPtr calendar = calendarOf(instrument);
        if (m_request.date || !calendar)
            return {};
        auto trade = pipeline::loadLastTrade(m_reader, instrument, *calendar, m_stop);
        if (!trade)
            return tl::unexpected(trade.error());
        if (*trade && (!quote.bar || quote.session < (*trade)->session))
            quote.trade = std::move(*trade);
        return {};
    }

    core::CalendarPtr calendarOf(const core::Instrument &instrument) const
    {
        if (const auto calendar = m_calendars.calendar(instrument.mic))
            return *calendar;
        return m_calendars.calendar({}).value_or(nullptr);
    }

    Result<> fill(WatchQuote &quote, std::vector<core::Series> sources, const core::CalendarPtr &calendar)
    {
        SessionDate date = SessionDate::fromDays(std::numeric_limits<qint32>::max() - 1);
        if (m_request.date) {
            date = *m_request.date;
        } else {
            const auto last = pipeline::lastDailySession(m_reader, sources, m_stop);
            if (!last)
                return tl::unexpected(last.error());
            if (!*last)
                return {};
            date = **last;
        }
        const auto [first, end] = viewDates(date);
        auto daily = pipeline::readDailyBars(m_reader, std::move(sources),
                                             {std::min(first, date.plusDays(-kDaysBack)), std::max(end, date)}, m_stop);
        const auto splits = m_reader.splits(quote.instrumentId);
        if (!daily || !splits)
            return tl::unexpected(daily ? splits.error() : daily.error());
        if (!calendar)
            return {};
        const SessionDate today = splits->empty() ? SessionDate() : pipeline::sharesToday(*calendar);
        const auto scale = pipeline::bringToShares(*daily, *splits, today);
        if (!scale)
            return {}; // the chart says what is wrong
        quote.priceDecimals = scale->priceDecimals;
        quote.ownDecimals = scale->ownDecimals;
        quote.sizeDecimals = scale->sizeDecimals;
        fillPrices(quote, daily->bars, *calendar, date);
        if (const auto index = daily->indexOf(quote.session))
            quote.source = daily->sourceOf(*index).source;
        quote.spark = sparkOf(daily->bars, sessionsOf(daily->bars, *calendar, first, end), quote.session);
        return {};
    }

    // The dates that the small curve covers.
    [[nodiscard]] std::pair<SessionDate, SessionDate> viewDates(SessionDate date) const
    {
        constexpr int kFewDays = 4; // less shows no course
        constexpr int kUsualDays = WatchRequest::kUsualSessions * 7 / 5;
        if (!m_request.view)
            return {date.plusDays(-kUsualDays), date};
        const SessionDate first = SessionDate::utcDateOf(m_request.view->begin);
        const SessionDate last = SessionDate::utcDateOf(core::Time{m_request.view->end.ns - 1});
        return {last.days() - first.days() < kFewDays ? last.plusDays(-kUsualDays) : first, last};
    }

    static void fillPrices(WatchQuote &quote, const std::vector<Bar> &bars, const SessionCalendar &calendar,
                           SessionDate date)
    {
        const auto before = calendar.sessionBefore(date.plusDays(1));
        const Bar *traded = barOn(bars, date); // a day with quotes is a session, whatever the calendar says
        quote.session = traded ? date : before ? before->date : date;
        if (const Bar *bar = barOn(bars, quote.session))
            quote.bar = *bar;
        const auto previous = calendar.sessionBefore(quote.session);
        quote.previousSession = previous ? previous->date : quote.session.plusDays(-1);
        const Bar *earlier = barBefore(bars, quote.session);
        if (!earlier)
            return;
        if (earlier->session >= quote.previousSession) {
            quote.previousSession = earlier->session;
            quote.previous = core::Price{earlier->close, quote.priceDecimals};
        } else {
            quote.baseBefore = earlier->session;
        }
    }

    // The calendar's sessions, and the days that have quotes without being sessions.
    static std::vector<SessionDate> sessionsOf(const std::vector<Bar> &bars, const SessionCalendar &calendar,
                                               SessionDate first, SessionDate last)
    {
        std::vector<SessionDate> dates;
        if (bars.empty())
            return dates;
        auto bar = std::ranges::lower_bound(bars, first, {}, &Bar::session);
        for (SessionDate day = std::max(first, bars.front().session); day <= std::min(last, bars.back().session);
             day = day.plusDays(1)) {
            while (bar != bars.end() && bar->session < day)
                ++bar;
            if ((bar != bars.end() && bar->session == day) || calendar.isSession(day))
                dates.push_back(day);
        }
        return dates;
    }

    store::StoreReader &m_reader;
    const core::CalendarSet &m_calendars;
    const WatchRequest &m_request;
    const std::stop_token &m_stop;
};

} // namespace

std::optional<core::Price> WatchQuote::close() const
{
    if (!bar)
        return {};
    return core::Price{bar->close, priceDecimals};
}

std::optional<double> WatchQuote::changePercent() const
{
    if (!bar || !previous || previous->units <= 0)
        return {};
    return (double(bar->close) / double(previous->units) - 1.0) * 100.0;
}

std::optional<core::Price> WatchQuote::baseOf(SessionDate of, const std::optional<SessionDate> &before,
                                              const std::optional<core::Price> &ofTrades) const
{
    if (session == of && bar && previous)
        return previous;
    if (bar && before && session >= *before && session < of)
        return close();
    return ofTrades;
}

Result<std::vector<WatchQuote>> loadWatchQuotes(store::StoreReader &reader, const core::CalendarSet &calendars,
                                                std::span<const core::Instrument> instruments,
                                                const WatchRequest &request, std::stop_token stop)
{
    QuoteLoader loader(reader, calendars, request, stop);
    std::vector<WatchQuote> quotes;
    quotes.reserve(instruments.size());
    for (const core::Instrument &instrument : instruments) {
        if (stop.stop_requested())
            return core::failure(core::ErrorCode::Cancelled, {});
        auto quote = loader.load(instrument);
        if (!quote)
            return tl::unexpected(quote.error());
        quotes.push_back(std::move(*quote));
    }
    return quotes;
}

} // namespace tickmark::tables
