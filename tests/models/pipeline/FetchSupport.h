// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../store/StoreTestSupport.h"
#include <core/CalendarSet.h>
#include <pipeline/FetchJob.h>

#include <memory>
#include <vector>

namespace tickmark::test {

//! A store with instruments, a client that waits for no one, and the sources that are run against a loopback server.
class FetchBench
{
    store::TestFolder m_folder; // goes after all that is in it

public:
    explicit FetchBench(const QStringList &symbols = {QStringLiteral("NVDA")})
    {
        const auto made = store::createStore(m_folder.store(), false, [&](store::StoreWriter &one) -> core::Result<> {
            for (const QString &symbol : symbols) {
                core::Instrument instrument = store::makeInstrument(symbol);
                if (symbol.contains(QLatin1Char('-')))
                    instrument.kind = core::InstrumentKind::Crypto;
                else
                    instrument.mic = QStringLiteral("XNAS");
                if (const auto id = one.addInstrument(instrument).result(); !id)
                    return tl::unexpected(id.error());
            }
            return {};
        });
        Q_ASSERT(made);
        writer = std::move(*store::StoreWriter::open(m_folder.store()));
        reader = std::move(*store::StoreReader::open(m_folder.store()));
        sources::HttpClientOptions options;
        options.jitter = [] { return 0.0; };
        http = std::make_unique<sources::HttpClient>(std::move(options));
    }

    [[nodiscard]] QString path() const { return m_folder.store(); }

    //! Adds a source; its task.
    pipeline::FetchTask add(const char *name, const char *provider, const QString &address, const QByteArray &key = {})
    {
        pipeline::FetchTask task;
        task.setup.name = QString::fromUtf8(name);
        task.setup.provider = QString::fromUtf8(provider);
        task.setup.address = address;
        task.key = key;
        save(task);
        return task;
    }
    void save(pipeline::FetchTask &task)
    {
        task.setup.sourceId = writer->saveSource(task.setup).result().value();
        task = asStored(task);
    }
    //! The store counts how often a source was to ask for something else.
    [[nodiscard]] pipeline::FetchTask asStored(pipeline::FetchTask task)
    {
        const std::vector<store::SourceSetup> setups = reader->sourceSetups().value();
        for (const store::SourceSetup &one : setups) {
            if (one.sourceId == task.setup.sourceId)
                task.setup.revision = one.revision;
        }
        return task;
    }

    core::Result<std::vector<pipeline::FetchReport>> run(const std::vector<pipeline::FetchTask> &tasks, const char *now,
                                                         std::stop_token stop = {},
                                                         const pipeline::FetchProgress &progress = {},
                                                         bool ignoreRetryAfter = false)
    {
        pipeline::FetchOptions options;
        options.now = *core::parseIsoTime(now);
        options.ignoreRetryAfter = ignoreRetryAfter;
        options.limits.emplace().firstWait = std::chrono::milliseconds(1);
        return pipeline::fetchSources(tasks, {*http, *reader, *writer, calendars}, options, std::move(stop), progress);
    }

    [[nodiscard]] store::FetchState state(const pipeline::FetchTask &task, const QString &item)
    {
        const std::vector<store::FetchState> states = reader->fetchStates(task.setup.sourceId).value();
        for (const store::FetchState &one : states) {
            if (one.item == item)
                return one;
        }
        return {};
    }

    [[nodiscard]] std::vector<core::Bar> dailyBars(qint64 instrument = 1)
    {
        const auto series = reader->seriesOf(instrument).value();
        return series.empty() ? std::vector<core::Bar>() : reader->dailyBars(series.front().id).value();
    }

    core::CalendarSet calendars{QStringLiteral(":/calendars")};
    std::unique_ptr<store::StoreWriter> writer;
    std::unique_ptr<store::StoreReader> reader;
    std::unique_ptr<sources::HttpClient> http;
};

} // namespace tickmark::test
