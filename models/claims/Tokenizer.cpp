// SPDX-License-Identifier: GPL-3.0-or-later
#include "Tokenizer.h"

#include "NumberReader.h"

namespace tickmark::claims {

namespace {

using Kind = Token::Kind;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == QChar(0x2019);
}

bool isHyphen(QChar c)
{
    return c == u'-' || c == QChar(0x2010) || c == QChar(0x2011);
}

bool isMinus(QChar c)
{
    return c == u'-' || c == QChar(0x2212) || c == QChar(0x2012) || c == QChar(0x2013);
}

class TokenReader
{
public:
    TokenReader(QStringView text, TextSpan block, const LexiconData &lexicon, std::span<const news::Mention> mentions)
        : m_text(text.sliced(block.start, block.end - block.start)),
          m_start(block.start),
          m_lexicon(lexicon),
          m_mentions(mentions),
          m_words(news::scanWords(m_text))
    {
        m_tokens.reserve(m_words.size() + m_words.size() / 4 + 1);
    }

    std::vector<Token> run()
    {
        while (m_at < m_text.size()) {
            while (m_word < m_words.size() && m_words[m_word].start < m_at)
                ++m_word;
            const QChar c = m_text[m_at];
            if (m_nextMention < m_mentions.size() && m_mentions[m_nextMention].start - m_start <= m_at)
                readMention();
            else if (isDigit(c))
                readDigits();
            else if (m_word < m_words.size() && m_words[m_word].start == m_at)
                readWord();
            else
                readOther(c);
        }
        return std::move(m_tokens);
    }

private:
    Token &push(Kind kind, qsizetype start, qsizetype end)
    {
        Token token;
        token.kind = kind;
        token.span = {m_start + start, m_start + end};
        token.isCapital = m_text[start].isUpper();
        token.hasBlankBefore = start == 0 || m_text[start - 1].isSpace();
        token.isHyphened = start > 1 && isHyphen(m_text[start - 1]) && !m_text[start - 2].isSpace();
        m_at = end;
        return m_tokens.emplace_back(token);
    }

    //! A name that is a unit in this place ("118 Euro") stays a word.
    [[nodiscard]] bool isUnitHere(const news::Mention &mention) const
    {
        const auto isNumeric = [](const Token &token) {
            return token.kind == Kind::Number || token.isAny(Role::Scale | Role::Number);
        };
        const std::size_t count = m_tokens.size();
        const bool isBehindStop = count > 1 && m_tokens[count - 1].isMark(u'.') && m_tokens[count - 2].is(Role::Scale);
        if (m_tokens.empty() || !(isNumeric(m_tokens.back()) || isBehindStop)) // "Mrd. Dollar"
            return false;
        const qsizetype start = mention.start - m_start;
        const QStringView name = m_text.sliced(start, mention.length);
        const std::vector<news::Word> words = news::scanWords(name);
        const WordEntry *entry = words.size() == 1 ? m_lexicon.singleWord(words.front().hash) : nullptr;
        return entry && entry->roles.has(Role::Currency);
    }

    void readMention()
    {
        const news::Mention &mention = m_mentions[m_nextMention++];
        const qsizetype start = mention.start - m_start;
        const qsizetype end = std::min(start + mention.length, m_text.size());
        if (start < m_at || end <= start || isUnitHere(mention))
            return; // overlaps a number, or is one's unit: read as words
        Token &token = push(Kind::Mention, start, end);
        token.mention = &mention;
        const bool isFollowedByS = end + 1 < m_text.size() && isApostrophe(m_text[end])
                                   && m_text[end + 1].toLower() == u's'
                                   && (end + 2 >= m_text.size() || !m_text[end + 2].isLetter());
        if (isFollowedByS) {
            m_at = end + 2;
            token.span.end += 2;
        }
        const bool endsWithS = m_lexicon.nounsAreCapital && m_text[end - 1] == u's'
                               && !mention.name.endsWith(u's', Qt::CaseInsensitive);
        token.isPossessive = isFollowedByS || (endsWithS && mention.length > 3);
    }

    void readDigits()
    {
        const WrittenNumber number = readNumber(m_text, m_at, m_lexicon);
        Token &token = push(Kind::Number, m_at, number.end);
        token.value = number.value;
        token.halfUnit = number.halfUnit;
        token.isMarked = number.isMarked;
        if (!number.isValid)
            token.kind = Kind::Mark;
        token.mark = u'0';
        // "593bn": the rest of the word is the unit
        qsizetype end = number.end;
        while (end < m_text.size() && m_text[end].isLetter())
            ++end;
        if (end == number.end)
            return;
        const std::vector<news::Word> rest = news::scanWords(m_text.sliced(number.end, end - number.end));
        Token &unit = push(Kind::Word, number.end, end);
        unit.hash = rest.empty() ? 0 : rest.front().hash;
        unit.entry = m_lexicon.singleWord(unit.hash);
    }

    //! Whether what parts two words may stand inside a phrase.
    [[nodiscard]] bool isPhraseGap(std::size_t before) const
    {
        const qsizetype start = m_words[before].end();
        if (m_words[before + 1].start != start + 1)
            return false;
        const QChar gap = m_text[start];
        return gap.isSpace() || isHyphen(gap) || isApostrophe(gap) || gap == u'.';
    }

    [[nodiscard]] qsizetype nextMentionStart() const
    {
        return m_nextMention < m_mentions.size() ? m_mentions[m_nextMention].start - m_start : m_text.size();
    }

