// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FaultTable.h"
#include "LiveBench.h"
#include <core/CalendarSet.h>

#include <QDateTime>
#include <QTest>

#include <algorithm>
#include <vector>

namespace tickmark::test {

inline constexpr int kPatience = 120'000;
inline constexpr int kAtOnce = 20'000; // on a loaded machine

inline core::Time now()
{
    return core::Time{QDateTime::currentMSecsSinceEpoch() * 1'000'000};
}

inline core::Time anHourAgo()
{
    return core::Time{now().ns - core::kNsPerHour};
}

//! Starts a source of this exchange, again or for the first time. False when it does not come to be live.
inline bool goesLive(LiveBench &bench, const store::SourceSetup &setup, LiveExchange &exchange)
{
    bench.start(setup);
    return QTest::qWaitFor(
        [&] { return exchange.server().open() == 1 && bench.status().phase == pipeline::LivePhase::Live; }, kPatience);
}

//! Empty when these are the trades of the exchange, each once, in their order.
inline QString differenceOf(const store::Ticks &stored, const store::Ticks &expected)
{
    if (stored.size() != expected.size())
        return QStringLiteral("%1 ticks in place of %2").arg(stored.size()).arg(expected.size());
    for (std::size_t i = 0; i < stored.size(); ++i) {
        if (stored[i].time != expected[i].time || stored[i].price != expected[i].price
            || stored[i].size != stored[0].size)
            return QStringLiteral("tick %1").arg(i);
    }
    return {};
}

//! As the table of faults has it.
inline QString errorText(const pipeline::LiveStatus &status)
{
    return QStringLiteral("`%1` %2").arg(status.errorCode, liveSentence(status));
}

//! One run of a source by requests, as at its time or when the user asks for it.
inline core::Result<std::vector<pipeline::FetchReport>> fetchOnce(LiveBench &bench, qint64 sourceId)
{
    const core::CalendarSet calendars(QStringLiteral(":/calendars"));
    pipeline::FetchOptions options;
    options.now = now();
    const std::vector<pipeline::FetchTask> tasks{{bench.stored(sourceId), {}}};
    return pipeline::fetchSources(tasks, {*bench.http, *bench.reader, *bench.writer, calendars}, options);
}

//! Rows of the table of faults on what a stream has left in its store. A base of tests.
class LiveFaultRows
{
protected:
    //! Of what was acknowledged all is to be there: trades of the exchange, from one id to another.
    void addRow(const LiveBench &bench, const QString &error, const store::Ticks &acknowledged,
                const QString &recovered, const char *source = "Kraken")
    {
        const store::Ticks stored = bench.storedTicks(1, source);
        qsizetype twice = 0;
        for (std::size_t i = 1; i < stored.size(); ++i)
            twice += stored[i].time == stored[i - 1].time ? 1 : 0;
        const auto lost = std::ranges::count_if(acknowledged, [&](const core::Tick &one) {
            return std::ranges::find(stored, one.time, &core::Tick::time) == stored.end();
        });
        m_table.add(error, twice, lost, recovered);
    }

    FaultTable m_table;
};

} // namespace tickmark::test
