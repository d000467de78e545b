// SPDX-License-Identifier: GPL-3.0-or-later
#include "PngFile.h"

#include <QIODevice>
#include <QImage>

#include <png.h>

#include <array>
#include <csetjmp>

namespace tickmark::exporting {

namespace {

constexpr int kCompressionLevel = 6;

void writeBytes(png_structp png, png_bytep bytes, png_size_t size)
{
    auto *device = static_cast<QIODevice *>(png_get_io_ptr(png));
    if (device->write(reinterpret_cast<const char *>(bytes), qint64(size)) != qint64(size))
        png_error(png, "short write");
}

void flushNothing(png_structp) {}

// The caller says what failed; libpng's words go nowhere.
void jumpBack(png_structp png, png_const_charp)
{
    png_longjmp(png, 1);
}

void ignoreWarning(png_structp, png_const_charp) {}

void describe(png_structp png, png_infop info, const QImage &image, const PngFacts &facts)
{
    png_set_IHDR(png, info, png_uint_32(image.width()), png_uint_32(image.height()), 8, PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    const auto dots = png_uint_32(facts.dotsPerMetre);
    png_set_pHYs(png, info, dots, dots, PNG_RESOLUTION_METER);
    std::array<char, 6> titleKey{"Title"};
    std::array<char, 9> softwareKey{"Software"};
    std::array<char, 9> software{"Tickmark"};
    std::array<png_text, 2> texts{};
    texts[0].compression = PNG_ITXT_COMPRESSION_NONE;
    texts[0].key = titleKey.data();
    texts[0].text = const_cast<char *>(facts.title.constData());
    texts[1].compression = PNG_TEXT_COMPRESSION_NONE;
    texts[1].key = softwareKey.data();
    texts[1].text = software.data();
    png_set_text(png, info, texts.data(), int(texts.size()));
}

} // namespace

bool writePngFile(const QImage &image, const PngFacts &facts, QIODevice &device)
{
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, jumpBack, ignoreWarning);
    if (!png)
        return false;
    png_infop info = png_create_info_struct(png);
    // libpng reports errors by jumping back to here: nothing below may own anything.
    if (!info || setjmp(png_jmpbuf(png)) != 0) {
        png_destroy_write_struct(&png, &info);
        return false;
    }
    png_set_write_fn(png, &device, writeBytes, flushNothing);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_compression_level(png, kCompressionLevel);
    describe(png, info, image, facts);
    png_write_info(png, info);
    // RGB32 is 0xffRRGGBB: on a little-endian machine blue, green, red and a byte to leave out.
    png_set_bgr(png);
    png_set_filler(png, 0, PNG_FILLER_AFTER);
    for (int y = 0; y < image.height(); ++y)
        png_write_row(png, image.constScanLine(y));
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return true;
}

} // namespace tickmark::exporting