    void readWord()
    {
        const news::Word &first = m_words[m_word];
        const qsizetype limit = nextMentionStart();
        qsizetype end = std::min(first.end(), std::max(limit, first.start + 1));
        const WordEntry *entry = nullptr;
        news::WordHash hash = first.hash;
        int node = LexiconData::kRoot;
        for (std::size_t i = m_word; i < m_words.size() && m_words[i].end() <= limit; ++i) {
            if (i > m_word && (!m_lexicon.goesOn[std::size_t(node)] || !isPhraseGap(i - 1)))
                break;
            node = m_lexicon.child(node, m_words[i].hash);
            if (node == LexiconData::kNone)
                break;
            if (const WordEntry *longer = m_lexicon.entryAt(node)) {
                entry = longer;
                end = m_words[i].end();
                hash = m_words[i].hash;
            }
        }
        Token &token = push(Kind::Word, first.start, end);
        token.entry = entry;
        token.hash = hash;
        // "US$": a currency whose name ends in a sign is read with it
        if (!entry && m_at < m_text.size() && m_lexicon.symbol(m_text[m_at]) && m_text[m_at] != u'%'
            && first.length <= 3 && m_text[first.start].isUpper())
            token.entry = m_lexicon.symbol(m_text[m_at++]);
    }

    void readOther(QChar c)
    {
        if (c.isSpace()) {
            ++m_at;
            return;
        }
        if (isHyphen(c) && isInsideWord()) {
            ++m_at;
            return;
        }
        if (const WordEntry *symbol = m_lexicon.symbol(c)) {
            push(Kind::Word, m_at, m_at + 1).entry = symbol;
            return;
        }
        if ((c == u'+' || isMinus(c)) && isSign(c)) {
            push(Kind::Sign, m_at, m_at + 1).direction = c == u'+' ? Direction::Up : Direction::Down;
            return;
        }
        push(Kind::Mark, m_at, m_at + 1).mark = c;
    }

    //! "KI-Aktie", but not the dash of "10-20 %".
    [[nodiscard]] bool isInsideWord() const
    {
        if (m_at == 0 || m_at + 1 >= m_text.size())
            return false;
        const QChar before = m_text[m_at - 1];
        const QChar after = m_text[m_at + 1];
        return (before.isLetter() && after.isLetterOrNumber()) || (isDigit(before) && after.isLetter());
    }

    //! A number follows at once, and what stands before is not the beginning of a range.
    [[nodiscard]] bool isSign(QChar c) const
    {
        if (m_at + 1 >= m_text.size())
            return false;
        if (isSpacedSign(c))
            return true;
        const QChar next = m_text[m_at + 1];
        const WordEntry *symbol = m_lexicon.symbol(next);
        const bool isBeforeNumber = isDigit(next) || (symbol && symbol->roles.has(Role::Currency));
        if (!isBeforeNumber || c == u'+')
            return isBeforeNumber;
        // "19,341.83 -612.47": a column of its own, where a range has blanks on both sides or none
        const bool isColumn = !m_tokens.empty() && m_tokens.back().isMarked && m_text[m_at - 1].isSpace();
        const bool isAfterNumber = !m_tokens.empty() && !isColumn
                                   && (m_tokens.back().kind == Kind::Number
                                       || m_tokens.back().isAny(Role::Percent | Role::Number | Role::Scale));
        return !isAfterNumber && (m_at == 0 || !m_text[m_at - 1].isLetterOrNumber());
    }

    //! "Bitcoin - 0,6 %": between blanks, behind a name and before a percentage.
    [[nodiscard]] bool isSpacedSign(QChar c) const
    {
        constexpr qsizetype kLongest = 8; // "12,345 %"
        const bool isPlain = c == u'+' || c == u'-' || c == QChar(0x2212);
        if (!isPlain || m_tokens.empty() || m_tokens.back().kind != Kind::Mention || m_text[m_at + 1] != u' '
            || m_at + 2 >= m_text.size() || !isDigit(m_text[m_at + 2]))
            return false;
        for (qsizetype at = m_at + 2; at < m_text.size() && at < m_at + 2 + kLongest; ++at) {
            const WordEntry *symbol = m_lexicon.symbol(m_text[at]);
            if (symbol && symbol->roles.has(Role::Percent))
                return true;
            if (!isDigit(m_text[at]) && !m_text[at].isSpace() && m_text[at] != u',' && m_text[at] != u'.')
                return false;
        }
        return false;
    }

    QStringView m_text;
    qsizetype m_start;
    const LexiconData &m_lexicon;
    std::span<const news::Mention> m_mentions;
    std::vector<news::Word> m_words;
    std::vector<Token> m_tokens;
    qsizetype m_at = 0;
    std::size_t m_word = 0;
    std::size_t m_nextMention = 0;
};

} // namespace

bool isQuote(QChar c)
{
    return c == u'"' || c == QChar(0x201c) || c == QChar(0x201d) || c == QChar(0x201e) || c == QChar(0xab)
           || c == QChar(0xbb) || c == QChar(0x2018) || c == QChar(0x201a) || c == QChar(0x2019) || c == u'\'';
}

bool isDash(QChar c)
{
    return isMinus(c) || c == QChar(0x2014) || isHyphen(c);
}

std::vector<Token> tokenize(QStringView text, TextSpan block, const LexiconData &lexicon,
                            std::span<const news::Mention> mentions)
{
    return TokenReader(text, block, lexicon, mentions).run();
}

} // namespace tickmark::claims
