// SPDX-License-Identifier: GPL-3.0-or-later
#include "HtmlText.h"

#include "HtmlEntities.h"
#include "HtmlHiding.h"
#include "TextWriter.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <string_view>

namespace tickmark::news {

namespace {

//! What an element means for the text.
enum class Role {
    Block,   //!< begins and ends a line
    Cell,    //!< parted from the next one by a blank
    Dropped, //!< goes with its content
    Raw,     //!< likewise, and its content is no markup
};

struct Element
{
    std::u16string_view name;
    Role role;
};

// ascending by name; elements that are not here are tags without effect
constexpr std::array<Element, 62> kElements{
    {{u"address", Role::Block},    {u"applet", Role::Dropped},   {u"article", Role::Block},
     {u"aside", Role::Block},      {u"audio", Role::Dropped},    {u"blockquote", Role::Block},
     {u"body", Role::Block},       {u"br", Role::Block},         {u"canvas", Role::Dropped},
     {u"caption", Role::Block},    {u"center", Role::Block},     {u"datalist", Role::Dropped},
     {u"dd", Role::Block},         {u"details", Role::Block},    {u"dir", Role::Block},
     {u"div", Role::Block},        {u"dl", Role::Block},         {u"dt", Role::Block},
     {u"fieldset", Role::Block},   {u"figcaption", Role::Block}, {u"figure", Role::Block},
     {u"footer", Role::Block},     {u"form", Role::Block},       {u"frameset", Role::Dropped},
     {u"h1", Role::Block},         {u"h2", Role::Block},         {u"h3", Role::Block},
     {u"h4", Role::Block},         {u"h5", Role::Block},         {u"h6", Role::Block},
     {u"header", Role::Block},     {u"hr", Role::Block},         {u"iframe", Role::Dropped},
     {u"legend", Role::Block},     {u"li", Role::Block},         {u"main", Role::Block},
     {u"menu", Role::Block},       {u"nav", Role::Block},        {u"noembed", Role::Dropped},
     {u"noframes", Role::Dropped}, {u"noscript", Role::Dropped}, {u"object", Role::Dropped},
     {u"ol", Role::Block},         {u"option", Role::Block},     {u"p", Role::Block},
     {u"pre", Role::Block},        {u"script", Role::Raw},       {u"section", Role::Block},
     {u"select", Role::Dropped},   {u"style", Role::Raw},        {u"summary", Role::Block},
     {u"svg", Role::Dropped},      {u"table", Role::Block},      {u"td", Role::Cell},
     {u"template", Role::Dropped}, {u"textarea", Role::Dropped}, {u"th", Role::Cell},
     {u"title", Role::Block},      {u"tr", Role::Block},         {u"ul", Role::Block},
     {u"video", Role::Dropped},    {u"xml", Role::Dropped}}};
constexpr qsizetype kLongestElement = 10;
constexpr qsizetype kLongestEntity = 10;

bool isAsciiLetter(QChar c)
{
    const char16_t lower = c.unicode() | 0x20;
    return lower >= u'a' && lower <= u'z';
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

const Element *findElement(QStringView name)
{
    if (name.size() > kLongestElement)
        return nullptr;
    std::array<char16_t, kLongestElement> lower{};
    std::ranges::transform(name, lower.begin(),
                           [](QChar c) { return c >= u'A' && c <= u'Z' ? char16_t(c.unicode() | 0x20) : c.unicode(); });
    const std::u16string_view wanted(lower.data(), size_t(name.size()));
    const auto found = std::ranges::lower_bound(kElements, wanted, {}, &Element::name);
    return found != kElements.end() && found->name == wanted ? &*found : nullptr;
}

//! Reads markup from front to back. What is looked for ahead and not there is remembered, so that nothing is searched
//! twice.
class HtmlReader
{
public:
    HtmlReader(QStringView html, qsizetype limit) : m_html(html), m_out(html.size(), limit) {}

    PlainText run()
    {
        while (m_at < m_html.size() && !m_out.isFull()) {
            const QChar c = m_html[m_at];
            if ((c == u'<' && readMarkup()) || (c == u'&' && readReference()) || (c == u']' && readSectionEnd()))
                continue;
            put(c);
            ++m_at;
        }
        return m_out.take();
    }

private:
    [[nodiscard]] bool isInside(qsizetype at) const { return at < m_html.size(); }

    template <typename Character>
    void put(Character c)
    {
        if (!m_dropped && m_hidden.isEmpty())
            m_out.put(c);
    }

    void lineBreak()
    {
        if (!m_dropped && m_hidden.isEmpty())
            m_out.lineBreak();
    }

    //! At "<". False: it is a character like any other.
    bool readMarkup()
    {
        if (!isInside(m_at + 1))
            return false;
        const QChar next = m_html[m_at + 1];
        if (isAsciiLetter(next)) {
            readTag(m_at + 1, false);
            return true;
        }
        if (next == u'/' && isInside(m_at + 2) && isAsciiLetter(m_html[m_at + 2])) {
            readTag(m_at + 2, true);
            return true;
        }
        if (next == u'!')
            return readDeclaration();
        return (next == u'?' || next == u'/') && skipTag(m_at + 2);
    }

    bool readDeclaration()
    {
        const QStringView rest = m_html.sliced(m_at);
        if (rest.startsWith(u"<![CDATA[")) { // HTML has none: what is in it is read as markup
            m_at += 9;
            ++m_sections;
            return true;
        }
        if (rest.startsWith(u"<!--")) {
            skipComment();
            return true;
        }
        return skipTag(m_at + 2);
    }

    //! To the end of the comment; one without an end reaches to the next ">", or to the end of the text.
    void skipComment()
    {
        const qsizetype end = m_noCommentEnd ? -1 : m_html.indexOf(u"-->", m_at + 2);
        m_noCommentEnd = end < 0;
        if (end >= 0)
            m_at = end + 3;
        else if (!skipTag(m_at + 4))
            m_at = m_html.size();
    }

    bool skipTag(qsizetype from)
    {
        const qsizetype end = m_noTagEnd ? -1 : m_html.indexOf(u'>', from);
        m_noTagEnd = end < 0;
        if (end >= 0)
            m_at = end + 1;
        return end >= 0;
    }

    //! At "]" of the end of a section that began.
    bool readSectionEnd()
    {
        if (m_sections == 0 || !m_html.sliced(m_at).startsWith(u"]]>"))
            return false;
        --m_sections;
        m_at += 3;
        return true;
    }

    void readTag(qsizetype nameAt, bool isEnd)
    {
        qsizetype nameEnd = nameAt;
        while (isInside(nameEnd) && !isAsciiBlank(m_html[nameEnd]) && m_html[nameEnd] != u'/'
               && m_html[nameEnd] != u'>')
            ++nameEnd;
        m_at = endOfTag(nameEnd);
        const QStringView name = m_html.sliced(nameAt, nameEnd - nameAt);
        const Element *element = findElement(name);
        if (!m_hidden.isEmpty())
            readHidden(name, isEnd);
        if (m_hidden.isEmpty() && !isEnd && !m_dropped && isHidden(m_html.sliced(nameEnd, m_at - nameEnd)))
            hide(name);
        if (element == nullptr)
            return;
        switch (element->role) {
        case Role::Block:
            lineBreak();
            return;
        case Role::Cell:
            put(QChar(u' '));
            return;
        case Role::Dropped:
        case Role::Raw:
            isEnd ? close(*element) : open(*element);
        }
    }

    //! Behind the ">" that ends the tag; a ">" in the quotes of a value does not. Behind the text when there is none.
    qsizetype endOfTag(qsizetype at)
    {
        bool isValueNext = false;
        for (; isInside(at); ++at) {
            const QChar c = m_html[at];
            if (c == u'>')
                return at + 1;
            if (isValueNext && (c == u'"' || c == u'\''))
                at = closingQuote(c, at);
            if (!isAsciiBlank(c))
                isValueNext = c == u'=';
        }
        return m_html.size();
    }

    qsizetype closingQuote(QChar quote, qsizetype at)
    {
        bool &isNoMore = quote == u'"' ? m_noDoubleQuote : m_noSingleQuote;
        const qsizetype found = isNoMore ? -1 : m_html.indexOf(quote, at + 1);
        isNoMore = found < 0;
        return found < 0 ? at : found;
    }

    //! From here on to its end tag; without one only the tag goes.
    void hide(QStringView name)
    {
        const auto bit = quint64(1) << (qHash(name.toString().toLower()) % 64); // bounds the searches in vain
        if ((m_noHiddenEnd & bit) != 0)
            return;
        if (findEndTag(name) < 0) {
            m_noHiddenEnd |= bit;
            return;
        }
        if (const Element *element = findElement(name); element && element->role == Role::Block)
            lineBreak(); // a hidden part of a sentence leaves no trace
        m_hidden = name;
        m_hiddenDepth = 1;
    }

    //! A tag inside of what is hidden, or the one that ends it; a paragraph ends where the next one begins.
    void readHidden(QStringView name, bool isEnd)
    {
        if (name.compare(m_hidden, Qt::CaseInsensitive) != 0)
            return;
        const bool isParagraph = name.compare(u"p", Qt::CaseInsensitive) == 0;
        m_hiddenDepth += isEnd || isParagraph ? -1 : 1;
        if (m_hiddenDepth == 0)
            m_hidden = {};
    }

    void open(const Element &element)
    {
        if (element.role == Role::Raw) {
            const qsizetype end = endTagOf(element);
            m_at = end < 0 ? m_html.size() : end;
        } else if (m_dropped == &element) {
            ++m_dropDepth;
        } else if (!m_dropped && endTagOf(element) >= 0) { // without its end only the tag goes
            m_dropped = &element;
            m_dropDepth = 1;
        }
    }

    void close(const Element &element)
    {
        if (m_dropped == &element && --m_dropDepth == 0)
            m_dropped = nullptr;
    }

    //! Where the next end tag of the element is; -1 when there is none.
    qsizetype endTagOf(const Element &element)
    {
        const auto bit = quint64(1) << (&element - kElements.data());
        const qsizetype found = (m_noEndTag & bit) != 0
                                    ? -1
                                    : findEndTag(QStringView(element.name.data(), qsizetype(element.name.size())));
        if (found < 0)
            m_noEndTag |= bit;
        return found;
    }

    [[nodiscard]] qsizetype findEndTag(QStringView name) const
    {
        for (qsizetype at = m_at;;) {
            const qsizetype found = m_html.indexOf(u"</", at);
            if (found < 0)
                return -1;
            const QStringView rest = m_html.sliced(found + 2);
            if (rest.startsWith(name, Qt::CaseInsensitive)
                && (rest.size() == name.size() || !rest[name.size()].isLetterOrNumber()))
                return found;
            at = found + 2;
        }
    }

    //! At "&". False: it is a character like any other.
    bool readReference()
    {
        const qsizetype first = m_at + 1;
        return isInside(first) && (m_html[first] == u'#' ? readNumber(first + 1) : readName(first));
    }

    bool readNumber(qsizetype at)
    {
        const bool isHex = isInside(at) && (m_html[at].unicode() | 0x20) == u'x';
        const qsizetype first = isHex ? at + 1 : at;
        char32_t code = 0;
        for (at = first; isInside(at); ++at) {
            const char16_t c = m_html[at].unicode() | 0x20; // leaves digits as they are
            const bool isLetter = isHex && c >= u'a' && c <= u'f';
            if (!isLetter && !isAsciiDigit(m_html[at]))
                break;
            const auto digit = char32_t(isLetter ? c - u'a' + 10 : c - u'0');
            code = std::min<char32_t>(code * (isHex ? 16 : 10) + digit, 0x110000);
        }
        if (at == first)
            return false;
        put(htmlCharacter(code));
        m_at = isInside(at) && m_html[at] == u';' ? at + 1 : at;
        return true;
    }

    bool readName(qsizetype first)
    {
        qsizetype end = first;
        while (isInside(end) && end - first <= kLongestEntity
               && (isAsciiLetter(m_html[end]) || isAsciiDigit(m_html[end])))
            ++end;
        const char16_t character = htmlEntity(m_html.sliced(first, end - first));
        const bool isEnded = isInside(end) && m_html[end] == u';';
        // browsers read the oldest ones without ";" too
        if (character == 0 || (!isEnded && character > 0xff))
            return false;
        put(QChar(character));
        m_at = isEnded ? end + 1 : end;
        return true;
    }

    QStringView m_html;
    TextWriter m_out;
    qsizetype m_at = 0;
    const Element *m_dropped = nullptr; //!< inside of this one
    qsizetype m_dropDepth = 0;
    QStringView m_hidden; //!< name of the hidden element inside of which it is; empty: of none
    qsizetype m_hiddenDepth = 0;
    quint64 m_noHiddenEnd = 0; //!< a bit for each name, by its hash
    qsizetype m_sections = 0;
    quint64 m_noEndTag = 0; //!< a bit for each of kElements
    bool m_noCommentEnd = false;
    bool m_noTagEnd = false;
    bool m_noDoubleQuote = false;
    bool m_noSingleQuote = false;
};

static_assert(kElements.size() <= 64);
static_assert(std::ranges::is_sorted(kElements, {}, &Element::name));

} // namespace

PlainText plainText(QStringView html, qsizetype limit)
{
    return HtmlReader(html, limit).run();
}

PlainText tidyText(QStringView text, qsizetype limit)
{
    TextWriter out(text.size(), limit);
    for (qsizetype i = 0; i < text.size() && !out.isFull(); ++i) {
        if (text[i] == u'\n' || text[i] == u'\r')
            out.lineBreak();
        else
            out.put(text[i]);
    }
    return out.take();
}

bool looksLikeHtml(QStringView text)
{
    for (qsizetype at = text.indexOf(u'<'); at >= 0; at = text.indexOf(u'<', at + 1)) {
        const QStringView rest = text.sliced(at + 1);
        if (rest.startsWith(u"br", Qt::CaseInsensitive) && rest.size() > 2
            && (rest[2] == u'>' || rest[2] == u'/' || rest[2] == u' '))
            return true;
        qsizetype end = 1;
        while (end < rest.size() && end <= kLongestElement && (isAsciiLetter(rest[end]) || isAsciiDigit(rest[end])))
            ++end;
        if (rest.startsWith(u'/') && end > 1 && end < rest.size() && rest[end] == u'>')
            return true;
    }
    return false;
}

} // namespace tickmark::news
