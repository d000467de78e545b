// SPDX-License-Identifier: GPL-3.0-or-later
#include "WordScanner.h"

namespace tickmark::news {

namespace {

constexpr char32_t kDiaeresis = 0x308;
constexpr WordHash kHashStart = 0xcbf29ce484222325; // FNV-1a
constexpr WordHash kHashStep = 0x100000001b3;

//! Walks a text by characters; halves of surrogate pairs are U+FFFD.
class Characters
{
public:
    explicit Characters(QStringView text) : m_text(text) {}

    [[nodiscard]] bool hasNext() const { return m_at < m_text.size(); }
    [[nodiscard]] qsizetype index() const { return m_at; }
    char32_t next()
    {
        const QChar first = m_text[m_at++];
        if (!first.isSurrogate())
            return first.unicode();
        if (!first.isHighSurrogate() || !hasNext() || !m_text[m_at].isLowSurrogate())
            return 0xfffd;
        return QChar::surrogateToUcs4(first, m_text[m_at++]);
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

bool isPlain(char32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isWordCharacter(char32_t c)
{
    if (c < 0x80)
        return isPlain(c) || (c >= '0' && c <= '9') || c == '_';
    return QChar::isLetterOrNumber(c) || QChar::isMark(c);
}

//! Spells one character out; `emitUnit(char32_t)` receives what it becomes. `base` is the letter before it, for marks that
//! stand alone.
template <typename Emit>
void spellOut(char32_t c, char32_t &base, const Emit &emitUnit)
{
    if (c < 0x80) {
        base = c;
        emitUnit(c);
    } else if (c == 0xdf || c == 0x1e9e) { // ß and its capital
        base = 0;
        emitUnit(c == 0xdf ? U's' : U'S');
        emitUnit(c == 0xdf ? U's' : U'S');
    } else if (QChar::isMark(c)) {
        const char32_t lower = base | 0x20;
        if (c == kDiaeresis && (lower == 'a' || lower == 'o' || lower == 'u'))
            emitUnit(U'e');
        base = 0;
    } else {
        const QString parts = QChar::decompositionTag(c) == QChar::Canonical ? QChar::decomposition(c) : QString();
        if (parts.isEmpty()) {
            base = c;
            emitUnit(c);
            return;
        }
        Characters part(parts);
        while (part.hasNext())
            spellOut(part.next(), base, emitUnit);
    }
}

class WordHasher
{
public:
    void add(char32_t c)
    {
        m_isLastPlain[1] = m_isLastPlain[0];
        m_isLastPlain[0] = isPlain(c);
        m_before2 = m_before1;
        m_before1 = m_hash;
        if (c < 0x80) {
            m_base = c;
            mix(m_isLastPlain[0] ? c | 0x20 : c);
            return;
        }
        spellOut(c, m_base, [this](char32_t unit) {
            mix(unit < 0x80 ? (isPlain(unit) ? unit | 0x20 : unit) : QChar::toCaseFolded(unit));
        });
    }
    void store(Word &word) const
    {
        word.hash = m_hash;
        word.hashLess1 = m_isLastPlain[0] ? m_before1 : 0;
        word.hashLess2 = m_isLastPlain[0] && m_isLastPlain[1] ? m_before2 : 0;
    }

private:
    void mix(char32_t folded) { m_hash = (m_hash ^ folded) * kHashStep; }

    WordHash m_hash = kHashStart;
    WordHash m_before1 = 0;
    WordHash m_before2 = 0;
    char32_t m_base = 0;
    bool m_isLastPlain[2] = {false, false};
};

} // namespace

std::vector<Word> scanWords(QStringView text)
{
    std::vector<Word> words;
    words.reserve(size_t(text.size() / 7));
    Characters at(text);
    while (at.hasNext()) {
        const qsizetype start = at.index();
        const char32_t first = at.next();
        if (!isWordCharacter(first))
            continue;
        WordHasher hasher;
        hasher.add(first);
        qsizetype end = at.index();
        while (at.hasNext()) {
            const char32_t next = at.next();
            if (!isWordCharacter(next))
                break;
            hasher.add(next);
            end = at.index();
        }
        Word word{start, end - start, 0, 0, 0};
        hasher.store(word);
        words.push_back(word);
    }
    return words;
}

WordHash wordHash(QStringView word)
{
    WordHasher hasher;
    Characters at(word);
    while (at.hasNext())
        hasher.add(at.next());
    Word result;
    hasher.store(result);
    return result.hash;
}

QString spelledOut(QStringView word)
{
    QString result;
    result.reserve(word.size() + 2);
    char32_t base = 0;
    Characters at(word);
    while (at.hasNext())
        spellOut(at.next(), base, [&](char32_t unit) { result += QChar::fromUcs4(unit); });
    return result;
}

} // namespace tickmark::news
