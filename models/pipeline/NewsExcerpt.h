// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <claims/Claim.h>
#include <store/ClaimTypes.h>

#include <QHash>
#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace tickmark::pipeline {

//! What is kept of a news item's text, in UTF-16 units: excerpts, not copies.
inline constexpr qsizetype kLongestExcerpt = 1200;

//! What is kept of one text: all of it when it is short; else its lead and the sentences with claims, each with those
//! without which it cannot be read, parted by "…"; claims that find no room there have their sentences in a tail of their
//! own. Knows where in all that a place of the text has gone. A value.
class NewsExcerpt
{
public:
    //! `claims` are those of `text`, ascending.
    NewsExcerpt(QStringView text, const std::vector<claims::Claim> &claims);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QString &tail() const { return m_tail; }
    //! A claim of the text with its spans where they are now.
    [[nodiscard]] store::PlacedClaim placed(claims::Claim claim) const;

private:
    //! A part of the text and where it begins now.
    struct Piece
    {
        claims::TextSpan source;
        qsizetype target = 0;
    };

    void keep(QStringView text, const std::vector<claims::TextSpan> &spans);
    void addToTail(QStringView text, const claims::Claim &claim);
    [[nodiscard]] const Piece *pieceOf(claims::TextSpan span) const;

    QString m_text;
    QString m_tail;
    std::vector<Piece> m_pieces;             //!< of m_text
    QHash<qsizetype, Piece> m_tailSentences; //!< by the beginning of the sentence in the text
};

} // namespace tickmark::pipeline
