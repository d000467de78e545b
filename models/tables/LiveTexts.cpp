// SPDX-License-Identifier: GPL-3.0-or-later
#include "LiveTexts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace tickmark::tables {

using core::LiveState;
using pipeline::LivePhase;
using pipeline::LiveStatus;

namespace {

struct LiveTexts
{
    Q_DECLARE_TR_FUNCTIONS(LiveTexts)
};

constexpr double kFewPerSecond = 10;
constexpr std::size_t kMostGaps = 3; // told one by one
constexpr double kMsPerSecond = 1000;
constexpr int kSecondsPerMinute = 60;
constexpr int kMinutesPerHour = 60;
constexpr double kFewSeconds = 10;
constexpr double kLeastSeconds = 0.1; // a gap of none would be none
constexpr double kManySeconds = 120;  // minutes are easier to read then

QString clock(core::Time time, const core::Formats &formats, const core::ZoneRules &zone)
{
    return formats.exactClockTime(core::Time{time.ns - time.ns % core::kNsPerSecond}, zone);
}

//! With its day where that is another one than today.
QString when(core::Time time, core::Time now, const core::Formats &formats, const core::ZoneRules &zone)
{
    const QString clockTime = clock(time, formats, zone);
    if (zone.dateAt(time) == zone.dateAt(now))
        return clockTime;
    return LiveTexts::tr("%1, %2", "date, clock time").arg(formats.date(zone.dateAt(time)), clockTime);
}

QString storedText(const LiveStatus &status, const core::Formats &formats)
{
    const QString stored = formats.count(status.stored);
    if (!status.isStoreBehind) // what is on its way is there before it is read
        return stored;
    return LiveTexts::tr("%1; %Ln more wait for the disk", "trades", int(status.waiting)).arg(stored);
}

//! What lies so close together is one interruption to a reader.
std::vector<core::TimeRange> joined(const std::vector<core::TimeRange> &gaps)
{
    std::vector<core::TimeRange> joined;
    for (const core::TimeRange &gap : gaps) {
        if (!joined.empty() && gap.begin.ns - joined.back().end.ns < core::kNsPerSecond)
            joined.back().end = std::max(joined.back().end, gap.end);
        else
            joined.push_back(gap);
    }
    return joined;
}

qint64 lengthOf(const core::TimeRange &gap)
{
    return gap.end.ns - gap.begin.ns;
}

//! "0.4 s", "36 s", "9 min 5 s", "2 h 5 min".
QString lengthText(qint64 ns, const core::Formats &formats)
{
    const double seconds = double(ns) / double(core::kNsPerSecond);
    if (seconds < kFewSeconds)
        return LiveTexts::tr("%1 s", "seconds").arg(formats.number(std::max(seconds, kLeastSeconds), 1));
    const qint64 whole = std::llround(seconds);
    if (double(whole) < kManySeconds)
        return LiveTexts::tr("%1 s", "seconds").arg(formats.count(whole));
    const qint64 minutes = whole / kSecondsPerMinute;
    if (minutes < kMinutesPerHour)
        return LiveTexts::tr("%1 min %2 s", "minutes, seconds")
            .arg(formats.count(minutes), formats.count(whole % kSecondsPerMinute));
    return LiveTexts::tr("%1 h %2 min", "hours, minutes")
        .arg(formats.count(minutes / kMinutesPerHour), formats.count(minutes % kMinutesPerHour));
}

bool isNotGiven(const LiveStatus &status)
{
    return status.backfillErrorCode == QLatin1String("not_given");
}

//! The longest ones: they are what is missed. An attempt that has failed is repeated; only what the exchange does not give
//! stays.
QString gapsText(const LiveStatus &status, core::Time now, const core::Formats &formats, const core::ZoneRules &zone)
{
    QStringList lines;
    if (const auto since = outageSince(status))
        lines += LiveTexts::tr("%1 until now: no connection", "gap in time").arg(when(*since, now, formats, zone));
    std::vector<core::TimeRange> gaps = joined(status.gaps);
    std::ranges::sort(gaps, [](const core::TimeRange &one, const core::TimeRange &other) {
        return std::pair(lengthOf(one), one.begin) > std::pair(lengthOf(other), other.begin);
    });
    const std::size_t told = std::min(gaps.size(), kMostGaps);
    const bool isTried = status.isBackfilling || status.backfillError;
    for (std::size_t i = 0; i < told; ++i) {
        const QString gap = gapText(gaps[i], now, formats, zone);
        lines += status.backfillError && isNotGiven(status)
                     ? LiveTexts::tr("%1: not filled so far", "gap in time").arg(gap)
                 : isTried ? LiveTexts::tr("%1: is being filled", "gap in time").arg(gap)
                           : LiveTexts::tr("%1: open", "gap in time").arg(gap);
    }
    if (gaps.size() > told)
        lines += LiveTexts::tr("and %Ln more", "gaps in time", int(gaps.size() - told));
    if (!lines.isEmpty())
        return lines.join(u'\n');
    return status.backfilled > 0
               ? LiveTexts::tr("none; %1 trades were fetched afterwards").arg(formats.count(status.backfilled))
               : LiveTexts::tr("none", "gaps in time");
}

//! The source's name says who; its addresses are of no use here.
QString backfillText(LiveStatus status)
{
    for (QString &name : status.backfillErrorNames) {
        if (name.contains(QLatin1String("://")))
            name = status.source;
    }
    return pipeline::backfillSentence(status);
}

} // namespace

