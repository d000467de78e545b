// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Headline.h"
#include <core/Result.h>
#include <store/ClaimTypes.h>
#include <store/StoreReader.h>

#include <QHash>

#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace tickmark::tables {

//! A news item as the views of claims name it.
struct ClaimNews
{
    qint64 id = 0;
    QString title; //!< one line, safe to paint
    QString publisher;
    QString language;
    core::Time published;
};

//! All claims of a store with the news they stand in and the instruments they speak of. Made on a reader thread, immutable
//! from then on, shared by all views; goes stale with the store's claims, news and instruments.
class ClaimBook
{
public:
    //! Labels and names of instruments in `language`. A tenth of a second per ten thousand claims; freed on a thread.
    [[nodiscard]] static core::Result<std::shared_ptr<const ClaimBook>> load(store::StoreReader &reader,
                                                                             const QString &language,
                                                                             std::stop_token stop = {});
    //! The same of values: no store needed.
    ClaimBook(std::vector<store::StoredClaim> claims, std::vector<core::NewsItem> news,
              const std::vector<core::Instrument> &instruments, const QString &language);

    //! By time of publication, news and place in the text; dismissed ones included.
    [[nodiscard]] std::span<const store::StoredClaim> claims() const { return m_claims; }
    //! Those of one item, in the order of its text. O(1).
    [[nodiscard]] std::span<const store::StoredClaim> ofNews(qint64 newsId) const;
    //! Valid as long as the book; null when it is not there.
    [[nodiscard]] const store::StoredClaim *find(const store::ClaimKey &key) const;
    [[nodiscard]] const ClaimNews &newsOf(const store::StoredClaim &claim) const;
    //! Short: the symbol, of an index its short name, of an instrument that the store does not have its name in the text;
    //! empty where the text names nobody.
    [[nodiscard]] QString subjectLabel(const store::StoredClaim &claim) const;
    //! Null where the store does not have it.
    [[nodiscard]] const NamedInstrument *instrument(qint64 instrumentId) const;

private:
    struct Run
    {
        std::size_t first = 0;
        std::size_t count = 0;
    };

    std::vector<store::StoredClaim> m_claims;
    QHash<qint64, Run> m_runs;
    QHash<qint64, ClaimNews> m_news;
    QHash<qint64, NamedInstrument> m_instruments;
};

using ClaimBookPtr = std::shared_ptr<const ClaimBook>;

} // namespace tickmark::tables
