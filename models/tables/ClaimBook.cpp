// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimBook.h"

#include "HeadlineLoader.h"
#include <news/SafeText.h>

#include <QThreadPool>

namespace tickmark::tables {

using core::Result;

Result<ClaimBookPtr> ClaimBook::load(store::StoreReader &reader, const QString &language, std::stop_token stop)
{
    auto claims = reader.claims(store::kAllTimes, stop);
    if (!claims)
        return tl::unexpected(claims.error());
    auto news = reader.stories(stop);
    if (!news)
        return tl::unexpected(news.error());
    const auto instruments = reader.instruments();
    if (!instruments)
        return tl::unexpected(instruments.error());
    // The last view to let go of it may be on the GUI thread, which some ten thousand claims would hold up.
    const auto freeElsewhere = [](const ClaimBook *book) {
        QThreadPool::globalInstance()->start([book] { delete book; });
    };
    return ClaimBookPtr(new ClaimBook(*std::move(claims), *std::move(news), *instruments, language), freeElsewhere);
}

ClaimBook::ClaimBook(std::vector<store::StoredClaim> claims, std::vector<core::NewsItem> news,
                     const std::vector<core::Instrument> &instruments, const QString &language)
    : m_claims(std::move(claims))
{
    for (const core::NewsItem &item : news)
        m_news.insert(item.id, {item.id, news::visibleLine(item.title), item.publisher, item.language, item.published});
    for (const core::Instrument &instrument : instruments)
        m_instruments.insert(instrument.id, namedInstrument(instrument, language));
    // Between the reading of claims and of news, an item may have gone.
    std::erase_if(m_claims, [&](const store::StoredClaim &claim) { return !m_news.contains(claim.newsId); });
    for (std::size_t i = 0; i < m_claims.size(); ++i) {
        Run &run = m_runs[m_claims[i].newsId];
        if (run.count++ == 0)
            run.first = i;
    }
}

std::span<const store::StoredClaim> ClaimBook::ofNews(qint64 newsId) const
{
    const Run run = m_runs.value(newsId);
    return std::span(m_claims).subspan(run.first, run.count);
}

const store::StoredClaim *ClaimBook::find(const store::ClaimKey &key) const
{
    for (const store::StoredClaim &claim : ofNews(key.newsId)) {
        if (claim.key() == key)
            return &claim;
    }
    return nullptr;
}

const ClaimNews &ClaimBook::newsOf(const store::StoredClaim &claim) const
{
    return *m_news.constFind(claim.newsId);
}

QString ClaimBook::subjectLabel(const store::StoredClaim &claim) const
{
    const claims::Subject &subject = claim.claim.subject;
    if (const NamedInstrument *named = instrument(subject.instrumentId))
        return named->label;
    return news::visibleLine(subject.text);
}

const NamedInstrument *ClaimBook::instrument(qint64 instrumentId) const
{
    const auto found = m_instruments.constFind(instrumentId);
    return found == m_instruments.constEnd() ? nullptr : &*found;
}

} // namespace tickmark::tables
