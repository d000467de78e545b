// SPDX-License-Identifier: GPL-3.0-or-later
#include "FeedDraft.h"

#include "FeedDates.h"
#include "FeedParser.h"
#include "HtmlText.h"
#include "LanguageGuess.h"
#include "SafeText.h"

#include <QCryptographicHash>

namespace tickmark::news {

namespace {

constexpr qsizetype kLongestTitle = 1'000;
constexpr qsizetype kLongestName = 200;
constexpr qsizetype kLongestGuid = 1'000;
constexpr qsizetype kLongestDateText = 60;
constexpr qsizetype kLookForLanguage = 600;

//! "de-AT", "de_DE", "German" -> "de"
QString languageOf(const QString &stated)
{
    const QString lower = stated.trimmed().left(20).toLower();
    if (lower == QLatin1String("german"))
        return QStringLiteral("de");
    if (lower == QLatin1String("english"))
        return QStringLiteral("en");
    qsizetype end = 0;
    while (end < lower.size() && lower[end] >= u'a' && lower[end] <= u'z')
        ++end;
    return end == 2 || end == 3 ? lower.left(end) : QString();
}

//! The name in "name@example.com (Name)" and "Name <name@example.com>"; what there is when there is no name.
QString authorName(const QString &stated)
{
    const QString text = visibleLine(stated, kLongestName);
    const qsizetype open = text.indexOf(u'(');
    const qsizetype close = text.lastIndexOf(u')');
    if (open > 0 && close > open + 1 && text.left(open).contains(u'@'))
        return text.mid(open + 1, close - open - 1).trimmed();
    const qsizetype angle = text.indexOf(u'<');
    return angle > 0 && text.indexOf(u'@', angle) > 0 ? text.left(angle).trimmed() : text;
}

QString hashOf(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha1).toHex());
}

} // namespace

bool FeedDraft::takes(Field field, int rank)
{
    int &standing = m_ranks[size_t(field)];
    const bool isLastOne = field == Published || field == Updated; // where feeds add a date they keep the old one
    if (standing > 0 && standing < rank + (isLastOne ? 1 : 2))
        return false;
    standing = rank + 1;
    return true;
}

QString FeedDraft::plain(const FeedText &text)
{
    PlainText made = text.isHtml ? plainText(text.text, kLongestFeedText) : tidyText(text.text, kLongestFeedText);
    m_hasCutText = m_hasCutText || made.wasCut;
    return std::move(made.text);
}

void FeedDraft::setTitle(const FeedText &title, int rank)
{
    const QString text = visibleLine(plain(title), kLongestTitle);
    if (!text.isEmpty() && takes(Title, rank))
        m_item.title = text;
}

void FeedDraft::setSummary(const FeedText &summary, int rank)
{
    QString text = plain(summary);
    if (!text.isEmpty() && takes(Summary, rank))
        m_item.summary = std::move(text);
    else if (text.size() > m_item.content.size())
        m_item.content = std::move(text);
}

void FeedDraft::setContent(const FeedText &content)
{
    QString text = plain(content);
    if (text.size() > m_item.content.size())
        m_item.content = std::move(text);
}

void FeedDraft::setGuid(const QString &guid, int rank)
{
    const QString text = guid.size() > kLongestGuid ? hashOf(guid) : visibleLine(guid, kLongestGuid);
    if (!text.isEmpty() && takes(Guid, rank))
        m_item.guid = text;
}

void FeedDraft::setLink(const QString &link, int rank)
{
    if (!link.isEmpty() && takes(Link, rank))
        m_item.link = link;
}

void FeedDraft::setPublished(const QString &date, int rank)
{
    if (const auto time = parseFeedDate(date); !time)
        noteUnreadable(date);
    else if (takes(Published, rank)) {
        m_item.published = time;
        m_item.dateText = visibleLine(date, kLongestDateText);
    }
}

void FeedDraft::setUpdated(const QString &date, int rank)
{
    if (const auto time = parseFeedDate(date); !time)
        noteUnreadable(date);
    else if (takes(Updated, rank)) {
        m_item.updated = time;
        if (!m_item.published)
            m_item.dateText = visibleLine(date, kLongestDateText);
    }
}

void FeedDraft::noteUnreadable(const QString &date)
{
    if (!m_item.published && !m_item.updated && m_item.dateText.isEmpty())
        m_item.dateText = visibleLine(date, kLongestDateText);
}

void FeedDraft::setAuthor(const QString &author, int rank)
{
    const QString name = authorName(author);
    if (!name.isEmpty() && takes(Author, rank))
        m_item.author = name;
}

void FeedDraft::setSource(const QString &source, int rank)
{
    const QString name = visibleLine(source, kLongestName);
    if (!name.isEmpty() && takes(Source, rank))
        m_item.source = name;
}

void FeedDraft::setLanguage(const QString &language, int rank)
{
    const QString code = languageOf(language);
    if (!code.isEmpty() && takes(Language, rank))
        m_item.language = code;
}

bool FeedDraft::isEmpty() const
{
    return m_item.title.isEmpty() && m_item.link.isEmpty() && m_item.summary.isEmpty() && m_item.content.isEmpty()
           && m_item.guid.isEmpty() && !m_item.published && !m_item.updated;
}

FeedItem FeedDraft::finishItem(const QString &language)
{
    if (m_item.content.size() < m_item.summary.size())
        m_item.content = m_item.summary;
    else if (m_item.summary.isEmpty())
        m_item.summary = m_item.content;
    if (m_item.guid.isEmpty())
        m_item.guid = hashOf(m_item.link + u'\n' + m_item.title);
    if (m_item.language.isEmpty())
        m_item.language = language;
    // many feeds keep the "en-us" that their program came with
    if (m_item.language.isEmpty() || m_item.language == QLatin1String("de") || m_item.language == QLatin1String("en")) {
        const QString guess = guessLanguage(
            QString(m_item.title % u'\n' % QStringView(m_item.content).left(kLookForLanguage)));
        if (!guess.isEmpty())
            m_item.language = guess;
    }
    return std::move(m_item);
}

void FeedDraft::finishHeader(Feed &feed) const
{
    feed.title = m_item.title;
    feed.link = m_item.link;
    feed.language = m_item.language;
}

} // namespace tickmark::news
