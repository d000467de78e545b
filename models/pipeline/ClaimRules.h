// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <claims/Claim.h>
#include <core/Instrument.h>
#include <core/Result.h>
#include <news/MentionFinder.h>
#include <store/ClaimTypes.h>

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <vector>

namespace tickmark::pipeline {

//! How claims are found in texts: lexicons, grammar, and the names of instruments (the store's and the built-in ones).
//! Immutable, cheap to copy, safe from any thread; goes stale when an instrument changes.
class ClaimRules
{
public:
    //! Fails only when the program was built wrongly.
    [[nodiscard]] static core::Result<ClaimRules> of(const std::vector<core::Instrument> &instruments);

    //! Of lexicon, grammar and names for a text of `language`: another hash may mean other claims.
    [[nodiscard]] qint64 hash(const QString &language) const;

    [[nodiscard]] std::vector<claims::Claim> claimsIn(QStringView text, const QString &language,
                                                      core::Time published) const;
    //! The item with its excerpt cut from `fullText`, and the claims of title and full text.
    [[nodiscard]] store::NewsWithClaims read(core::NewsItem item, QStringView fullText) const;
    //! The claims in what is kept of an item. Those whose sentences are in the tail are found from there, so that new rules
    //! apply to them too; the rest of a text that was longer is gone.
    [[nodiscard]] store::ClaimText readAgain(const store::NewsText &text) const;

private:
    ClaimRules() = default;

    news::MentionFinder m_finder;
    QByteArray m_names; //!< digest
};

} // namespace tickmark::pipeline
