// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextCheckInput.h"

#include <core/ContentSniffer.h>
#include <core/TextEncoding.h>
#include <news/HtmlText.h>
#include <sources/WholeInput.h>

namespace tickmark::pipeline {

namespace {

//! A line is laid out as a whole, and again when it grows: longer ones are broken, at a blank if there is one.
constexpr qsizetype kLongLine = 1500;
constexpr qsizetype kLongestLine = 2000;

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar(0x85) || c == QChar(0x2028) || c == QChar(0x2029);
}

void appendBroken(QString &text, QStringView line)
{
    qsizetype column = 0;
    for (const QChar c : line) {
        const bool isBlank = c == u' ';
        if ((column >= kLongLine && isBlank) || (column >= kLongestLine && !c.isLowSurrogate() && !c.isMark())) {
            text += u'\n';
            column = 0;
            if (isBlank)
                continue;
        }
        text += c;
        ++column;
    }
}

//! Line by line, so that empty lines go on parting what they part.
QString tidyLines(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype start = 0; start <= text.size();) {
        qsizetype end = start;
        while (end < text.size() && !isLineEnd(text[end]))
            ++end;
        appendBroken(result, news::tidyText(text.sliced(start, end - start)).text);
        if (end < text.size())
            result += u'\n';
        const bool isPair = end + 1 < text.size() && text[end] == u'\r' && text[end + 1] == u'\n';
        start = end + (isPair ? 2 : 1);
    }
    return result;
}

} // namespace

QString checkableText(QStringView pasted)
{
    if (news::looksLikeHtml(pasted))
        return tidyLines(news::plainText(pasted).text);
    QString text = tidyLines(pasted);
    const auto isBlankAt = [&](qsizetype at) { return pasted[at].isSpace() && !isLineEnd(pasted[at]); };
    if (text.isEmpty() || pasted.isEmpty())
        return text;
    if (isBlankAt(0) && !text.front().isSpace())
        text.prepend(u' ');
    if (isBlankAt(pasted.size() - 1) && !text.back().isSpace())
        text += u' ';
    return text;
}

core::Result<QString> readCheckableFile(const QString &path, std::stop_token stop)
{
    auto source = sources::openInput(path);
    if (!source)
        return tl::unexpected(source.error());
    const auto bytes = readNewsText(**source, std::move(stop));
    if (!bytes)
        return tl::unexpected(bytes.error());
    const std::string_view view(bytes->constData(), std::size_t(bytes->size()));
    if (core::sniffContent(view) != core::ContentKind::Html) {
        const auto plain = sources::plainTextOf(*bytes, (*source)->name());
        if (!plain)
            return tl::unexpected(plain.error());
        return checkableText(*plain);
    }
    const std::string decoded = core::decodeText(view, core::guessEncoding(view, true).encoding);
    const QString html = QString::fromUtf8(decoded.data(), qsizetype(decoded.size()));
    return tidyLines(news::plainText(html).text);
}

} // namespace tickmark::pipeline
