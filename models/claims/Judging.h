// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClaimMoves.h"

#include <functional>

namespace tickmark::claims {

//! One claim about a move on its way through the table of verdicts. Lives for one call of judge(); refers to the claim and
//! the quotes. A number of one instrument has one member; "A, B and C lost up to 4.8 %" has three, and of these the one
//! that went furthest speaks for all: it must have reached the number, and so none went further.
class Judging
{
public:
    Judging(const Claim &claim, core::Time published, const ClaimQuotes &quotes, core::Time now);

    [[nodiscard]] Verdict verdict();

private:
    struct Member
    {
        ClaimMoves moves;
        SessionSpan span;         //!< the stated sessions on its own exchange
        bool beginsThere = false; //!< `span` is read as beginning at the stated session, its end being open
    };
    //! A move that was measured, and of whom.
    struct Found
    {
        double move = 0;
        const Member *member = nullptr;
        SessionSpan span;
        std::optional<double> own; //!< the same of the claim's own instrument, where several were compared
    };
    using SpanRule = std::function<std::optional<SessionSpan>(const Member &)>;
    using Measure = std::function<std::optional<double>(const Member &, const SessionSpan &)>;

    // What is missing (JudgingGaps.cpp)
    [[nodiscard]] bool gather();
    [[nodiscard]] bool gatherOne(const InstrumentQuotes &quotes);
    [[nodiscard]] bool gatherOthers();
    [[nodiscard]] Missing missingOf(const ClaimMoves &moves, SessionSpan span) const;
    void noteNearest(const ClaimMoves &moves, SessionSpan span);
    void noteState();

    // The stated bases (Judging.cpp)
    [[nodiscard]] bool tryStatedOpen();
    [[nodiscard]] bool tryClose();
    [[nodiscard]] bool tryRange();
    [[nodiscard]] bool trySessionRange();
    [[nodiscard]] bool tryExtreme();
    [[nodiscard]] std::optional<Found> furthestExtreme() const;
    //! On which of its sessions it was reached.
    [[nodiscard]] core::SessionDate dayOf(const Found &extreme) const;
    void contradict();

    // The others, in their order (JudgingBases.cpp)
    [[nodiscard]] bool tryOthers();
    [[nodiscard]] bool tryOpen(VerdictCode code);
    [[nodiscard]] bool tryPreMarket();
    [[nodiscard]] bool tryNeighbours();
    [[nodiscard]] bool trySpans();
    [[nodiscard]] bool trySums();
    [[nodiscard]] bool tryAdjustment();

    // The quotes that are shown (JudgingQuotes.cpp)
    void addClose(const Member &member, core::SessionDate date);
    void addDay(const Member &member, core::SessionDate date);
    void addEarly(const Member &member, const core::Bar &bar, qint64 price, const QString &field);
    void addValueParts(const Member &member, core::SessionDate date);
    void noteTouch(const Member &member, core::SessionDate base);

    //! Of all members the one that went furthest in the claim's direction. Nothing when one of them has no such move.
    [[nodiscard]] std::optional<Found> furthest(const SpanRule &rule, const Measure &measure) const;
    [[nodiscard]] bool tryCloses(const SpanRule &rule, const Measure &measure, VerdictCode code, Basis basis);
    void nameInstrument(const core::Instrument &instrument);
    void decide(VerdictCode code, Basis basis, const Found &found);

    [[nodiscard]] bool isSingleSession() const { return m_members.front().span.count == 1; }
    [[nodiscard]] bool isValue() const { return m_claim.kind == ClaimKind::Value; }
    [[nodiscard]] bool isUpTo() const { return m_claim.hedge == Hedge::UpTo; }
    //! The text itself speaks of what happened during the session.
    [[nodiscard]] bool isIntradayStated() const { return m_claim.intradayStated || isUpTo(); }
    [[nodiscard]] double along(double move) const { return alongClaim(m_claim, move); }
    //! The end of a range that lies furthest in the claim's direction.
    [[nodiscard]] double extremeOf(ClaimMoves::Range range) const;
    [[nodiscard]] bool fits(double move) const { return fitsInterval(m_claim, m_verdict.interval, move); }
    //! As far as the prices of the move are known.
    [[nodiscard]] bool fits(const Found &found) const;
    [[nodiscard]] bool fits(ClaimMoves::Range range, double slack) const;
    //! From the stated number to `move`, as magnitudes.
    [[nodiscard]] double distanceTo(double move) const;

    const Claim &m_claim;
    core::Time m_published;
    const ClaimQuotes &m_quotes;
    core::Time m_now;
    std::vector<Member> m_members; //!< the claim's own first
    Verdict m_verdict;
};

} // namespace tickmark::claims
