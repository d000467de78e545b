// SPDX-License-Identifier: GPL-3.0-or-later
#include "Lexicon.h"

#include "LexiconData.h"
#include "LexiconReader.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace tickmark::claims {

namespace {

const QString kFolder = QStringLiteral(":/lexicon");
const QString kFallback = QStringLiteral("de");

std::vector<Lexicon> readAll()
{
    std::vector<Lexicon> lexicons;
    for (const QString &name : QDir(kFolder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(kFolder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The built-in lexicon %s cannot be read.", qPrintable(name));
        auto lexicon = Lexicon::parse(file.readAll(), name);
        if (!lexicon)
            qFatal("The built-in lexicon %s is faulty: %s", qPrintable(name), qPrintable(lexicon.error().detail));
        lexicons.push_back(std::move(*lexicon));
    }
    return lexicons;
}

} // namespace

core::Result<Lexicon> Lexicon::parse(const QByteArray &data, const QString &name)
{
    auto read = LexiconReader(name).read(data);
    if (!read)
        return tl::unexpected(read.error());
    return Lexicon(std::move(*read));
}

const QString &Lexicon::language() const
{
    return m_data->language;
}

quint64 Lexicon::hash() const
{
    return m_data->hash;
}

const std::vector<Lexicon> &builtInLexicons()
{
    static const std::vector<Lexicon> lexicons = readAll();
    return lexicons;
}

const Lexicon &builtInLexicon(const QString &language)
{
    const std::vector<Lexicon> &lexicons = builtInLexicons();
    const auto known = std::ranges::find(lexicons, language, &Lexicon::language);
    const auto fallback = std::ranges::find(lexicons, kFallback, &Lexicon::language);
    return known != lexicons.end() ? *known : *fallback;
}

} // namespace tickmark::claims
