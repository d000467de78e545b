// SPDX-License-Identifier: GPL-3.0-or-later
#include "XmlFeed.h"

#include "HtmlEntities.h"
#include "HtmlHiding.h"

#include <algorithm>
#include <array>

namespace tickmark::news {

namespace {

constexpr size_t kDeepest = 100;
constexpr qsizetype kMostNamespaces = 400;
constexpr qsizetype kLongestLink = 4096;
constexpr QLatin1String kXml("http://www.w3.org/XML/1998/namespace");
constexpr QLatin1String kRdf("http://www.w3.org/1999/02/22-rdf-syntax-ns#");

//! Resolves the names that HTML has. The parser reads the answer again, so one that could be markup stays a reference.
class HtmlNames : public QXmlStreamEntityResolver
{
public:
    QString resolveUndeclaredEntity(const QString &name) override
    {
        const char16_t character = htmlEntity(name);
        switch (character) {
        case 0: // shown as it stands
            return QLatin1String("&amp;") % name % u';';
        case u'<':
            return QStringLiteral("&lt;");
        case u'>':
            return QStringLiteral("&gt;");
        case u'&':
            return QStringLiteral("&amp;");
        default:
            return QString(QChar(character));
        }
    }
};

//! Prefixes that feeds use without saying what they stand for.
QXmlStreamNamespaceDeclarations usualPrefixes()
{
    struct Prefix
    {
        QLatin1String prefix;
        QLatin1String vocabulary;
    };
    constexpr std::array<Prefix, 14> kPrefixes{{
        {QLatin1String("rdf"), QLatin1String("http://www.w3.org/1999/02/22-rdf-syntax-ns#")},
        {QLatin1String("dc"), QLatin1String("http://purl.org/dc/elements/1.1/")},
        {QLatin1String("dcterms"), QLatin1String("http://purl.org/dc/terms/")},
        {QLatin1String("content"), QLatin1String("http://purl.org/rss/1.0/modules/content/")},
        {QLatin1String("atom"), QLatin1String("http://www.w3.org/2005/Atom")},
        {QLatin1String("media"), QLatin1String("http://search.yahoo.com/mrss/")},
        {QLatin1String("itunes"), QLatin1String("http://www.itunes.com/dtds/podcast-1.0.dtd")},
        {QLatin1String("xhtml"), QLatin1String("http://www.w3.org/1999/xhtml")},
        {QLatin1String("sy"), QLatin1String("http://purl.org/rss/1.0/modules/syndication/")},
        {QLatin1String("slash"), QLatin1String("http://purl.org/rss/1.0/modules/slash/")},
        {QLatin1String("wfw"), QLatin1String("http://wellformedweb.org/CommentAPI/")},
        {QLatin1String("feedburner"), QLatin1String("http://rssnamespace.org/feedburner/ext/1.0")},
        {QLatin1String("georss"), QLatin1String("http://www.georss.org/georss")},
        {QLatin1String("xlink"), QLatin1String("http://www.w3.org/1999/xlink")},
    }};
    QXmlStreamNamespaceDeclarations declarations;
    for (const Prefix &prefix : kPrefixes)
        declarations.emplaceBack(prefix.prefix, prefix.vocabulary);
    return declarations;
}

bool isTracking(const QString &part)
{
    constexpr std::array kStarts{QLatin1String("utm_"), QLatin1String("wt_"), QLatin1String("fbclid="),
                                 QLatin1String("gclid=")};
    return std::ranges::any_of(kStarts,
                               [&](QLatin1String start) { return part.startsWith(start, Qt::CaseInsensitive); });
}

} // namespace

QString withoutTracking(const QString &query)
{
    QStringList parts = query.split(u'&', Qt::SkipEmptyParts);
    parts.removeIf(isTracking);
    return parts.join(u'&');
}

QString safeLink(const QString &link, const QUrl &base)
{
    QString clean;
    for (const QChar c : link) { // browsers drop these inside of an address, too
        if (c != u'\n' && c != u'\r' && c != u'\t')
            clean += c;
    }
    clean = clean.trimmed();
    if (clean.isEmpty() || clean.size() > kLongestLink)
        return {};
    QUrl url = base.isValid() ? base.resolved(QUrl(clean)) : QUrl(clean);
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        return {};
    const QString query = url.query(QUrl::FullyEncoded);
    if (const QString rest = withoutTracking(query); rest.size() < query.size())
        url.setQuery(rest.isEmpty() ? QString() : rest); // a null one takes the "?" away
    const QString address = url.toString(QUrl::FullyEncoded);
    return address.size() > kLongestLink ? QString() : address;
}

XmlFeed::XmlFeed(const QString &text, const QString &baseUrl) : m_entities(std::make_unique<HtmlNames>()), m_xml(text)
{
    m_xml.setEntityResolver(m_entities.get());
    m_xml.addExtraNamespaceDeclarations(usualPrefixes());
    m_scopes.push_back({0, QUrl(baseUrl), {}});
}

void XmlFeed::stop(FeedProblem::Kind kind)
{
    if (!m_fault)
        m_fault = kind;
}

QXmlStreamReader::TokenType XmlFeed::next()
{
    if (m_fault)
        return QXmlStreamReader::Invalid;
    switch (m_xml.readNext()) {
    case QXmlStreamReader::StartElement:
        enter();
        break;
    case QXmlStreamReader::EndElement:
        leave();
        break;
    case QXmlStreamReader::DTD:
        stop(FeedProblem::Kind::Forbidden);
        break;
    case QXmlStreamReader::Invalid:
        stop(m_xml.error() == QXmlStreamReader::PrematureEndOfDocumentError ? FeedProblem::Kind::Cut
                                                                            : FeedProblem::Kind::IllFormed);
        break;
    default:
        break;
    }
    return m_fault ? QXmlStreamReader::Invalid : m_xml.tokenType();
}

void XmlFeed::enter()
{
    const qsizetype declared = m_xml.namespaceDeclarations().size();
    m_declared.push_back(declared);
    m_allDeclared += declared;
    if (m_declared.size() > kDeepest || m_allDeclared > kMostNamespaces) {
        stop(FeedProblem::Kind::TooDeep);
        return;
    }
    const QXmlStreamAttributes attributes = m_xml.attributes();
    const bool hasBase = attributes.hasAttribute(kXml, QLatin1String("base"));
    const bool hasLanguage = attributes.hasAttribute(kXml, QLatin1String("lang"));
    if (!hasBase && !hasLanguage)
        return;
    Scope scope = m_scopes.back();
    scope.depth = int(m_declared.size());
    if (hasBase) {
        const QUrl base(attributes.value(kXml, QLatin1String("base")).trimmed().toString());
        const QUrl whole = scope.base.isValid() ? scope.base.resolved(base) : base;
        if (whole.toString().size() <= kLongestLink)
            scope.base = whole;
    }
    if (hasLanguage)
        scope.language = attributes.value(kXml, QLatin1String("lang")).trimmed().toString();
    m_scopes.push_back(scope);
}

void XmlFeed::leave()
{
    if (m_scopes.back().depth == int(m_declared.size()))
        m_scopes.pop_back();
    m_allDeclared -= m_declared.back();
    m_declared.pop_back();
}

bool XmlFeed::nextChild()
{
    for (;;) {
        switch (next()) {
        case QXmlStreamReader::StartElement:
            return true;
        case QXmlStreamReader::EndElement:
        case QXmlStreamReader::EndDocument:
        case QXmlStreamReader::Invalid:
            return false;
        default:
            break;
        }
    }
}

void XmlFeed::skip()
{
    for (const size_t outside = m_declared.size() - 1; !m_fault && m_declared.size() > outside;)
        next();
}

XmlContent XmlFeed::readContent(Characters characters)
{
    XmlContent content;
    const size_t outside = m_declared.size() - 1;
    for (;;) {
        switch (next()) {
        case QXmlStreamReader::StartElement:
            if (!content.hasElements && characters == Characters::Text)
                content.text = content.text.toHtmlEscaped();
            content.hasElements = true;
            content.text += u'<' % m_xml.name() % (isHidden() ? QLatin1String(" hidden>") : QLatin1String(">"));
            break;
        case QXmlStreamReader::EndElement:
            if (m_declared.size() == outside)
                return content;
            content.text += QLatin1String("</") % m_xml.name() % u'>';
            break;
        case QXmlStreamReader::Characters:
            if (content.hasElements && characters == Characters::Text)
                content.text += m_xml.text().toString().toHtmlEscaped();
            else
                content.text += m_xml.text();
            break;
        case QXmlStreamReader::EntityReference: // none is left undeclared
        case QXmlStreamReader::Invalid:
        case QXmlStreamReader::EndDocument:
            if (m_fault || m_xml.atEnd())
                return content;
            break;
        default:
            break;
        }
    }
}

bool XmlFeed::isHidden() const
{
    const QXmlStreamAttributes attributes = m_xml.attributes();
    return std::ranges::any_of(attributes, [](const QXmlStreamAttribute &attribute) {
        return isHidingAttribute(attribute.name(), attribute.value());
    });
}

QString XmlFeed::attribute(QLatin1String name) const
{
    return m_xml.attributes().value(name).toString();
}

QString XmlFeed::about() const
{
    return m_xml.attributes().value(kRdf, QLatin1String("about")).trimmed().toString();
}

QString XmlFeed::language() const
{
    return m_scopes.back().language;
}

QUrl XmlFeed::base() const
{
    return m_scopes.back().base;
}

} // namespace tickmark::news
