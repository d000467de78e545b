// SPDX-License-Identifier: GPL-3.0-or-later
#include "FeedEncoding.h"

#include "FeedFaults.h"
#include <core/TextEncoding.h>

#include <QStringDecoder>
#include <QStringList>

#include <algorithm>
#include <array>

namespace tickmark::news {

namespace {

constexpr qsizetype kLongestName = 40;
constexpr qsizetype kLongestDeclaration = 1024;

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

QString fromWindows1252(const QByteArray &bytes)
{
    QString text(bytes.size(), Qt::Uninitialized);
    std::ranges::transform(bytes, text.begin(),
                           [](char c) { return QChar(core::windows1252(static_cast<unsigned char>(c))); });
    return text;
}

//! What stands behind `key` and "=", without quotes.
QString valueOf(const QString &text, QLatin1String key)
{
    qsizetype at = text.indexOf(key, 0, Qt::CaseInsensitive);
    if (at < 0)
        return {};
    at += key.size();
    while (at < text.size() && text[at].isSpace())
        ++at;
    if (at == text.size() || text[at] != u'=')
        return {};
    QString value;
    for (++at; at < text.size() && value.size() <= kLongestName; ++at) {
        const char16_t c = text[at].unicode();
        const bool isOfName = (c < 0x80 && QChar::isLetterOrNumber(c)) || c == u'-' || c == u'_' || c == u'.'
                              || c == u':';
        if (isOfName)
            value += QChar(c);
        else if (!value.isEmpty())
            break;
    }
    return value.toLower();
}

QString declaredEncoding(const QByteArray &bytes)
{
    const qsizetype start = bytes.indexOf("<?xml ");
    if (start < 0 || start > kLongestDeclaration)
        return {};
    const qsizetype end = bytes.indexOf("?>", start);
    if (end < 0 || end - start > kLongestDeclaration)
        return {};
    return valueOf(QString::fromLatin1(bytes.mid(start, end - start)), QLatin1String("encoding"));
}

bool isAny(const QString &name, std::initializer_list<const char *> names)
{
    return std::ranges::any_of(names, [&](const char *other) { return name == QLatin1String(other); });
}

enum class Outcome { Decoded, Wrong, Unknown };

Outcome decodeAs(const QString &name, const QByteArray &bytes, QString &text)
{
    if (isAny(name, {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "windows-1252", "cp1252"})) {
        text = fromWindows1252(bytes);
        return Outcome::Decoded;
    }
    if (isAny(name, {"us-ascii", "ascii"})) // mostly a default that nobody chose
        return Outcome::Wrong;
    if (isAny(name, {"utf-8", "utf8"})) {
        if (!core::isUtf8(view(bytes), true))
            return Outcome::Wrong;
        text = QString::fromUtf8(bytes);
        return Outcome::Decoded;
    }
    if (name.startsWith(QLatin1String("utf-16")) || name.startsWith(QLatin1String("utf-32"))
        || isAny(name, {"utf16", "utf32", "ucs-2", "ucs-4", "iso-10646-ucs-2", "iso-10646-ucs-4"}))
        return Outcome::Wrong; // would have shown in the bytes
    QStringDecoder decoder(name.toLatin1().constData());
    if (!decoder.isValid())
        return Outcome::Unknown;
    text = decoder.decode(bytes);
    return decoder.hasError() ? Outcome::Wrong : Outcome::Decoded;
}

} // namespace

DecodedFeed decodeFeed(const QByteArray &bytes, const QString &contentType)
{
    for (const char16_t first : {u'<', u'{', u'\0'}) {
        if (const auto wide = QStringConverter::encodingForData(bytes, first)) {
            QStringDecoder decoder(*wide);
            QString text = decoder.decode(bytes);
            if (text.startsWith(QChar(QChar::ByteOrderMark)))
                text.remove(0, 1);
            return {text, std::nullopt};
        }
    }
    DecodedFeed decoded;
    for (const QString &name : {valueOf(contentType, QLatin1String("charset")), declaredEncoding(bytes)}) {
        if (name.isEmpty())
            continue;
        const Outcome outcome = decodeAs(name, bytes, decoded.text);
        if (outcome == Outcome::Decoded)
            return decoded;
        if (outcome == Outcome::Unknown)
            decoded.problem = encodingProblem(FeedProblem::Kind::UnknownEncoding, name);
        else if (!isAny(name, {"us-ascii", "ascii"}))
            decoded.problem = encodingProblem(FeedProblem::Kind::WrongEncoding, name);
    }
    const bool isUtf8 = core::isUtf8(view(bytes), true);
    decoded.text = isUtf8 ? QString::fromUtf8(bytes) : fromWindows1252(bytes);
    return decoded;
}

} // namespace tickmark::news
