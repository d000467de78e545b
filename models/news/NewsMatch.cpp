// SPDX-License-Identifier: GPL-3.0-or-later
#include "NewsMatch.h"

#include "WordScanner.h"
#include "XmlFeed.h"

#include <QUrl>

#include <algorithm>
#include <array>
#include <string_view>

namespace tickmark::news {

namespace {

// what editors put before or behind a title that they bring again; lower case
constexpr std::array<std::u16string_view, 15> kMarks{
    u"update",  u"eilmeldung", u"eil",     u"breaking", u"aktualisiert", u"korrektur", u"correction", u"aktualisierung",
    u"updated", u"live",       u"roundup", u"wrapup",   u"refile",       u"rpt",       u"wdh"};
// those among them that only a later telling has; "Eilmeldung" is dropped when more is known
constexpr std::array<std::u16string_view, 9> kUpdateMarks{
    u"update", u"aktualisiert", u"korrektur", u"correction", u"aktualisierung", u"updated", u"refile", u"rpt", u"wdh"};
// Words that add nothing, whatever stands next to them; lower case. Anything else may turn a story into its opposite.
constexpr std::array<std::u16string_view, 20> kFillers{
    u"der",   u"die",   u"das",      u"den",  u"dem", u"des", u"ein", u"eine", u"einen",  u"einem",
    u"einer", u"eines", u"einzigen", u"auch", u"nun", u"the", u"a",   u"an",   u"single", u"also"};

template <size_t Size>
bool isAny(const std::array<std::u16string_view, Size> &words, QStringView word)
{
    return std::ranges::any_of(words, [word](std::u16string_view other) {
        return word.compare(QStringView(other.data(), qsizetype(other.size())), Qt::CaseInsensitive) == 0;
    });
}

//! Whether the sign at `at` says something: those of a number ("+3", "3,5", "5%"), of money, arrows, pictures.
bool isTelling(QStringView title, qsizetype at)
{
    const QChar c = title[at];
    const bool isBeforeDigit = at + 1 < title.size() && title[at + 1].isDigit();
    const bool isBehindDigit = at > 0 && title[at - 1].isDigit();
    if (c == u'%' || c.isSurrogate() || c.category() == QChar::Symbol_Currency)
        return true;
    if (c == u'+' || c == u'-' || c == u'\u2212' || c == u'\u2013')
        return isBeforeDigit && (at == 0 || !title[at - 1].isLetterOrNumber());
    if (c == u'.' || c == u',' || c == u':')
        return isBeforeDigit && isBehindDigit;
    return c != u'|' && (c.category() == QChar::Symbol_Math || c.category() == QChar::Symbol_Other);
}

bool isSmallNumber(QStringView text)
{
    return text.size() <= 2 && std::ranges::all_of(text, [](QChar c) { return c.isDigit(); });
}

//! "2" in "UPDATE 2-Nvidia", "Update 2: Nvidia", "(Update 2) Nvidia", where the mark has been read.
bool isMarkNumber(QStringView title, const Word &word)
{
    constexpr QStringView kEnds(u"-:)]/");
    return isSmallNumber(title.sliced(word.start, word.length)) && word.end() < title.size()
           && kEnds.contains(title[word.end()]);
}

//! Where the sign stands that parts a mark from the title before it, between `from` and `to`: a bracket, or a dash between
//! blanks; -1 when there is none ("Dax-Update" is a word of the title).
qsizetype markSign(QStringView title, qsizetype from, qsizetype to)
{
    constexpr QStringView kDashes(u"-\u2013\u2014|/");
    for (qsizetype at = to - 1; at >= from; --at) {
        const bool isBetweenBlanks = at > 0 && at + 1 < title.size() && title[at - 1].isSpace()
                                     && title[at + 1].isSpace();
        if (title[at] == u'(' || title[at] == u'[' || (isBetweenBlanks && kDashes.contains(title[at])))
            return at;
    }
    return -1;
}

//! Without "(Update)", "(Update 2)", "(2. Update)", "- Update" at its end.
QStringView withoutEndMark(QStringView title)
{
    const std::vector<Word> words = scanWords(title);
    const auto textOf = [&](std::size_t fromEnd) {
        const Word &word = words[words.size() - fromEnd];
        return title.sliced(word.start, word.length);
    };
    std::size_t length = 0; // of the mark, in words
    if (words.size() > 1 && isAny(kMarks, textOf(1)))
        length = words.size() > 2 && isSmallNumber(textOf(2)) && title[words[words.size() - 2].end()] == u'.' ? 2 : 1;
    else if (words.size() > 2 && isSmallNumber(textOf(1)) && isAny(kMarks, textOf(2)))
        length = 2;
    if (length == 0)
        return title;
    const qsizetype sign = markSign(title, words[words.size() - length - 1].end(), words[words.size() - length].start);
    return sign < 0 ? title : title.first(sign);
}

//! Of the update mark that is word `at`, with the number behind or before it.
int rankOfMark(QStringView title, const std::vector<Word> &words, std::size_t at)
{
    const auto numberAt = [&](std::size_t index) {
        return title.sliced(words[index].start, words[index].length).toInt();
    };
    const bool isLastNumber = at > 0 && at + 2 == words.size() && isSmallNumber(title.sliced(words[at + 1].start));
    if (isLastNumber || (at + 1 < words.size() && isMarkNumber(title, words[at + 1])))
        return std::max(numberAt(at + 1), 1);
    const bool isCounted = at > 0 && title[words[at - 1].end()] == u'.'
                           && isSmallNumber(title.sliced(words[at - 1].start, words[at - 1].length));
    return isCounted ? std::max(numberAt(at - 1), 1) : 1;
}

void appendHash(WordHash hash, QByteArray &key)
{
    key.append(reinterpret_cast<const char *>(&hash), sizeof hash);
}

//! What a title says: its words and telling signs in their order, without marks and fillers; empty when there are none.
QByteArray titleKey(QStringView whole)
{
    const QStringView title = withoutEndMark(whole);
    QByteArray key;
    bool isMarked = false;
    qsizetype at = 0;
    const auto readSigns = [&](qsizetype end) {
        for (; at < end; ++at) {
            if (isTelling(title, at))
                appendHash(title[at].unicode(), key);
        }
    };
    for (const Word &word : scanWords(title)) {
        const QStringView text = title.sliced(word.start, word.length);
        readSigns(word.start);
        at = word.end();
        if (key.isEmpty() && (isAny(kMarks, text) || (isMarked && isMarkNumber(title, word)))) {
            isMarked = true;
            at += isMarkNumber(title, word) ? 1 : 0; // its "-" is no minus
        } else if (!isAny(kFillers, text)) {
            appendHash(word.hash, key);
        }
    }
    readSigns(title.size());
    return key;
}

//! Times of one bucket are at most kSameStoryNs apart, and so are no others than those of it and its two neighbours.
qint64 bucketOf(core::Time time)
{
    return time.ns / kSameStoryNs - (time.ns % kSameStoryNs < 0 ? 1 : 0);
}

QByteArray headlineKey(const QString &publisher, const QByteArray &title, qint64 bucket)
{
    return title + QByteArray::number(bucket) + ' ' + publisher.toUtf8();
}

bool isWithin(core::Time a, core::Time b)
{
    qint64 apart = 0;
    return !__builtin_sub_overflow(a.ns, b.ns, &apart) && apart <= kSameStoryNs && apart >= -kSameStoryNs;
}

QString guidKey(const core::NewsItem &item)
{
    return item.guid.isEmpty() ? QString() : item.publisher + QChar(u'\n') + item.guid;
}

//! Without what does not change the page: scheme, "www.", fragment, closing slash, marks of where the reader came from.
QString linkKey(const QString &link)
{
    const QUrl url(link);
    if (!url.isValid() || url.host().isEmpty())
        return {};
    QString host = url.host();
    if (host.startsWith(QLatin1String("www.")))
        host.remove(0, 4);
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    const QString query = withoutTracking(url.query(QUrl::FullyEncoded));
    if (path.isEmpty() && query.isEmpty())
        return {}; // the publisher's front page is no story
    return host % path % u'?' % query;
}

} // namespace

bool isNearlySameTitle(QStringView a, QStringView b)
{
    const QByteArray key = titleKey(a);
    return !key.isEmpty() && key == titleKey(b);
}

int updateRank(QStringView title)
{
    const std::vector<Word> words = scanWords(title);
    const qsizetype endMark = withoutEndMark(title).size();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool isMark = isAny(kUpdateMarks, title.sliced(words[i].start, words[i].length));
        if (isMark && (i == 0 || words[i].start >= endMark))
            return rankOfMark(title, words, i);
    }
    return 0;
}

