// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileShares.h"

#include "CorrectedBars.h"
#include "FetchFile.h"
#include "FetchPlan.h"

#include <QHash>

#include <algorithm>
#include <iterator>

namespace tickmark::pipeline {

using core::Bar;
using core::Result;

namespace {

//! The bars of a file in memory.
struct FileBars
{
    qint64 intervalNs = 0;
    QHash<QString, sources::FetchedBars> bySymbol; //!< case-folded; ascending
};

tl::expected<FileBars, FetchFault> readBars(std::unique_ptr<sources::ByteSource> source,
                                            const sources::CsvProfile &profile, const sources::BarReadOptions &options,
                                            const store::SourceSetup &setup)
{
    const auto reader = sources::BarFileReader::open(std::move(source), profile, options);
    if (!reader)
        return tl::unexpected(faultOfTable(reader.error(), "other_table", setup.name));
    FileBars all;
    all.intervalNs = (*reader)->intervalNs();
    for (std::vector<sources::ParsedBar> bars;;) {
        bars.clear();
        const auto more = (*reader)->next(bars, {});
        if (!more)
            return tl::unexpected(
                faultOfRows(more.error(), (*reader)->rejects(), (*reader)->rowsRead(), setup.name, fileRequest(setup)));
        for (const sources::ParsedBar &one : bars)
            all.bySymbol[(*reader)->symbols().at(one.symbolIndex).toCaseFolded()].bars.push_back(
                {one.bar, one.priceDecimals, one.sizeDecimals});
        if (!*more)
            break;
    }
    for (sources::FetchedBars &bars : all.bySymbol)
        putInOrder(bars);
    return all;
}

} // namespace

FileShares::FileShares(const store::SourceSetup &setup, const FetchSetting &setting)
    : m_setup(setup), m_setting(setting)
{}

FileShares::Before FileShares::read(std::unique_ptr<sources::ByteSource> source, const BarImportOptions &options)
{
    const auto read = readBars(std::move(source), *options.profile, options.read, m_setup);
    if (!read)
        return tl::unexpected(read.error());
    std::vector<SeriesBefore> all;
    for (const store::SeriesSpan &span : m_setting.spans) {
        const core::Series &series = span.series;
        const auto instrument = std::ranges::find(m_setting.instruments, series.instrumentId, &core::Instrument::id);
        if (instrument == m_setting.instruments.end())
            continue;
        const auto bars = read->bySymbol.constFind(instrument->symbol.toCaseFolded());
        if (series.source != m_setup.name || series.field != core::QuoteField::Bar
            || series.intervalNs != read->intervalNs || bars == read->bySymbol.constEnd())
            continue;
        const auto corrected = std::ranges::find(options.corrected, series.id,
                                                 [](const CorrectedSeries &one) { return one.series.id; });
        auto one = before(series, *instrument, bars->bars,
                          corrected == options.corrected.end() ? std::span<const Bar>() : corrected->bars);
        if (!one)
            return tl::unexpected(one.error());
        all.push_back(std::move(*one));
    }
    return all;
}

FileShares::One FileShares::before(const core::Series &series, const core::Instrument &instrument,
                                   std::span<const sources::FetchedBar> fetched, std::span<const Bar> corrected) const
{
    store::StoreReader &reader = m_setting.tools.reader;
    const auto calendar = m_setting.tools.calendars.calendar(instrument.mic);
    const auto stored = allStored(reader, series);
    std::vector<sources::FetchedBar> taken(fetched.begin(), fetched.end());
    std::erase_if(taken, [&](const sources::FetchedBar &one) { return isCorrectedOtherwise(corrected, series, one); });
    const auto overlap = overlapWithStored(reader, series, taken);
    if (!calendar)
        return tl::unexpected(noCalendar(instrument));
    if (!stored || !overlap)
        return tl::unexpected(faultOfStore(stored ? overlap.error() : stored.error()));
    SeriesBefore made{series, std::nullopt, {}, {}};
    std::ranges::transform(*stored, std::back_inserter(made.times),
                           [&](const Bar &bar) { return timeKey(bar, series); });
    if (!m_setup.splitsAdjusted && overlap->isAllApart())
        return tl::unexpected(otherPrices(m_setup.name, instrument.symbol));
    if (!m_setup.splitsAdjusted)
        return made;

    const auto sessionOf = [&](const Bar &bar) {
        return series.isDaily() ? bar.session : (*calendar)->sessionDateOf(bar.start);
    };
    const auto finished = sessionsSoFar(**calendar, m_setting.options.now).finished;
    const auto splits = splitsSince(reader, series, finished);
    const auto lags = splits ? lagsBehind(*splits, reader, series, taken, sessionOf) : tl::unexpected(splits.error());
    if (!lags)
        return tl::unexpected(faultOfStore(lags.error()));
    if (*lags) {
        made.splitsUntil = series.splitsUntil;
        return made;
    }
    const std::vector<Bar> left = besides(*stored, series, taken);
    if (!splits->empty()) {
        const core::SplitScale scale(*splits, series.splitsUntil, *finished);
        const RatioAt ratioAt = [&](const Bar &bar) { return scale.at(sessionOf(bar)); };
        if (!left.empty() && !isExplained(*stored, series, taken, ratioAt))
            return tl::unexpected(otherShares(m_setup.name, instrument.symbol));
        return turned(std::move(made), left, instrument.symbol, ratioAt);
    }
    if (!overlap->isAllApart())
        return made;
    // Only the prices show a split: what comes again as a whole can be trusted, but for the user's corrections.
    if (!besides(*stored, series, fetched).empty())
        return tl::unexpected(otherShares(m_setup.name, instrument.symbol));
    const auto shown = ratioBetween(*stored, series, taken);
    return turned(std::move(made), left, instrument.symbol, [&](const Bar &) { return shown; });
}

FileShares::One FileShares::turned(SeriesBefore made, std::span<const Bar> left, const QString &symbol,
                                   const RatioAt &ratioAt) const
{
    for (const Bar &bar : left) {
        const auto ratio = ratioAt(bar);
        const auto one = ratio ? inNewShares(bar, made.series, *ratio) : std::nullopt;
        if (!one)
            return tl::unexpected(otherShares(m_setup.name, symbol));
        made.besides.push_back(*one);
    }
    return made;
}

} // namespace tickmark::pipeline
