// SPDX-License-Identifier: GPL-3.0-or-later
#include "XmlPreparation.h"

#include <QStringView>

namespace tickmark::news {

namespace {

// The parser compares each attribute of a tag with all others.
constexpr int kMostAttributes = 200;
constexpr qsizetype kLongestReference = 32;

QChar allowed(QChar c)
{
    if (c.unicode() < 0x20 && c != u'\t' && c != u'\n' && c != u'\r')
        return QChar(char16_t(0x2400 + c.unicode()));
    return c.unicode() >= 0xfffe ? QChar(QChar::ReplacementCharacter) : c;
}

bool isNameStart(QChar c)
{
    return c.isLetter() || c == u'_' || c == u':';
}

class XmlMender
{
public:
    explicit XmlMender(QStringView text) : m_text(text) { m_result.text.reserve(text.size() + text.size() / 32); }

    PreparedXml run()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c == u'<') {
                if (!readMarkup())
                    return std::move(m_result);
            } else if (c == u'&' && !isReference()) {
                m_result.text += QLatin1String("&amp;");
                ++m_at;
            } else {
                copy(plainLength());
            }
        }
        return std::move(m_result);
    }

private:
    [[nodiscard]] bool startsWith(QStringView start) const { return m_text.sliced(m_at).startsWith(start); }

    //! From here, whatever it is, to the next character that may need a look.
    [[nodiscard]] qsizetype plainLength() const
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text[end] != u'<' && m_text[end] != u'&')
            ++end;
        return end - m_at;
    }

    void copy(qsizetype count)
    {
        const qsizetype start = m_result.text.size();
        m_result.text += m_text.sliced(m_at, count);
        m_at += count;
        const QStringView copied(m_result.text);
        for (qsizetype i = start; i < copied.size(); ++i) {
            if (const QChar c = copied[i]; allowed(c) != c)
                m_result.text[i] = allowed(c);
        }
    }

    //! Keeps only the line ends.
    void blank(qsizetype count)
    {
        for (const qsizetype end = m_at + count; m_at < end; ++m_at)
            m_result.text += m_text[m_at] == u'\n' ? m_text[m_at] : QChar(u' ');
    }

    //! How long the part is that begins here and ends with `end`; all the rest when it does not end.
    [[nodiscard]] qsizetype lengthTo(QStringView end) const
    {
        const qsizetype found = m_text.indexOf(end, m_at);
        return found < 0 ? m_text.size() - m_at : found + end.size() - m_at;
    }

    bool stop(FeedProblem::Kind kind)
    {
        m_result.cutBy = kind;
        return false;
    }

    //! At "<". False: the text ends here.
    bool readMarkup()
    {
        if (startsWith(u"<![CDATA["))
            copy(lengthTo(u"]]>"));
        else if (startsWith(u"<!--"))
            copy(lengthTo(u"-->"));
        else if (startsWith(u"<?xml") && !m_hasElement && m_at + 5 < m_text.size() && m_text[m_at + 5].isSpace())
            blank(lengthTo(u"?>"));
        else if (startsWith(u"<?"))
            copy(lengthTo(u"?>"));
        else if (m_text.sliced(m_at, std::min<qsizetype>(9, m_text.size() - m_at))
                     .compare(u"<!doctype", Qt::CaseInsensitive)
                 == 0)
            return readDocumentType();
        else if (m_at + 1 < m_text.size() && isNameStart(m_text[m_at + 1]))
            return readStartTag();
        else
            copy(1);
        return true;
    }

    bool readDocumentType()
    {
        if (m_hasElement || m_hasDocumentType)
            return stop(FeedProblem::Kind::Forbidden);
        m_hasDocumentType = true;
        const qsizetype end = lengthTo(u">");
        const qsizetype subset = m_text.sliced(m_at, end).indexOf(u'[');
        if (subset < 0) {
            blank(end);
            return true;
        }
        const qsizetype subsetEnd = m_text.indexOf(u']', m_at + subset);
        if (subsetEnd < 0 || m_text.sliced(m_at, subsetEnd - m_at).contains(u"<!ENTITY"))
            return stop(FeedProblem::Kind::Forbidden);
        blank(subsetEnd - m_at);
        blank(lengthTo(u">"));
        return true;
    }

    bool readStartTag()
    {
        m_hasElement = true;
        qsizetype end = m_at + 1;
        int attributes = 0;
        for (QChar quote; end < m_text.size() && (m_text[end] != u'>' || quote != QChar()); ++end) {
            const QChar c = m_text[end];
            if (quote != QChar())
                quote = c == quote ? QChar() : quote;
            else if (c == u'"' || c == u'\'')
                quote = c;
            else if (c == u'=' && ++attributes > kMostAttributes)
                return stop(FeedProblem::Kind::TooDeep);
            else if (c == u'<') // not closed: the parser's fault to find
                break;
        }
        while (m_at < end) {
            if (m_text[m_at] == u'&' && !isReference()) {
                m_result.text += QLatin1String("&amp;");
                ++m_at;
            } else {
                copy(std::min(plainLength(), end - m_at));
            }
        }
        return true;
    }

    //! At "&": "&name;", "&#8222;", "&#x201E;".
    [[nodiscard]] bool isReference() const
    {
        qsizetype at = m_at + 1;
        const bool isNumber = at < m_text.size() && m_text[at] == u'#';
        at += isNumber ? 1 : 0;
        const qsizetype first = at;
        while (at < m_text.size() && at - first < kLongestReference
               && (m_text[at].isLetterOrNumber() || (!isNumber && (m_text[at] == u'_' || m_text[at] == u'.'))))
            ++at;
        return at > first && at < m_text.size() && m_text[at] == u';'
               && (isNumber ? isCharacterNumber(m_text.sliced(first, at - first)) : isNameStart(m_text[first]));
    }

    //! Whether XML has that character; it forbids those of control.
    [[nodiscard]] static bool isCharacterNumber(QStringView digits)
    {
        const bool isHex = digits.startsWith(u'x');
        bool isNumber = false;
        const uint code = (isHex ? digits.sliced(1) : digits).toUInt(&isNumber, isHex ? 16 : 10);
        const bool isControl = code < 0x20 && code != 9 && code != 10 && code != 13;
        return isNumber && !isControl && (code < 0xd800 || code > 0xdfff) && code < 0x110000
               && (code & 0xfffe) != 0xfffe;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_hasElement = false;
    bool m_hasDocumentType = false;
    PreparedXml m_result;
};

} // namespace

PreparedXml prepareXml(const QString &text)
{
    return XmlMender(text).run();
}

} // namespace tickmark::news
