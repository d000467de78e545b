// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextDecoder.h"

#include <algorithm>
#include <cstring>

namespace tickmark::sources {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

} // namespace

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
        out = core::appendWindows1252(out, static_cast<unsigned char>(m_raw.at(i)));
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

} // namespace tickmark::sources
