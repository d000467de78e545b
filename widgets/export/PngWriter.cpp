// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChartFormat.h"
#include "ChartPage.h"
#include "PngFile.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QIODevice>
#include <QImage>
#include <QPainter>

#include <cmath>

namespace tickmark::exporting {

namespace {

constexpr int kLeastDpi = 48;
constexpr int kMostDpi = 2400;
constexpr int kMostSide = 32767; // QPainter's raster engine ends there
constexpr qint64 kMostPixels = 200'000'000;
constexpr double kInchesPerMetre = 1 / 0.0254;

core::Result<> checkDpi(int dpi)
{
    if (dpi >= kLeastDpi && dpi <= kMostDpi)
        return {};
    return core::failure(core::ErrorCode::InvalidInput,
                         QCoreApplication::translate("Export", "%1 dpi cannot be drawn, only %2 to %3.")
                             .arg(dpi)
                             .arg(kLeastDpi)
                             .arg(kMostDpi));
}

//! Under the keywords that the PNG specification has for them; it has none for the base.
std::vector<std::pair<QByteArray, QByteArray>> textsOf(const PageFacts &facts)
{
    std::vector<std::pair<QByteArray, QByteArray>> texts;
    const auto add = [&](const char *key, const QString &text) {
        if (!text.isEmpty())
            texts.emplace_back(key, text.toUtf8());
    };
    add("Title", facts.title);
    add("Description", facts.subtitle);
    add("Base", facts.base);
    add("Source", facts.sources);
    add("Software", facts.program);
    return texts;
}

core::Result<QByteArray> encode(const QImage &image, const PngFacts &facts)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!writePngFile(image, facts, buffer))
        return core::failure(core::ErrorCode::Io,
                             QCoreApplication::translate("Export", "The picture could not be written."),
                             buffer.errorString());
    return buffer.data();
}

} // namespace

core::Result<QSize> pngPixels(QSizeF layout, const ExportOptions &options)
{
    if (auto fine = checkDpi(options.dpi); !fine)
        return tl::unexpected(fine.error());
    const double scale = options.zoom * options.dpi / 96.0;
    const QSize pixels(int(std::lround(layout.width() * scale)), int(std::lround(layout.height() * scale)));
    if (pixels.width() > kMostSide || pixels.height() > kMostSide
        || qint64(pixels.width()) * pixels.height() > kMostPixels)
        return core::failure(core::ErrorCode::InvalidInput,
                             QCoreApplication::translate("Export",
                                                         "At %1 dpi the picture would have %2 x %3 pixels; at "
                                                         "most %4 million can be written.")
                                 .arg(options.dpi)
                                 .arg(pixels.width())
                                 .arg(pixels.height())
                                 .arg(kMostPixels / 1'000'000));
    return pixels;
}

core::Result<DrawnChart> drawPng(const ChartJob &job)
{
    const int dpi = job.options.dpi;
    const double scale = job.options.zoom * dpi / 96.0;
    if (auto fine = checkDpi(dpi); !fine)
        return tl::unexpected(fine.error());
    auto page = ChartPage::make(job.plan, job.options, scale);
    if (!page)
        return tl::unexpected(page.error());
    const auto fitting = pngPixels(page->layout().size, job.options);
    if (!fitting)
        return tl::unexpected(fitting.error());
    const QSize pixels = *fitting;

    QImage image(pixels, QImage::Format_RGB32);
    if (image.isNull())
        return core::failure(core::ErrorCode::InvalidInput,
                             QCoreApplication::translate("Export",
                                                         "There is not enough memory for a picture of %1 x %2 "
                                                         "pixels.")
                                 .arg(pixels.width())
                                 .arg(pixels.height()));
    image.fill(job.plan->theme.base);
    QPainter painter(&image);
    painter.scale(scale, scale);
    page->paint(painter);
    painter.end();

    const PngFacts facts{int(std::lround(dpi * kInchesPerMetre)), textsOf(page->facts())};
    return DrawnChart{page->report(), [image, facts] { return encode(image, facts); }};
}

} // namespace tickmark::exporting
