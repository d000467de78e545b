// SPDX-License-Identifier: GPL-3.0-or-later
#include "Report.h"

#include "ReportComposer.h"
#include "ReportDrawing.h"
#include "ReportHtml.h"
#include <charts/ChartFonts.h>
#include <export/OutputFile.h>

#include <QCoreApplication>
#include <QFileInfo>

namespace tickmark::report {

namespace {

core::Result<> readTicks(const ReportContent &content, const ReportDocument &document, ticks::ChunkReader &chunks,
                         std::stop_token stop)
{
    constexpr int kMostRounds = 32; // the height of a picture depends on the ticks, and these on it
    for (int round = 0; round < kMostRounds; ++round) {
        touchTicks(document);
        bool loaded = false;
        for (const ReportChart &chart : content.charts) {
            for (const auto &[symbol, curve] : chart.content.curves) {
                const auto more = curve.ticks ? curve.ticks->pages->load(chunks, stop) : core::Result<bool>(false);
                if (!more)
                    return tl::unexpected(more.error());
                loaded = loaded || *more;
            }
        }
        if (!loaded)
            break;
    }
    return {};
}

} // namespace

void touchTicks(const ReportDocument &document)
{
    charts::loadChartFonts();
    for (const Block &block : document.blocks) {
        const auto *chart = std::get_if<Chart>(&block);
        // What cannot be drawn yet may be once more is known; else drawing for good says why.
        if (chart && chart->plan->hasTicks())
            static_cast<void>(inlineSvg(*chart));
    }
}

ReportOutcome outcomeOf(const ReportDocument &document, int pages)
{
    return {pages, document.chartCount, document.headlines, document.statements, document.leftOut};
}

core::Result<> checkTarget(const QString &path, bool overwrite)
{
    const QString suffix = QFileInfo(path).suffix();
    if (!reportFormats().contains(suffix, Qt::CaseInsensitive))
        return core::failure(core::ErrorCode::Unsupported,
                             QCoreApplication::translate("Report", "A report is written as %1, not as “%2”.")
                                 .arg(reportFormats().join(QStringLiteral(", ")), suffix));
    const auto file = exporting::OutputFile::create(path, overwrite);
    return file ? core::Result<>() : tl::unexpected(file.error());
}

core::Result<> writeBytes(const QByteArray &bytes, const QString &path, bool overwrite)
{
    auto file = exporting::OutputFile::create(path, overwrite);
    if (!file)
        return tl::unexpected(file.error());
    if ((*file)->device().write(bytes) != bytes.size())
        return tl::unexpected((*file)->writeError());
    return (*file)->commit();
}

core::Result<QByteArray> makeReport(store::StoreReader &reader, const core::CalendarSet &calendars,
                                    const ReportWish &wish, const QString &suffix, ReportOutcome &outcome,
                                    std::stop_token stop)
{
    const auto content = readReport(reader, calendars, wish, stop);
    if (!content)
        return tl::unexpected(content.error());
    auto composed = composeReport(*content);
    if (!composed)
        return tl::unexpected(composed.error());
    const auto document = std::make_shared<const ReportDocument>(std::move(*composed));
    if (auto ready = readTicks(*content, *document, reader.chunks(), stop); !ready)
        return tl::unexpected(ready.error());
    auto drawing = ReportDrawing::begin(document, suffix);
    if (!drawing)
        return tl::unexpected(drawing.error());
    for (int i = 0; i < (*drawing)->steps(); ++i) {
        if (stop.stop_requested())
            return core::failure(core::ErrorCode::Cancelled, {});
        if (auto done = (*drawing)->step(i); !done)
            return tl::unexpected(done.error());
    }
    outcome = outcomeOf(*document, (*drawing)->pages());
    return (*drawing)->take();
}

core::Result<ReportOutcome> writeReport(store::StoreReader &reader, const core::CalendarSet &calendars,
                                        const ReportWish &wish, const QString &path, bool overwrite,
                                        std::stop_token stop)
{
    if (auto fine = checkTarget(path, overwrite); !fine)
        return tl::unexpected(fine.error());
    ReportOutcome outcome;
    const auto bytes = makeReport(reader, calendars, wish, QFileInfo(path).suffix(), outcome, stop);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (stop.stop_requested())
        return core::failure(core::ErrorCode::Cancelled, {});
    if (auto written = writeBytes(*bytes, path, overwrite); !written)
        return tl::unexpected(written.error());
    return outcome;
}

} // namespace tickmark::report
