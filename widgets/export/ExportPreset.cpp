// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExportPreset.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace tickmark::exporting {

namespace {

constexpr double kMmPerInch = 25.4;
constexpr double kMmPerPx = kMmPerInch / 96;
// Axis labels of 13 px become 7 points, as newspapers print them.
constexpr double kPaperPx = 0.2;     // mm on pages
constexpr double kColumnPx = 0.1875; // and in a column, which is 480 px wide, the least that a page can be
constexpr double kLeastPaper = 60;
constexpr double kMostPaper = 2000;
constexpr int kLeastWidth = 480;
constexpr int kMostWidth = 1600; // larger paper is looked at from further away

constexpr std::array kPresets{
    ExportPreset{QLatin1String("column"), QT_TRANSLATE_NOOP("ExportPreset", "Newspaper column, 90 mm wide"),
                 QSize(480, 0), kColumnPx / kMmPerPx, 300},
    ExportPreset{QLatin1String("a4"), QT_TRANSLATE_NOOP("ExportPreset", "A4 portrait"), QSize(1050, 1485),
                 kPaperPx / kMmPerPx, 300},
    ExportPreset{QLatin1String("a4-landscape"), QT_TRANSLATE_NOOP("ExportPreset", "A4 landscape"), QSize(1485, 1050),
                 kPaperPx / kMmPerPx, 300},
    // 13.333 x 7.5 inches, as presentation programs have it; three panes still have room.
    ExportPreset{QLatin1String("slide"), QT_TRANSLATE_NOOP("ExportPreset", "Slide, 16:9"), QSize(1280, 720), 1, 144},
    ExportPreset{QLatin1String("square"), QT_TRANSLATE_NOOP("ExportPreset", "Square, 1080 pixels"), QSize(720, 720),
                 1.5, 96},
};

} // namespace

std::span<const ExportPreset> exportPresets()
{
    return kPresets;
}

const ExportPreset *findPreset(QStringView code)
{
    const auto found = std::ranges::find_if(kPresets, [&](const ExportPreset &preset) { return preset.code == code; });
    return found == kPresets.end() ? nullptr : &*found;
}

QString presetName(const ExportPreset &preset)
{
    return QCoreApplication::translate("ExportPreset", preset.name);
}

void applyPreset(const ExportPreset &preset, ExportOptions &options)
{
    options.size = preset.size;
    options.zoom = preset.zoom;
    options.inMillimetres = false;
    options.dpi = preset.dpi;
}

core::Result<> setPaperSize(QSizeF millimetres, ExportOptions &options)
{
    const auto fits = [](double length) { return length >= kLeastPaper && length <= kMostPaper; };
    if (!fits(millimetres.width()) || (millimetres.height() != 0 && !fits(millimetres.height())))
        return core::failure(core::ErrorCode::InvalidInput,
                             QCoreApplication::translate("Export", "Paper measures %1 to %2 mm a side.")
                                 .arg(kLeastPaper)
                                 .arg(kMostPaper));
    const int width = std::clamp(int(std::lround(millimetres.width() / kPaperPx)), kLeastWidth, kMostWidth);
    const double px = millimetres.width() / width;
    options.size = QSize(width, int(std::lround(millimetres.height() / px)));
    options.zoom = px / kMmPerPx;
    options.inMillimetres = true;
    return {};
}

void setPixelSize(QSize pixels, ExportOptions &options)
{
    constexpr int kMostFactor = 8;
    int factor = 1;
    for (int tried = kMostFactor; tried > 1; --tried) {
        const QSize part = pixels / tried;
        if (part * tried == pixels && part.width() <= kMostWidth && part.width() * 2 > kMostWidth)
            factor = tried;
    }
    options.size = pixels / factor;
    options.zoom = factor;
    options.inMillimetres = false;
    options.dpi = 96;
}

QSizeF paperSize(QSizeF layout, double zoom)
{
    return layout * zoom * kMmPerPx;
}

} // namespace tickmark::exporting
