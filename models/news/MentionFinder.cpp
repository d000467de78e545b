// SPDX-License-Identifier: GPL-3.0-or-later
#include "MentionFinder.h"

#include "NameContext.h"
#include "NameList.h"
#include "NameTrie.h"
#include "NameWords.h"

#include <array>
#include <optional>

namespace tickmark::news {

namespace {

// Units of UTF-16; bounds the memory for a text of any length.
constexpr qsizetype kLongestPart = 1 << 16;

//! Looks for names in one text.
class Matcher
{
public:
    Matcher(const NameTrie &names, QStringView text, TextLanguage language, const std::vector<Word> &words)
        : m_names(names), m_text(text), m_language(language), m_words(words)
    {}

    //! Ascending, never overlapping.
    std::vector<NameMatch> run()
    {
        std::vector<NameMatch> matches;
        qsizetype lastEnd = -1;
        for (size_t at = 0; at < m_words.size();) {
            std::optional<NameMatch> match = isInsideCompound(at, lastEnd) ? std::nullopt : longestAt(at);
            if (match && match->use == NameUse::Never)
                match = crossing(*match);
            if (!match) {
                ++at;
                continue;
            }
            at = match->afterLast;
            if (match->use == NameUse::Never)
                continue;
            lastEnd = m_words[at - 1].end();
            matches.push_back(*match);
        }
        return matches;
    }

private:
    [[nodiscard]] bool isCompany(int target) const
    {
        const core::InstrumentKind kind = m_names.target(target).kind;
        return kind == core::InstrumentKind::Stock || kind == core::InstrumentKind::Etf;
    }
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

    //! A name that begins inside `phrase` and goes on behind it means itself ("on the Nasdaq Composite"), else the phrase.
    NameMatch crossing(const NameMatch &phrase)
    {
        for (size_t at = phrase.first + 1; at < phrase.afterLast; ++at) {
            const auto match = longestAt(at);
            if (match && match->use != NameUse::Never && match->afterLast > phrase.afterLast)
                return *match;
        }
        return phrase;
    }

    std::optional<NameMatch> longestAt(size_t first)
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
        if (m_language == TextLanguage::English || word.length < 3)
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
            const NameUse use = name.uses[size_t(m_language)];
            if (use != NameUse::Absent && isWrittenHere(name) && !isOtherWord(afterLast)) {
                m_best = NameMatch{name.target, use, isCompany(name.target), m_first, afterLast};
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
        return m_language != TextLanguage::English && m_first > 0 && isGermanNoun(word(m_first))
               && gapAfter(m_first - 1).size() == 1 && isGermanArticle(word(m_first - 1));
    }

    const NameTrie &m_names;
    QStringView m_text;
    TextLanguage m_language;
    const std::vector<Word> &m_words;
    size_t m_first = 0;
    std::array<int, NameTrie::kMostWords> m_cuts{}; //!< characters of inflection at the end of each word
    std::optional<NameMatch> m_best;
};

//! Keeps of the names of a text those that mean their instruments.
class Judge
{
public:
    enum class Verdict : quint8 { Out, Open, Aside, In };

    Judge(const NameContext &context, const std::vector<NameMatch> &matches)
        : m_context(context), m_matches(matches), m_verdicts(matches.size(), Verdict::Out)
    {}

