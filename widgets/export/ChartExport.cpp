// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartExport.h"

#include "ChartFormat.h"
#include "OutputFile.h"
#include <charts/ChartFonts.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace tickmark::exporting {

namespace {

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

struct Drawn
{
    QByteArray bytes;
    ExportReport report;
};

//! The whole file in memory: Qt's generators do not notice when a device takes only a part of what they write.
core::Result<Drawn> draw(const charts::ChartSpec &spec, const charts::ChartContent &content,
                         const ExportOptions &options, const QString &suffix)
{
    const auto format = formatOf(suffix);
    if (!format)
        return tl::unexpected(format.error());
    charts::loadChartFonts();
    auto plan = charts::ChartPlan::make(spec, content);
    if (!plan)
        return tl::unexpected(plan.error());
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto report = (*format)->write(ChartJob{std::move(*plan), content, options}, buffer);
    if (!report)
        return tl::unexpected(report.error());
    return Drawn{buffer.data(), *report};
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

core::Result<ExportReport> exportChart(const charts::ChartSpec &spec, const charts::ChartContent &content,
                                       const ExportOptions &options, const QString &suffix, QIODevice &device)
{
    const auto drawn = draw(spec, content, options, suffix);
    if (!drawn)
        return tl::unexpected(drawn.error());
    if (!writeAll(device, drawn->bytes))
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
    auto file = OutputFile::create(path, options.overwrite);
    if (!file)
        return tl::unexpected(file.error());
    const auto drawn = draw(spec, content, options, suffix);
    if (!drawn)
        return tl::unexpected(drawn.error());
    if (!writeAll((*file)->device(), drawn->bytes))
        return tl::unexpected((*file)->writeError());
    if (auto committed = (*file)->commit(); !committed)
        return tl::unexpected(committed.error());
    return drawn->report;
}

} // namespace tickmark::exporting
