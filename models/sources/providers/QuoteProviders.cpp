// SPDX-License-Identifier: GPL-3.0-or-later
#include "AlphaVantageProvider.h"
#include "EcbProvider.h"
#include "FinnhubProvider.h"
#include "QuoteProvider.h"
#include "StooqProvider.h"
#include "TwelveDataProvider.h"
#include "YahooProvider.h"
#include <core/Series.h>
#include <core/SplitScale.h>

#include <algorithm>
#include <array>
#include <limits>

namespace tickmark::sources {

std::optional<FetchedBar> makeBar(const std::array<std::optional<core::Price>, 4> &openHighLowClose,
                                  std::optional<core::Price> volume)
{
    FetchedBar made;
    for (const auto &price : openHighLowClose) {
        if (!price)
            return std::nullopt;
        made.priceDecimals = std::max(made.priceDecimals, price->decimals);
    }
    std::array<qint64 *, 4> places{&made.bar.open, &made.bar.high, &made.bar.low, &made.bar.close};
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto scaled = core::rescaled(*openHighLowClose[i], made.priceDecimals);
        if (!scaled)
            return std::nullopt;
        *places[i] = scaled->units;
    }
    if (volume && volume->units >= 0) {
        made.bar.volume = volume->units;
        made.sizeDecimals = volume->decimals;
    }
    return made;
}

void leaveOut(FetchedBars &fetched, const BarsQuery &query, std::optional<core::SessionDate> date,
              std::optional<core::Time> start)
{
    ++fetched.rowsLeftOut;
    if (!date || *date < query.from || *date > query.until)
        return;
    if (query.intervalNs == core::Series::kDaily)
        fetched.unpriced.push_back(*date);
    else if (start)
        fetched.unpricedTimes.push_back(*start);
}

void putInOrder(FetchedBars &fetched)
{
    const auto key = [](const FetchedBar &one) { return std::pair(one.bar.session, one.bar.start); };
    auto &bars = fetched.bars;
    std::ranges::stable_sort(bars, {}, key);
    // From behind, where the last one of each time comes first.
    const auto older = std::unique(bars.rbegin(), bars.rend(), [&key](const FetchedBar &one, const FetchedBar &other) {
        return key(one) == key(other);
    });
    fetched.rowsLeftOut += bars.rend() - older;
    bars.erase(bars.begin(), older.base());

    const auto tidy = [&bars](auto &unpriced, auto place) {
        std::ranges::sort(unpriced);
        unpriced.erase(std::unique(unpriced.begin(), unpriced.end()), unpriced.end());
        std::erase_if(unpriced, [&](auto one) { return std::ranges::binary_search(bars, one, {}, place); });
    };
    tidy(fetched.unpriced, [](const FetchedBar &one) { return one.bar.session; });
    tidy(fetched.unpricedTimes, [](const FetchedBar &one) { return one.bar.start; });
}

namespace {

bool isSame(const FetchedSplit &one, const FetchedSplit &other)
{
    return one.newShares == other.newShares && one.oldShares == other.oldShares;
}

bool isSame(const FetchedDividend &one, const FetchedDividend &other)
{
    return core::compare(one.amount, other.amount) == 0;
}

//! What both of `one` and `other` do; nothing where the numbers become too large.
std::optional<FetchedSplit> joined(const FetchedSplit &one, const FetchedSplit &other)
{
    const auto ratio = core::shareRatio(std::array{core::Split{one.exDate, one.newShares, one.oldShares},
                                                   core::Split{other.exDate, other.newShares, other.oldShares}},
                                        one.exDate.plusDays(-1), one.exDate);
    return ratio ? std::optional(FetchedSplit{one.exDate, ratio->newShares, ratio->oldShares}) : std::nullopt;
}

std::optional<FetchedDividend> joined(const FetchedDividend &one, const FetchedDividend &other)
{
    const int decimals = std::max(one.amount.decimals, other.amount.decimals);
    const auto first = core::rescaled(one.amount, decimals);
    const auto second = core::rescaled(other.amount, decimals);
    if (!first || !second || first->units > std::numeric_limits<qint64>::max() - second->units)
        return std::nullopt;
    return FetchedDividend{one.exDate, {first->units + second->units, decimals}};
}

template <typename Event>
void putInOrder(std::vector<Event> &events)
{
    std::ranges::stable_sort(events, {}, &Event::exDate);
    std::vector<Event> told; // of the date that is being looked at
    std::vector<Event> one;
    for (const Event &event : events) {
        if (!told.empty() && told.front().exDate != event.exDate)
            told.clear();
        if (std::ranges::any_of(told, [&event](const Event &other) { return isSame(other, event); }))
            continue;
        const auto both = told.empty() ? std::nullopt : joined(one.back(), event);
        if (both)
            one.back() = *both;
        else if (told.empty())
            one.push_back(event);
        told.push_back(event);
    }
    events = std::move(one);
}

} // namespace

void putEventsInOrder(FetchedBars &fetched)
{
    putInOrder(fetched.splits);
    putInOrder(fetched.dividends);
}

std::span<const QuoteProvider *const> quoteProviders()
{
    static const YahooProvider yahoo;
    static const StooqProvider stooq;
    static const AlphaVantageProvider alphaVantage;
    static const TwelveDataProvider twelveData;
    static const FinnhubProvider finnhub;
    static const EcbProvider ecb;
    static const std::array<const QuoteProvider *, 6> all{&yahoo, &stooq, &alphaVantage, &twelveData, &finnhub, &ecb};
    return all;
}

const QuoteProvider *quoteProvider(const QString &code)
{
    const auto all = quoteProviders();
    const auto found = std::ranges::find(all, code, &QuoteProvider::code);
    return found == all.end() ? nullptr : *found;
}

} // namespace tickmark::sources
