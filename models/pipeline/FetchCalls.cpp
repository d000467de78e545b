// SPDX-License-Identifier: GPL-3.0-or-later
#include "FetchCalls.h"

#include "StoreSession.h"

namespace tickmark::pipeline {

using core::Result;
using store::StoreReader;

FetchCalls networkCalls(const StoreSession &session, std::shared_ptr<sources::HttpClient> http)
{
    FetchCalls calls;
    calls.fetch = [path = session.path(), writer = session.writer(), calendars = session.sharedCalendars(),
                   http](std::span<const FetchTask> tasks, const FetchOptions &options, const std::stop_token &stop,
                         const FetchProgress &progress) -> Result<std::vector<FetchReport>> {
        Q_ASSERT(writer); // the scheduler runs nothing on a store that can only be read
        return StoreReader::open(path).and_then([&](const std::unique_ptr<StoreReader> &reader) {
            return fetchSources(tasks, {*http, *reader, *writer, *calendars}, options, stop, progress);
        });
    };
    calls.attempt = [path = session.path(), calendars = session.sharedCalendars(),
                     http](const FetchTask &task, core::Time now, const std::stop_token &stop) {
        return StoreReader::open(path).and_then([&](const std::unique_ptr<StoreReader> &reader) {
            return trySource(task, *http, *reader, *calendars, now, stop);
        });
    };
    return calls;
}

} // namespace tickmark::pipeline
