// SPDX-License-Identifier: GPL-3.0-or-later
#include "UnpricedSessions.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

namespace tickmark::pipeline {

using core::SessionDate;

namespace {

constexpr QLatin1String kMark("unpriced");
constexpr QChar kRests(u'!'); //!< behind a session that is not asked for any more
//! A source that has no prices for more than so many sessions is not asked for each of them for ever.
constexpr std::size_t kMost = 500;

} // namespace

UnpricedRows unpricedRows(const sources::FetchedBars &fetched, const core::SessionCalendar &calendar,
                          std::optional<SessionDate> finished)
{
    const auto isOver = [&](SessionDate date) { return finished && date <= *finished && calendar.session(date); };
    UnpricedRows rows;
    std::ranges::copy_if(fetched.unpriced, std::back_inserter(rows.sessions), isOver);
    if (fetched.unpricedTimes.empty())
        return rows;
    std::set<SessionDate> priced;
    for (const sources::FetchedBar &one : fetched.bars)
        priced.insert(calendar.sessionDateOf(one.bar.start));
    for (const core::Time start : fetched.unpricedTimes) {
        const SessionDate date = calendar.sessionDateOf(start);
        if (!isOver(date))
            continue;
        if (priced.contains(date))
            rows.bars.push_back(start);
        else if (rows.sessions.empty() || rows.sessions.back() != date)
            rows.sessions.push_back(date);
    }
    return rows;
}

UnpricedSessions::UnpricedSessions(const QString &cursor)
{
    const QStringList words = cursor.split(u' ');
    if (words.front() != kMark)
        return;
    for (QString word : words.sliced(1)) {
        const bool rests = word.endsWith(kRests);
        if (rests)
            word.chop(1);
        if (const auto date = SessionDate::fromIso(word.toStdString()))
            (rests ? m_resting : m_due).insert(*date);
    }
}

QString UnpricedSessions::cursor() const
{
    QStringList words{kMark};
    const auto add = [&words](const std::set<SessionDate> &sessions, bool rest) {
        for (const SessionDate session : sessions) {
            if (std::size_t(words.size()) > kMost)
                return;
            QString word = QString::fromStdString(session.iso());
            if (rest)
                word += kRests;
            words += word;
        }
    };
    add(m_due, false);
    add(m_found, false);
    add(m_givenUp, true);
    add(m_resting, true);
    return words.size() == 1 ? QString() : words.join(u' ');
}

void UnpricedSessions::take(SessionDate first, SessionDate last, std::span<const SessionDate> unpriced)
{
    for (const SessionDate session : unpriced) {
        if (m_due.contains(session))
            m_givenUp.insert(session);
        else if (!m_resting.contains(session) && !m_givenUp.contains(session))
            m_found.insert(session);
    }
    std::erase_if(m_due, [&](SessionDate session) { return session >= first && session <= last; });
}

std::optional<SessionDate> UnpricedSessions::firstDue(SessionDate first) const
{
    const auto due = m_due.lower_bound(first);
    return due == m_due.end() ? std::nullopt : std::optional(*due);
}

SessionDate UnpricedSessions::lastDueUntil(SessionDate last) const
{
    const auto after = m_due.upper_bound(last);
    return after == m_due.begin() ? last : *std::prev(after);
}

std::vector<SessionDate> UnpricedSessions::due(SessionDate first, SessionDate last) const
{
    return {m_due.lower_bound(first), m_due.upper_bound(last)};
}

} // namespace tickmark::pipeline
