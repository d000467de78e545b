// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/SessionCalendar.h>
#include <core/TimeScale.h>

#include <cstdlib>

using namespace tickmark::core;

//! Any bytes as a calendar file: either an error, or sessions in order and a time scale that maps back.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    auto calendar = SessionCalendar::parse(bytes, QStringLiteral("fuzz"));
    if (!calendar)
        return 0;
    const SessionDate first = SessionDate::fromDays(18'000);
    std::vector<TimeRange> open;
    for (const Session &session : calendar->sessions(first, first.plusDays(60))) {
        if (session.lunch && !(session.hours.begin <= session.lunch->begin && session.lunch->end <= session.hours.end))
            std::abort();
        open.push_back(session.hours);
    }
    const TimeScale scale = TimeScale::tradingTime(open);
    for (const TimeRange &range : scale.openRanges()) {
        if (scale.toTime(scale.toAxis(range.begin)) != range.begin)
            std::abort();
    }
    return 0;
}
