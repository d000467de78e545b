// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeadlineLoader.h"

#include <news/SafeText.h>

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace tickmark::tables {

using core::Result;

namespace {

//! Finds the mentions of one item after the other and remembers what occurred.
class HeadlineMaker
{
public:
    HeadlineMaker(const std::vector<core::Instrument> &instruments, const std::vector<qint64> &readIds,
                  const QString &language)
        : m_finder(instruments), m_read(readIds.begin(), readIds.end())
    {
        m_named.reserve(qsizetype(instruments.size()));
        for (const core::Instrument &instrument : instruments)
            m_named.insert(instrument.id, namedInstrument(instrument, language));
    }

    void add(core::NewsItem item)
    {
        Headline headline;
        headline.title = news::visibleLine(item.title);
        headline.titleMentions = m_finder.find(item.title, item.language);
        headline.excerptMentions = m_finder.find(item.excerpt, item.language);
        headline.isRead = m_read.contains(item.id);
        QSet<qint64> seen;
        for (const auto *mentions : {&headline.titleMentions, &headline.excerptMentions}) {
            for (const news::Mention &mention : *mentions) {
                if (seen.contains(mention.instrumentId))
                    continue;
                seen.insert(mention.instrumentId);
                headline.instruments.append(m_named.value(mention.instrumentId));
            }
        }
        m_mentioned.unite(seen);
        m_publishers.insert(item.publisher);
        if (!item.language.isEmpty())
            m_languages.insert(item.language);
        headline.item = std::move(item);
        m_set.headlines.push_back(std::move(headline));
    }

    HeadlineSet finish()
    {
        for (const qint64 id : std::as_const(m_mentioned))
            m_set.instruments.push_back(m_named.value(id));
        std::ranges::sort(m_set.instruments, [](const NamedInstrument &a, const NamedInstrument &b) {
            const int order = a.label.compare(b.label, Qt::CaseInsensitive);
            return order != 0 ? order < 0 : a.id < b.id;
        });
        m_set.publishers = m_publishers.values();
        m_set.publishers.sort(Qt::CaseInsensitive);
        m_set.languages = m_languages.values();
        m_set.languages.sort();
        return std::move(m_set);
    }

private:
    news::MentionFinder m_finder;
    QSet<qint64> m_read;
    QHash<qint64, NamedInstrument> m_named;
    QSet<qint64> m_mentioned;
    QSet<QString> m_publishers;
    QSet<QString> m_languages;
    HeadlineSet m_set;
};

} // namespace

NamedInstrument namedInstrument(const core::Instrument &instrument, const QString &language)
{
    const bool isIndex = instrument.kind == core::InstrumentKind::Index;
    return {instrument.id, instrument.symbol, isIndex ? instrument.shortName(language) : instrument.symbol,
            instrument.displayName(language)};
}

Result<HeadlineSet> loadHeadlines(store::StoreReader &reader, const QString &language, std::stop_token stop)
{
    auto news = reader.news(store::kAllTimes, stop);
    if (!news)
        return tl::unexpected(news.error());
    const auto instruments = reader.instruments();
    if (!instruments)
        return tl::unexpected(instruments.error());
    const auto read = reader.readNews();
    if (!read)
        return tl::unexpected(read.error());
    return makeHeadlines(*std::move(news), *instruments, *read, language, std::move(stop));
}

Result<HeadlineSet> makeHeadlines(std::vector<core::NewsItem> news, const std::vector<core::Instrument> &instruments,
                                  const std::vector<qint64> &readIds, const QString &language, std::stop_token stop)
{
    std::ranges::sort(news, [](const core::NewsItem &a, const core::NewsItem &b) {
        return a.published != b.published ? a.published > b.published : a.id > b.id;
    });
    HeadlineMaker maker(instruments, readIds, language);
    for (core::NewsItem &item : news) {
        if (stop.stop_requested())
            return core::failure(core::ErrorCode::Cancelled,
                                 QCoreApplication::translate("Headlines", "The headlines were not read to the end."));
        maker.add(std::move(item));
    }
    return maker.finish();
}

} // namespace tickmark::tables
