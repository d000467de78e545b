// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ByteSource.h"
#include "CsvProfile.h"

#include <QByteArray>
#include <QStringDecoder>

#include <span>
#include <string>
#include <string_view>

namespace tickmark::sources {

//! How the text is encoded: from the byte order mark, else from where the zero bytes are, else UTF-8 when it is valid,
//! else windows-1252. `isWhole` false: the last character may be cut.
struct EncodingGuess
{
    TextEncoding encoding = TextEncoding::Utf8;
    enum class Why { ByteOrderMark, ZeroBytes, PlainAscii, ValidUtf8, NotUtf8 } why = Why::PlainAscii;
};
[[nodiscard]] EncodingGuess guessEncoding(std::string_view bytes, bool isWhole);

//! Reads a source as UTF-8 without byte order mark. UTF-8 passes unchanged, broken sequences too (fields are compared as
//! bytes; only what is shown or kept as text is checked). The source must outlive it.
class TextDecoder
{
public:
    //! `atStart` false: the source is somewhere inside a text, where no byte order mark can be.
    TextDecoder(ByteSource &source, TextEncoding encoding, bool atStart = true);

    //! Fills some of `buffer` (at least 16 bytes long); 0 only at the end.
    [[nodiscard]] core::Result<qsizetype> read(std::span<char> buffer);

private:
    [[nodiscard]] core::Result<qsizetype> readUtf8(std::span<char> buffer);
    [[nodiscard]] core::Result<qsizetype> readWindows1252(std::span<char> buffer);
    [[nodiscard]] core::Result<qsizetype> readUtf16(std::span<char> buffer);

    ByteSource *m_source;
    TextEncoding m_encoding;
    bool m_atStart;
    QByteArray m_raw;
    QStringDecoder m_utf16;
    QByteArray m_decoded; //!< UTF-8 waiting to be handed out from m_decodedFrom on
    qsizetype m_decodedFrom = 0;
};

//! All of `bytes` as UTF-8, see TextDecoder.
[[nodiscard]] std::string decodeText(std::string_view bytes, TextEncoding encoding);

} // namespace tickmark::sources
