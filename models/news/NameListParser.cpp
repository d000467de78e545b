// SPDX-License-Identifier: GPL-3.0-or-later
#include "NameListParser.h"

#include "NameTrie.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace tickmark::news {

using core::Result;

namespace {

const QStringList kRootKeys{QStringLiteral("schema"), QStringLiteral("group"),   QStringLiteral("coverage"),
                            QStringLiteral("also"),   QStringLiteral("entries"), QStringLiteral("words")};
const QStringList kEntryKeys{QStringLiteral("symbol"),   QStringLiteral("kind"),    QStringLiteral("mic"),
                             QStringLiteral("currency"), QStringLiteral("names"),   QStringLiteral("aliases"),
                             QStringLiteral("context"),  QStringLiteral("article"), QStringLiteral("never")};
const QStringList kLanguages{QStringLiteral("de"), QStringLiteral("en")};

QString unknownKey(const QJsonObject &object, const QStringList &known)
{
    for (const QString &key : object.keys()) {
        if (!known.contains(key))
            return key;
    }
    return {};
}

bool isCurrency(const QString &code)
{
    return code.size() == 3 && std::ranges::all_of(code, [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

//! Whether the finder can use it.
bool isName(const QString &name)
{
    const std::vector<Word> words = scanWords(name);
    return !words.empty() && words.size() <= NameTrie::kMostWords && (words.size() > 1 || words.front().length > 1);
}

} // namespace

NameListParser::NameListParser(QString fileName) : m_fileName(std::move(fileName)) {}

tl::unexpected<core::Error> NameListParser::fault(const QString &fileName, const QString &what)
{
    return core::failure(core::ErrorCode::InvalidInput, tr("The list of names %1 cannot be used.").arg(fileName), what);
}

Result<NameList> NameListParser::parse(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return fault(error.errorString());
    const QJsonObject root = document.object();
    if (root.value(QLatin1String("schema")).toInt() != 1)
        return fault(QStringLiteral("schema is not 1"));
    if (const QString key = unknownKey(root, kRootKeys); !key.isEmpty())
        return fault(QStringLiteral("unknown key “%1”").arg(key));
    if (const auto words = readWords(root.value(QLatin1String("words")).toObject()); !words)
        return tl::unexpected(words.error());
    if (!root.contains(QLatin1String("group")))
        return std::move(m_list);
    auto group = readGroup(root);
    if (!group)
        return tl::unexpected(group.error());
    const QJsonArray entries = root.value(QLatin1String("entries")).toArray();
    for (const QJsonValue &value : entries) {
        auto entry = readEntry(value.toObject());
        if (!entry)
            return tl::unexpected(entry.error());
        group->symbols.append(entry->instrument.symbol);
        NameList one;
        one.m_entries.push_back(*std::move(entry));
        if (const auto added = m_list.add(std::move(one)); !added)
            return fault(added.error().detail);
    }
    m_list.m_groups.push_back(*std::move(group));
    return std::move(m_list);
}

Result<void> NameListParser::readWords(const QJsonObject &words)
{
    for (const QString &language : words.keys()) {
        if (!kLanguages.contains(language))
            return fault(QStringLiteral("words in the unknown language “%1”").arg(language));
        const QJsonObject object = words.value(language).toObject();
        ContextWords lists;
        const std::array<std::pair<QString, QSet<QString> *>, 13> sets{
            {{QStringLiteral("shares"), &lists.shares},
             {QStringLiteral("own"), &lists.own},
             {QStringLiteral("others"), &lists.others},
             {QStringLiteral("moves"), &lists.moves},
             {QStringLiteral("links"), &lists.links},
             {QStringLiteral("definite"), &lists.definite},
             {QStringLiteral("indefinite"), &lists.indefinite},
             {QStringLiteral("opposite"), &lists.opposite},
             {QStringLiteral("adjectives"), &lists.adjectives},
             {QStringLiteral("joins"), &lists.joins},
             {QStringLiteral("amounts"), &lists.amounts},
             {QStringLiteral("trades"), &lists.trades},
             {QStringLiteral("auxiliaries"), &lists.auxiliaries}}};
        QStringList keys;
        for (const auto &[key, set] : sets) {
            const auto list = readList(object.value(key), key);
            if (!list)
                return tl::unexpected(list.error());
            *set = QSet<QString>(list->begin(), list->end());
            keys.append(key);
        }
        if (const QString key = unknownKey(object, keys); !key.isEmpty())
            return fault(QStringLiteral("words: unknown key “%1”").arg(key));
        m_list.m_words.emplace(language, std::move(lists));
    }
    return {};
}

Result<NameGroup> NameListParser::readGroup(const QJsonObject &root) const
{
    NameGroup group{root.value(QLatin1String("group")).toString(),
                    QDate::fromString(root.value(QLatin1String("coverage")).toString(), Qt::ISODate),
                    {}};
    if (group.code.isEmpty() || !group.coverage.isValid())
        return fault(QStringLiteral("group or coverage is malformed"));
    const auto also = readList(root.value(QLatin1String("also")), QStringLiteral("also"));
    if (!also)
        return tl::unexpected(also.error());
    group.symbols = *also;
    return group;
}

Result<NameEntry> NameListParser::readEntry(const QJsonObject &object) const
{
    NameEntry entry;
    entry.instrument.symbol = object.value(QLatin1String("symbol")).toString();
    const QString &symbol = entry.instrument.symbol;
    if (!core::isValidSymbol(symbol))
        return fault(QStringLiteral("“%1” is no symbol").arg(symbol));
    if (const QString key = unknownKey(object, kEntryKeys); !key.isEmpty())
        return fault(QStringLiteral("%1: unknown key “%2”").arg(symbol, key));
    const auto kind = core::kindFromCode(object.value(QLatin1String("kind")).toString());
    entry.instrument.mic = object.value(QLatin1String("mic")).toString();
    entry.instrument.currency = object.value(QLatin1String("currency")).toString();
    if (!kind || entry.instrument.mic.isEmpty() || !isCurrency(entry.instrument.currency))
        return fault(QStringLiteral("%1: kind, mic or currency is malformed").arg(symbol));
    entry.instrument.kind = *kind;
    if (const auto names = readNames(object, entry.instrument); !names)
        return tl::unexpected(names.error());
    if (const auto cautions = readCautions(object, entry); !cautions)
        return tl::unexpected(cautions.error());
    return entry;
}

Result<void> NameListParser::readNames(const QJsonObject &object, core::Instrument &instrument) const
{
    const QJsonObject names = object.value(QLatin1String("names")).toObject();
    const QJsonObject aliases = object.value(QLatin1String("aliases")).toObject();
    if (!unknownKey(names, kLanguages).isEmpty() || !unknownKey(aliases, kLanguages).isEmpty())
        return fault(QStringLiteral("%1: names in an unknown language").arg(instrument.symbol));
    for (const QString &language : kLanguages) {
        const QJsonObject own = names.value(language).toObject();
        const auto list = readList(aliases.value(language), instrument.symbol);
        if (!list)
            return tl::unexpected(list.error());
        core::InstrumentNames read{language, own.value(QLatin1String("name")).toString(),
                                   own.value(QLatin1String("short")).toString(), *list};
        for (const QString &name : QStringList{read.name, read.shortName} + read.aliases) {
            if (!isName(name))
                return fault(QStringLiteral("%1: “%2” is no name").arg(instrument.symbol, name));
        }
        instrument.names.push_back(std::move(read));
    }
    return {};
}

Result<void> NameListParser::readCautions(const QJsonObject &object, NameEntry &entry) const
{
    const QString &symbol = entry.instrument.symbol;
    for (const core::InstrumentNames &names : entry.instrument.names) {
        NameCautions cautions{names.language, {}, {}, {}};
        const QStringList known = QStringList{names.name, names.shortName} + names.aliases;
        const std::array<std::pair<QString, QStringList *>, 3> lists{
            {{QStringLiteral("context"), &cautions.inContext},
             {QStringLiteral("article"), &cautions.afterArticle},
             {QStringLiteral("never"), &cautions.never}}};
        for (const auto &[key, target] : lists) {
            const QJsonObject byLanguage = object.value(key).toObject();
            const auto list = readList(byLanguage.value(names.language), symbol);
            if (!list)
                return tl::unexpected(list.error());
            if (!unknownKey(byLanguage, kLanguages).isEmpty())
                return fault(QStringLiteral("%1: %2 in an unknown language").arg(symbol, key));
            for (const QString &name : *list) {
                const bool isKnown = known.contains(name);
                if (target == &cautions.never ? isKnown || !isName(name) : !isKnown)
                    return fault(QStringLiteral("%1: %2 “%3” does not fit its names").arg(symbol, key, name));
            }
            *target = *list;
        }
        entry.cautions.push_back(std::move(cautions));
    }
    return {};
}

Result<QStringList> NameListParser::readList(const QJsonValue &value, const QString &where) const
{
    QStringList list;
    if (!value.isUndefined() && !value.isArray())
        return fault(QStringLiteral("%1: a list is expected").arg(where));
    for (const QJsonValue &item : value.toArray()) {
        const QString text = item.toString();
        if (text.trimmed().isEmpty() || list.contains(text))
            return fault(QStringLiteral("%1: “%2” is empty, no text or listed twice").arg(where, text));
        list.append(text);
    }
    return list;
}

} // namespace tickmark::news
