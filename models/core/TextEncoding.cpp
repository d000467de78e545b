// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextEncoding.h"

#include <QByteArrayView>
#include <QString>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace tickmark::core {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

// 0x80 to 0x9F
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

//! The length of the valid UTF-8 sequence at the front; 0 when it is broken, -1 when it is cut by the end.
int sequenceLength(std::string_view text)
{
    const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return 1;
    const size_t length = lead >= 0xC2 && lead < 0xE0   ? 2
                          : lead >= 0xE0 && lead < 0xF0 ? 3
                          : lead >= 0xF0 && lead < 0xF5 ? 4
                                                        : 0;
    if (length == 0)
        return 0;
    for (size_t i = 1; i < length; ++i) {
        if (i == text.size())
            return -1;
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
    }
    const bool overlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
    const bool surrogate = lead == 0xED && byte(1) >= 0xA0;
    const bool beyond = lead == 0xF4 && byte(1) >= 0x90;
    return overlong || surrogate || beyond ? 0 : int(length);
}

//! How many of the first bytes at even and at odd places are zero.
std::array<size_t, 2> zeroBytes(std::string_view bytes)
{
    std::array<size_t, 2> count = {0, 0};
    for (size_t i = 0; i < bytes.size(); ++i)
        count[i % 2] += bytes[i] == '\0';
    return count;
}

} // namespace

char16_t windows1252(unsigned char byte)
{
    return byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80u] : char16_t(byte);
}

char *appendWindows1252(char *out, unsigned char byte)
{
    const char16_t code = windows1252(byte);
    if (code < 0x80) {
        *out++ = char(code);
    } else if (code < 0x800) {
        *out++ = char(0xC0 | (code >> 6));
        *out++ = char(0x80 | (code & 0x3F));
    } else {
        *out++ = char(0xE0 | (code >> 12));
        *out++ = char(0x80 | ((code >> 6) & 0x3F));
        *out++ = char(0x80 | (code & 0x3F));
    }
    return out;
}

bool isUtf8(std::string_view text, bool isWhole)
{
    while (!text.empty()) {
        const int length = sequenceLength(text);
        if (length < 0)
            return !isWhole;
        if (length == 0)
            return false;
        text.remove_prefix(size_t(length));
    }
    return true;
}

EncodingGuess guessEncoding(std::string_view bytes, bool isWhole)
{
    using Why = EncodingGuess::Why;
    if (bytes.starts_with(kUtf8Mark))
        return {TextEncoding::Utf8, Why::ByteOrderMark};
    if (bytes.starts_with("\xFF\xFE"))
        return {TextEncoding::Utf16Le, Why::ByteOrderMark};
    if (bytes.starts_with("\xFE\xFF"))
        return {TextEncoding::Utf16Be, Why::ByteOrderMark};
    // A table is mostly ASCII: in UTF-16 nearly every second byte is zero, and always the same one of the two.
    const std::string_view front = bytes.substr(0, 4096);
    const auto [even, odd] = zeroBytes(front);
    if (even * 4 > front.size() && odd * 16 < front.size())
        return {TextEncoding::Utf16Be, Why::ZeroBytes};
    if (odd * 4 > front.size() && even * 16 < front.size())
        return {TextEncoding::Utf16Le, Why::ZeroBytes};
    if (std::ranges::none_of(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
        return {TextEncoding::Utf8, Why::PlainAscii};
    if (isUtf8(bytes, isWhole))
        return {TextEncoding::Utf8, Why::ValidUtf8};
    return {TextEncoding::Windows1252, Why::NotUtf8};
}

std::string decodeText(std::string_view bytes, TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        if (bytes.starts_with(kUtf8Mark))
            bytes.remove_prefix(kUtf8Mark.size());
        return std::string(bytes);
    case TextEncoding::Windows1252: {
        std::string text(bytes.size() * 3, '\0');
        char *out = text.data();
        for (const char byte : bytes)
            out = appendWindows1252(out, static_cast<unsigned char>(byte));
        text.resize(size_t(out - text.data()));
        return text;
    }
    case TextEncoding::Utf16Le:
    case TextEncoding::Utf16Be:
        break;
    }
    QStringDecoder decoder(encoding == TextEncoding::Utf16Be ? QStringDecoder::Utf16BE : QStringDecoder::Utf16LE);
    const QString text = decoder.decode(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    return text.toUtf8().toStdString();
}

} // namespace tickmark::core
