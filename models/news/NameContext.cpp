// SPDX-License-Identifier: GPL-3.0-or-later
#include "NameContext.h"

#include "NameWords.h"

#include <algorithm>

namespace tickmark::news {

namespace {

constexpr qsizetype kLongestSigns = 4;
constexpr size_t kMoveReach = 3; //!< words between "hat" and what comes of it

const WordHash kPossessive = wordHash(u"s");
const WordHash kGermanPercent = wordHash(u"Prozent");
const WordHash kPercent = wordHash(u"percent");

} // namespace

QStringView NameContext::gapBefore(size_t at) const
{
    const qsizetype from = at == 0 ? 0 : m_words[at - 1].end();
    return m_text.sliced(from, m_words[at].start - from);
}

bool NameContext::isBlank(size_t at) const
{
    const QStringView gap = at == 0 ? QStringView() : gapBefore(at);
    return gap.size() == 1 && gap.front().isSpace();
}

bool NameContext::isHyphened(size_t at) const
{
    const QStringView gap = at == 0 ? QStringView() : gapBefore(at);
    return gap.size() == 1 && isHyphen(gap.front());
}

bool NameContext::isOwn(const NameMatch &match, size_t at, bool isPart) const
{
    const auto isOneOf = [&](const WordSet &words) { return isPart ? endsWithOne(words, word(at)) : isIn(words, at); };
    return isOneOf(m_lists.own) || (match.isCompany && isOneOf(m_lists.shares));
}

//! "(NASDAQ: NVDA)"
bool NameContext::isExchangeCode(const NameMatch &match) const
{
    return match.first > 0 && match.afterLast < m_words.size() && gapBefore(match.first).endsWith(u'(')
           && gapBefore(match.afterLast).startsWith(u':');
}

bool NameContext::isBefore(const WordSet &list, size_t at) const
{
    return at > 0 && isBlank(at) && isIn(list, at - 1);
}

bool NameContext::isSentenceStart(size_t at) const
{
    if (at == 0)
        return true;
    return std::ranges::any_of(gapBefore(at), [](QChar c) {
        return c == u'.' || c == u'!' || c == u'?' || c == u':' || c == u'\n' || c == QChar(0x2013)
               || c == QChar(0x2014);
    });
}

//! "9,2 %", "+9.2%", "9 Prozent"
bool NameContext::isPercentAt(size_t at) const
{
    if (at >= m_words.size() || !word(at).front().isDigit())
        return false;
    size_t last = at;
    while (last + 1 < m_words.size() && word(last + 1).front().isDigit() && gapBefore(last + 1).size() == 1
           && last < at + NameTrie::kMostWords)
        ++last;
    const qsizetype end = m_words[last].end();
    const QStringView rest = m_text.sliced(end, std::min<qsizetype>(3, m_text.size() - end)).trimmed();
    if (rest.startsWith(u'%'))
        return true;
    const size_t next = last + 1;
    return next < m_words.size() && isBlank(next)
           && (m_words[next].hash == kGermanPercent || m_words[next].hash == kPercent);
}

//! "um 1,8 Prozent"
bool NameContext::isAmountAt(size_t at) const
{
    return isIn(m_lists.amounts, at) && at + 1 < m_words.size() && isBlank(at + 1) && isPercentAt(at + 1);
}

//! "Arm had lost", "ARM hat gestern 6,8 Prozent"
bool NameContext::isMoveBehind(size_t auxiliary) const
{
    if (!isIn(m_lists.auxiliaries, auxiliary))
        return false;
    for (size_t at = auxiliary + 1; at < m_words.size() && at <= auxiliary + kMoveReach && isBlank(at); ++at) {
        if (isIn(m_lists.moves, at) || isPercentAt(at))
            return true;
    }
    return false;
}

bool NameContext::isAttribute(const NameMatch &match) const
{
    const size_t next = match.afterLast;
    if (next >= m_words.size())
        return false;
    if (isHyphened(next))
        return isIn(m_lists.others, next) || !isOwn(match, next, true); // "Vorstand" is no "Stand"
    if (!isBlank(next))
        return !match.isCompany && isExchangeCode(match);
    return isIn(m_lists.others, next) || (!match.isCompany && isIn(m_lists.shares, next));
}

bool NameContext::isIndefinite(const NameMatch &match) const
{
    return isBefore(m_lists.indefinite, match.first);
}

bool NameContext::isDefinite(const NameMatch &match) const
{
    return isBefore(m_lists.definite, match.first);
}

bool NameContext::isWithArticle(const NameMatch &match) const
{
    if (hasOwnWord(match) || (isSentenceStart(match.first) && isMoving(match)))
        return true;
    size_t at = match.first;
    if (isBefore(m_lists.adjectives, at))
        --at;
    if (!isBefore(m_lists.definite, at))
        return false;
    return !isBefore(m_lists.opposite, at - 1);
}

bool NameContext::isMarked(const NameMatch &match) const
{
    const QStringView gap = gapBefore(match.first).trimmed();
    if (gap.isEmpty())
        return false;
    const bool isClose = !gapBefore(match.first).back().isSpace();
    return gap.back() == u':' || (isClose && (gap.back() == u'(' || gap.back() == u'$'));
}

bool NameContext::hasOwnWord(const NameMatch &match) const
{
    size_t next = match.afterLast;
    if (next >= m_words.size())
        return false;
    if (isHyphened(next))
        return isOwn(match, next, true);
    // "Target's shares"
    if (m_words[next].hash == kPossessive && gapBefore(next).size() == 1 && ++next >= m_words.size())
        return false;
    return isBlank(next) && isOwn(match, next, false);
}

bool NameContext::isMoving(const NameMatch &match) const
{
    // "gestern verlor Arm", but not over the end of a sentence
    if (isBefore(m_lists.moves, match.first))
        return true;
    const size_t next = match.afterLast;
    if (next >= m_words.size())
        return false;
    const QStringView gap = gapBefore(next);
    const bool isSigned = gap.size() <= kLongestSigns && std::ranges::all_of(gap, [](QChar c) {
                              return c.isSpace() || c == u'(' || c == u'+' || c == u'-' || c == QChar(0x2212)
                                     || c == QChar(0x2013);
                          });
    return isSigned
           && ((!isHyphened(next) && isIn(m_lists.moves, next)) || isPercentAt(next) || isAmountAt(next)
               || (isBlank(next) && isMoveBehind(next)));
}

bool NameContext::hasTradeBefore(const NameMatch &match) const
{
    if (match.first == 0 || !isBlank(match.first))
        return false;
    if (endsWithOne(m_lists.trades, word(match.first - 1)))
        return true;
    // "Aktien von Arm", "Papiere der Allianz", "shares of Target"
    return match.first > 1 && isBefore(m_lists.links, match.first) && isBlank(match.first - 1)
           && isOwn(match, match.first - 2, false);
}

bool NameContext::isAmongMarketWords(const NameMatch &match) const
{
    return hasOwnWord(match) || hasTradeBefore(match) || isMoving(match);
}

bool NameContext::areListed(const NameMatch &before, const NameMatch &after) const
{
    const auto isComma = [](QChar c) { return c.isSpace() || c == u',' || c == u'/'; };
    if (before.afterLast == after.first) {
        const QStringView gap = gapBefore(after.first);
        return gap.size() <= 2 && std::ranges::all_of(gap, isComma) && !gap.front().isSpace();
    }
    return before.afterLast + 1 == after.first && isIn(m_lists.joins, before.afterLast) && isBlank(after.first)
           && gapBefore(before.afterLast).size() <= 2 && std::ranges::all_of(gapBefore(before.afterLast), isComma);
}

} // namespace tickmark::news
