// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarTiming.h"

#include <core/Series.h>

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <numeric>

namespace tickmark::sources {

namespace {

struct TimingText
{
    Q_DECLARE_TR_FUNCTIONS(tickmark::sources::Timing)
};

//! Bars this far apart stand for whole days; on the last Sunday of October even a day between two is 25 hours.
constexpr qint64 kShortestDayNs = 23 * core::kNsPerHour;
//! No market is closed that long again and again: rows this far apart are weeks or months.
constexpr qint64 kShortestWeekNs = 5 * core::kNsPerDay;
constexpr size_t kStepsThatProveWeeks = 5;
constexpr qint64 kMostBarsPerStep = 10;

tl::unexpected<core::Error> refuse(const QString &message)
{
    return core::failure(core::ErrorCode::InvalidInput, message);
}

qint64 writtenNs(const Stamp &stamp)
{
    return qint64(stamp.date.days()) * core::kNsPerDay + stamp.time.ns;
}

//! The stamps of the sample, and how far apart neighbours of one symbol are.
class Probe
{
public:
    Probe(const SampleTable &sample, const CsvProfile &profile, const BarReadOptions &options)
    {
        const StampParser parser(profile.dateForm, options.date);
        const int dateColumn = profile.indexOf(ColumnRole::Date);
        const int timeColumn = profile.indexOf(ColumnRole::Time);
        const int symbolColumn = profile.indexOf(ColumnRole::Symbol);
        for (const auto &row : sample.rows()) {
            const auto field = [&](int i) {
                return i >= 0 && size_t(i) < row.fields.size() ? std::string_view(row.fields[size_t(i)])
                                                               : std::string_view();
            };
            // a row that was cut may have been cut inside its date
            if (row.line < profile.firstDataLine
                || row.fields.size() < std::min(profile.columns.size(), sample.usualWidth()))
                continue;
            auto stamp = parser.parse(field(dateColumn));
            if (!stamp)
                continue;
            if (timeColumn >= 0) {
                const auto time = parseTimeOfDay(field(timeColumn));
                if (!time)
                    continue;
                stamp->time = *time;
                stamp->hasTime = true;
            }
            m_stamps.push_back(*stamp);
            m_symbols.push_back(field(symbolColumn));
        }
    }

    bool isEmpty() const { return m_stamps.empty(); }
    bool all(auto test) const { return std::ranges::all_of(m_stamps, test); }
    //! Nearly all: a few odd rows are rejects and do not make another kind of file.
    bool most(auto test) const { return size_t(std::ranges::count_if(m_stamps, test)) * 10 >= m_stamps.size() * 9; }
    bool half(auto test) const { return size_t(std::ranges::count_if(m_stamps, test)) * 2 > m_stamps.size(); }

    //! Steps between neighbours of one symbol as nanoseconds; `toNs` puts a stamp on one line of time.
    void measure(auto toNs)
    {
        std::map<std::string_view, qint64> previous;
        for (size_t i = 0; i < m_stamps.size(); ++i) {
            const qint64 now = toNs(m_stamps[i]);
            const auto [entry, isNew] = previous.try_emplace(m_symbols[i], now);
            const qint64 step = now - std::exchange(entry->second, now);
            if (isNew || step == 0)
                continue;
            ++m_steps[std::abs(step)];
            m_backward += step < 0 ? 1 : 0;
            ++m_stepCount;
        }
    }

