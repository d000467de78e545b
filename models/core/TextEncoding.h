// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

//! Which encoding foreign bytes have, and what they say as UTF-8. Pure functions, linear in the number of bytes.
namespace tickmark::core {

enum class TextEncoding { Utf8, Utf16Le, Utf16Be, Windows1252 }; //!< latin-1 is read as its superset windows-1252

//! How the text is encoded: from the byte order mark, else from where the zero bytes are, else UTF-8 when it is valid,
//! else windows-1252. `isWhole` false: the last character may be cut.
struct EncodingGuess
{
    TextEncoding encoding = TextEncoding::Utf8;
    enum class Why { ByteOrderMark, ZeroBytes, PlainAscii, ValidUtf8, NotUtf8 } why = Why::PlainAscii;
};
[[nodiscard]] EncodingGuess guessEncoding(std::string_view bytes, bool isWhole);

//! Whether all of `text` is valid UTF-8; `isWhole` false: the last character may be cut.
[[nodiscard]] bool isUtf8(std::string_view text, bool isWhole);

//! The character of a byte in windows-1252; the five unassigned bytes keep their latin-1 meaning, a control character.
[[nodiscard]] char16_t windows1252(unsigned char byte);

//! Writes the windows-1252 character `byte` as UTF-8, at most three bytes, and returns the end.
char *appendWindows1252(char *out, unsigned char byte);

//! All of `bytes` as UTF-8 without byte order mark. UTF-8 passes unchanged, broken sequences too.
[[nodiscard]] std::string decodeText(std::string_view bytes, TextEncoding encoding);

} // namespace tickmark::core
