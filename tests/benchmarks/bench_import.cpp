// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_import [ROWS] [FOLDER]: imports a CSV of ROWS daily bars (1,000,000) into a new store in FOLDER (a temporary
// one) and prints phase,rows,value,unit. "import" is parse to committed; "again" the same file a second time.
#include <core/CalendarSet.h>
#include <pipeline/BarImportJob.h>
#include <store/StoreFiles.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <random>

using namespace tickmark;

namespace {

constexpr int kBarsPerInstrument = 10'000;

//! Random walks of two decimals, one instrument after the other, over consecutive weekdays.
QByteArray makeCsv(qint64 rows)
{
    std::mt19937 random(1);
    std::uniform_int_distribution<int> step(-90, 91);
    QByteArray csv = "symbol,date,open,high,low,close,volume\n";
    csv.reserve(rows * 64);
    for (qint64 row = 0; row < rows;) {
        const QByteArray symbol = "S" + QByteArray::number(row / kBarsPerInstrument);
        qint64 price = 20'000;
        core::SessionDate date = *core::SessionDate::fromIso("1988-01-01");
        for (int i = 0; i < kBarsPerInstrument && row < rows; ++i, ++row) {
            do
                date = date.plusDays(1);
            while (date.weekday() > 5);
            const qint64 close = std::max<qint64>(price + step(random), 100);
            char line[160];
            const int length = std::snprintf(
                line, sizeof line, "%s,%s,%lld.%02lld,%lld.%02lld,%lld.%02lld,%lld.%02lld,%d\n", symbol.constData(),
                date.iso().c_str(), static_cast<long long>(price / 100), static_cast<long long>(price % 100),
                static_cast<long long>((std::max(price, close) + 20) / 100),
                static_cast<long long>((std::max(price, close) + 20) % 100),
                static_cast<long long>((std::min(price, close) - 20) / 100),
                static_cast<long long>((std::min(price, close) - 20) % 100), static_cast<long long>(close / 100),
                static_cast<long long>(close % 100), 1'000'000 + step(random));
            csv.append(line, length);
            price = close;
        }
    }
    return csv;
}

void print(const char *phase, qint64 rows, double value, const char *unit)
{
    std::printf("%s,%lld,%.3f,%s\n", phase, static_cast<long long>(rows), value, unit);
}

int complain(const core::Error &error)
{
    std::fprintf(stderr, "%s %s\n", qPrintable(error.message), qPrintable(error.detail));
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qint64 rows = arguments.size() > 1 ? arguments.at(1).toLongLong() : 1'000'000;
    const QTemporaryDir folder(arguments.size() > 2 ? arguments.at(2) + QStringLiteral("/bench-XXXXXX") : QString());
    const core::CalendarSet calendars(QStringLiteral(":/calendars"));
    const QString store = folder.filePath(QStringLiteral("bench.tickmark"));
    const QByteArray csv = makeCsv(rows);
    const QString path = folder.filePath(QStringLiteral("bars.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size() || !file.flush())
        return complain({core::ErrorCode::Io, file.errorString(), {}});
    file.close();

    std::vector<core::Instrument> instruments;
    const auto made = store::createStore(store, false, [&](store::StoreWriter &writer) -> core::Result<> {
        for (qint64 i = 0; i * kBarsPerInstrument < rows; ++i) {
            core::Instrument instrument;
            instrument.symbol = QStringLiteral("S%1").arg(i);
            instrument.mic = QStringLiteral("XNYS");
            instrument.currency = QStringLiteral("USD");
            const auto id = writer.addInstrument(instrument).result();
            if (!id)
                return tl::unexpected(id.error());
            instrument.id = *id;
            instruments.push_back(instrument);
        }
        return {};
    });
    if (!made)
        return complain(made.error());
    auto writer = store::StoreWriter::open(store);
    if (!writer)
        return complain(writer.error());

    std::puts("phase,rows,value,unit");
    print("file", rows, double(csv.size()) / 1e6, "MB");
    for (const char *phase : {"import", "again"}) {
        QElapsedTimer timer;
        timer.start();
        auto source = sources::openInput(path);
        if (!source)
            return complain(source.error());
        const auto report = pipeline::importBars(std::move(*source), {}, instruments, **writer, calendars);
        if (!report)
            return complain(report.error());
        const double seconds = double(timer.nsecsElapsed()) / 1e9;
        print(phase, rows, seconds, "s");
        print(phase, rows, double(rows) / seconds, "rows/s");
    }
    return 0;
}
