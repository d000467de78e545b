// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimQuoteReader.h"

#include <algorithm>

namespace tickmark::pipeline {

using core::Result;

namespace {

constexpr qsizetype kMostFilesKept = 20'000;

} // namespace

Result<void> ClaimQuoteReader::nameFiles(std::vector<claims::QuoteUsed> &quotes)
{
    if (const auto read = readSources(); !read)
        return read;
    for (claims::QuoteUsed &quote : quotes) {
        if (std::ranges::find(m_fileSources, quote.source) == m_fileSources.end()
            || quote.field == QLatin1String("shares"))
            continue; // a share count names its file already
        const QuotePlace place{quote.symbol, quote.time ? quote.time->ns : quote.session.days()};
        auto kept = m_files.constFind(place);
        if (kept == m_files.constEnd()) {
            auto files = filesOf(quote);
            if (!files)
                return tl::unexpected(files.error());
            if (m_files.size() >= kMostFilesKept)
                m_files.clear();
            kept = m_files.insert(place, *std::move(files));
        }
        if (!kept->isEmpty())
            quote.source = *kept;
    }
    return {};
}

Result<QString> ClaimQuoteReader::filesOf(const claims::QuoteUsed &quote)
{
    QStringList files;
    for (const QString &symbol : quote.symbol.split(kListSeparator)) {
        const auto origins = originsOf(m_symbols.value(symbol), quote);
        if (!origins)
            return tl::unexpected(origins.error());
        files += *origins;
    }
    files.removeDuplicates();
    files.removeAll(QString());
    return files.join(kListSeparator);
}

Result<QStringList> ClaimQuoteReader::originsOf(qint64 instrumentId, const claims::QuoteUsed &quote)
{
    if (quote.time) {
        const auto series = m_intradayRead.constFind(instrumentId);
        if (series == m_intradayRead.constEnd())
            return QStringList();
        return m_reader.origins(series->id, core::TimeRange{*quote.time, core::Time{quote.time->ns + 1}}, m_stop);
    }
    const auto found = shelf(instrumentId);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found || (*found)->origins.size() <= 1)
        return *found ? (*found)->origins : QStringList();
    return m_reader.origins((*found)->dailySeries, store::SessionRange{quote.session, quote.session}, m_stop);
}

} // namespace tickmark::pipeline
