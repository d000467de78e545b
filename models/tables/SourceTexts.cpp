// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceTexts.h"

#include "ClockTexts.h"
#include <pipeline/FetchFault.h>
#include <pipeline/NextRun.h>
#include <store/BarCorrection.h>
#include <store/OwnNames.h>

#include <QCoreApplication>
#include <QUrl>

#include <cstdlib>

namespace tickmark::tables {

namespace {

struct SourceTexts
{
    Q_DECLARE_TR_FUNCTIONS(SourceTexts)
};

using When = store::FetchSchedule::When;

constexpr QLatin1String kAdjustedFile("file, splits until "); //!< of files whose prices are adjusted already
constexpr int kMinutesPerHour = 60;
constexpr qint64 kRelativeMinutes = 60; //!< further away, the clock time says more

} // namespace

QString sourceName(const QString &name, const core::Formats &formats)
{
    if (name == QLatin1String(store::kFileSource))
        return SourceTexts::tr("File", "source of quotes");
    if (name == QLatin1String(store::kSampleSource))
        return SourceTexts::tr("Sample case", "source of quotes");
    if (name == QLatin1String(store::kCorrectionSource))
        return SourceTexts::tr("Correction", "source of quotes");
    if (const auto until = name.startsWith(kAdjustedFile)
                               ? core::SessionDate::fromIso(name.sliced(kAdjustedFile.size()).toStdString())
                               : std::nullopt)
        return SourceTexts::tr("File with splits until %1", "source of quotes").arg(formats.date(*until));
    return name;
}

bool isPaused(const store::SourceSetup &setup, bool allPaused)
{
    return !setup.isEnabled || (allPaused && setup.runsByItself());
}

SourceState stateOf(const pipeline::SourceStatus &status, bool allPaused)
{
    if (status.isRunning)
        return SourceState::Running;
    if (pipeline::hasFailed(status))
        return SourceState::Failing;
    if (isPaused(status.setup, allPaused))
        return SourceState::Paused;
    const bool isWell = status.errorCode.isEmpty() || pipeline::isRemark(status.errorCode);
    return status.lastRun && isWell ? SourceState::Fine : SourceState::Waiting;
}

QString stateText(const pipeline::SourceStatus &status, bool allPaused, const core::Formats &formats)
{
    switch (stateOf(status, allPaused)) {
    case SourceState::Fine:
        return SourceTexts::tr("in order", "state of a source");
    case SourceState::Running:
        return status.total == 0
                   ? SourceTexts::tr("fetching")
                   : SourceTexts::tr("fetching, %1 of %2").arg(formats.count(status.done), formats.count(status.total));
    case SourceState::Waiting:
        if (!status.lastRun)
            return SourceTexts::tr("not fetched yet");
        if (status.errorCode == pipeline::kCutCode)
            return SourceTexts::tr("not finished", "state of a source");
        return status.total == 0
                   ? SourceTexts::tr("stopped", "state of a source")
                   : SourceTexts::tr("stopped, %1 of %2").arg(formats.count(status.done), formats.count(status.total));
    case SourceState::Paused:
        return SourceTexts::tr("paused", "state of a source");
    case SourceState::Failing:
        break;
    }
    return status.failures > 1 ? SourceTexts::tr("failed %Ln time(s) in a row", nullptr, status.failures)
                               : SourceTexts::tr("failed", "state of a source");
}

QString scheduleText(const store::FetchSchedule &schedule)
{
    const int minutes = schedule.everyMinutes;
    const bool wholeHours = minutes % kMinutesPerHour == 0;
    const int count = wholeHours ? minutes / kMinutesPerHour : minutes;
    switch (schedule.when) {
    case When::Always:
        return wholeHours ? SourceTexts::tr("every %Ln hour(s)", nullptr, count)
                          : SourceTexts::tr("every %Ln minute(s)", nullptr, count);
    case When::SessionHours:
        return wholeHours ? SourceTexts::tr("every %Ln hour(s) in trading hours", nullptr, count)
                          : SourceTexts::tr("every %Ln minute(s) in trading hours", nullptr, count);
    case When::AfterClose:
        return SourceTexts::tr("after each trading day");
    case When::Manually:
        break;
    }
    return SourceTexts::tr("only when asked to");
}

QString subjectText(const store::SourceSetup &setup)
{
    if (!setup.symbols.isEmpty())
        return setup.symbols.join(QStringLiteral(", "));
    const QUrl address(setup.address);
    if (address.host().isEmpty())
        return SourceTexts::tr("all instruments that fit");
    return address.path() == QLatin1String("/") ? address.host() : address.host() + address.path();
}

QString nearTimeText(core::Time time, core::Time now, const core::Formats &formats, const core::ZoneRules &zone)
{
    const qint64 minutes = (time.ns - now.ns) / core::kNsPerMinute;
    if (minutes == 0)
        return time < now ? SourceTexts::tr("just now") : SourceTexts::tr("at once");
    if (std::llabs(minutes) < kRelativeMinutes)
        return minutes < 0 ? SourceTexts::tr("%Ln minute(s) ago", nullptr, int(-minutes))
                           : SourceTexts::tr("in %Ln minute(s)", nullptr, int(minutes));
    const core::SessionDate date = zone.dateAt(time);
    const QString clock = formats.clockTime(time, zone);
    switch (date.days() - zone.dateAt(now).days()) {
    case 0:
        return SourceTexts::tr("today, %1", "clock time").arg(clock);
    case -1:
        return SourceTexts::tr("yesterday, %1", "clock time").arg(clock);
    case 1:
        return SourceTexts::tr("tomorrow, %1", "clock time").arg(clock);
    default:
        return SourceTexts::tr("%1, %2", "date, clock time").arg(formats.date(date), clock);
    }
}

QString exactTimeText(core::Time time, const core::Formats &formats, const core::ZoneRules &zone)
{
    const core::Time second{time.ns - time.ns % core::kNsPerSecond};
    return SourceTexts::tr("%1, %2 %3", "date, clock time, time zone")
        .arg(formats.date(zone.dateAt(time)), formats.exactClockTime(second, zone),
             zoneAbbreviation(time, formats, zone));
}

} // namespace tickmark::tables
