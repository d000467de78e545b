// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextDecoder.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace tickmark::sources {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

//! 0x80 to 0x9F; the five unassigned bytes keep their latin-1 meaning, a control character.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

//! Writes `byte` as UTF-8 and returns the end; at most three bytes.
char *appendWindows1252(char *out, unsigned char byte)
{
    const char16_t code = byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80u] : char16_t(byte);
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

//! How many of the first bytes at even and at odd places are zero.
std::array<size_t, 2> zeroBytes(std::string_view bytes)
{
    std::array<size_t, 2> count = {0, 0};
    for (size_t i = 0; i < bytes.size(); ++i)
        count[i % 2] += bytes[i] == '\0';
    return count;
}

} // namespace

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

TextDecoder::TextDecoder(ByteSource &source, TextEncoding encoding, bool atStart)
    : m_source(&source),
      m_encoding(encoding),
      m_atStart(atStart),
      m_utf16(encoding == TextEncoding::Utf16Be ? QStringDecoder::Utf16BE : QStringDecoder::Utf16LE)
{}

core::Result<qsizetype> TextDecoder::read(std::span<char> buffer)
{
    switch (m_encoding) {
    case TextEncoding::Utf8:
        return readUtf8(buffer);
    case TextEncoding::Windows1252:
        return readWindows1252(buffer);
    case TextEncoding::Utf16Le:
    case TextEncoding::Utf16Be:
        break;
    }
    return readUtf16(buffer);
}

core::Result<qsizetype> TextDecoder::readUtf8(std::span<char> buffer)
{
    if (m_atStart) {
        m_atStart = false;
        const auto front = m_source->peek(qsizetype(kUtf8Mark.size()));
        if (!front)
            return tl::unexpected(front.error());
        if (*front == kUtf8Mark) {
            auto skipped = m_source->read(buffer.first(kUtf8Mark.size()));
            if (!skipped)
                return skipped;
        }
    }
    return m_source->read(buffer);
}

core::Result<qsizetype> TextDecoder::readWindows1252(std::span<char> buffer)
{
    m_raw.resize(qsizetype(buffer.size() / 3));
    auto got = m_source->read({m_raw.data(), size_t(m_raw.size())});
    if (!got)
        return got;
    char *out = buffer.data();
    for (qsizetype i = 0; i < *got; ++i)
        out = appendWindows1252(out, static_cast<unsigned char>(m_raw.at(i)));
    return out - buffer.data();
}

core::Result<qsizetype> TextDecoder::readUtf16(std::span<char> buffer)
{
    while (m_decodedFrom == m_decoded.size()) {
        m_raw.resize(64 * 1024);
        auto got = m_source->read({m_raw.data(), size_t(m_raw.size())});
        if (!got || *got == 0)
            return got;
        const QString text = m_utf16.decode(QByteArrayView(m_raw.constData(), *got));
        m_decoded = text.toUtf8();
        m_decodedFrom = 0;
    }
    const qsizetype count = std::min(qsizetype(buffer.size()), m_decoded.size() - m_decodedFrom);
    std::memcpy(buffer.data(), m_decoded.constData() + m_decodedFrom, size_t(count));
    m_decodedFrom += count;
    return count;
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

} // namespace tickmark::sources
