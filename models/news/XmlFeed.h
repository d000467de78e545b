// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Feed.h"

#include <QString>
#include <QUrl>
#include <QXmlStreamReader>

#include <memory>
#include <optional>
#include <vector>

namespace tickmark::news {

//! The inside of an element.
struct XmlContent
{
    //! With elements: markup, their tags without attributes but "hidden". Without: its characters as they are.
    QString text;
    bool hasElements = false;
};

//! How the characters of an element are meant.
enum class Characters {
    Text,   //!< as they are; "<" is no tag
    Markup, //!< HTML that was escaped to fit into XML
};

//! Walks the elements of a feed. It stands at a start tag until it is told to read what is in it. After a fault every call
//! does nothing; what was read of the elements that were open then is not complete.
//! HTML's named entities are known; document types and entity declarations are a fault (prepareXml() takes out the harmless
//! ones), so are elements nested beyond all reason. Not thread-safe.
class XmlFeed
{
public:
    //! `baseUrl` may be empty. `text` comes from prepareXml().
    XmlFeed(const QString &text, const QString &baseUrl);

    //! To the next element inside of the one in which it stands. False: there is none left, and it stands behind the end
    //! tag; or a fault.
    bool nextChild();
    //! Past the end tag of the element at whose start it stands.
    void skip();
    //! All that is in the element at whose start it stands, past its end tag.
    XmlContent readContent(Characters characters);

    [[nodiscard]] QStringView name() const { return m_xml.name(); }
    [[nodiscard]] QStringView vocabulary() const { return m_xml.namespaceUri(); }
    //! Of the element at whose start it stands, in no namespace; empty when it has none of that name.
    [[nodiscard]] QString attribute(QLatin1String name) const;
    //! rdf:about
    [[nodiscard]] QString about() const;
    //! Language that xml:lang states for this place; may be empty.
    [[nodiscard]] QString language() const;
    //! What xml:base and the feed's own address say of relative links in this place; may be invalid.
    [[nodiscard]] QUrl base() const;

    [[nodiscard]] bool isFaulty() const { return m_fault.has_value(); }
    [[nodiscard]] FeedProblem::Kind fault() const { return *m_fault; }
    [[nodiscard]] qint64 line() const { return m_xml.lineNumber(); }
    [[nodiscard]] QString detail() const { return m_xml.errorString(); }

private:
    //! What xml:base and xml:lang state from `depth` on.
    struct Scope
    {
        int depth = 0;
        QUrl base;
        QString language;
    };

    QXmlStreamReader::TokenType next();
    void enter();
    [[nodiscard]] bool isHidden() const;
    void leave();
    void stop(FeedProblem::Kind kind);

    std::unique_ptr<QXmlStreamEntityResolver> m_entities; //!< outlives m_xml
    QXmlStreamReader m_xml;
    std::vector<Scope> m_scopes;
    std::vector<qsizetype> m_declared; //!< number of namespaces that each open element declares
    qsizetype m_allDeclared = 0;
    std::optional<FeedProblem::Kind> m_fault;
};

//! The parts of a query ("id=1&utm_source=rss") that are no marks of where the reader came from.
[[nodiscard]] QString withoutTracking(const QString &query);

//! An absolute http(s) address made of `link` and `base`, encoded to ASCII, without such marks; empty when it is none, or longer than 4,096
//! characters.
[[nodiscard]] QString safeLink(const QString &link, const QUrl &base);

} // namespace tickmark::news
