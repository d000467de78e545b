// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimStoreMaker.h"
#include <pipeline/ClaimUpkeep.h>
#include <store/StoreReader.h>
#include <store/StoreWriter.h>
#include <tables/ClaimBook.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

using namespace tickmark;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRuns = 9;

int fail(const core::Error &error)
{
    std::fprintf(stderr, "bench_rejudge: %s\n", qPrintable(error.message));
    return 1;
}

//! Of the whole program (other programs do not count) and of the clock on the wall.
class Stopwatch
{
public:
    void start()
    {
        m_processor = std::clock();
        m_wall.start();
    }
    void stop()
    {
        m_wallTimes.push_back(double(m_wall.nsecsElapsed()) / 1e6);
        m_processorTimes.push_back(double(std::clock() - m_processor) * 1e3 / CLOCKS_PER_SEC);
    }
    void print(const char *phase, int claims, qint64 touched)
    {
        std::ranges::sort(m_processorTimes);
        std::ranges::sort(m_wallTimes);
        std::printf("%s,%d,%lld,%.1f,%.1f,%.1f\n", phase, claims, static_cast<long long>(touched),
                    m_processorTimes[m_processorTimes.size() / 2], m_wallTimes[m_wallTimes.size() / 2],
                    m_wallTimes.back());
    }

private:
    std::clock_t m_processor = 0;
    QElapsedTimer m_wall;
    std::vector<double> m_processorTimes;
    std::vector<double> m_wallTimes;
};

//! One store, its quotes changed again and again.
class Bench
{
public:
    Bench(store::StoreReader &reader, store::StoreWriter &writer, const core::CalendarSet &calendars,
          const bench::ClaimStore &shape)
        : m_reader(reader), m_writer(writer), m_calendars(calendars), m_shape(shape)
    {}

    //! Milliseconds from the end of an import of bars of `company`, its last `sessions` ones, to the last verdict.
    core::Result<> measure(const char *phase, int company, int sessions)
    {
        Stopwatch imports;
        Stopwatch times;
        qint64 judged = 0;
        for (int run = 0; run < kRuns; ++run) {
            imports.start();
            if (const auto imported = importBars(company, sessions); !imported)
                return imported;
            imports.stop();
            times.start();
            const auto kept = pipeline::keepClaims(m_reader, m_writer, m_calendars, m_shape.now());
            if (!kept)
                return tl::unexpected(kept.error());
            times.stop();
            judged = kept->claims;
        }
        const std::string ofImport = std::string("import_") + phase;
        imports.print(ofImport.c_str(), m_shape.claims, sessions);
        times.print(phase, m_shape.claims, judged);
        return {};
    }

private:
    core::Result<> importBars(int company, int sessions)
    {
        const auto instrument = m_reader.instrument(bench::ClaimStore::symbol(company));
        if (!instrument)
            return tl::unexpected(instrument.error());
        const auto series = m_reader.preferredSeries(instrument->id, store::SeriesUse::Daily);
        if (!series || !*series)
            return series ? core::Result<>(core::failure(core::ErrorCode::NotFound, {}))
                          : tl::unexpected(series.error());
        auto bars = m_reader.dailyBars((*series)->id);
        if (!bars)
            return tl::unexpected(bars.error());
        const std::size_t first = bars->size() - std::min(bars->size(), std::size_t(sessions));
        store::BarImportRequest request;
        request.origin = {u"file"_s, store::ImportKind::Bars, u"newer.csv"_s, core::Time{2}};
        store::SeriesKey key;
        key.instrumentId = instrument->id;
        key.source = request.origin.source;
        request.series = {key};
        request.nextSlice = [&, first](std::vector<store::BarRow> &rows) -> core::Result<bool> {
            for (std::size_t i = first; i < bars->size(); ++i) {
                store::BarRow row;
                row.bar = (*bars)[i];
                ++row.bar.close;
                row.priceDecimals = (*series)->priceDecimals;
                rows.push_back(row);
            }
            return false;
        };
        return m_writer.importBars(std::move(request)).result().map([](const store::ImportResult &) {});
    }

    store::StoreReader &m_reader;
    store::StoreWriter &m_writer;
    const core::CalendarSet &m_calendars;
    const bench::ClaimStore &m_shape;
};

core::Result<> run(const bench::ClaimStore &shape, const QString &path)
{
    const core::CalendarSet calendars(u":/calendars"_s);
    if (const auto made = shape.make(path, calendars); !made)
        return made;
    auto writer = store::StoreWriter::open(path);
    auto reader = store::StoreReader::open(path);
    if (!writer || !reader)
        return tl::unexpected(writer ? reader.error() : writer.error());
    std::puts("phase,claims,touched,milliseconds,milliseconds_on_the_wall,longest_on_the_wall");
    Bench bench(**reader, **writer, calendars, shape);
    const auto measured = bench.measure("one_instrument_all_sessions", 7, shape.sessions())
                              .and_then([&] { return bench.measure("one_instrument_last_session", 7, 1); })
                              .and_then([&] { return bench.measure("busiest_instrument_last_session", 0, 1); })
                              .and_then([&] {
                                  return bench.measure("busiest_instrument_all_sessions", 0, shape.sessions());
                              });
    if (!measured)
        return measured;
    Stopwatch nothing;
    Stopwatch books;
    std::size_t read = 0;
    for (int i = 0; i < kRuns; ++i) {
        nothing.start();
        if (const auto kept = pipeline::keepClaims(**reader, **writer, calendars, shape.now()); !kept)
            return tl::unexpected(kept.error());
        nothing.stop();
    }
    for (int i = 0; i < kRuns; ++i) { // with the freeing of the claims before, on another thread
        books.start();
        const auto book = tables::ClaimBook::load(**reader, u"de"_s);
        if (!book)
            return tl::unexpected(book.error());
        books.stop();
        read = (*book)->claims().size();
    }
    nothing.print("nothing_to_do", shape.claims, 0);
    books.print("read_all_for_the_views", shape.claims, qint64(read));
    return {};
}

} // namespace

//! How long verdicts take to follow new quotes of one instrument in a store full of claims, in the background: from the
//! end of the import to the last verdict on the disk, and how many were touched. CSV.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"claims"_s, u"How many."_s, u"N"_s, u"50000"_s});
    parser.process(app);
    const QTemporaryDir folder;
    const bench::ClaimStore shape{std::max(100, parser.value(u"claims"_s).toInt())};
    const auto done = run(shape, folder.filePath(u"claims.tickmark"_s));
    return done ? 0 : fail(done.error());
}
