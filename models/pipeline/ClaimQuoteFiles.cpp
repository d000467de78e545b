// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimQuoteReader.h"

namespace tickmark::pipeline {

using core::Result;

Result<void> ClaimQuoteReader::nameFiles(std::vector<claims::QuoteUsed> &quotes)
{
    if (const auto read = readSources(); !read)
        return read;
    for (claims::QuoteUsed &quote : quotes) {
        if (!m_fileSources.contains(quote.source) || quote.field == QLatin1String("shares"))
            continue; // a share count names its file already
        QStringList files;
        for (const QString &symbol : quote.symbol.split(kListSeparator)) {
            const auto origins = originsOf(m_symbols.value(symbol), quote);
            if (!origins)
                return tl::unexpected(origins.error());
            files += *origins;
        }
        files.removeDuplicates();
        files.removeAll(QString());
        if (!files.isEmpty())
            quote.source = files.join(kListSeparator);
    }
    return {};
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
