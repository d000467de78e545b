// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportBench.h"

#include <pipeline/SampleCase.h>
#include <store/StoreFiles.h>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

namespace tickmark::tests {

namespace {

const core::Time kNow{1'763'800'000LL * core::kNsPerSecond}; // 22 November 2025

core::SessionDate date(const char *iso)
{
    return *core::SessionDate::fromIso(iso);
}

std::vector<store::BarRow> barsOf(int instruments)
{
    std::vector<store::BarRow> rows;
    for (int i = 0; i < instruments; ++i) {
        for (core::SessionDate day = date("2025-01-02"); day <= date("2025-01-31"); day = day.plusDays(1)) {
            if (day.weekday() > 5)
                continue;
            store::BarRow row;
            row.seriesIndex = i;
            row.bar.session = day;
            row.bar.open = 10'000 + i;
            row.bar.close = 10'000 + i + 10 * day.day();
            row.bar.high = row.bar.close + 50;
            row.bar.low = row.bar.open - 50;
            row.bar.volume = 1000;
            row.priceDecimals = 2;
            rows.push_back(row);
        }
    }
    return rows;
}

core::Result<> fill(store::StoreWriter &writer, int instruments, const std::vector<core::NewsItem> &news)
{
    store::BarImportRequest request;
    request.origin.origin = QStringLiteral("made.csv");
    for (int i = 0; i < instruments; ++i) {
        core::Instrument instrument;
        instrument.symbol = QStringLiteral("S%1").arg(i + 1, 3, 10, QLatin1Char('0'));
        instrument.mic = QStringLiteral("XNYS");
        instrument.currency = QStringLiteral("USD");
        const auto id = writer.addInstrument(instrument).result();
        if (!id)
            return tl::unexpected(id.error());
        store::SeriesKey key;
        key.instrumentId = *id;
        key.source = QStringLiteral("file");
        request.series.push_back(key);
    }
    request.nextSlice = [rows = barsOf(instruments), isDone = false](std::vector<store::BarRow> &slice) mutable {
        if (!isDone)
            slice = rows;
        isDone = true;
        return core::Result<bool>(false);
    };
    if (instruments > 0) {
        if (const auto imported = writer.importBars(std::move(request)).result(); !imported)
            return tl::unexpected(imported.error());
    }
    store::ImportOrigin origin;
    origin.kind = store::ImportKind::News;
    origin.origin = QStringLiteral("made.json");
    const auto imported = writer.importNews(origin, news).result();
    return imported ? core::Result<>() : tl::unexpected(imported.error());
}

} // namespace

ReportBench::ReportBench() : m_calendars(std::make_shared<const core::CalendarSet>(QStringLiteral(":/calendars"))) {}

std::unique_ptr<ReportBench> ReportBench::sample()
{
    std::unique_ptr<ReportBench> bench(new ReportBench);
    if (const auto made = pipeline::writeSampleStore(bench->storePath(), false, *bench->m_calendars, kNow); !made)
        qFatal("%s", qPrintable(made.error().message));
    bench->m_reader = std::move(*store::StoreReader::open(bench->storePath()));
    return bench;
}

std::unique_ptr<ReportBench> ReportBench::made(int instruments, const std::vector<core::NewsItem> &news)
{
    std::unique_ptr<ReportBench> bench(new ReportBench);
    const auto made = store::createStore(bench->storePath(), false,
                                         [&](store::StoreWriter &writer) { return fill(writer, instruments, news); });
    if (!made)
        qFatal("%s", qPrintable(made.error().message));
    bench->m_reader = std::move(*store::StoreReader::open(bench->storePath()));
    return bench;
}

QStringList ReportBench::files() const
{
    QStringList names = QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
    names.removeIf([](const QString &name) { return name.startsWith(QLatin1String("x.tickmark")); });
    return names;
}

report::ReportWish ReportBench::wish(const QString &language)
{
    report::ReportWish wish;
    wish.from = date("2025-01-14");
    wish.to = date("2025-02-14");
    wish.base = date("2025-01-24");
    wish.language = language;
    wish.sections = *report::builtInTemplate(QStringLiteral("standard"));
    wish.made = kNow;
    return wish;
}

core::Result<report::ReportOutcome> ReportBench::write(const report::ReportWish &wish, const QString &path,
                                                       bool overwrite)
{
    return report::writeReport(*m_reader, *m_calendars, wish, path, overwrite);
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        qWarning("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

QString textOfPdf(const QString &path)
{
    return QString::fromUtf8(
               outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")}))
        .simplified();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace tickmark::tests
