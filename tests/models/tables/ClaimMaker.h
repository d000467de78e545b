// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tables/ClaimBook.h>

namespace tickmark::tables {

//! Stored claims as a store would give them, for tests of what is made of them.
class ClaimMaker
{
public:
    //! "fell 17 %", confirmed at the close of 27 January 2025, in item 1 about instrument 1.
    ClaimMaker()
    {
        m_claim.newsId = 1;
        m_claim.claim.direction = claims::Direction::Down;
        m_claim.claim.unit = claims::kPercentUnit.toString();
        m_claim.claim.text = QStringLiteral("fell 17%");
        stated(17, 0.5);
        about(1, QStringLiteral("NVDA"), QStringLiteral("Nvidia"));
        verdict(claims::VerdictCode::Close, claims::Basis::Close, -16.97);
        m_claim.verdict->sessions = {*core::SessionDate::fromIso("2025-01-24"),
                                     *core::SessionDate::fromIso("2025-01-27"), 1};
    }

    ClaimMaker &in(qint64 newsId, int nth = 0)
    {
        m_claim.newsId = newsId;
        m_claim.claim.sentenceHash = quint64(newsId);
        m_claim.claim.nth = nth;
        return *this;
    }
    ClaimMaker &about(qint64 instrumentId, const QString &symbol, const QString &text)
    {
        m_claim.claim.subject = {instrumentId, symbol, text};
        return *this;
    }
    ClaimMaker &stated(double amount, double halfUnit)
    {
        m_claim.claim.low = m_claim.claim.high = amount;
        m_claim.claim.lowHalfUnit = m_claim.claim.highHalfUnit = halfUnit;
        return *this;
    }
    ClaimMaker &of(claims::ClaimKind kind, const QString &unit)
    {
        m_claim.claim.kind = kind;
        m_claim.claim.unit = unit;
        return *this;
    }
    ClaimMaker &hedged(claims::Hedge hedge)
    {
        m_claim.claim.hedge = hedge;
        return *this;
    }
    ClaimMaker &verdict(claims::VerdictCode code, claims::Basis basis = claims::Basis::None,
                        std::optional<double> closeMove = {})
    {
        if (!m_claim.verdict)
            m_claim.verdict.emplace();
        m_claim.verdict->code = code;
        m_claim.verdict->basis = basis;
        m_claim.verdict->measured = m_claim.verdict->closeMove = closeMove;
        return *this;
    }
    ClaimMaker &unchecked()
    {
        m_claim.verdict.reset();
        return *this;
    }
    ClaimMaker &dismissed()
    {
        m_claim.correction.emplace().isDismissed = true;
        return *this;
    }
    //! For the rest.
    template <typename Change>
    ClaimMaker &with(Change change)
    {
        change(m_claim);
        return *this;
    }

    operator store::StoredClaim() const // NOLINT(google-explicit-constructor)
    {
        store::StoredClaim made = m_claim;
        made.id = made.newsId * 100 + made.claim.nth;
        made.published = publishedAt(made.newsId);
        if (made.verdict)
            made.verdict->interval = claims::intervalOf(made.claim);
        return made;
    }

    //! Item n is published n hours after the evening of 27 January 2025.
    static core::Time publishedAt(qint64 newsId)
    {
        return core::Time{core::parseIsoTime("2025-01-27T21:00:00Z")->ns + newsId * core::kNsPerHour};
    }

private:
    store::StoredClaim m_claim;
};

//! Item n of a publisher.
inline core::NewsItem newsOf(qint64 id, const QString &publisher, const QString &title)
{
    return {id, QString::number(id), ClaimMaker::publishedAt(id), publisher, QStringLiteral("de"), title, {}, {}};
}

inline core::Instrument stock(qint64 id, const QString &symbol, const QString &name)
{
    core::Instrument made;
    made.id = id;
    made.symbol = symbol;
    made.currency = QStringLiteral("USD");
    made.names = {{QStringLiteral("de"), name, {}, {}}, {QStringLiteral("en"), name, {}, {}}};
    return made;
}

} // namespace tickmark::tables
