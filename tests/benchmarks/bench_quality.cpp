// SPDX-License-Identifier: GPL-3.0-or-later
// How long the data quality view looks through a store: CSV of instruments, sources, bars, findings and milliseconds.
#include <core/CalendarSet.h>
#include <pipeline/QualityScan.h>
#include <store/StoreFiles.h>
#include <store/StoreReader.h>
#include <store/StoreWriter.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace tickmark;

namespace {

constexpr int kYears = 5;
constexpr int kRuns = 3;

//! Every 97th session is missing, every 500th is off by a percent with one of the sources.
store::BarImportRequest barsOf(qint64 instrument, int source, const std::vector<core::Session> &sessions)
{
    store::SeriesKey key;
    key.instrumentId = instrument;
    key.source = QStringLiteral("source %1").arg(source);
    store::BarImportRequest request;
    request.series = {key};
    std::vector<store::BarRow> rows;
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        const qint64 close = 10'000 + qint64(i) * 7 % 900 + instrument * 13;
        if ((qint64(i) + instrument) % 97 == 0)
            continue;
        store::BarRow row;
        row.bar.session = sessions[i].date;
        row.bar.open = row.bar.close = source > 0 && i % 500 == 1 ? close * 101 / 100 : close;
        row.bar.low = close * 99 / 100;
        row.bar.high = close * 102 / 100;
        row.bar.volume = 1'000'000;
        row.priceDecimals = 2;
        rows.push_back(row);
    }
    request.nextSlice = [rows = std::move(rows)](std::vector<store::BarRow> &slice) mutable {
        slice = std::exchange(rows, {});
        return core::Result<bool>(false);
    };
    return request;
}

bool fill(const QString &path, int instruments, int sources, const std::vector<core::Session> &sessions)
{
    return store::createStore(
               path, false,
               [&](store::StoreWriter &writer) -> core::Result<> {
                   for (int i = 0; i < instruments; ++i) {
                       core::Instrument instrument;
                       instrument.symbol = QStringLiteral("S%1").arg(i);
                       instrument.mic = QStringLiteral("XNYS");
                       const auto id = writer.addInstrument(instrument).result();
                       if (!id)
                           return tl::unexpected(id.error());
                       for (int source = 0; source < sources; ++source) {
                           if (const auto bars = writer.importBars(barsOf(*id, source, sessions)).result(); !bars)
                               return tl::unexpected(bars.error());
                       }
                   }
                   return {};
               })
        .has_value();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const core::CalendarSet calendars(QStringLiteral(":/calendars"));
    const auto sessions = (*calendars.calendar(QStringLiteral("XNYS")))
                              ->sessions(*core::SessionDate::fromCivil(2020, 1, 1),
                                         *core::SessionDate::fromCivil(2020 + kYears, 1, 1));
    std::puts("instruments,sources,bars,findings,ms");
    for (const auto &[instruments, sources] : {std::pair(50, 1), std::pair(50, 3)}) {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("bench.tickmark"));
        if (!fill(path, instruments, sources, sessions))
            return 1;
        const auto reader = store::StoreReader::open(path);
        for (int run = 0; reader && run < kRuns; ++run) {
            QElapsedTimer timer;
            timer.start();
            const auto report = pipeline::scanQuality(**reader, calendars);
            if (!report)
                return 1;
            std::printf("%d,%d,%lld,%zu,%.1f\n", instruments, sources, report->bars, report->findings.size(),
                        double(timer.nsecsElapsed()) / 1e6);
        }
    }
    return 0;
}