std::optional<core::Time> outageSince(const LiveStatus &status)
{
    const bool isLost = status.phase == LivePhase::Waiting || status.phase == LivePhase::Connecting
                        || status.phase == LivePhase::Ended;
    return isLost && status.received > 0 ? status.lastTrade : std::nullopt;
}

LiveState liveStateOf(const LiveStatus &status)
{
    switch (status.phase) {
    case LivePhase::Connecting:
        return LiveState::Connecting;
    case LivePhase::Live:
        return status.isStoreBehind ? LiveState::Behind : LiveState::Live;
    case LivePhase::Waiting:
        return LiveState::Waiting;
    case LivePhase::Ended:
        return LiveState::Stopped;
    case LivePhase::Stopping:
        break;
    }
    return LiveState::Ending;
}

QString liveWord(LiveState state)
{
    switch (state) {
    case LiveState::Connecting:
        return LiveTexts::tr("connecting", "state of a live stream");
    case LiveState::Live:
        return LiveTexts::tr("live", "state of a live stream");
    case LiveState::Behind:
        return LiveTexts::tr("not stored", "state of a live stream: drawn, but the disk does not take it");
    case LiveState::Waiting:
        return LiveTexts::tr("waiting", "state of a live stream");
    case LiveState::Stopped:
        return LiveTexts::tr("stopped", "state of a live stream");
    case LiveState::Ending:
        break;
    }
    return LiveTexts::tr("ending", "state of a live stream");
}

QString liveText(const LiveStatus &status, core::Time now, const core::Formats &formats)
{
    const LiveState state = liveStateOf(status);
    if (state == LiveState::Behind)
        return LiveTexts::tr("live, not stored", "state of a live stream");
    if (state != LiveState::Waiting || !status.retryAt)
        return liveWord(state);
    const qint64 seconds = std::max<qint64>(0, (status.retryAt->ns - now.ns + core::kNsPerSecond - 1)
                                                   / core::kNsPerSecond);
    return LiveTexts::tr("waiting, %1 s", "state of a live stream: until the next try").arg(formats.count(seconds));
}

QString rateText(double perSecond, const core::Formats &formats)
{
    const bool isSlow = perSecond > 0 && perSecond < kFewPerSecond;
    return LiveTexts::tr("%1/s", "trades per second").arg(formats.number(perSecond, isSlow ? 1 : 0));
}

