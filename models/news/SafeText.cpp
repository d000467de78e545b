// SPDX-License-Identifier: GPL-3.0-or-later
#include "SafeText.h"

namespace tickmark::news {

namespace {

constexpr QChar kReplacement(0xfffd);
constexpr QChar kEllipsis(0x2026);

QChar visible(QStringView text, qsizetype at)
{
    const char16_t c = text[at].unicode();
    if (c == u'\r') // of "\r\n" the second one stays
        return at + 1 < text.size() && text[at + 1] == u'\n' ? QChar(u' ') : QChar(u'\n');
    if (c == 0x85 || c == 0x2028 || c == 0x2029)
        return u'\n';
    if (c == u'\n' || c == u'\t')
        return c;
    if (c < 0x20)
        return QChar(char16_t(0x2400 + c));
    if (c == 0x7f)
        return QChar(0x2421);
    if ((c > 0x7f && c < 0xa0) || isDirectionMark(text[at]) || isNoCharacter(text[at]))
        return kReplacement;
    if (QChar::isHighSurrogate(c))
        return at + 1 < text.size() && text[at + 1].isLowSurrogate() ? QChar(c) : kReplacement;
    if (QChar::isLowSurrogate(c))
        return at > 0 && text[at - 1].isHighSurrogate() ? QChar(c) : kReplacement;
    return c;
}

} // namespace

bool isDirectionMark(QChar c)
{
    const char16_t u = c.unicode();
    return u == 0x61c || u == 0x200e || u == 0x200f || (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069);
}

bool isNoCharacter(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0xfdd0 && u <= 0xfdef) || u >= 0xfffe || u == 0xfffc;
}

QString visibleText(QStringView text)
{
    QString result(text.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < text.size(); ++i)
        result[i] = visible(text, i);
    return result;
}

QString visibleLine(QStringView text, qsizetype limit)
{
    QString line;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isDirectionMark(text[i]))
            continue;
        const QChar c = visible(text, i);
        if (c.isSpace()) {
            if (!line.isEmpty() && line.back() != u' ')
                line += u' ';
            continue;
        }
        if (line.size() >= limit) {
            line.truncate(limit); // a space may stand beyond it
            if (line.back().isLowSurrogate())
                line.chop(1);
            line.back() = kEllipsis;
            return line;
        }
        line += c;
    }
    if (line.endsWith(u' '))
        line.chop(1);
    return line;
}

QString visibleLines(QStringView text, qsizetype limit)
{
    QString lines;
    const QString visible = visibleText(text);
    for (const QStringView one : QStringView(visible).split(u'\n')) {
        const qsizetype left = limit - lines.size() - 1; // the line end takes one
        const QString line = left > 0 ? visibleLine(one, left) : visibleLine(one);
        if (line.isEmpty())
            continue;
        if (left <= 0)
            return lines.endsWith(kEllipsis) ? lines : lines.chopped(1) + kEllipsis;
        if (!lines.isEmpty())
            lines += u'\n';
        lines += line;
    }
    return lines;
}

} // namespace tickmark::news
