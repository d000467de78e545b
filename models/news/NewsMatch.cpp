// SPDX-License-Identifier: GPL-3.0-or-later
#include "NewsMatch.h"

#include "WordScanner.h"

#include <QUrl>

#include <algorithm>
#include <array>
#include <bit>
#include <string_view>

namespace tickmark::news {

namespace {

// Of the words of both titles together so many have to be in both.
constexpr size_t kCommonOfTen = 7;
// Titles of fewer words are the same only when all words are: "Dax im Plus", "Dax im Minus".
constexpr size_t kFewWords = 5;
// what editors put before a title that they bring again; lower case
constexpr std::array<std::u16string_view, 9> kMarks{u"update",     u"eilmeldung",     u"eil",
                                                    u"breaking",   u"aktualisiert",   u"korrektur",
                                                    u"correction", u"aktualisierung", u"updated"};
constexpr std::array<std::u16string_view, 22> kDays{
    u"montag",  u"dienstag",  u"mittwoch", u"donnerstag", u"freitag",       u"samstag",    u"sonntag", u"monday",
    u"tuesday", u"wednesday", u"thursday", u"friday",     u"saturday",      u"sunday",     u"heute",   u"gestern",
    u"today",   u"yesterday", u"tomorrow", u"morgen",     u"wochenschluss", u"wochenstart"};

template <size_t Size>
bool isAny(const std::array<std::u16string_view, Size> &words, QStringView word)
{
    return std::ranges::any_of(words, [word](std::u16string_view other) {
        return word.compare(QStringView(other.data(), qsizetype(other.size())), Qt::CaseInsensitive) == 0;
    });
}

//! The words of a title that say what it is about, ascending, each once.
struct TitleWords
{
    std::vector<WordHash> all;
    std::vector<WordHash> facts; //!< numbers and days
};

void sortOnce(std::vector<WordHash> &words)
{
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
}

TitleWords titleWords(QStringView title)
{
    TitleWords words;
    bool isMarked = false;
    for (const Word &word : scanWords(title)) {
        const QStringView text = title.sliced(word.start, word.length);
        const bool isNumber = std::ranges::any_of(text, [](QChar c) { return c.isDigit(); });
        if (words.all.empty() && (isAny(kMarks, text) || (isMarked && isNumber && text.size() == 1))) {
            isMarked = true; // "UPDATE 2-"
            continue;
        }
        words.all.push_back(word.hash);
        if (isNumber || isAny(kDays, text))
            words.facts.push_back(word.hash);
    }
    sortOnce(words.all);
    sortOnce(words.facts);
    return words;
}

quint64 bitsOf(const std::vector<WordHash> &words)
{
    quint64 bits = 0;
    for (const WordHash word : words)
        bits |= quint64(1) << (word >> 58);
    return bits;
}

bool isNearlySame(const TitleWords &a, const TitleWords &b)
{
    if (a.all.empty() || a.facts != b.facts)
        return false;
    if (std::min(a.all.size(), b.all.size()) < kFewWords)
        return a.all == b.all;
    std::vector<WordHash> both;
    std::ranges::set_intersection(a.all, b.all, std::back_inserter(both));
    return both.size() * 10 >= (a.all.size() + b.all.size() - both.size()) * kCommonOfTen;
}

//! Whether the bits of titles of so many words together leave open that they are nearly the same: of all words three in ten
//! may be in one title only, which is at most 3/17 of both counts.
bool mayBeSame(quint64 a, quint64 b, size_t words)
{
    return size_t(std::popcount(a ^ b)) * 17 <= words * 3;
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
    QStringList parts;
    for (const QString &part : url.query(QUrl::FullyEncoded).split(u'&', Qt::SkipEmptyParts)) {
        if (!part.startsWith(QLatin1String("utm_")) && !part.startsWith(QLatin1String("wt_")))
            parts += part;
    }
    if (path.isEmpty() && parts.isEmpty())
        return {}; // the publisher's front page is no story
    return host % path % u'?' % parts.join(u'&');
}

} // namespace

bool isNearlySameTitle(QStringView a, QStringView b)
{
    return isNearlySame(titleWords(a), titleWords(b));
}

void StoryIndex::add(const core::NewsItem &item)
{
    const size_t index = m_count++;
    if (const QString guid = guidKey(item); !guid.isEmpty() && !m_byGuid.contains(guid))
        m_byGuid.insert(guid, index);
    if (const QString link = linkKey(item.link); !link.isEmpty() && !m_byLink.contains(link))
        m_byLink.insert(link, index);
    const TitleWords words = titleWords(item.title);
    m_byPublisher[item.publisher].push_back({item.title, item.published, bitsOf(words.all), words.all.size(), index});
}

std::optional<size_t> StoryIndex::find(const core::NewsItem &item) const
{
    if (const auto found = m_byGuid.constFind(guidKey(item)); found != m_byGuid.cend())
        return *found;
    if (const auto found = m_byLink.constFind(linkKey(item.link)); found != m_byLink.cend())
        return *found;
    const auto publisher = m_byPublisher.constFind(item.publisher);
    if (publisher == m_byPublisher.cend())
        return std::nullopt;
    const TitleWords words = titleWords(item.title);
    const quint64 bits = bitsOf(words.all);
    for (const Headline &headline : *publisher) {
        if (isWithin(headline.published, item.published)
            && mayBeSame(headline.bits, bits, headline.wordCount + words.all.size())
            && isNearlySame(words, titleWords(headline.title)))
            return headline.index;
    }
    return std::nullopt;
}

} // namespace tickmark::news
