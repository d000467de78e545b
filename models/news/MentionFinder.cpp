// SPDX-License-Identifier: GPL-3.0-or-later
#include "MentionFinder.h"

#include "NameTrie.h"
#include "NameWords.h"

#include <array>
#include <optional>

namespace tickmark::news {

namespace {

struct Match
{
    qint64 instrumentId = 0;
    size_t afterLast = 0; //!< index of the word after it
};

bool isHyphen(QChar c)
{
    return c == u'-' || c == QChar(0x2010) || c == QChar(0x2011);
}

//! Looks for names in one text.
class Matcher
{
public:
    Matcher(const NameTrie &names, QStringView text, const QString &language)
        : m_names(names), m_text(text), m_isEnglish(language == QLatin1String("en")), m_words(scanWords(text))
    {}

    std::vector<Mention> run()
    {
        std::vector<Mention> mentions;
        qsizetype lastEnd = -1;
        for (size_t at = 0; at < m_words.size();) {
            const std::optional<Match> match = isInsideCompound(at, lastEnd) ? std::nullopt : longestAt(at);
            if (!match) {
                ++at;
                continue;
            }
            const qsizetype start = m_words[at].start;
            lastEnd = m_words[match->afterLast - 1].end();
            mentions.push_back({match->instrumentId, start, lastEnd - start});
            at = match->afterLast;
        }
        return mentions;
    }

private:
    [[nodiscard]] QStringView word(size_t at) const { return m_text.sliced(m_words[at].start, m_words[at].length); }
    [[nodiscard]] QStringView gapAfter(size_t at) const
    {
        return m_text.sliced(m_words[at].end(), m_words[at + 1].start - m_words[at].end());
    }

    //! Behind a hyphen a name counts only when the one before it does: "Nvidia-AMD-Vergleich", but not "Roboter-Arm".
    [[nodiscard]] bool isInsideCompound(size_t at, qsizetype lastEnd) const
    {
        return at > 0 && gapAfter(at - 1).size() == 1 && isHyphen(gapAfter(at - 1).front())
               && m_words[at - 1].end() != lastEnd;
    }

    std::optional<Match> longestAt(size_t first)
    {
        m_first = first;
        m_best.reset();
        walk(NameTrie::kRoot, 0);
        return m_best;
    }

    //! Goes on from `node`, which the words before `depth` have led to.
    void walk(int node, size_t depth)
    {
        const size_t at = m_first + depth;
        if (at >= m_words.size() || depth >= NameTrie::kMostWords || (depth > 0 && !gapBetween(gapAfter(at - 1))))
            return;
        const Word &word = m_words[at];
        step(m_names.child(node, word.hash), depth, 0, true);
        if (m_isEnglish || word.length < 3)
            return;
        const char16_t last = m_text[word.end() - 1].unicode() | 0x20;
        const char16_t beforeLast = m_text[word.end() - 2].unicode() | 0x20;
        // genitive: "Nvidias"; only the last word of a name has it
        if (last == u's')
            step(inflected(node, word.hashLess1), depth, 1, false);
        if (last == u's' && beforeLast == u'e')
            step(inflected(node, word.hashLess2), depth, 2, false);
        // adjectives: "der Deutschen Bank"
        if (beforeLast == u'e' && (last == u'n' || last == u'r' || last == u's' || last == u'm'))
            goOn(inflected(node, word.hashLess1), depth, 1);
    }

    [[nodiscard]] int inflected(int node, WordHash hash) const
    {
        return hash == 0 ? NameTrie::kNone : m_names.child(node, hash);
    }

    void step(int node, size_t depth, int cut, bool mayGoOn)
    {
        if (node == NameTrie::kNone)
            return;
        m_cuts[depth] = cut;
        endAt(node, depth);
        if (mayGoOn)
            walk(node, depth + 1);
    }

    void goOn(int node, size_t depth, int cut)
    {
        if (node == NameTrie::kNone)
            return;
        m_cuts[depth] = cut;
        walk(node, depth + 1);
    }

    void endAt(int node, size_t depth)
    {
        const size_t afterLast = m_first + depth + 1;
        if (m_best && m_best->afterLast >= afterLast)
            return;
        for (const WrittenName &name : m_names.namesAt(node)) {
            if (isWrittenHere(name) && !isOtherWord(afterLast)) {
                m_best = Match{name.instrumentId, afterLast};
                return;
            }
        }
    }

    [[nodiscard]] bool isWrittenHere(const WrittenName &name) const
    {
        for (size_t i = 0; i < name.words.size(); ++i) {
            const QStringView written = word(m_first + i);
            if (name.isSymbol ? written != name.words[i] : !isSpelledAs(written.chopped(m_cuts[i]), name.words[i]))
                return false;
            if (i > 0 && !isParted(name, i))
                return false;
        }
        return true;
    }

    [[nodiscard]] bool isParted(const WrittenName &name, size_t before) const
    {
        const std::optional<QString> gap = gapBetween(gapAfter(m_first + before - 1));
        if (gap == name.gaps[before - 1])
            return true;
        return name.isSymbol && gap == QLatin1String("/") && name.gaps[before - 1].isEmpty(); // "BTC/USD" for "BTC-USD"
    }

    //! A name of one word that means something else in this place.
    [[nodiscard]] bool isOtherWord(size_t afterLast) const
    {
        if (afterLast != m_first + 1)
            return false;
        const bool hasNext = afterLast < m_words.size();
        const bool isFirstOfCompound = hasNext && gapAfter(m_first).size() == 1 && isHyphen(gapAfter(m_first).front());
        if (isFirstOfCompound)
            return isOrdinaryCompound(word(m_first), word(afterLast));
        return !m_isEnglish && m_first > 0 && isGermanNoun(word(m_first)) && gapAfter(m_first - 1).size() == 1
               && isGermanArticle(word(m_first - 1));
    }

    const NameTrie &m_names;
    QStringView m_text;
    bool m_isEnglish;
    std::vector<Word> m_words;
    size_t m_first = 0;
    std::array<int, NameTrie::kMostWords> m_cuts{}; //!< characters of inflection at the end of each word
    std::optional<Match> m_best;
};

} // namespace

MentionFinder::MentionFinder(const std::vector<core::Instrument> &instruments)
    : m_names(std::make_shared<const NameTrie>(instruments))
{}

std::vector<Mention> MentionFinder::find(QStringView text, const QString &language) const
{
    return m_names ? Matcher(*m_names, text, language).run() : std::vector<Mention>();
}

} // namespace tickmark::news
