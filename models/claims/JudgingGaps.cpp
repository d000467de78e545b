// SPDX-License-Identifier: GPL-3.0-or-later
#include "Judging.h"
#include "SpanSteps.h"

#include <algorithm>

namespace tickmark::claims {

bool Judging::gather()
{
    return gatherOne(m_quotes.own) && (!isUpTo() || gatherOthers());
}

bool Judging::gatherOthers()
{
    for (const Subject &subject : m_claim.together) {
        if (!subject.isNamed() || subject.symbol == m_quotes.own.instrument.symbol)
            continue;
        const auto quotes = std::find_if(
            m_quotes.others.begin(), m_quotes.others.end(),
            [&](const InstrumentQuotes &other) { return other.instrument.symbol == subject.symbol; });
        if (quotes != m_quotes.others.end()) {
            if (!gatherOne(*quotes))
                return false;
            continue;
        }
        // Whoever is unknown may have gone further.
        m_verdict.missing = Missing::Instrument;
        m_verdict.names.clear();
        m_verdict.symbol = subject.symbol.isEmpty() ? subject.text : subject.symbol;
        return false;
    }
    return true;
}

bool Judging::gatherOne(const InstrumentQuotes &quotes)
{
    const ClaimMoves moves(m_claim, quotes, m_quotes.rates);
    nameInstrument(quotes.instrument);
    const auto span = sessionsOf(m_claim.time, m_published, *quotes.calendar);
    if (!span) {
        m_verdict.missing = Missing::NoSession;
        return false;
    }
    Missing missing = missingOf(moves, *span);
    SessionSpan taken = *span;
    bool beginsThere = false;
    if (const auto other = sessionsFrom(m_claim.time, m_published, *quotes.calendar);
        missing != Missing::Nothing && other && missingOf(moves, *other) == Missing::Nothing) {
        missing = Missing::Nothing;
        taken = *other;
        beginsThere = true;
    }
    m_verdict.provisional |= isOpenAt(taken.last, m_now, *quotes.calendar);
    if (m_members.empty() || missing != Missing::Nothing)
        m_verdict.sessions = taken;
    if (missing == Missing::Nothing) {
        m_members.push_back({moves, taken, beginsThere});
        return true;
    }
    m_verdict.missing = missing;
    noteNearest(moves, taken);
    return false;
}

Missing Judging::missingOf(const ClaimMoves &moves, SessionSpan span) const
{
    if (!isValue() && !moves.isSameCurrency())
        return Missing::Currency;
    if (!moves.bar(span.last))
        return moves.endsBefore(span.last) ? Missing::PastEnd : Missing::Session;
    const core::Bar *base = moves.bar(span.base);
    if (!base || (m_claim.kind == ClaimKind::Percent && base->close <= 0))
        return Missing::SessionBefore;
    if (isValue() && !moves.sharesAt(span.last))
        return Missing::ShareCount;
    if (isValue() && !moves.isSameCurrency() && !moves.rateAt(span.last))
        return Missing::Rate;
    return Missing::Nothing;
}

void Judging::noteNearest(const ClaimMoves &moves, SessionSpan span)
{
    const bool isBaseMissing = m_verdict.missing == Missing::SessionBefore;
    const bool isPastEnd = m_verdict.missing == Missing::PastEnd;
    if (!isBaseMissing && !isPastEnd && m_verdict.missing != Missing::Session)
        return;
    if (isPastEnd)
        m_verdict.nearest = moves.quotes().end;
    const core::Bar *nearest = isBaseMissing ? moves.barBefore(span.base) : moves.barNearest(span.last);
    if (!nearest)
        return;
    const Member member{moves, span};
    core::SessionDate from = nearest->session;
    const core::SessionDate to = isBaseMissing ? span.last : nearest->session;
    if (const auto before = moves.quotes().calendar->sessionBefore(from); before && !isBaseMissing)
        from = before->date;
    m_verdict.nearest = nearest->session;
    m_verdict.nearestMove = moves.between(from, to);
    if (from != to)
        addClose(member, from);
    addClose(member, to);
}

} // namespace tickmark::claims
