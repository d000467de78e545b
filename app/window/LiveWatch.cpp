// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveWatch.h"

#include "LiveAdvice.h"

#include <algorithm>
#include <chrono>
#include <set>

namespace tickmark::window {

using pipeline::LivePhase;
using pipeline::LiveStatus;

namespace {

constexpr std::chrono::milliseconds kTogether{700};

} // namespace

LiveWatch::LiveWatch(QObject *parent) : QObject(parent)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kTogether);
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
    m_streams = streams;
    // A connection that comes and goes is told once, as long as the user lets it stream; the rest says its badge.
    std::erase_if(m_known, [&](const auto &entry) {
        return std::ranges::none_of(streams, [&](const LiveStatus &one) {
            const auto trouble = troubleOf(one);
            const bool isLost = entry.second == Trouble::Lost;
            return std::pair(one.sourceId, one.instrumentId) == entry.first && (isLost || trouble == entry.second);
        });
    });
    for (auto &[trouble, isShown] : m_shown) {
        const bool isThere = std::ranges::any_of(streams,
                                                 [&](const LiveStatus &one) { return troubleOf(one) == trouble; });
        if (isThere || !std::exchange(isShown, false))
            continue;
        Q_EMIT passed(trouble);
    }
    const bool isNew = std::ranges::any_of(streams, [this](const LiveStatus &one) {
        const auto trouble = troubleOf(one);
        const auto known = m_known.find({one.sourceId, one.instrumentId});
        return trouble && (known == m_known.end() || known->second != *trouble);
    });
    if (isNew && !m_delay.isActive())
        m_delay.start();
}

void LiveWatch::tell()
{
    std::set<Trouble> anew;
    for (const LiveStatus &one : m_streams) {
        const auto trouble = troubleOf(one);
        const auto known = m_known.find({one.sourceId, one.instrumentId});
        if (!trouble || (known != m_known.end() && known->second == *trouble))
            continue;
        m_known[{one.sourceId, one.instrumentId}] = *trouble;
        anew.insert(*trouble);
    }
    for (const Trouble trouble : anew) {
        m_shown[trouble] = true;
        Q_EMIT began(trouble);
    }
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