    bool hasSteps() const { return !m_steps.empty(); }
    //! The most frequent, of equally frequent ones the shortest.
    qint64 usualStep() const
    {
        return std::ranges::max_element(m_steps, {}, [](const auto &s) { return s.second; })->first;
    }
    //! The longest bar that does not reach into the next one; nothing when the steps do not agree on one.
    std::optional<qint64> barStep() const
    {
        const qint64 shortest = shortestStep();
        if (std::ranges::all_of(m_steps, [&](const auto &s) { return s.first % shortest == 0; }))
            return shortest;
        // Single steps may be due to an odd row: the last one of a running day, a closing price.
        qint64 repeated = 0;
        qint64 common = 0;
        for (const auto &[step, count] : m_steps) {
            if (count < 2)
                continue;
            repeated = repeated == 0 ? step : repeated;
            common = std::gcd(common, step);
        }
        if (repeated == 0) {
            // stamps with fractions hardly ever repeat a step exactly
            const auto isNearMultiple = [&](const auto &s) {
                const qint64 rest = s.first % shortest;
                return std::min(rest, shortest - rest) <= shortest / 100;
            };
            return std::ranges::all_of(m_steps, isNearMultiple) ? std::optional(shortest) : std::nullopt;
        }
        // Steps that have next to nothing in common are uneven ones, not multiples of a short bar.
        return common * kMostBarsPerStep >= repeated ? common : repeated;
    }
    qint64 shortestStep() const { return m_steps.begin()->first; }
    size_t stepCount() const { return m_stepCount; }
    bool runsBackward() const { return m_backward * 2 > m_stepCount; }

private:
    std::vector<Stamp> m_stamps;
    std::vector<std::string_view> m_symbols;
    std::map<qint64, size_t> m_steps;
    size_t m_stepCount = 0;
    size_t m_backward = 0;
};

class TimingFinder
{
public:
    TimingFinder(const SampleTable &sample, const CsvProfile &profile, const BarReadOptions &options,
                 const QString &fileName)
        : m_probe(sample, profile, options), m_profile(profile), m_options(options), m_fileName(fileName)
    {}

    core::Result<BarTiming> find()
    {
        if (m_profile.dateForm == DateForm::MillisecondsOfDay && !m_options.date)
            return refuse(
                TimingText::tr("Times in %1 are milliseconds since midnight, and the file does not say of which "
                               "day. Give the date (--date).")
                    .arg(m_fileName));
        if (const auto zone = loadZone(); !zone)
            return tl::unexpected(zone.error());
        const auto wanted = m_options.intervalNs ? m_options.intervalNs : m_profile.intervalNs;
        m_isStated = wanted.has_value();
        const auto found = wanted ? take(*wanted) : guess();
        if (!found)
            return tl::unexpected(found.error());
        m_timing.newestFirst = m_probe.runsBackward();
        addFindings();
        return std::move(m_timing);
    }

private:
    core::Result<void> loadZone()
    {
        const QByteArray id = m_options.zone.isEmpty() ? m_profile.zone : m_options.zone;
        if (id.isEmpty())
            return {};
        auto zone = core::ZoneRules::load(id);
        if (!zone)
            return tl::unexpected(zone.error());
        m_timing.clock.emplace(std::move(*zone));
        return {};
    }

    //! Nanoseconds of a stamp: true time where that is known, else as written.
    qint64 ns(const Stamp &stamp) const
    {
        const qint64 local = writtenNs(stamp);
        if (stamp.time.offsetNs)
            return local - *stamp.time.offsetNs;
        return m_timing.clock && stamp.hasTime ? m_timing.clock->zone().fromLocalNs(local).ns : local;
    }

    bool isMidnightInZone(const Stamp &stamp) const
    {
        const core::Time time{ns(stamp)};
        return m_timing.clock && stamp.hasTime && m_timing.clock->zone().localNs(time) % core::kNsPerDay == 0;
    }

    core::Result<void> take(qint64 intervalNs)
    {
        m_probe.measure([this](const Stamp &s) { return ns(s); });
        m_timing.intervalNs = intervalNs;
        const bool offsets = m_probe.all([](const Stamp &s) { return s.hasTime && s.time.offsetNs.has_value(); });
        m_timing.days = offsets && m_timing.clock ? BarTiming::Days::InZone : BarTiming::Days::AsWrittenAny;
        if (m_timing.isDaily() || m_probe.isEmpty())
            return {};
        if (m_probe.all([](const Stamp &s) { return !s.hasTime; }))
            return refuse(
                TimingText::tr("%1 has dates without a time of day: its bars can only be daily.").arg(m_fileName));
        return needZone();
    }

    core::Result<void> needZone()
    {
        if (m_timing.clock || m_probe.all([](const Stamp &s) { return s.time.offsetNs.has_value(); }))
            return {};
        return refuse(
            TimingText::tr("Times in %1 do not say in which zone they are. Name it (--zone Europe/Berlin, --zone "
                           "America/New_York, --zone UTC).")
                .arg(m_fileName));
    }