    std::vector<Verdict> run()
    {
        for (size_t i = 0; i < m_matches.size(); ++i)
            m_verdicts[i] = alone(m_matches[i]);
        for (size_t i = 1; i < m_matches.size(); ++i)
            joinList(i, m_matches[i - 1], m_matches[i], m_verdicts[i - 1]);
        for (size_t i = m_matches.size(); i-- > 1;)
            joinList(i - 1, m_matches[i - 1], m_matches[i], m_verdicts[i]);
        believeKnown();
        return m_verdicts;
    }

private:
    //! What the words beside it say.
    [[nodiscard]] Verdict alone(const NameMatch &match) const
    {
        if (m_context.isAttribute(match))
            return match.isCompany && match.use == NameUse::Plain ? Verdict::Aside : Verdict::Out;
        switch (match.use) {
        case NameUse::Plain:
            return Verdict::In;
        case NameUse::AfterArticle:
            return m_context.isWithArticle(match) ? Verdict::In : Verdict::Out;
        case NameUse::Marked:
            return m_context.isMarked(match) ? Verdict::In : Verdict::Out;
        case NameUse::InContext:
            if (m_context.isIndefinite(match))
                return Verdict::Out;
            if (m_context.isAmongMarketWords(match))
                return Verdict::In;
            return m_context.isDefinite(match) ? Verdict::Out : Verdict::Open;
        case NameUse::Absent:
        case NameUse::Never:
            break;
        }
        return Verdict::Out;
    }

    void joinList(size_t index, const NameMatch &before, const NameMatch &after, Verdict neighbour)
    {
        if (m_verdicts[index] == Verdict::Open && neighbour == Verdict::In && m_context.areListed(before, after))
            m_verdicts[index] = Verdict::In;
    }

    //! A company that the text names without doubt is meant in the places that leave doubt too.
    void believeKnown()
    {
        QSet<int> known;
        for (size_t i = 0; i < m_matches.size(); ++i) {
            if (m_verdicts[i] >= Verdict::Aside && m_matches[i].isCompany)
                known.insert(m_matches[i].target);
        }
        for (size_t i = 0; i < m_matches.size(); ++i) {
            if (m_verdicts[i] == Verdict::Open)
                m_verdicts[i] = known.contains(m_matches[i].target) ? Verdict::In : Verdict::Out;
        }
    }

    const NameContext &m_context;
    const std::vector<NameMatch> &m_matches;
    std::vector<Verdict> m_verdicts;
};

//! Of a text that is too long to be held as words at once: up to a paragraph, else a line, a sentence, a word.
qsizetype partLength(QStringView text)
{
    if (text.size() <= kLongestPart)
        return text.size();
    const QStringView part = text.first(kLongestPart);
    for (const QStringView end : {u"\n\n", u"\n", u". ", u" "}) {
        if (const qsizetype at = part.lastIndexOf(end); at > kLongestPart / 2)
            return at + end.size();
    }
    return kLongestPart;
}

void findInPart(const NameTrie &names, QStringView text, qsizetype offset, TextLanguage language,
                std::vector<Mention> &mentions)
{
    const std::vector<Word> words = scanWords(text);
    const std::vector<NameMatch> matches = Matcher(names, text, language, words).run();
    std::vector<Judge::Verdict> verdicts(matches.size(), Judge::Verdict::In);
    if (const WordSets *lists = names.contextWords(language))
        verdicts = Judge(NameContext(text, words, *lists), matches).run();
    for (size_t i = 0; i < matches.size(); ++i) {
        if (verdicts[i] < Judge::Verdict::Aside)
            continue;
        const NameTarget &target = names.target(matches[i].target);
        const qsizetype start = words[matches[i].first].start;
        mentions.push_back({target.instrumentId, offset + start, words[matches[i].afterLast - 1].end() - start,
                            target.symbol, target.displayNames[size_t(language)],
                            verdicts[i] == Judge::Verdict::Aside});
    }
}

} // namespace

MentionFinder::MentionFinder(const std::vector<core::Instrument> &instruments, const NameList *names)
    : m_names(std::make_shared<const NameTrie>(instruments, names))
{}

std::vector<Mention> MentionFinder::find(QStringView text, const QString &language) const
{
    std::vector<Mention> mentions;
    if (!m_names)
        return mentions;
    const TextLanguage in = textLanguage(language);
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype length = partLength(text.sliced(start));
        findInPart(*m_names, text.sliced(start, length), start, in, mentions);
        start += length;
    }
    return mentions;
}

} // namespace tickmark::news
