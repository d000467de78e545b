// SPDX-License-Identifier: GPL-3.0-or-later
#include "SeriesQuality.h"

#include <algorithm>

namespace tickmark::analysis {

namespace {

constexpr qint64 kLongHole = 20;          // sessions; such a hole is a finding of its own
constexpr std::size_t kMostLongHoles = 4; // of one series
constexpr qint64 kJumpFactor = 100;

//! In 128 bits: units may be large.
bool isHundredfold(qint64 small, qint64 large)
{
    return __int128(large) >= __int128(small) * kJumpFactor;
}

} // namespace

SeriesQuality::SeriesQuality(core::Instrument instrument, core::Series series, core::CalendarPtr calendar,
                             std::vector<core::Split> splits)
    : m_instrument(std::move(instrument)),
      m_series(std::move(series)),
      m_calendar(std::move(calendar)),
      m_splits(m_instrument.kind, m_series.priceDecimals, m_series.splitsUntil, std::move(splits))
{}

//! Intraday bars ask the calendar once per session.
core::SessionDate SeriesQuality::sessionOf(const core::Bar &bar)
{
    if (m_series.isDaily())
        return bar.session;
    if (!m_calendar)
        return core::SessionDate::utcDateOf(bar.start);
    if (m_hours.contains(bar.start))
        return m_session;
    const core::SessionDate date = m_calendar->sessionDateOf(bar.start);
    const auto session = m_calendar->session(date);
    m_hours = session ? session->hours : core::TimeRange();
    return date;
}

void SeriesQuality::add(const core::Bar &bar)
{
    const core::SessionDate session = sessionOf(bar);
    const bool isFirst = m_bars == 0;
    const core::SessionDate before = m_session;
    ++m_bars;
    m_session = session;
    if (m_calendar) {
        if (!isFirst && before < session)
            checkHole(before, session);
        checkCalendar(session);
    }
    checkPrices(bar);
    checkJump(bar, before);
    if (m_series.isDaily())
        m_splits.add(bar);
}

void SeriesQuality::checkCalendar(core::SessionDate session)
{
    if (!m_calendar->covers(session))
        noteBar(QualityKind::Unverified, {});
    else if (!m_calendar->isSession(session))
        noteBar(QualityKind::ClosedDay, {});
}

//! Sessions between two bars. A hole goes on over weekends and holidays.
void SeriesQuality::checkHole(core::SessionDate after, core::SessionDate before)
{
    closeHole();
    for (core::SessionDate date = after.plusDays(1); date < before; date = date.plusDays(1)) {
        if (!m_calendar->covers(date) || !m_calendar->isSession(date))
            continue;
        if (!m_hole)
            m_hole = SessionRun{date, date, 0};
        m_hole->last = date;
        ++m_hole->count;
    }
    closeHole();
}

void SeriesQuality::closeHole()
{
    const auto hole = std::exchange(m_hole, std::nullopt);
    if (!hole)
        return;
    if (hole->count >= kLongHole && m_longHoles.size() < kMostLongHoles) {
        QualityFinding found = finding(QualityKind::Hole);
        found.session = hole->first;
        found.addRun(*hole, false);
        m_longHoles.push_back(std::move(found));
    } else {
        note(QualityKind::Hole, *hole, false);
    }
}

void SeriesQuality::checkPrices(const core::Bar &bar)
{
    if (bar.flags & core::kBarRangeBroken)
        noteBar(QualityKind::BrokenRange, price(bar.low), price(bar.high));
    // Oil was sold below zero once; nothing else can be.
    if ((bar.flags & core::kBarNotPositive) && m_instrument.kind != core::InstrumentKind::Commodity)
        noteBar(QualityKind::NotPositive, price(std::min({bar.open, bar.high, bar.low, bar.close})));
    // A reference rate is flat, and within a day nothing may have been traded for minutes.
    if (m_series.isDaily() && m_instrument.kind != core::InstrumentKind::Fx
        && (bar.flags & core::kBarFlatWithoutVolume))
        noteBar(QualityKind::Flat, price(bar.close));
    if (bar.flags & core::kBarDuplicate)
        noteBar(QualityKind::Duplicate, price(bar.close));
}

//! There and back is one jump: what lies between is its run.
void SeriesQuality::checkJump(const core::Bar &bar, core::SessionDate sessionBefore)
{
    const qint64 before = std::exchange(m_previousClose, bar.close);
    if (before <= 0 || bar.close <= 0) {
        m_hasJumped = false;
        return;
    }
    const bool up = isHundredfold(before, bar.close);
    const bool down = isHundredfold(bar.close, before);
    const bool isBack = m_hasJumped && (m_jumpedUp ? down : up);
    if ((up || down) && !isBack) {
        QualityFinding &jump = noteBar(QualityKind::Jump, price(bar.close), price(before));
        if (jump.count == 1)
            jump.otherSession = sessionBefore;
    }
    m_hasJumped = (up || down) && !isBack;
    m_jumpedUp = up;
}

QualityFinding SeriesQuality::finding(QualityKind kind) const
{
    QualityFinding found;
    found.kind = kind;
    found.instrumentId = m_instrument.id;
    found.symbol = m_instrument.symbol;
    found.series = m_series;
    return found;
}

QualityFinding &SeriesQuality::note(QualityKind kind, const SessionRun &run, bool adjoins)
{
    const auto [place, isNew] = m_found.try_emplace(kind, finding(kind));
    QualityFinding &found = place->second;
    if (isNew)
        found.session = run.first;
    found.addRun(run, adjoins);
    return found;
}

//! The bar that was added last.
QualityFinding &SeriesQuality::noteBar(QualityKind kind, std::optional<core::Price> value,
                                       std::optional<core::Price> other)
{
    const auto seen = m_lastBar.find(kind);
    QualityFinding &found = note(kind, {m_session, m_session, 1},
                                 seen != m_lastBar.end() && seen->second + 1 == m_bars);
    m_lastBar[kind] = m_bars;
    if (found.count > 1)
        return found;
    found.value = value;
    found.other = other;
    return found;
}

std::vector<QualityFinding> SeriesQuality::finish()
{
    std::vector<QualityFinding> findings = std::exchange(m_longHoles, {});
    for (auto &[kind, found] : std::exchange(m_found, {}))
        findings.push_back(std::move(found));
    for (const SplitWatch::Seen &seen : m_splits.finish()) {
        QualityFinding found = finding(seen.kind);
        found.session = seen.session;
        found.addRun({seen.session, seen.session, 1}, false);
        found.value = seen.after;
        found.other = seen.before;
        found.percent = (core::toDouble(seen.after) / core::toDouble(seen.before) - 1) * 100;
        found.newShares = seen.split.newShares;
        found.oldShares = seen.split.oldShares;
        findings.push_back(std::move(found));
    }
    return findings;
}

} // namespace tickmark::analysis
