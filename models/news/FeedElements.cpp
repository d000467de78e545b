// SPDX-License-Identifier: GPL-3.0-or-later
#include "FeedElements.h"

#include "FeedFormats.h"
#include "HtmlText.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace tickmark::news {

namespace {

enum class Vocabulary { Core, DublinCore, Terms, Content, Media, Itunes, Xhtml, Other };

enum class Field { Group, Title, Summary, Content, Guid, Link, Published, Updated, Date, Author, Source, Language };

struct KnownElement
{
    Vocabulary vocabulary;
    std::u16string_view name; //!< in lower case
    Field field;
    int rank; //!< the lower, the better
};

constexpr std::array<KnownElement, 40> kElements{{
    {Vocabulary::Media, u"group", Field::Group, 0},
    {Vocabulary::Core, u"title", Field::Title, 0},
    {Vocabulary::DublinCore, u"title", Field::Title, 1},
    {Vocabulary::Media, u"title", Field::Title, 2},
    {Vocabulary::Core, u"description", Field::Summary, 0},
    {Vocabulary::Core, u"summary", Field::Summary, 0},
    {Vocabulary::Core, u"abstract", Field::Summary, 1},
    {Vocabulary::DublinCore, u"description", Field::Summary, 1},
    {Vocabulary::Terms, u"abstract", Field::Summary, 1},
    {Vocabulary::Itunes, u"summary", Field::Summary, 2},
    {Vocabulary::Media, u"description", Field::Summary, 3},
    {Vocabulary::Itunes, u"subtitle", Field::Summary, 4},
    {Vocabulary::Content, u"encoded", Field::Content, 0},
    {Vocabulary::Core, u"content", Field::Content, 0},
    {Vocabulary::Core, u"body", Field::Content, 0},
    {Vocabulary::Core, u"fullitem", Field::Content, 0},
    {Vocabulary::Xhtml, u"body", Field::Content, 0},
    {Vocabulary::Xhtml, u"div", Field::Content, 0},
    {Vocabulary::Core, u"guid", Field::Guid, 0},
    {Vocabulary::Core, u"id", Field::Guid, 0},
    {Vocabulary::DublinCore, u"identifier", Field::Guid, 1},
    {Vocabulary::Core, u"link", Field::Link, 0},
    {Vocabulary::Core, u"pubdate", Field::Published, 0},
    {Vocabulary::Core, u"published", Field::Published, 0},
    {Vocabulary::Core, u"issued", Field::Published, 0},
    {Vocabulary::Terms, u"issued", Field::Published, 1},
    {Vocabulary::Core, u"created", Field::Published, 3},
    {Vocabulary::Terms, u"created", Field::Published, 3},
    {Vocabulary::Core, u"updated", Field::Updated, 0},
    {Vocabulary::Core, u"modified", Field::Updated, 0},
    {Vocabulary::Terms, u"modified", Field::Updated, 1},
    {Vocabulary::DublinCore, u"date", Field::Date, 2},
    {Vocabulary::Core, u"author", Field::Author, 0},
    {Vocabulary::DublinCore, u"creator", Field::Author, 1},
    {Vocabulary::DublinCore, u"author", Field::Author, 1},
    {Vocabulary::Itunes, u"author", Field::Author, 2},
    {Vocabulary::Core, u"source", Field::Source, 0},
    {Vocabulary::DublinCore, u"publisher", Field::Source, 1},
    {Vocabulary::Core, u"language", Field::Language, 0},
    {Vocabulary::DublinCore, u"language", Field::Language, 1},
}};

//! A permanent link in the guid, and rdf:about: only where no link is stated.
constexpr int kGuidAsLink = 5;

struct NamedVocabulary
{
    std::u16string_view start; //!< in lower case
    Vocabulary vocabulary;
};

// by how their names begin; what begins with none of them and has a name is Other
constexpr std::array<NamedVocabulary, 22> kVocabularies{{
    {u"http://www.w3.org/2005/atom", Vocabulary::Core},
    {u"http://purl.org/atom/", Vocabulary::Core},
    {u"http://purl.org/echo/", Vocabulary::Core},
    {u"http://purl.org/pie/", Vocabulary::Core},
    {u"http://example.com/newformat#", Vocabulary::Core},
    {u"http://example.com/necho", Vocabulary::Core},
    {u"uri/of/echo/namespace#", Vocabulary::Core},
    {u"http://backend.userland.com/rss", Vocabulary::Core},
    {u"http://blogs.law.harvard.edu/tech/rss", Vocabulary::Core},
    {u"http://purl.org/rss/1.0/modules/content/", Vocabulary::Content},
    {u"http://purl.org/rss/1.0/modules/", Vocabulary::Other},
    {u"http://purl.org/rss/", Vocabulary::Core},
    {u"http://purl.org/net/rss1.1#", Vocabulary::Core},
    {u"http://my.netscape.com/", Vocabulary::Core},
    {u"http://channel.netscape.com/", Vocabulary::Core},
    {u"http://www.rssboard.org/", Vocabulary::Core},
    {u"http://my.theinfo.org/changed/1.0/rss/", Vocabulary::Core},
    {u"http://purl.org/dc/elements/", Vocabulary::DublinCore},
    {u"http://purl.org/dc/terms/", Vocabulary::Terms},
    {u"http://search.yahoo.com/mrss", Vocabulary::Media},
    {u"http://www.itunes.com/dtds/podcast-", Vocabulary::Itunes},
    {u"http://www.w3.org/1999/xhtml", Vocabulary::Xhtml},
}};

QStringView viewOf(std::u16string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

Vocabulary vocabularyOf(QStringView uri)
{
    if (uri.isEmpty())
        return Vocabulary::Core;
    for (const NamedVocabulary &known : kVocabularies) {
        if (uri.startsWith(viewOf(known.start), Qt::CaseInsensitive))
            return known.vocabulary;
    }
    return Vocabulary::Other;
}

const KnownElement *knownElement(const XmlFeed &xml)
{
    const Vocabulary vocabulary = vocabularyOf(xml.vocabulary());
    const QStringView name = xml.name();
    const auto found = std::ranges::find_if(kElements, [&](const KnownElement &element) {
        return element.vocabulary == vocabulary && name.compare(viewOf(element.name), Qt::CaseInsensitive) == 0;
    });
    return found == kElements.end() ? nullptr : &*found;
}

//! Reads the elements of one item, or of the feed's header, into a draft.
class ElementReader
{
public:
    ElementReader(XmlFeed &xml, Characters characters, FeedDraft &draft)
        : m_xml(xml), m_characters(characters), m_draft(draft)
    {}

    void read()
    {
        const KnownElement *element = knownElement(m_xml);
        if (element == nullptr)
            m_xml.skip();
        else
            readKnown(*element);
    }

private:
    void readKnown(const KnownElement &element)
    {
        switch (element.field) {
        case Field::Group: // its elements count as if they stood in the item
            while (m_xml.nextChild())
                read();
            return;
        case Field::Title:
            return m_draft.setTitle(readText(), element.rank);
        case Field::Summary:
            return m_draft.setSummary(readText(), element.rank);
        case Field::Content:
            return m_draft.setContent(readText());
        case Field::Guid:
            return readGuid(element.rank);
        case Field::Link:
            return readLink();
        case Field::Published:
            return m_draft.setPublished(readPlain(), element.rank);
        case Field::Updated:
            return m_draft.setUpdated(readPlain(), element.rank);
        case Field::Date:
            return readDate(element.rank);
        case Field::Author:
            return m_draft.setAuthor(readPart(element, u"name", u"email"), element.rank);
        case Field::Source:
            return m_draft.setSource(readPart(element, u"title", u"id"), element.rank);
        case Field::Language:
            return m_draft.setLanguage(readPlain(), element.rank);
        }
    }

    QString readPlain()
    {
        const XmlContent content = m_xml.readContent(Characters::Text);
        return content.hasElements ? plainText(content.text).text : content.text.trimmed();
    }

    //! A text with what its attributes say of it (Atom; some RSS feeds have them as well).
    FeedText readText()
    {
        const QString type = m_xml.attribute(QLatin1String("type")).trimmed().toLower();
        const QString mode = m_xml.attribute(QLatin1String("mode")).trimmed().toLower();
        const bool isXhtml = type.contains(QLatin1String("xhtml")) || mode == QLatin1String("xml");
        const bool isHtml = type.isEmpty() && mode.isEmpty() ? m_characters == Characters::Markup
                                                             : type.contains(QLatin1String("html"));
        const bool isMarkup = isHtml && !isXhtml;
        XmlContent content = m_xml.readContent(isMarkup ? Characters::Markup : Characters::Text);
        if (!content.hasElements && isEncoded(type, mode))
            content.text = QString::fromUtf8(QByteArray::fromBase64(content.text.toLatin1()));
        return {content.text, isMarkup || content.hasElements || looksLikeHtml(content.text)};
    }

    //! Atom: base64 is what says so, and every type that is neither text nor XML.
    static bool isEncoded(const QString &type, const QString &mode)
    {
        const bool isText = !type.contains(u'/') || type.startsWith(QLatin1String("text/"))
                            || type.endsWith(QLatin1String("xml"));
        return mode == QLatin1String("base64") || (mode.isEmpty() && !isText);
    }

    void readGuid(int rank)
    {
        const bool isLink = m_xml.name().compare(u"guid", Qt::CaseInsensitive) == 0
                            && m_xml.attribute(QLatin1String("isPermaLink")).trimmed() != QLatin1String("false");
        const QString guid = readPlain();
        m_draft.setGuid(guid, rank);
        if (isLink)
            m_draft.setLink(safeLink(guid, QUrl()), kGuidAsLink);
    }

    //! RSS has the address as text, Atom as an attribute of links of many kinds.
    void readLink()
    {
        const QString address = m_xml.attribute(QLatin1String("href"));
        const QString relation = m_xml.attribute(QLatin1String("rel")).trimmed();
        const QString type = m_xml.attribute(QLatin1String("type")).trimmed();
        const bool isOther = !relation.isEmpty() && relation != QLatin1String("alternate");
        const bool isPage = type.isEmpty() || type.contains(QLatin1String("html"));
        const QUrl base = m_xml.base();
        const XmlContent content = m_xml.readContent(Characters::Text);
        if (isOther || content.hasElements)
            return;
        m_draft.setLink(safeLink(address.isEmpty() ? content.text : address, base), isPage ? 0 : 1);
    }

    //! Dublin Core does not say of what the date is.
    void readDate(int rank)
    {
        const QString date = readPlain();
        m_draft.setPublished(date, rank);
        m_draft.setUpdated(date, rank);
    }

    //! The text of the element, or, where it has elements (Atom), that of the one called `name`, else of the other one.
    QString readPart(const KnownElement &element, QStringView name, QStringView other)
    {
        if (m_characters == Characters::Markup || element.vocabulary != Vocabulary::Core)
            return readPlain();
        QString found;
        QString second;
        while (m_xml.nextChild()) {
            if (m_xml.name() == name)
                found = readPlain();
            else if (m_xml.name() == other)
                second = readPlain();
            else
                m_xml.skip();
        }
        return found.isEmpty() ? second : found;
    }

    XmlFeed &m_xml;
    Characters m_characters;
    FeedDraft &m_draft;
};

class FeedWalker
{
public:
    FeedWalker(XmlFeed &xml, const XmlDialect &dialect, Feed &feed) : m_xml(xml), m_dialect(dialect), m_feed(feed) {}

    void run()
    {
        readContainer();
        m_header.finishHeader(m_feed);
    }

private:
    //! RSS 1.0 has its items beside the channel, the others inside.
    void readContainer()
    {
        m_header.setLanguage(m_xml.language(), 2);
        while (m_xml.nextChild()) {
            if (m_xml.name() == m_dialect.item)
                readItem();
            else if (m_xml.name() == m_dialect.container)
                readContainer();
            else
                ElementReader(m_xml, m_dialect.characters, m_header).read();
        }
    }

    void readItem()
    {
        FeedDraft draft;
        draft.setLanguage(m_xml.language(), 2);
        const QString about = m_xml.about();
        draft.setGuid(about, kGuidAsLink);
        draft.setLink(safeLink(about, m_xml.base()), kGuidAsLink + 1);
        ElementReader reader(m_xml, m_dialect.characters, draft);
        while (m_xml.nextChild())
            reader.read();
        if (m_xml.isFaulty())
            return;
        m_header.finishHeader(m_feed); // for the language
        addItem(draft, m_feed.language, m_feed);
    }

    XmlFeed &m_xml;
    const XmlDialect &m_dialect;
    Feed &m_feed;
    FeedDraft m_header;
};

} // namespace

void readXmlFeed(XmlFeed &xml, const XmlDialect &dialect, Feed &feed)
{
    FeedWalker(xml, dialect, feed).run();
}

} // namespace tickmark::news