QString latencyText(std::chrono::nanoseconds latency, const core::Formats &formats)
{
    const double ms = double(latency.count()) / 1e6;
    if (ms >= kMsPerSecond)
        return LiveTexts::tr("%1 s", "seconds").arg(formats.number(ms / kMsPerSecond, 1));
    return LiveTexts::tr("%1 ms", "milliseconds").arg(formats.number(ms, ms < 1 ? 1 : 0));
}

QString skewText(std::chrono::nanoseconds skew, const core::Formats &formats)
{
    const double seconds = double(skew.count()) / 1e9;
    if (std::abs(seconds) < kManySeconds)
        return LiveTexts::tr("%1 s", "seconds").arg(formats.signedNumber(seconds, 1));
    const auto whole = qint64(std::llround(std::abs(seconds)));
    const double minutes = std::copysign(double(whole / kSecondsPerMinute), seconds);
    return LiveTexts::tr("%1 min %2 s", "minutes, seconds")
        .arg(formats.signedNumber(minutes, 0), formats.count(whole % kSecondsPerMinute));
}

QString liveStamp(core::Time time, core::Time now, const core::Formats &formats, const core::ZoneRules &zone)
{
    return zone.dateAt(time) == zone.dateAt(now) ? formats.clockTime(time, zone) : formats.date(zone.dateAt(time));
}

QString gapText(core::TimeRange gap, core::Time now, const core::Formats &formats, const core::ZoneRules &zone)
{
    const QString length = lengthText(lengthOf(gap), formats);
    const QString begin = when(gap.begin, now, formats, zone);
    if (gap.begin.ns / core::kNsPerSecond == gap.end.ns / core::kNsPerSecond)
        return LiveTexts::tr("%1 (%2)", "time, how long").arg(begin, length);
    const bool isOneDay = zone.dateAt(gap.begin) == zone.dateAt(gap.end);
    const QString end = isOneDay ? clock(gap.end, formats, zone) : when(gap.end, now, formats, zone);
    return LiveTexts::tr("%1 to %2 (%3)", "two times, how long between them").arg(begin, end, length);
}

std::vector<LiveFact> liveFacts(const LiveStatus &status, core::Time now, const core::Formats &formats,
                                const core::ZoneRules &zone)
{
    const QString unknown(QChar(0x2013));
    std::vector<LiveFact> facts;
    facts.push_back({LiveTexts::tr("Trades per second"),
                     status.phase == LivePhase::Live ? rateText(status.perSecond, formats) : unknown});
    facts.push_back({LiveTexts::tr("From network to chart", "how long a trade takes"),
                     status.latency ? latencyText(*status.latency, formats) : unknown});
    facts.push_back({LiveTexts::tr("Clock of the exchange"), status.skew ? skewText(*status.skew, formats) : unknown});
    facts.push_back({LiveTexts::tr("Trades since the start"), formats.count(status.received)});
    facts.push_back({LiveTexts::tr("Of these stored", "trades"), storedText(status, formats)});
    facts.push_back({LiveTexts::tr("Last trade"),
                     status.lastTrade ? when(*status.lastTrade, now, formats, zone) : LiveTexts::tr("none yet")});
    facts.push_back({LiveTexts::tr("Gaps"), gapsText(status, now, formats, zone)});
    if (status.backfillError && !status.gaps.empty())
        facts.push_back({isNotGiven(status) ? LiveTexts::tr("Why they stay", "gaps")
                                            : LiveTexts::tr("Last attempt", "to fill gaps"),
                         backfillText(status)});
    return facts;
}

QString liveTip(const LiveStatus &status, core::Time now, const core::Formats &formats, const core::ZoneRules &zone)
{
    QStringList lines{LiveTexts::tr("%1 from %2: %3", "symbol, source, state of its live stream")
                          .arg(status.symbol, status.source, liveText(status, now, formats))};
    if (status.error)
        lines += pipeline::liveSentence(status);
    for (const LiveFact &fact : liveFacts(status, now, formats, zone))
        lines += LiveTexts::tr("%1: %2", "what it is, its value")
                     .arg(fact.name, QString(fact.value).replace(u'\n', QStringLiteral("; ")));
    return lines.join(u'\n');
}

} // namespace tickmark::tables