    core::Result<void> guess()
    {
        m_probe.measure([this](const Stamp &s) { return ns(s); });
        const bool midnights = m_probe.half([](const Stamp &s) { return !s.hasTime; })
                               || m_probe.most([](const Stamp &s) { return s.time.ns == 0; });
        const bool zoneMidnights = m_probe.most([this](const Stamp &s) { return isMidnightInZone(s); });
        if (m_probe.isEmpty() || midnights || zoneMidnights) {
            m_timing.days = midnights ? BarTiming::Days::AsWritten : BarTiming::Days::InZone;
            return checkDaily();
        }
        if (m_probe.hasSteps() && m_probe.usualStep() >= kShortestDayNs)
            return takeTimedDays();
        if (auto zone = needZone(); !zone)
            return zone;
        const auto step = m_probe.hasSteps() ? m_probe.barStep() : std::nullopt;
        if (!step)
            return refuse(TimingText::tr("The first rows of %1 do not show how long a bar is. Say it in a profile: "
                                         "\"interval\" in seconds.")
                              .arg(m_fileName));
        m_timing.intervalNs = *step;
        return {};
    }

    //! A day apart, but not at midnight: the opening or the close of each day. The written date is the session's, unless
    //! it is UTC's date, which east and west of Greenwich may be the day before or after.
    core::Result<void> takeTimedDays()
    {
        const bool utc = m_probe.all([](const Stamp &s) { return s.time.offsetNs == 0; });
        if (utc && !m_timing.clock)
            return refuse(
                TimingText::tr("Rows of %1 are a day apart, but their UTC times are not midnight. Name the zone of "
                               "the exchange, which tells the date (--zone America/New_York).")
                    .arg(m_fileName));
        m_timing.days = utc ? BarTiming::Days::InZone : BarTiming::Days::AsWrittenAny;
        return checkDaily();
    }

    core::Result<void> checkDaily()
    {
        m_timing.intervalNs = core::Series::kDaily;
        if (m_probe.stepCount() >= kStepsThatProveWeeks && m_probe.shortestStep() >= kShortestWeekNs)
            return refuse(
                TimingText::tr("Rows of %1 are at least %n days apart: weekly or monthly bars are not daily ones. "
                               "If they are single days, say so in a profile: \"interval\": \"daily\".",
                               nullptr, int(m_probe.shortestStep() / core::kNsPerDay))
                    .arg(m_fileName));
        return {};
    }

    void addFindings()
    {
        const QString key = QStringLiteral("interval");
        if (m_timing.isDaily()) {
            m_timing.findings.push_back({key, QStringLiteral("daily"), TimingText::tr("Bars are daily.")});
        } else {
            const double seconds = double(m_timing.intervalNs) / double(core::kNsPerSecond);
            const QString text = m_isStated
                                     ? TimingText::tr("A bar is %1 seconds long, as was said.")
                                     : TimingText::tr(
                                         "A bar is %1 seconds long: rows are that far apart, or a multiple of it.");
            m_timing.findings.push_back({key, QString::number(seconds), text.arg(seconds)});
            if (m_timing.clock)
                m_timing.findings.push_back({QStringLiteral("zone"), QString::fromUtf8(m_timing.clock->zone().id()),
                                             TimingText::tr("Times without an offset are read on the clock of %1.")
                                                 .arg(QString::fromUtf8(m_timing.clock->zone().id()))});
        }
        if (m_timing.newestFirst)
            m_timing.findings.push_back({QStringLiteral("order"), QStringLiteral("newest_first"),
                                         TimingText::tr("The newest rows come first.")});
    }

    Probe m_probe;
    const CsvProfile &m_profile;
    const BarReadOptions &m_options;
    QString m_fileName;
    bool m_isStated = false; //!< the interval was, by options or profile
    BarTiming m_timing;
};

} // namespace

core::Result<BarTiming> findBarTiming(const SampleTable &sample, const CsvProfile &profile,
                                      const BarReadOptions &options, const QString &fileName)
{
    return TimingFinder(sample, profile, options, fileName).find();
}

} // namespace tickmark::sources
