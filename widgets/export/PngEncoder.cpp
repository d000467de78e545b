// SPDX-License-Identifier: GPL-3.0-or-later
#include "PngEncoder.h"

#include <QtEndian>

#include <array>

namespace tickmark::exporting {

namespace {

constexpr char kNoFilter = 0;   // charts are flat colour: filters make them larger
constexpr int kCompression = 3; // of zlib: beyond it charts grow slower, not smaller

//! CRC-32 of ISO 3309, as the PNG specification (W3C, 2003) gives it in annex D.
quint32 crc32(const QByteArray &bytes)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> entries{};
        for (quint32 n = 0; n < 256; ++n) {
            quint32 c = n;
            for (int bit = 0; bit < 8; ++bit)
                c = (c & 1) != 0 ? 0xEDB88320U ^ (c >> 1) : c >> 1;
            entries[n] = c;
        }
        return entries;
    }();
    quint32 crc = 0xFFFFFFFFU;
    for (const char byte : bytes)
        crc = table[(crc ^ quint8(byte)) & 0xFF] ^ (crc >> 8);
    return crc ^ 0xFFFFFFFFU;
}

void appendNumber(QByteArray &bytes, quint32 number)
{
    const quint32 bigEndian = qToBigEndian(number);
    bytes.append(reinterpret_cast<const char *>(&bigEndian), sizeof bigEndian);
}

void appendChunk(QByteArray &file, const char *type, const QByteArray &data)
{
    appendNumber(file, quint32(data.size()));
    const QByteArray body = type + data;
    file += body;
    appendNumber(file, crc32(body));
}

QByteArray header(QSize size)
{
    QByteArray data;
    appendNumber(data, quint32(size.width()));
    appendNumber(data, quint32(size.height()));
    data.append("\x08\x02\x00\x00\x00", 5); // 8 bits a channel, RGB, deflate, adaptive filters, not interlaced
    return data;
}

QByteArray resolution(const QImage &image)
{
    QByteArray data;
    appendNumber(data, quint32(image.dotsPerMeterX()));
    appendNumber(data, quint32(image.dotsPerMeterY()));
    data.append('\x01'); // per metre
    return data;
}

//! UTF-8 text without compression or language.
QByteArray internationalText(const QString &key, const QString &text)
{
    return key.toLatin1() + QByteArray(5, '\0') + text.toUtf8();
}

//! Every row behind the number of its filter.
QByteArray plainRows(const QImage &image)
{
    const qsizetype length = 3 * qsizetype(image.width());
    QByteArray rows;
    rows.reserve((length + 1) * image.height());
    for (int y = 0; y < image.height(); ++y) {
        rows.append(kNoFilter);
        rows.append(reinterpret_cast<const char *>(image.constScanLine(y)), length);
    }
    return rows;
}

} // namespace

QByteArray encodePng(const QImage &picture)
{
    const QImage image = picture.convertToFormat(QImage::Format_RGB888);
    QByteArray file("\x89PNG\r\n\x1a\n", 8);
    appendChunk(file, "IHDR", header(image.size()));
    appendChunk(file, "pHYs", resolution(image));
    for (const QString &key : image.textKeys())
        appendChunk(file, "iTXt", internationalText(key, image.text(key)));
    // qCompress puts the length before what is otherwise a plain zlib stream.
    appendChunk(file, "IDAT", qCompress(plainRows(image), kCompression).mid(4));
    appendChunk(file, "IEND", {});
    return file;
}

} // namespace tickmark::exporting
