// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveWatch.h"

#include "LiveAdvice.h"

#include <algorithm>
#include <set>

namespace tickmark::window {

using pipeline::LivePhase;
using pipeline::LiveStatus;

namespace {

std::pair<qint64, qint64> keyOf(const LiveStatus &status)
{
    return {status.sourceId, status.instrumentId};
}

} // namespace

LiveWatch::LiveWatch(QObject *parent) : QObject(parent)
{
    m_delay.setSingleShot(true);
    connect(&m_delay, &QTimer::timeout, this, &LiveWatch::tell);
}

std::optional<LiveWatch::Trouble> LiveWatch::troubleOf(const LiveStatus &status)
{
    if (status.isStoreBehind)
        return Trouble::NotStored;
    if (status.phase == LivePhase::Ended)
        return Trouble::Ended;
    if (status.phase == LivePhase::Waiting && status.error)
        return Trouble::Lost;
    return std::nullopt;
}

void LiveWatch::setStreams(const std::vector<LiveStatus> &streams)
{
    takeOver(streams);
    note();
    // A connection that comes and goes is told once, as long as the user lets it stream; the rest says its badge.
    std::erase_if(m_known, [&](const auto &entry) {
        return std::ranges::none_of(m_streams, [&](const LiveStatus &one) {
            const bool isLost = entry.second == Trouble::Lost;
            return keyOf(one) == entry.first && (isLost || troubleOf(one) == entry.second);
        });
    });
    for (auto &[trouble, isShown] : m_shown) {
        const bool isThere = std::ranges::any_of(m_streams,
                                                 [&](const LiveStatus &one) { return troubleOf(one) == trouble; });
        if (isThere || !std::exchange(isShown, false))
            continue;
        Q_EMIT passed(trouble);
    }
    await();
}

//! An attempt to come back is no end of an outage.
void LiveWatch::takeOver(const std::vector<LiveStatus> &streams)
{
    const std::vector<LiveStatus> before = std::exchange(m_streams, streams);
    for (LiveStatus &one : m_streams) {
        if (one.phase != LivePhase::Connecting || troubleOf(one))
            continue;
        const auto lost = std::ranges::find_if(
            before, [&](const LiveStatus &was) { return keyOf(was) == keyOf(one) && troubleOf(was) == Trouble::Lost; });
        if (lost != before.end())
            one = *lost;
    }
}

//! Since when each is in its trouble.
void LiveWatch::note()
{
    std::map<Key, std::pair<Trouble, Clock::time_point>> since;
    for (const LiveStatus &one : m_streams) {
        const auto trouble = troubleOf(one);
        if (!trouble)
            continue;
        const auto before = m_since.find(keyOf(one));
        const bool goesOn = before != m_since.end() && before->second.first == *trouble;
        since.insert_or_assign(keyOf(one), goesOn ? before->second : std::pair(*trouble, m_now()));
    }
    m_since = std::move(since);
}

bool LiveWatch::isKnown(const LiveStatus &status) const
{
    const auto known = m_known.find(keyOf(status));
    return known != m_known.end() && known->second == troubleOf(status);
}

LiveWatch::Clock::time_point LiveWatch::dueOf(const LiveStatus &status) const
{
    const auto &[trouble, since] = m_since.at(keyOf(status));
    return since + (trouble == Trouble::Lost ? std::chrono::milliseconds(kOutage) : kTogether);
}

void LiveWatch::await()
{
    std::optional<Clock::time_point> next;
    for (const LiveStatus &one : m_streams) {
        if (troubleOf(one) && !isKnown(one))
            next = std::min(next.value_or(Clock::time_point::max()), dueOf(one));
    }
    if (next)
        m_delay.start(
            std::max(std::chrono::milliseconds(0), std::chrono::ceil<std::chrono::milliseconds>(*next - m_now())));
    else
        m_delay.stop();
}

void LiveWatch::tell()
{
    std::set<Trouble> due;
    for (const LiveStatus &one : m_streams) {
        if (troubleOf(one) && !isKnown(one) && dueOf(one) <= m_now())
            due.insert(*troubleOf(one));
    }
    for (const LiveStatus &one : m_streams) { // its message names all that are in it
        if (const auto trouble = troubleOf(one); trouble && due.contains(*trouble))
            m_known[keyOf(one)] = *trouble;
    }
    for (const Trouble trouble : due) {
        m_shown[trouble] = true;
        Q_EMIT began(trouble);
    }
    await();
}

qint64 LiveWatch::sourceIn(Trouble trouble) const
{
    const auto found = std::ranges::find_if(m_streams,
                                            [&](const LiveStatus &one) { return troubleOf(one) == trouble; });
    return found == m_streams.end() ? 0 : found->sourceId;
}

core::Error LiveWatch::message(Trouble trouble) const
{
    std::vector<const LiveStatus *> streams;
    for (const LiveStatus &one : m_streams) {
        if (troubleOf(one) == trouble)
            streams.push_back(&one);
    }
    if (streams.empty())
        return {};
    QStringList symbols;
    for (const LiveStatus *one : streams)
        symbols += one->symbol;
    const QString names = symbols.join(QStringLiteral(", "));
    const LiveStatus &first = *streams.front();
    const QString why = first.error ? pipeline::liveSentence(first) : QString();
    const QString advice = liveAdvice(first);
    switch (trouble) {
    case Trouble::Lost:
        return {
            core::ErrorCode::Io,
            tr("The live stream of %1 is interrupted and comes again by itself. %2", "symbols, why").arg(names, why),
            advice};
    case Trouble::Ended:
        return {core::ErrorCode::Io, tr("The live stream of %1 has ended. %2", "symbols, why").arg(names, why), advice};
    case Trouble::NotStored:
        break;
    }
    return {core::ErrorCode::DiskFull,
            tr("The trades of %1 are drawn, but the disk does not take them. They are stored as soon as it does. %2",
               "symbols, why")
                .arg(names, why),
            advice};
}

} // namespace tickmark::window
