// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileNamePattern.h"

#include <QCoreApplication>

#include <array>

namespace tickmark::exportdialog {

namespace {

constexpr int kMostSymbols = 3; // in one name
constexpr qsizetype kMostBytes = 180;

class FileNamePattern
{
    Q_DECLARE_TR_FUNCTIONS(FileNamePattern)

public:
    static core::Result<QString> expand(const QString &pattern, const FileNameFacts &facts);
};

QString iso(core::SessionDate date)
{
    return QString::fromStdString(date.iso());
}

//! On Linux only "/" is forbidden; the files go to people with other systems, too.
bool isForbidden(QChar character)
{
    return character.category() == QChar::Other_Control || QStringLiteral("/\\:*?\"<>|").contains(character);
}

QString symbolsOf(const FileNameFacts &facts)
{
    QStringList symbols = facts.symbols.mid(0, kMostSymbols);
    for (QString &symbol : symbols) {
        if (symbol.startsWith(u'^'))
            symbol.remove(0, 1);
    }
    return symbols.join(u'-');
}

struct Word
{
    QLatin1String name;
    QString (*text)(const FileNameFacts &facts);
};

constexpr std::array kWords{
    Word{QLatin1String("symbol"), symbolsOf},
    Word{QLatin1String("from"), [](const FileNameFacts &facts) { return iso(facts.from); }},
    Word{QLatin1String("to"), [](const FileNameFacts &facts) { return iso(facts.to); }},
    Word{QLatin1String("base"), [](const FileNameFacts &facts) { return facts.base ? iso(*facts.base) : QString(); }},
    Word{QLatin1String("date"), [](const FileNameFacts &facts) { return iso(facts.today); }},
    Word{QLatin1String("language"), [](const FileNameFacts &facts) { return facts.language; }},
    Word{QLatin1String("number"), [](const FileNameFacts &facts) { return QString::number(facts.number); }},
};

QString inBraces(QStringView word)
{
    return u'{' + word.toString() + u'}';
}

QString allowed(QString text)
{
    for (QChar &character : text) {
        if (isForbidden(character) || character == u'{' || character == u'}')
            character = u'-';
    }
    return text;
}

//! Neither hidden nor with an end that other systems cut off; cut where a character ends.
QString tidied(QString name)
{
    while (name.startsWith(u'.') || name.startsWith(u' '))
        name.remove(0, 1);
    while (name.toUtf8().size() > kMostBytes)
        name.chop(name.size() > 1 && name.back().isLowSurrogate() ? 2 : 1);
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    return name;
}

core::Result<QString> FileNamePattern::expand(const QString &pattern, const FileNameFacts &facts)
{
    QString name;
    for (qsizetype at = 0; at < pattern.size();) {
        const QChar character = pattern[at];
        if (isForbidden(character))
            return core::failure(core::ErrorCode::InvalidInput,
                                 character.isPrint() ? tr("A file name cannot have “%1” in it.").arg(character)
                                                     : tr("A file name cannot have control characters in it."));
        if (character != u'{' && character != u'}') {
            name += character;
            ++at;
            continue;
        }
        const qsizetype end = character == u'{' ? pattern.indexOf(u'}', at) : -1;
        if (end < 0)
            return core::failure(core::ErrorCode::InvalidInput,
                                 tr("In a file name, braces stand around one of these words: %1.")
                                     .arg(fileNameWords().join(QStringLiteral(", "))));
        const QStringView wanted = QStringView(pattern).mid(at + 1, end - at - 1);
        const Word *found = nullptr;
        for (const Word &word : kWords) {
            if (wanted == word.name)
                found = &word;
        }
        if (!found)
            return core::failure(core::ErrorCode::InvalidInput,
                                 tr("A file name has no %1; there are %2.")
                                     .arg(inBraces(wanted), fileNameWords().join(QStringLiteral(", "))));
        name += allowed(found->text(facts));
        at = end + 1;
    }
    name = tidied(name);
    if (name.isEmpty())
        return core::failure(core::ErrorCode::InvalidInput, tr("The file needs a name."));
    return name;
}

} // namespace

QStringList fileNameWords()
{
    QStringList words;
    for (const Word &word : kWords)
        words.append(inBraces(QString(word.name)));
    return words;
}

core::Result<QString> fileName(const QString &pattern, const FileNameFacts &facts)
{
    return FileNamePattern::expand(pattern, facts);
}

} // namespace tickmark::exportdialog
