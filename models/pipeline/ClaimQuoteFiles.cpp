// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimQuoteReader.h"

namespace tickmark::pipeline {

using core::Result;

namespace {

constexpr qsizetype kMostPlacesKept = 20'000;

} // namespace

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
            const QuotePlace place{instrument, quote.time ? quote.time->ns : quote.session.days()};
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
        if (const auto index = *found ? (*found)->daily.indexOf(quote.session) : std::nullopt)
            series = (*found)->daily.sourceOf(*index);
    }
    if (!series)
        return QStringList();
    if (const auto read = readFileSources(); !read)
        return tl::unexpected(read.error());
    if (!m_fileSources->contains(series->source))
        return QStringList{series->source};
    if (quote.time)
        return m_reader.origins(series->id, core::TimeRange{*quote.time, core::Time{quote.time->ns + 1}}, m_stop);
    auto ofAll = originOfAll(*series);
    if (!ofAll || !ofAll->isEmpty())
        return ofAll;
    return m_reader.origins(series->id, store::SessionRange{quote.session, quote.session}, m_stop);
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
