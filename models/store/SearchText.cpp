// SPDX-License-Identifier: GPL-3.0-or-later
#include "SearchText.h"

#include <libstemmer.h>

#include <memory>

namespace tickmark::store {

namespace {

constexpr QLatin1String kGerman("de");
constexpr QLatin1String kEnglish("en");

struct StemmerDeleter
{
    void operator()(sb_stemmer *stemmer) const { sb_stemmer_delete(stemmer); }
};
using Stemmer = std::unique_ptr<sb_stemmer, StemmerDeleter>;

// A stemmer keeps the last word inside, so each thread has its own.
sb_stemmer *stemmerFor(const QString &language)
{
    if (language == kGerman) {
        thread_local const Stemmer german(sb_stemmer_new("german", "UTF_8"));
        return german.get();
    }
    if (language == kEnglish) {
        thread_local const Stemmer english(sb_stemmer_new("english", "UTF_8"));
        return english.get();
    }
    return nullptr;
}

bool isUmlautWritten(QChar before, QChar vowel, QChar next)
{
    if (next != QLatin1Char('e'))
        return false;
    if (vowel == QLatin1Char('a') || vowel == QLatin1Char('o'))
        return true;
    // "neue", "Mauer", "Quelle" are not "nü", "Maür", "Qülle"
    return vowel == QLatin1Char('u') && before != QLatin1Char('q') && before != QLatin1Char('a')
           && before != QLatin1Char('e');
}

QString withoutWrittenUmlauts(const QString &word)
{
    QString folded;
    folded.reserve(word.size());
    for (qsizetype i = 0; i < word.size(); ++i) {
        folded += word[i];
        const QChar before = i > 0 ? word[i - 1] : QChar();
        if (i + 1 < word.size() && isUmlautWritten(before, word[i], word[i + 1]))
            ++i;
    }
    return folded;
}

} // namespace

QStringList foldedWords(const QString &text)
{
    QStringList words;
    QString word;
    const auto endWord = [&] {
        if (!word.isEmpty())
            words += withoutWrittenUmlauts(word);
        word.clear();
    };
    // decomposed, so that a mark is a character of its own and can be left out
    const QList<uint> characters = text.normalized(QString::NormalizationForm_KD).toLower().toUcs4();
    for (const uint character : characters) {
        if (QChar::isMark(character))
            continue;
        if (character == 0xdf || character == 0x1e9e) // ß, capital ß
            word += QStringLiteral("ss");
        else if (QChar::isLetterOrNumber(character))
            word += QString::fromUcs4(reinterpret_cast<const char32_t *>(&character), 1);
        else
            endWord();
    }
    endWord();
    return words;
}

QByteArray stem(const QString &foldedWord, const QString &language)
{
    const QByteArray word = foldedWord.toUtf8();
    sb_stemmer *const stemmer = stemmerFor(language);
    if (!stemmer)
        return word;
    const sb_symbol *stemmed = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol *>(word.constData()),
                                               int(word.size()));
    return stemmed ? QByteArray(reinterpret_cast<const char *>(stemmed), sb_stemmer_length(stemmer)) : word;
}

QByteArray stemsOf(const QString &text, const QString &language)
{
    const bool isKnown = language == kGerman || language == kEnglish;
    QByteArray stems;
    for (const QString &word : foldedWords(text)) {
        if (!stems.isEmpty())
            stems += ' ';
        stems += stem(word, isKnown ? language : QString(kGerman));
        if (!isKnown)
            stems += ' ' + stem(word, kEnglish);
    }
    return stems;
}

QByteArray searchExpression(const QString &typed, LastWord lastWord)
{
    QByteArray expression;
    const QStringList words = foldedWords(typed);
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        const QByteArray german = stem(word, kGerman);
        const QByteArray english = stem(word, kEnglish);
        // a folded word has letters and digits only, so quotes need no escape
        expression += expression.isEmpty() ? "stems : (" : " AND ";
        if (lastWord == LastWord::MayGoOn && i + 1 == words.size())
            expression += "(\"" + german + "\" OR \"" + english + "\" OR \"" + word.toUtf8() + "\"*)";
        else if (german == english)
            expression += '"' + german + '"';
        else
            expression += "(\"" + german + "\" OR \"" + english + "\")";
    }
    return expression.isEmpty() ? expression : QByteArray(expression + ')');
}

} // namespace tickmark::store
