// SPDX-License-Identifier: GPL-3.0-or-later
#include "SentenceSplitter.h"

#include <algorithm>

namespace tickmark::claims {

namespace {

constexpr qsizetype kShortestWrappedLine = 50;
constexpr double kHighestOrdinal = 31;
//! No sentence of prose is longer; a longer one is cut, so that the work per sentence is bounded.
constexpr std::size_t kMostTokens = 300;
//! The same for its numbers: each is looked at beside all words of its sentence.
constexpr std::size_t kMostNumbers = 40;
constexpr Roles kUnits = Role::Percent | Role::Points | Role::Currency | Role::BadUnit | Role::Scale;

bool endsLine(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar(0x2028) || c == QChar(0x2029) || c == QChar(0x0b) || c == QChar(0x0c);
}

TextSpan trimmed(QStringView text, TextSpan span)
{
    while (span.start < span.end && text[span.start].isSpace())
        ++span.start;
    while (span.end > span.start && text[span.end - 1].isSpace())
        --span.end;
    return span;
}

//! "– Nvidia: -17 %" below another such line: begins anew, however long the line before is.
bool isNextItem(QStringView text, TextSpan line, TextSpan nextLine)
{
    constexpr QStringView kBullets = u"-*\x2013\x2014\x2022\x00b7\x25aa\x25cf\x2023";
    return kBullets.contains(text[nextLine.start]) && text[line.start] == text[nextLine.start]
           && nextLine.start + 1 < nextLine.end && text[nextLine.start + 1].isSpace();
}

//! Whether the full stop at `at` belongs to the word or number before it.
bool isInnerStop(const std::vector<Token> &tokens, std::size_t at, const LexiconData &lexicon)
{
    if (at == 0 || at + 1 >= tokens.size())
        return false;
    const Token &before = tokens[at - 1];
    const Token &next = tokens[at + 1];
    if (before.span.end != tokens[at].span.start)
        return false;
    if (!next.hasBlankBefore && next.kind != Token::Kind::Mark)
        return true;
    if (before.kind == Token::Kind::Number) {
        if (before.isMarked || before.value > kHighestOrdinal)
            return next.kind == Token::Kind::Word && !next.isCapital && !next.is(Role::Currency);
        return next.isAny(Role::Month | Role::OrdinalNoun) || (next.kind == Token::Kind::Word && !next.isCapital);
    }
    if (before.kind != Token::Kind::Word)
        return false;
    const bool isLetter = before.span.end - before.span.start == 1 && before.isCapital;
    if (lexicon.isFinalAbbreviation(before.hash))
        return !next.isCapital || !next.is(Role::Starter);
    return isLetter || lexicon.isAbbreviation(before.hash);
}

//! Sentences begin with a capital, a number, a quotation or a sign: "ca. fünf" does not part.
bool mayBegin(const Token &token)
{
    return token.kind != Token::Kind::Word || token.isCapital || token.is(Role::Currency);
}

bool isNumber(const Token &token)
{
    return token.kind == Token::Kind::Number || token.is(Role::Number);
}

//! Whether a sentence that goes on behind `at` is cut there, never between a number and its unit.
bool isTooLong(const std::vector<Token> &tokens, std::size_t at, std::size_t length, std::size_t numbers)
{
    if (length >= kMostTokens)
        return true;
    return numbers >= kMostNumbers && at + 1 < tokens.size() && !tokens[at + 1].isAny(kUnits);
}

} // namespace

qsizetype BlockSplitter::lineEnd(qsizetype from) const
{
    const qsizetype limit = std::min(m_text.size(), from + kLongestBlock);
    while (from < limit && !endsLine(m_text[from]))
        ++from;
    return from;
}

//! A line was wrapped when the next one's first word would not have fitted into the same width.
bool BlockSplitter::isWrapped(TextSpan line, TextSpan nextLine) const
{
    const TextSpan text = trimmed(m_text, line);
    const TextSpan nextText = trimmed(m_text, nextLine);
    if (text.end - text.start < kShortestWrappedLine || nextText.isEmpty() || isNextItem(m_text, text, nextText))
        return false;
    const QChar last = m_text[text.end - 1];
    if (last == u'.' || last == u'!' || last == u'?' || last == u':')
        return false;
    qsizetype wordEnd = nextText.start;
    while (wordEnd < nextText.end && !m_text[wordEnd].isSpace())
        ++wordEnd;
    return nextText.end - nextText.start <= text.end - text.start + 1 + (wordEnd - nextText.start);
}

TextSpan BlockSplitter::next()
{
    while (m_at < m_text.size()) {
        const qsizetype start = m_at;
        qsizetype lineStart = start;
        qsizetype end = lineEnd(start);
        while (end < m_text.size() && end - start < kLongestBlock) {
            const qsizetype after = end
                                    + (m_text[end] == u'\r' && end + 1 < m_text.size() && m_text[end + 1] == u'\n' ? 2
                                                                                                                   : 1);
            const qsizetype nextEnd = after < m_text.size() ? lineEnd(after) : after;
            if (!endsLine(m_text[end]) || nextEnd - start >= kLongestBlock
                || !isWrapped({lineStart, end}, {after, nextEnd}))
                break;
            lineStart = after;
            end = nextEnd;
        }
        if (end < m_text.size() && !endsLine(m_text[end])) { // too long: cut at the last blank
            qsizetype cut = end;
            while (cut > start && !m_text[cut - 1].isSpace())
                --cut;
            end = cut > start ? cut : end;
            m_at = end;
        } else {
            m_at = std::min(end + 1, m_text.size());
        }
        const TextSpan block = trimmed(m_text, {start, end});
        if (!block.isEmpty())
            return block;
    }
    return {};
}

std::vector<TokenRange> splitSentences(const std::vector<Token> &tokens, const LexiconData &lexicon)
{
    std::vector<TokenRange> sentences;
    std::size_t first = 0;
    std::size_t numbers = 0; // since `first`
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token &token = tokens[i];
        numbers += isNumber(token) ? 1 : 0;
        const bool isStop = token.isMark(u'.');
        const bool isEnd = isStop || token.isMark(u'!') || token.isMark(u'?') || token.isMark(u'\x2026');
        if (!isEnd || (isStop && isInnerStop(tokens, i, lexicon))) {
            if (isTooLong(tokens, i, i + 1 - first, numbers)) {
                sentences.push_back({first, i + 1});
                first = i + 1;
                numbers = 0;
            }
            continue;
        }
        std::size_t next = i + 1;
        while (next < tokens.size() && tokens[next].kind == Token::Kind::Mark && !tokens[next].hasBlankBefore
               && (isQuote(tokens[next].mark) || tokens[next].isMark(u'.') || tokens[next].isMark(u'!')))
            ++next;
        // a question mark inside brackets or a quotation that goes on
        if (next < tokens.size() && !mayBegin(tokens[next]))
            continue;
        sentences.push_back({first, next});
        first = next;
        numbers = 0;
        i = next - 1;
    }
    if (first < tokens.size())
        sentences.push_back({first, tokens.size()});
    return sentences;
}

} // namespace tickmark::claims
