// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartExport.h"

#include "ChartFormat.h"
#include "OutputFile.h"
#include <charts/ChartFonts.h>
#include <charts/DamagedTicks.h>

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace tickmark::exporting {

namespace {

constexpr int kMostLooks = 18; // of curves, see ChartTheme::series(): beyond, they repeat

core::Result<const ChartFormat *> formatOf(const QString &suffix)
{
    const auto formats = allChartFormats();
    const auto found = std::ranges::find_if(
        formats, [&](const ChartFormat &format) { return suffix.compare(format.suffix, Qt::CaseInsensitive) == 0; });
    if (found != formats.end())
        return &*found;
    const QString known = chartFormats().join(QStringLiteral(", "));
    if (suffix.isEmpty())
        return core::failure(
            core::ErrorCode::Unsupported,
            QCoreApplication::translate("Export", "The file needs an ending that names its format: %1.").arg(known));
    return core::failure(
        core::ErrorCode::Unsupported,
        QCoreApplication::translate("Export", "Charts cannot be written as “%1”, only as %2.").arg(suffix, known));
}

//! Devices may take less than they are given.
bool writeAll(QIODevice &device, const QByteArray &bytes)
{
    for (qint64 done = 0; done < bytes.size();) {
        const qint64 taken = device.write(bytes.constData() + done, bytes.size() - done);
        if (taken <= 0)
            return false;
        done += taken;
    }
    return true;
}

} // namespace

QStringList chartFormats()
{
    QStringList suffixes;
    for (const ChartFormat &format : allChartFormats())
        suffixes.append(format.suffix);
    return suffixes;
}

core::Result<DrawnChart> drawChart(const charts::ChartSpec &spec, const charts::ChartContent &content,
                                   const ExportOptions &options, const QString &suffix)
{
    const auto format = formatOf(suffix);
    if (!format)
        return tl::unexpected(format.error());
    charts::loadChartFonts();
    auto plan = charts::ChartPlan::make(spec, content);
    if (!plan)
        return tl::unexpected(plan.error());
    auto drawn = (*format)->draw(ChartJob{*plan, content, options});
    if (drawn) {
        drawn->report.damage = charts::damageNotes(**plan);
        drawn->report.base = (*plan)->base;
        for (const charts::AbsentCurve &one : (*plan)->undrawn())
            drawn->report.withoutQuotes.append(one.symbol);
        for (const charts::PlannedPane &pane : (*plan)->panes) {
            if (const int curves = int(pane.curves.size()); curves > kMostLooks)
                drawn->report.crowd = std::max(drawn->report.crowd, curves);
        }
    }
    return drawn;
}

core::Result<> readTicks(const charts::ChartSpec &spec, const charts::ChartContent &content,
                         const ExportOptions &options, const QString &suffix, ticks::ChunkReader &chunks,
                         std::stop_token stop)
{
    constexpr int kMostRounds = 32; // the height of the picture depends on the ticks, and these on it
    const bool hasTicks = std::ranges::any_of(content.curves,
                                              [](const auto &curve) { return curve.second.ticks != nullptr; });
    // A PDF asks for the columns of an SVG, and packs what is drawn only to see what is missing.
    const QString asked = suffix.compare(u"pdf", Qt::CaseInsensitive) == 0 ? QStringLiteral("svg") : suffix;
    for (int round = 0; hasTicks && round < kMostRounds; ++round) {
        // What cannot be drawn yet may be once more is known; else drawing for good says why.
        static_cast<void>(drawChart(spec, content, options, asked));
        bool loaded = false;
        for (const auto &[symbol, curve] : content.curves) {
            const auto more = curve.ticks ? curve.ticks->pages->load(chunks, stop) : core::Result<bool>(false);
            if (!more)
                return tl::unexpected(more.error());
            loaded = loaded || *more;
        }
        if (!loaded)
            break;
    }
    return {};
}

core::Result<ExportReport> writeChart(const DrawnChart &chart, const QString &path, bool overwrite)
{
    auto file = OutputFile::create(path, overwrite);
    if (!file)
        return tl::unexpected(file.error());
    const auto bytes = chart.encode();
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (!writeAll((*file)->device(), *bytes))
        return tl::unexpected((*file)->writeError());
    if (auto committed = (*file)->commit(); !committed)
        return tl::unexpected(committed.error());
    return chart.report;
}

core::Result<ExportReport> exportChart(const charts::ChartSpec &spec, const charts::ChartContent &content,
                                       const ExportOptions &options, const QString &suffix, QIODevice &device)
{
    const auto drawn = drawChart(spec, content, options, suffix);
    if (!drawn)
        return tl::unexpected(drawn.error());
    const auto bytes = drawn->encode();
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (!writeAll(device, *bytes))
        return core::failure(core::ErrorCode::Io,
                             QCoreApplication::translate("Export", "The chart could not be written to its end."),
                             device.errorString());
    return drawn->report;
}

core::Result<ExportReport> exportChart(const charts::ChartSpec &spec, const charts::ChartContent &content,
                                       const ExportOptions &options, const QString &path)
{
    const QString suffix = QFileInfo(path).suffix();
    if (const auto format = formatOf(suffix); !format)
        return tl::unexpected(format.error());
    // Before drawing, which takes longer than finding out that the file may not be written.
    if (auto file = OutputFile::create(path, options.overwrite); !file)
        return tl::unexpected(file.error());
    const auto drawn = drawChart(spec, content, options, suffix);
    if (!drawn)
        return tl::unexpected(drawn.error());
    return writeChart(*drawn, path, options.overwrite);
}

} // namespace tickmark::exporting
