// SPDX-License-Identifier: GPL-3.0-or-later
#include "Judge.h"
#include "SpanSteps.h"

namespace tickmark::claims {

namespace {

//! No text counts more sessions than a year has.
constexpr int kMostSessions = 266;
//! Days further from the publication are misread, and years beyond these are none of a market.
constexpr qint32 kFarthestPast = 100 * 366;
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2200;
constexpr int kMostClosedDays = 400; //!< longer than any market was ever closed

bool hasOpened(const core::Session &session, core::Time published)
{
    return session.hours.begin <= published;
}

//! The first day of the week, month or year around `day`.
core::SessionDate beginOf(ClaimTime::Span span, core::SessionDate day)
{
    switch (span) {
    case ClaimTime::Span::Week:
        return day.plusDays(1 - day.weekday());
    case ClaimTime::Span::Month:
        return *core::SessionDate::fromCivil(day.year(), day.month(), 1);
    case ClaimTime::Span::Year:
        return *core::SessionDate::fromCivil(day.year(), 1, 1);
    case ClaimTime::Span::Sessions:
        break;
    }
    return day;
}

//! The session next to `date`, ahead (1) or back (-1). Its date alone: its hours, which take the zone's rules, cost ten
//! times as much, and every verdict takes a dozen of these steps.
std::optional<core::SessionDate> nextSession(core::SessionDate date, int step, const core::SessionCalendar &calendar)
{
    for (int i = 1; i <= kMostClosedDays; ++i) {
        if (const core::SessionDate next = date.plusDays(i * step); calendar.isSession(next))
            return next;
    }
    return std::nullopt;
}

//! The session on the stated day, or the last one of the stated week, month or year that is not after that day.
std::optional<core::Session> statedSession(const ClaimTime &time, core::Time published,
                                           const core::SessionCalendar &calendar)
{
    const core::SessionDate today = calendar.zone().dateAt(published);
    const core::SessionDate day = *time.date;
    if (day.days() < today.days() - kFarthestPast || day.days() > today.days() + 1)
        return std::nullopt;
    std::optional<core::Session> found = calendar.session(day);
    if (!found && time.span != ClaimTime::Span::Sessions) {
        found = calendar.sessionBefore(day);
        if (found && found->date < beginOf(time.span, day))
            return std::nullopt;
    }
    if (!found || hasOpened(*found, published))
        return found;
    // Before today's opening the numbers that a text can know are those of the session before; tomorrow has none yet.
    return found->date <= today ? calendar.sessionBefore(found->date) : std::nullopt;
}

std::optional<core::Session> lastSession(const ClaimTime &time, core::Time published,
                                         const core::SessionCalendar &calendar)
{
    const core::SessionDate utcDay = core::SessionDate::utcDateOf(published);
    if (utcDay.year() < kFirstYear || utcDay.year() > kLastYear || std::abs(time.shift) > kMostSessions)
        return std::nullopt;
    std::optional<core::Session> found = time.date ? statedSession(time, published, calendar)
                                                   : calendar.latestOpenedBy(published);
    for (int i = 0; found && i < std::abs(time.shift); ++i)
        found = time.shift > 0 ? calendar.sessionAfter(found->date) : calendar.sessionBefore(found->date);
    if (found && time.shift > 0 && !hasOpened(*found, published))
        return std::nullopt;
    return found;
}

} // namespace

std::optional<SessionSpan> endingAt(core::SessionDate last, int count, const core::SessionCalendar &calendar)
{
    core::SessionDate base = last;
    for (int i = 0; i < count; ++i) {
        const auto before = nextSession(base, -1, calendar);
        if (!before)
            return std::nullopt;
        base = *before;
    }
    return SessionSpan{base, last, count};
}

std::optional<SessionSpan> beginningAt(core::SessionDate first, int count, const core::SessionCalendar &calendar)
{
    const auto base = nextSession(first, -1, calendar);
    core::SessionDate last = first;
    for (int i = 1; base && i < count; ++i) {
        const auto after = nextSession(last, 1, calendar);
        if (!after)
            return std::nullopt;
        last = *after;
    }
    return base ? std::optional(SessionSpan{*base, last, count}) : std::nullopt;
}

std::optional<SessionSpan> sessionsOf(const ClaimTime &time, core::Time published,
                                      const core::SessionCalendar &calendar)
{
    const auto last = lastSession(time, published, calendar);
    if (!last || time.sessions < 1 || time.sessions > kMostSessions)
        return std::nullopt;
    if (time.span == ClaimTime::Span::Sessions)
        return endingAt(last->date, time.sessions, calendar);
    const auto base = calendar.sessionBefore(beginOf(time.span, last->date));
    if (!base)
        return std::nullopt;
    const auto moved = calendar.sessions(base->date.plusDays(1), last->date);
    return SessionSpan{base->date, last->date, int(moved.size())};
}

std::optional<SessionSpan> sessionsFrom(const ClaimTime &time, core::Time published,
                                        const core::SessionCalendar &calendar)
{
    if (time.endStated || time.span != ClaimTime::Span::Sessions || time.sessions < 2 || time.sessions > kMostSessions)
        return std::nullopt;
    const auto first = lastSession(time, published, calendar);
    const auto span = first ? beginningAt(first->date, time.sessions, calendar) : std::nullopt;
    return span && hasOpenedBy(span->last, published, calendar) ? span : std::nullopt;
}

bool hasOpenedBy(core::SessionDate date, core::Time published, const core::SessionCalendar &calendar)
{
    const auto session = calendar.session(date);
    return session && hasOpened(*session, published);
}

bool isOpenAt(core::SessionDate date, core::Time now, const core::SessionCalendar &calendar)
{
    const auto session = calendar.session(date);
    return session && session->hours.contains(now);
}

std::optional<QuotesNeeded> quotesNeeded(const Claim &claim, const core::Instrument &instrument, core::Time published,
                                         const core::SessionCalendar &calendar)
{
    const auto span = sessionsOf(claim.time, published, calendar);
    if (!span)
        return std::nullopt;
    QuotesNeeded needed;
    needed.instrumentId = instrument.id;
    const auto early = endingAt(span->base, 2 * kMostSpan, calendar);
    const auto late = beginningAt(span->last, std::max(span->count, kMostSpan) + 1, calendar);
    needed.from = early ? early->base : span->base;
    needed.to = late ? late->last : span->last;
    needed.shares = claim.kind == ClaimKind::Value;
    if (claim.kind == ClaimKind::Value && claim.unit != instrument.currency)
        needed.rateCurrency = claim.unit;
    return needed;
}

} // namespace tickmark::claims