void StoryIndex::add(const core::NewsItem &item)
{
    const size_t index = m_count++;
    if (const QString guid = guidKey(item); !guid.isEmpty() && !m_byGuid.contains(guid))
        m_byGuid.insert(guid, index);
    if (const QString link = linkKey(item.link); !link.isEmpty() && !m_byLink.contains(link))
        m_byLink.insert(link, index);
    m_unread[bucketOf(item.published)].push_back({item.publisher, item.title, {item.published, index}});
}

void StoryIndex::readTitles(qint64 bucket) const
{
    for (const UnreadTitle &one : m_unread.take(bucket)) {
        if (const QByteArray title = titleKey(one.title); !title.isEmpty())
            m_byTitle[headlineKey(one.publisher, title, bucket)].push_back(one.headline);
    }
}

std::optional<size_t> StoryIndex::find(const core::NewsItem &item) const
{
    if (const auto found = m_byGuid.constFind(guidKey(item)); found != m_byGuid.cend())
        return *found;
    if (const auto found = m_byLink.constFind(linkKey(item.link)); found != m_byLink.cend())
        return *found;
    const QByteArray title = titleKey(item.title);
    if (title.isEmpty())
        return std::nullopt;
    std::optional<size_t> first;
    for (const qint64 step : {-1, 0, 1}) {
        const qint64 bucket = bucketOf(item.published) + step;
        readTitles(bucket);
        const auto headlines = m_byTitle.constFind(headlineKey(item.publisher, title, bucket));
        if (headlines == m_byTitle.cend())
            continue;
        const auto found = std::ranges::find_if(
            *headlines, [&](const Headline &headline) { return isWithin(headline.published, item.published); });
        if (found != headlines->end())
            first = std::min(first.value_or(found->index), found->index);
    }
    return first;
}

} // namespace tickmark::news
