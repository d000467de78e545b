// SPDX-License-Identifier: GPL-3.0-or-later
#include "LexiconReader.h"

#include "NumberReader.h"
#include "NumberWords.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>
#include <cmath>

namespace tickmark::claims {

namespace {

constexpr std::array<const char16_t *, std::size_t(Role::Count)> kRoleNames{u"verb",
                                                                            u"verb_base",
                                                                            u"particle",
                                                                            u"noun",
                                                                            u"adverb",
                                                                            u"sign",
                                                                            u"value_verb",
                                                                            u"level_verb",
                                                                            u"other_verb",
                                                                            u"hedge",
                                                                            u"by",
                                                                            u"to",
                                                                            u"at",
                                                                            u"from",
                                                                            u"of",
                                                                            u"between",
                                                                            u"range_to",
                                                                            u"and",
                                                                            u"respectively",
                                                                            u"or",
                                                                            u"subordinator",
                                                                            u"contrast",
                                                                            u"conditional",
                                                                            u"relative",
                                                                            u"article_relative",
                                                                            u"percent",
                                                                            u"points",
                                                                            u"currency",
                                                                            u"scale",
                                                                            u"bad_unit",
                                                                            u"number",
                                                                            u"month",
                                                                            u"weekday",
                                                                            u"day_shift",
                                                                            u"day_before",
                                                                            u"span_week",
                                                                            u"span_month",
                                                                            u"span_year",
                                                                            u"span_days",
                                                                            u"span_in",
                                                                            u"together",
                                                                            u"other_span",
                                                                            u"since",
                                                                            u"after",
                                                                            u"next",
                                                                            u"last",
                                                                            u"intraday",
                                                                            u"opening",
                                                                            u"closing",
                                                                            u"share",
                                                                            u"company",
                                                                            u"index_noun",
                                                                            u"any_company",
                                                                            u"currency_noun",
                                                                            u"group",
                                                                            u"pronoun",
                                                                            u"possessive",
                                                                            u"article",
                                                                            u"preposition",
                                                                            u"reason_preposition",
                                                                            u"impersonal_preposition",
                                                                            u"filler",
                                                                            u"value_noun",
                                                                            u"threshold",
                                                                            u"no_claim_noun",
                                                                            u"no_claim_clause",
                                                                            u"no_claim_sentence",
                                                                            u"not_meant",
                                                                            u"speaker",
                                                                            u"whole",
                                                                            u"firm_suffix",
                                                                            u"ordinal_noun",
                                                                            u"starter",
                                                                            u"must",
                                                                            u"none_of",
                                                                            u"complement",
                                                                            u"long_span",
                                                                            u"still",
                                                                            u"market_noun",
                                                                            u"day_preposition",
                                                                            u"ahead",
                                                                            u"now",
                                                                            u"schedule",
                                                                            u"event",
                                                                            u"day_after",
                                                                            u"same_day",
                                                                            u"part_of_span",
                                                                            u"past_perfect",
                                                                            u"comparison",
                                                                            u"article_preposition",
                                                                            u"time_relative",
                                                                            u"extreme",
                                                                            u"per_share",
                                                                            u"record_noun",
                                                                            u"same_span",
                                                                            u"record_level",
                                                                            u"reach",
                                                                            u"copula",
                                                                            u"clock",
                                                                            u"dummy_subject"};

constexpr Roles kNumbered = Role::Number | Role::Scale | Role::Month | Role::Weekday | Role::DayShift | Role::DayBefore
                            | Role::SpanWeek | Role::SpanMonth | Role::SpanYear;
constexpr Roles kDirected = Role::Verb | Role::Noun | Role::Adverb | Role::Sign | Role::ValueVerb;

//! What a key such as "hedge:almost" gives the words below it.
std::optional<WordEntry> entryOf(const QString &key)
{
    const QString name = key.section(u':', 0, 0);
    const QString payload = key.section(u':', 1);
    const auto found = std::ranges::find_if(kRoleNames,
                                            [&](const char16_t *role) { return name == QStringView(role); });
    if (found == kRoleNames.end())
        return std::nullopt;
    WordEntry entry;
    const Role role = Role(found - kRoleNames.begin());
    entry.roles = role;
    bool isNumber = true;
    if (kDirected.has(role)) {
        const std::optional<Direction> direction = directionFromCode(payload);
        if (!direction)
            return std::nullopt;
        entry.direction = *direction;
    } else if (role == Role::Hedge) {
        const std::optional<Hedge> hedge = hedgeFromCode(payload);
        if (!hedge)
            return std::nullopt;
        entry.hedge = *hedge;
    } else if (role == Role::Currency) {
        entry.currency = payload;
        isNumber = payload.size() == 3;
    } else if (kNumbered.has(role)) {
        entry.number = payload.toDouble(&isNumber);
    }
    return isNumber ? std::optional(entry) : std::nullopt;
}

void merge(WordEntry &into, const WordEntry &from)
{
    into.roles = into.roles | from.roles;
    if (from.roles.hasAny(kDirected))
        into.direction = from.direction;
    if (from.roles.has(Role::Hedge))
        into.hedge = from.hedge;
    if (from.roles.hasAny(kNumbered))
        into.number = from.number;
    if (from.roles.has(Role::Currency))
        into.currency = from.currency;
}

//! "Rückgang~s~es, Rückgänge~n": Rückgang, Rückgangs, Rückganges, Rückgänge, Rückgängen.
QStringList formsOf(const QString &family)
{
    QStringList forms;
    for (const QString &part : family.split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
        const QStringList pieces = part.split(u'~');
        forms.append(pieces.front());
        for (qsizetype i = 1; i < pieces.size(); ++i)
            forms.append(pieces.front() + pieces[i]);
    }
    return forms;
}

int indexIn(QStringList &list, const QString &word)
{
    const qsizetype known = list.indexOf(word);
    if (known >= 0)
        return int(known);
    list.append(word);
    return int(list.size()) - 1;
}

} // namespace

tl::unexpected<core::Error> LexiconReader::fault(const QString &what) const
{
    return core::failure(core::ErrorCode::InvalidInput, tr("The lexicon %1 cannot be used.").arg(m_fileName), what);
}

core::Result<std::shared_ptr<const LexiconData>> LexiconReader::read(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return fault(error.errorString());
    m_data->hash = qFromLittleEndian<quint64>(QCryptographicHash::hash(json, QCryptographicHash::Sha256).constData());
    const auto part = [&](const char *key) { return root.value(QLatin1String(key)).toObject(); };
    if (auto head = readHead(root); !head)
        return tl::unexpected(head.error());
    if (auto words = readWords(part("words")); !words)
        return tl::unexpected(words.error());
    if (auto symbols = readSymbols(part("symbols")); !symbols)
        return tl::unexpected(symbols.error());
    if (auto tails = readTails(part("tails")); !tails)
        return tl::unexpected(tails.error());
    readNumberWords(part("number_words"));
    if (auto separable = readSeparable(part("separable")); !separable)
        return tl::unexpected(separable.error());
    return m_data;
}

core::Result<void> LexiconReader::readHead(const QJsonObject &root)
{
    if (root.value(QLatin1String("schema")).toInt() != 1)
        return fault(QStringLiteral("schema is not 1"));
    m_data->language = root.value(QLatin1String("language")).toString();
    const QString decimal = root.value(QLatin1String("decimal_mark")).toString();
    if (m_data->language.isEmpty() || decimal.size() != 1)
        return fault(QStringLiteral("language or decimal_mark is missing"));
    m_data->decimalMark = decimal.front();
    m_data->groupMarks = root.value(QLatin1String("group_marks")).toString();
    m_data->subordinatorsNeedComma = root.value(QLatin1String("subordinators_need_comma")).toBool();
    m_data->nounsAreCapital = root.value(QLatin1String("nouns_are_capital")).toBool();
    m_data->subjectBeforeVerb = root.value(QLatin1String("subject_before_verb")).toBool();
    m_data->verbFirstIsCondition = root.value(QLatin1String("verb_first_is_condition")).toBool();
    for (const bool mayEnd : {false, true}) {
        const QJsonArray list =
            root.value(mayEnd ? QLatin1String("final_abbreviations") : QLatin1String("abbreviations")).toArray();
        for (const QJsonValue &abbreviation : list) {
            for (const news::Word &word : news::scanWords(abbreviation.toString()))
                m_data->abbreviations[word.hash] = mayEnd;
        }
    }
    return {};
}

core::Result<void> LexiconReader::readWords(const QJsonObject &words)
{
    for (auto it = words.begin(); it != words.end(); ++it) {
        const std::optional<WordEntry> entry = entryOf(it.key());
        if (!entry)
            return fault(QStringLiteral("words: %1").arg(it.key()));
        for (const QJsonValue &family : it.value().toArray()) {
            for (const QString &form : formsOf(family.toString()))
                merge(m_data->add(form), *entry);
        }
    }
    return {};
}

core::Result<void> LexiconReader::readSymbols(const QJsonObject &symbols)
{
    for (auto it = symbols.begin(); it != symbols.end(); ++it) {
        std::optional<WordEntry> entry = entryOf(it.key());
        const QString symbol = it.value().toString();
        if (!entry || symbol.size() != 1)
            return fault(QStringLiteral("symbols: %1").arg(it.key()));
        merge(m_data->symbols[symbol.front().unicode()], *entry);
    }
    return {};
}

core::Result<void> LexiconReader::readTails(const QJsonObject &tails)
{
    for (auto it = tails.begin(); it != tails.end(); ++it) {
        const std::optional<WordEntry> entry = entryOf(it.key());
        if (!entry)
            return fault(QStringLiteral("tails: %1").arg(it.key()));
        for (const QJsonValue &tail : it.value().toArray())
            m_data->tails.emplace_back(tail.toString(), *entry);
    }
    std::ranges::stable_sort(m_data->tails, std::ranges::greater(), [](const auto &tail) { return tail.first.size(); });
    return {};
}

void LexiconReader::readNumberWords(const QJsonObject &rules)
{
    for (const auto &[word, value] : numberWords(rules)) {
        WordEntry &entry = m_data->add(word);
        entry.roles = entry.roles | Role::Number;
        entry.number = value;
    }
    for (WordEntry &entry : m_data->entries) {
        if (entry.roles.has(Role::Number))
            entry.numberHalfUnit = entry.number == std::floor(entry.number) ? halfUnitOfWhole(entry.number) : 0.05;
    }
}

core::Result<void> LexiconReader::readSeparable(const QJsonObject &separable)
{
    for (const Direction direction : {Direction::Down, Direction::Up}) {
        for (const QJsonValue &value : separable.value(directionCode(direction)).toArray()) {
            const QString pair = value.toString(); // "nach geben"; a particle may have blanks, a base none
            const qsizetype blank = pair.lastIndexOf(u' ');
            if (blank <= 0 || !separable.value(QLatin1String("bases")).toObject().contains(pair.mid(blank + 1)))
                return fault(QStringLiteral("separable: %1").arg(pair));
            addSeparable(separable, pair.left(blank), pair.mid(blank + 1), direction);
        }
    }
    return {};
}

void LexiconReader::addSeparable(const QJsonObject &separable, const QString &particle, const QString &base,
                                 Direction direction)
{
    const int baseIndex = indexIn(m_bases, base);
    const int particleIndex = indexIn(m_particles, particle);
    m_data->separable.emplace_back(std::pair(baseIndex, particleIndex), direction);
    WordEntry &particleEntry = m_data->add(particle);
    particleEntry.roles = particleEntry.roles | Role::Particle;
    particleEntry.particle = particleIndex;
    const QString mark = separable.value(QLatin1String("infinitive_mark")).toString();
    const bool isJoined = !mark.isEmpty() && !particle.contains(u' ');
    const auto addVerb = [&](const QString &form) {
        WordEntry &entry = m_data->add(form);
        entry.roles = entry.roles | Role::Verb;
        entry.direction = direction;
    };
    for (const QString &form : formsOf(separable.value(QLatin1String("bases")).toObject().value(base).toString())) {
        WordEntry &entry = m_data->add(form);
        entry.roles = entry.roles | Role::VerbBase;
        entry.verbBase = baseIndex;
        if (isJoined)
            addVerb(particle + form);
    }
    if (!isJoined)
        return;
    addVerb(particle + mark + base);
    const QString participle = separable.value(QLatin1String("participles")).toObject().value(base).toString();
    if (!participle.isEmpty())
        addVerb(particle + participle);
}

} // namespace tickmark::claims
