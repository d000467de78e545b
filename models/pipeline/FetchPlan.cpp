// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchPlan.h"

#include <algorithm>

namespace tickmark::pipeline {

namespace {

using core::SessionDate;

//! A provider that has not told a session after so many days will not tell it any more.
constexpr int kLateDays = 10;
//! Longer than exchanges close for holidays, shorter than any listing.
constexpr std::size_t kEmptySessions = 5;

} // namespace

SessionsSoFar sessionsSoFar(const core::SessionCalendar &calendar, core::Time now)
{
    SessionsSoFar sessions;
    auto session = calendar.latestOpenedBy(now);
    if (!session)
        return sessions;
    sessions.opened = session->date;
    while (session && session->hours.end.ns + kSettleNs > now.ns)
        session = calendar.sessionBefore(session->date);
    if (session)
        sessions.finished = session->date;
    return sessions;
}

bool isFinished(const core::Bar &bar, qint64 intervalNs, const SessionsSoFar &sessions, core::Time now)
{
    if (intervalNs == core::Series::kDaily)
        return sessions.finished && bar.session <= *sessions.finished;
    return bar.start.ns + intervalNs + kSettleNs <= now.ns;
}

namespace {

SessionDate monthOf(SessionDate date)
{
    return date.plusDays(1 - date.day());
}

//! Where an older piece ends: in what is stored, unless that would leave little of a request for what is older.
SessionDate olderUntil(const BarsKnown &known, const BarsWanted &wanted)
{
    const SessionDate last = known.coveredFrom->plusDays(-1);
    if (wanted.withinMonth || !known.firstStored)
        return last;
    const SessionDate shared = std::min(known.firstStored->plusDays(wanted.overlapDays), wanted.until);
    return shared.days() - last.days() <= (wanted.daysPerRequest - 1) / 2 ? std::max(shared, last) : last;
}

std::optional<BarsPiece> anyPiece(const BarsKnown &known, const BarsWanted &wanted)
{
    using Kind = BarsPiece::Kind;
    if (wanted.since > wanted.until)
        return std::nullopt;
    const int days = wanted.daysPerRequest - 1;
    if (!known.lastStored || !known.coveredFrom || !known.coveredUntil) {
        if (known.askedUntil)
            return std::nullopt;
        return BarsPiece{Kind::First, {std::max(wanted.since, wanted.until.plusDays(-days)), wanted.until}};
    }
    const SessionDate done = known.askedUntil ? std::max(*known.askedUntil, *known.coveredUntil) : *known.coveredUntil;
    if (done < wanted.until) {
        const SessionDate fresh =
            known.askedUntil
                ? known.askedUntil->plusDays(1)
                : std::min(known.coveredUntil->plusDays(1), *known.lastStored).plusDays(-wanted.overlapDays);
        return BarsPiece{Kind::Newer, {fresh, std::min(fresh.plusDays(days), wanted.until)}};
    }
    if (wanted.since >= *known.coveredFrom)
        return std::nullopt;
    const SessionDate last = olderUntil(known, wanted);
    return BarsPiece{Kind::Older, {std::max(wanted.since, last.plusDays(-days)), last}};
}

} // namespace

store::SessionRange ascendingPart(store::SessionRange range, const BarsWanted &wanted)
{
    range.last = std::min(range.last, range.first.plusDays(wanted.daysPerRequest - 1));
    if (wanted.withinMonth) // 31 days on lies in the next month, or in the one after it
        range.last = std::min(range.last, monthOf(monthOf(range.first).plusDays(31)).plusDays(-1));
    return range;
}

store::SessionRange descendingPart(store::SessionRange range, const BarsWanted &wanted)
{
    range.first = std::max(range.first, range.last.plusDays(1 - wanted.daysPerRequest));
    if (wanted.withinMonth)
        range.first = std::max(range.first, monthOf(range.last));
    return range;
}

std::optional<BarsPiece> nextPiece(const BarsKnown &known, const BarsWanted &wanted)
{
    auto piece = anyPiece(known, wanted);
    if (!piece || !wanted.withinMonth)
        return piece;
    if (piece->kind == BarsPiece::Kind::Newer)
        piece->range = ascendingPart(piece->range, wanted);
    else
        piece->range.first = std::max(piece->range.first, monthOf(piece->range.last));
    return piece;
}

SessionDate settledUntil(store::SessionRange range, std::optional<SessionDate> lastBar, const BarsWanted &wanted)
{
    const SessionDate late = std::min(range.last, std::max(range.first, wanted.until.plusDays(-kLateDays)));
    return lastBar ? std::clamp(*lastBar, late, range.last) : late;
}

bool isBeforeHistory(const core::SessionCalendar &calendar, store::SessionRange range)
{
    return calendar.sessions(range.first, range.last).size() >= kEmptySessions;
}

QString barsItem(const QString &symbol, qint64 intervalNs)
{
    if (intervalNs == core::Series::kDaily)
        return symbol;
    struct Unit
    {
        qint64 ns;
        char letter;
    };
    for (const Unit unit : {Unit{core::kNsPerHour, 'h'}, Unit{core::kNsPerMinute, 'm'}}) {
        if (intervalNs % unit.ns == 0)
            return QStringLiteral("%1 %2%3").arg(symbol).arg(intervalNs / unit.ns).arg(QLatin1Char(unit.letter));
    }
    return QStringLiteral("%1 %2s").arg(symbol).arg(intervalNs / core::kNsPerSecond);
}

} // namespace tickmark::pipeline
