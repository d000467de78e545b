// SPDX-License-Identifier: GPL-3.0-or-later
#include "PngFile.h"

#include <QIODevice>
#include <QImage>

#include <png.h>

#include <csetjmp>

namespace tickmark::exporting {

namespace {

constexpr int kCompressionLevel = 3; // of charts: as small as 6, in less than half its time

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

void describe(png_structp png, png_infop info, const QImage &image, int dotsPerMetre, std::vector<png_text> &texts)
{
    png_set_IHDR(png, info, png_uint_32(image.width()), png_uint_32(image.height()), 8, PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    const auto dots = png_uint_32(dotsPerMetre);
    png_set_pHYs(png, info, dots, dots, PNG_RESOLUTION_METER);
    png_set_text(png, info, texts.data(), int(texts.size()));
}

//! Refers to `facts`.
std::vector<png_text> textsOf(const PngFacts &facts)
{
    std::vector<png_text> texts;
    for (const auto &[key, value] : facts.texts) {
        png_text text{};
        text.compression = PNG_ITXT_COMPRESSION_NONE;
        text.key = const_cast<char *>(key.constData());
        text.text = const_cast<char *>(value.constData());
        texts.push_back(text);
    }
    return texts;
}

} // namespace

bool writePngFile(const QImage &image, const PngFacts &facts, QIODevice &device)
{
    std::vector<png_text> texts = textsOf(facts);
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
    describe(png, info, image, facts.dotsPerMetre, texts);
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
