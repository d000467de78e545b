// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChartServer.h"
#include "FetchSupport.h"

namespace tickmark::test {

//! After the last close of the week that weekdays() ends with.
inline constexpr const char *kFridayNight = "2025-03-07T23:00:00Z";

//! A source of the server's bars of a minute, from this day on.
inline pipeline::FetchTask minutesFrom(FetchBench &bench, const ChartServer &server, const char *since)
{
    pipeline::FetchTask task = bench.add("Quotes", "yahoo", server.base());
    task.setup.intervals = {core::kNsPerMinute};
    task.setup.since = day(since);
    bench.save(task);
    return task;
}

//! What the provider says of bars that it keeps no more.
inline FaultAnswer keptNoMore()
{
    return {FaultServer::whole("{}", {}, "422 Unprocessable Entity"), FaultAnswer::End::Keep, {}};
}

} // namespace tickmark::test
