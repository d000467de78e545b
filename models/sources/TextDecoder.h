// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ByteSource.h"
#include "CsvProfile.h"
#include <core/TextEncoding.h>

#include <QByteArray>
#include <QStringDecoder>

#include <span>

namespace tickmark::sources {

using core::decodeText;
using core::EncodingGuess;
using core::guessEncoding;

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

} // namespace tickmark::sources
