// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimQuoteReader.h"
#include "ComparedBars.h"
#include <core/ShownPrice.h>

#include <algorithm>

namespace tickmark::pipeline {

using core::Result;

namespace {

constexpr qsizetype kMostPlacesKept = 20'000;

} // namespace

std::optional<core::Series> ClaimQuoteReader::seriesOf(const Shelf &shelf, const claims::QuoteUsed &quote)
{
    const auto named = std::ranges::find(shelf.daily.sources, quote.source, &core::Series::source);
    if (named != shelf.daily.sources.end())
        return *named;
    const auto index = shelf.daily.indexOf(quote.session);
    return index ? std::optional(shelf.daily.sourceOf(*index)) : std::nullopt;
}

Result<std::vector<ClaimQuoteReader::SourceBar>> ClaimQuoteReader::barsOn(const Shelf &shelf, core::SessionDate session)
{
    const QuotePlace place{shelf.instrument.id, session.days()};
    if (const auto kept = m_compared.constFind(place); kept != m_compared.constEnd())
        return *kept;
    std::vector<SourceBar> found;
    for (const core::Series &series : shelf.daily.sources) {
        const auto bars = m_reader.dailyBars(series.id, store::SessionRange{session, session}, m_stop);
        if (!bars)
            return tl::unexpected(bars.error());
        if (!bars->empty())
            found.push_back({series, bars->front()});
    }
    if (m_compared.size() >= kMostPlacesKept)
        m_compared.clear();
    return *m_compared.insert(place, std::move(found));
}

Result<void> ClaimQuoteReader::noteOthers(std::vector<claims::QuoteUsed> &quotes, core::Time published)
{
    for (claims::QuoteUsed &quote : quotes) {
        const qint64 instrument = m_symbols.value(quote.symbol);
        if (quote.field != QLatin1String("close") || quote.time || instrument == 0)
            continue;
        const auto found = shelf(instrument);
        if (!found)
            return tl::unexpected(found.error());
        if (!*found || (*found)->daily.sources.size() < 2)
            continue;
        if (const auto noted = noteOthers(**found, quote, published); !noted)
            return noted;
    }
    return {};
}

Result<void> ClaimQuoteReader::noteOthers(const Shelf &shelf, claims::QuoteUsed &quote, core::Time published)
{
    const auto bars = barsOn(shelf, quote.session);
    if (!bars)
        return tl::unexpected(bars.error());
    const auto series = seriesOf(shelf, quote);
    const core::SessionDate reference = sharesAt(*shelf.calendar, published);
    const auto own = std::ranges::find_if(*bars,
                                          [&](const SourceBar &one) { return series && one.series.id == series->id; });
    const auto used = own != bars->end() ? comparedBar(own->bar, own->series, shelf.splits, reference) : std::nullopt;
    // a price that is shown as it was traded is in other shares
    if (!used || core::compare(core::roundedTo(used->close, quote.price.decimals), quote.price) != 0)
        return {};
    for (const SourceBar &other : *bars) {
        const auto value = other.series.id != own->series.id
                               ? comparedBar(other.bar, other.series, shelf.splits, reference)
                               : std::nullopt;
        if (!value || analysis::closesAgree(shelf.instrument.kind, used->compared, value->compared))
            continue;
        const auto names = namesOf(other.series, quote.session);
        if (!names)
            return tl::unexpected(names.error());
        const core::Price close = core::shownPrice(value->close, value->ownDecimals, core::PriceUse::Reckoned);
        const bool isRough = core::isRough(close, value->ownDecimals, value->doubt);
        quote.others.push_back({isRough ? core::knownPrice(close, value->doubt) : close,
                                names->isEmpty() ? other.series.source : names->join(kListSeparator)});
    }
    return {};
}

Result<void> ClaimQuoteReader::readFileSources()
{
    if (m_fileSources)
        return {};
    const auto sources = m_reader.sources();
    if (!sources)
        return tl::unexpected(sources.error());
    m_fileSources.emplace();
    for (const store::SourceInfo &source : *sources) {
        if (source.kind == QLatin1String("file"))
            m_fileSources->append(source.name);
    }
    return {};
}

Result<void> ClaimQuoteReader::nameSources(std::vector<claims::QuoteUsed> &quotes)
{
    for (claims::QuoteUsed &quote : quotes) {
        if (quote.field == QLatin1String("shares"))
            continue; // a share count names its file already
        QStringList named;
        for (const QString &symbol : quote.symbol.split(kListSeparator)) {
            const qint64 instrument = m_symbols.value(symbol);
            const std::pair place{QuotePlace{instrument, quote.time ? quote.time->ns : quote.session.days()},
                                  quote.source};
            auto kept = m_named.constFind(place);
            if (kept == m_named.constEnd()) {
                auto sources = sourcesOf(instrument, quote);
                if (!sources)
                    return tl::unexpected(sources.error());
                if (m_named.size() >= kMostPlacesKept)
                    m_named.clear();
                kept = m_named.insert(place, *std::move(sources));
            }
            named += *kept;
        }
        named.removeDuplicates();
        named.removeAll(QString());
        if (!named.isEmpty())
            quote.source = named.join(kListSeparator);
    }
    return {};
}

Result<QStringList> ClaimQuoteReader::sourcesOf(qint64 instrumentId, const claims::QuoteUsed &quote)
{
    std::optional<core::Series> series;
    if (quote.time) {
        if (const auto read = m_intradayRead.constFind(instrumentId); read != m_intradayRead.constEnd())
            series = *read;
    } else {
        const auto found = shelf(instrumentId);
        if (!found)
            return tl::unexpected(found.error());
        if (*found)
            series = seriesOf(**found, quote);
    }
    if (!series)
        return QStringList();
    if (!quote.time)
        return namesOf(*series, quote.session);
    if (const auto read = readFileSources(); !read)
        return tl::unexpected(read.error());
    if (!m_fileSources->contains(series->source))
        return QStringList{series->source};
    return m_reader.origins(series->id, core::TimeRange{*quote.time, core::Time{quote.time->ns + 1}}, m_stop);
}

Result<QStringList> ClaimQuoteReader::namesOf(const core::Series &series, core::SessionDate session)
{
    if (const auto read = readFileSources(); !read)
        return tl::unexpected(read.error());
    if (!m_fileSources->contains(series.source))
        return QStringList{series.source};
    auto ofAll = originOfAll(series);
    if (!ofAll || !ofAll->isEmpty())
        return ofAll;
    return m_reader.origins(series.id, store::SessionRange{session, session}, m_stop);
}

// Most series came from one file: that is asked once, not for each session.
Result<QStringList> ClaimQuoteReader::originOfAll(const core::Series &series)
{
    if (const auto kept = m_originOfAll.constFind(series.id); kept != m_originOfAll.constEnd())
        return *kept;
    auto origins = m_reader.origins(series.id, store::SessionRange{}, m_stop);
    if (!origins)
        return origins;
    return *m_originOfAll.insert(series.id, origins->size() == 1 ? *std::move(origins) : QStringList());
}

} // namespace tickmark::pipeline
