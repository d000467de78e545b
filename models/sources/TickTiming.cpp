// SPDX-License-Identifier: GPL-3.0-or-later
#include "TickTiming.h"

#include "StampParser.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace tickmark::sources {

namespace {

constexpr size_t kClearly = 20; // that many steps back for one ahead

struct TimingText
{
    Q_DECLARE_TR_FUNCTIONS(tickmark::sources::TickTiming)
};

tl::unexpected<core::Error> refuse(const QString &message)
{
    return core::failure(core::ErrorCode::InvalidInput, message);
}

//! What the stamps of the first rows have in common.
struct Probe
{
    size_t stamps = 0;
    size_t withTime = 0;
    size_t withOffset = 0;
    size_t steps = 0;
    size_t backward = 0;
    std::vector<qint64> times; //!< ns, as written
};

Probe probe(const SampleTable &sample, const CsvProfile &profile, std::optional<core::SessionDate> date)
{
    Probe found;
    const StampParser parser(profile.dateForm, date);
    const int dateColumn = profile.indexOf(ColumnRole::Date);
    const int timeColumn = profile.indexOf(ColumnRole::Time);
    std::optional<qint64> previous;
    for (const SampleTable::Row &row : sample.rows()) {
        if (row.line < profile.firstDataLine || std::max(dateColumn, timeColumn) >= int(row.fields.size()))
            continue;
        auto stamp = parser.parse(row.fields[size_t(dateColumn)]);
        if (stamp && timeColumn >= 0) {
            const auto time = parseTimeOfDay(row.fields[size_t(timeColumn)]);
            stamp->hasTime = time.has_value();
            stamp->time = time.value_or(TimeOfDay());
        }
        if (!stamp)
            continue;
        ++found.stamps;
        found.withTime += stamp->hasTime ? 1 : 0;
        found.withOffset += stamp->hasTime && stamp->time.offsetNs ? 1 : 0;
        const qint64 ns = stamp->date.utcMidnight().ns + stamp->time.ns - stamp->time.offsetNs.value_or(0);
        if (previous && ns != *previous) {
            ++found.steps;
            found.backward += ns < *previous ? 1 : 0;
        }
        previous = ns;
        found.times.push_back(ns);
    }
    return found;
}

constexpr qint64 kFirstNs = core::kNsPerDay;                  // 1970-01-02
constexpr qint64 kEndNs = 4'133'980'800 * core::kNsPerSecond; // 2101-01-01
constexpr qint64 kFarNs = 20 * 365 * core::kNsPerDay;

} // namespace

PlausibleTimes::PlausibleTimes(std::optional<core::TimeRange> usual) : m_begin(kFirstNs), m_end(kEndNs)
{
    if (!usual || !contains(usual->begin) || !contains(usual->end))
        return;
    m_begin = std::max(kFirstNs, usual->begin.ns - kFarNs);
    m_end = std::min(kEndNs, usual->end.ns + kFarNs);
}

void PlausibleTimes::moveTo(core::Time time)
{
    m_begin = std::max(kFirstNs, time.ns - kFarNs);
    m_end = std::min(kEndNs, time.ns + kFarNs);
}

core::Result<TickTiming> findTickTiming(const SampleTable &sample, const CsvProfile &profile,
                                        const BarReadOptions &options, const QString &fileName)
{
    const bool ofDay = profile.dateForm == DateForm::MillisecondsOfDay;
    if (ofDay && !options.date)
        return refuse(TimingText::tr("Times in %1 are milliseconds since midnight, and the file does not say of which "
                                     "day. Give the date (--date).")
                          .arg(fileName));
    Probe found = probe(sample, profile, options.date);
    if (found.stamps > 0 && found.withTime * 2 <= found.stamps)
        return refuse(TimingText::tr("%1 has dates without a time of day; ticks need one.").arg(fileName));

    TickTiming timing;
    QByteArray zone = options.zone.isEmpty() ? profile.zone : options.zone;
    const bool lacksZone = zone.isEmpty() && found.withOffset < found.withTime;
    if (lacksZone && !ofDay)
        return refuse(TimingText::tr("Times in %1 do not say in which zone they are. Name it (--zone Europe/Berlin, "
                                     "--zone America/New_York, --zone UTC).")
                          .arg(fileName));
    if (lacksZone)
        zone = "UTC";
    if (!zone.isEmpty()) {
        auto rules = core::ZoneRules::load(zone);
        if (!rules)
            return tl::unexpected(rules.error());
        timing.clock.emplace(std::move(*rules));
    }
    if (zone != profile.zone && found.withOffset < found.withTime)
        timing.findings.push_back(
            {QStringLiteral("zone"), QString::fromUtf8(zone),
             lacksZone ? TimingText::tr("Milliseconds since midnight are taken as UTC: nothing names another zone.")
                       : TimingText::tr("Times without an offset are read on the clock of %1.")
                             .arg(QString::fromUtf8(zone))});
    // Turned round, the ticks of one time change places: a few late rows are no reason for that.
    if (!found.times.empty()) {
        std::ranges::sort(found.times);
        const size_t quarter = (found.times.size() + 2) / 4;
        const qint64 one = found.times[quarter];
        const qint64 other = found.times[found.times.size() - 1 - quarter];
        timing.usual = core::TimeRange{core::Time{std::min(one, other)}, core::Time{std::max(one, other)}};
    }
    const size_t forward = found.steps - found.backward;
    timing.newestFirst = found.backward > kClearly * forward;
    if (timing.newestFirst)
        timing.findings.push_back(
            {QStringLiteral("order"), QStringLiteral("newest_first"), TimingText::tr("The newest rows come first.")});
    return timing;
}

} // namespace tickmark::sources
