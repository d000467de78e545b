// SPDX-License-Identifier: GPL-3.0-or-later
#include "NameList.h"

#include "NameListParser.h"

#include <QDir>
#include <QFile>

namespace tickmark::news {

using core::Result;

namespace {

const QString kFolder = QStringLiteral(":/names");

} // namespace

Result<NameList> NameList::parse(const QByteArray &bytes, const QString &name)
{
    return NameListParser(name).parse(bytes);
}

Result<NameList> NameList::loadBuiltIn()
{
    NameList all;
    const QStringList files = QDir(kFolder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QString &fileName : files) {
        QFile file(kFolder + u'/' + fileName);
        if (!file.open(QIODevice::ReadOnly))
            return NameListParser::fault(fileName, file.errorString());
        auto list = parse(file.readAll(), fileName);
        if (!list)
            return list;
        if (const auto added = all.add(*std::move(list)); !added)
            return NameListParser::fault(fileName, added.error().detail);
    }
    if (all.m_entries.empty())
        return NameListParser::fault(kFolder, QStringLiteral("no entries"));
    for (const NameGroup &group : all.m_groups) {
        for (const QString &symbol : group.symbols) {
            if (!all.find(symbol))
                return NameListParser::fault(group.code, QStringLiteral("%1 is in no file").arg(symbol));
        }
    }
    return all;
}

Result<void> NameList::add(NameList other)
{
    for (NameEntry &entry : other.m_entries) {
        const QString &symbol = entry.instrument.symbol;
        if (m_bySymbol.contains(symbol))
            return NameListParser::fault(symbol, QStringLiteral("%1 is listed twice").arg(symbol));
        for (const core::InstrumentNames &names : entry.instrument.names) {
            if (const auto claimed = claim({names.name, names.shortName}, names.language, symbol); !claimed)
                return claimed;
            if (const auto claimed = claim(names.aliases, names.language, symbol); !claimed)
                return claimed;
        }
        for (const NameCautions &cautions : entry.cautions) {
            if (const auto claimed = claim(cautions.never, cautions.language, symbol); !claimed)
                return claimed;
        }
        m_bySymbol.insert(symbol, m_entries.size());
        m_entries.push_back(std::move(entry));
    }
    m_groups.insert(m_groups.end(), other.m_groups.begin(), other.m_groups.end());
    m_words.merge(other.m_words);
    return {};
}

Result<void> NameList::claim(const QStringList &names, const QString &language, const QString &symbol)
{
    for (const QString &name : names) {
        QString &owner = m_symbolOfName[language + u' ' + name];
        if (!owner.isEmpty() && owner != symbol)
            return NameListParser::fault(
                symbol, QStringLiteral("“%1” (%2) is with %3 and %4").arg(name, language, owner, symbol));
        owner = symbol;
    }
    return {};
}

const NameEntry *NameList::find(const QString &symbol) const
{
    const auto found = m_bySymbol.constFind(symbol);
    return found == m_bySymbol.constEnd() ? nullptr : &m_entries[*found];
}

} // namespace tickmark::news
