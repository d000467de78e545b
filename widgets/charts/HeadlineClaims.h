// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Instrument.h>
#include <core/Result.h>
#include <core/Time.h>
#include <store/ClaimTypes.h>

#include <QString>

#include <map>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace tickmark::store {
class StoreReader;
}

namespace tickmark::charts {

//! What the numbers in the headlines of a chart came to: a snapshot. Immutable once made, shared by plan, page and tables;
//! any thread. Goes stale with the store's claims and quotes.
class HeadlineClaims
{
public:
    //! The claims of news published inside `range` and the instruments that they and their quotes name. On the thread of
    //! the reader.
    [[nodiscard]] static core::Result<std::shared_ptr<const HeadlineClaims>> load(store::StoreReader &reader,
                                                                                  core::TimeRange range,
                                                                                  std::stop_token stop = {});

    //! Of claims without a verdict, dismissed ones and those that repeat another of the same item nothing is kept.
    HeadlineClaims(std::vector<store::StoredClaim> claims, const std::vector<core::Instrument> &instruments);

    //! Those of one item in the order of its text; each has a verdict. O(log n).
    [[nodiscard]] std::span<const store::StoredClaim> ofNews(qint64 newsId) const;
    [[nodiscard]] bool isEmpty() const { return m_claims.empty(); }
    //! How a chart in `language` calls whom a claim speaks of; empty where the text names nobody.
    [[nodiscard]] QString subjectName(const claims::Claim &claim, const QString &language) const;
    //! The same of a symbol that verdicts name; the symbol itself where the store does not have it.
    [[nodiscard]] QString nameOf(const QString &symbol, const QString &language) const;

private:
    std::vector<store::StoredClaim> m_claims;          //!< by news item, then as they came
    std::map<QString, core::Instrument> m_instruments; //!< by symbol
};

} // namespace tickmark::charts
