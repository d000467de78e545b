// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimTable.h"

#include "ClaimStatement.h"
#include <claims/Measured.h>
#include <store/SearchText.h>

#include <QCollator>
#include <QSet>

#include <algorithm>
#include <limits>
#include <numeric>

namespace tickmark::tables {

namespace {

//! For each of `keys` how many different ones come before it.
template <typename Key>
std::vector<int> ranksOf(const std::vector<Key> &keys)
{
    std::vector<int> order(keys.size());
    std::iota(order.begin(), order.end(), 0);
    const auto key = [&](int row) -> const Key & { return keys[std::size_t(row)]; };
    std::ranges::sort(order, [&](int a, int b) { return key(a) < key(b); });
    std::vector<int> ranks(keys.size());
    int rank = 0;
    for (std::size_t place = 0; place < order.size(); ++place) {
        if (place > 0 && key(order[place - 1]) < key(order[place]))
            ++rank;
        ranks[std::size_t(order[place])] = rank;
    }
    return ranks;
}

//! As readers of a language order texts; each different text is looked at once.
std::vector<int> textRanks(const QStringList &texts, const QCollator &collator)
{
    QHash<QString, int> places; // of a text in `different`
    std::vector<QCollatorSortKey> different;
    std::vector<int> placeOf(std::size_t(texts.size()));
    for (qsizetype row = 0; row < texts.size(); ++row) {
        auto place = places.constFind(texts[row]);
        if (place == places.constEnd()) {
            place = places.insert(texts[row], int(different.size()));
            different.push_back(collator.sortKey(texts[row]));
        }
        placeOf[std::size_t(row)] = *place;
    }
    const std::vector<int> ranks = ranksOf(different);
    std::ranges::transform(placeOf, placeOf.begin(), [&](int place) { return ranks[std::size_t(place)]; });
    return placeOf;
}

//! Order of the verdict column: from confirmed to contradicted, then what could not be checked.
int verdictPlace(const store::StoredClaim &claim)
{
    constexpr int kUnchecked = 10;
    constexpr int kDismissed = 11;
    if (isDismissed(claim))
        return kDismissed;
    if (!claim.verdict)
        return kUnchecked;
    switch (claim.verdict->code) {
    case claims::VerdictCode::Close:
        return 0;
    case claims::VerdictCode::Intraday:
        return 1;
    case claims::VerdictCode::OtherBasis:
        return 2;
    case claims::VerdictCode::Contradicted:
        return 3;
    case claims::VerdictCode::NoData:
        return 4;
    case claims::VerdictCode::Unattributed:
        break;
    }
    return 5;
}

//! Numbers of one unit stand together.
struct Amount
{
    QString unit;
    double value = 0;

    friend bool operator<(const Amount &a, const Amount &b)
    {
        return a.unit == b.unit ? a.value < b.value : a.unit < b.unit;
    }
};

Amount statedAmount(const claims::Claim &claim)
{
    return {claim.unit, claim.direction == claims::Direction::Down ? -claim.high : claim.high};
}

Amount measuredAmount(const store::StoredClaim &stored)
{
    const auto measured = stored.verdict ? claims::measuredOf(stored.claim, *stored.verdict).value : std::nullopt;
    return measured ? Amount{stored.claim.unit, *measured} : Amount{QString(QChar(0xffff)), 0}; // after all units
}

QString foldedText(const QString &text)
{
    QString folded;
    for (const QString &word : store::foldedWords(text))
        folded += QLatin1Char(' ') + word;
    return folded;
}

} // namespace

ClaimTable::ClaimTable(ClaimBookPtr book, const QString &language) : m_book(std::move(book))
{
    m_rows.reserve(m_book->claims().size());
    StatementNumbers statements;
    for (const store::StoredClaim &claim : m_book->claims())
        m_rows.push_back({&m_book->newsOf(claim), {}, statements.numberOf(claim)});
    m_statements = statements.count();
    rankTexts(language);
    rankNumbers();
    findWords();
}

void ClaimTable::rankTexts(const QString &language)
{
    QCollator collator{QLocale(language)};
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    QStringList subjects;
    QStringList publishers;
    QStringList headlines;
    QSet<qint64> instrumentIds;
    for (int row = 0; row < count(); ++row) {
        const store::StoredClaim &claim = claimAt(row);
        subjects.append(m_book->subjectLabel(claim));
        publishers.append(newsAt(row).publisher);
        headlines.append(newsAt(row).title);
        instrumentIds.insert(claim.claim.subject.instrumentId);
    }
    ranks(ClaimColumn::Instrument) = textRanks(subjects, collator);
    ranks(ClaimColumn::Publisher) = textRanks(publishers, collator);
    ranks(ClaimColumn::Headline) = textRanks(headlines, collator);

    for (const qint64 id : std::as_const(instrumentIds)) {
        if (const NamedInstrument *instrument = m_book->instrument(id))
            m_instruments.push_back(*instrument);
    }
    std::ranges::sort(m_instruments, [&](const NamedInstrument &a, const NamedInstrument &b) {
        const int labels = collator.compare(a.label, b.label);
        return labels != 0 ? labels < 0 : a.id < b.id;
    });
    publishers.removeDuplicates();
    publishers.removeAll(QString());
    m_publishers = publishers;
    std::ranges::sort(m_publishers, [&](const QString &a, const QString &b) { return collator.compare(a, b) < 0; });
}

void ClaimTable::rankNumbers()
{
    const auto rank = [&](ClaimColumn column, const auto &keyOf) {
        std::vector<std::decay_t<decltype(keyOf(claimAt(0)))>> keys;
        keys.reserve(m_rows.size());
        for (const store::StoredClaim &claim : m_book->claims())
            keys.push_back(keyOf(claim));
        ranks(column) = ranksOf(keys);
    };
    rank(ClaimColumn::Verdict, verdictPlace);
    rank(ClaimColumn::Claim, [](const store::StoredClaim &stored) { return statedAmount(stored.claim); });
    rank(ClaimColumn::Measured, measuredAmount);
    rank(ClaimColumn::Session, [](const store::StoredClaim &stored) {
        const auto session = sessionOf(stored);
        return session ? session->days() : std::numeric_limits<qint32>::max();
    });
    rank(ClaimColumn::Published, [](const store::StoredClaim &stored) { return stored.published; });
    rank(ClaimColumn::Kind, [](const store::StoredClaim &stored) { return int(stored.claim.kind); });
}

void ClaimTable::findWords()
{
    const ClaimNews *news = nullptr;
    QString newsWords;
    QHash<qint64, QString> names; // of the instruments that have come
    for (int row = 0; row < count(); ++row) {
        if (news != &newsAt(row)) { // claims of one item stand together
            news = &newsAt(row);
            newsWords = foldedText(news->title + QLatin1Char(' ') + news->publisher);
        }
        const store::StoredClaim &claim = claimAt(row);
        QString &words = m_rows[std::size_t(row)].words;
        if (const NamedInstrument *instrument = m_book->instrument(claim.claim.subject.instrumentId)) {
            QString &name = names[instrument->id];
            if (name.isEmpty())
                name = foldedText(instrument->label + QLatin1Char(' ') + instrument->name);
            words = name + foldedText(claim.claim.text) + newsWords;
        } else {
            words = foldedText(m_book->subjectLabel(claim) + QLatin1Char(' ') + claim.claim.text) + newsWords;
        }
    }
}

std::vector<int> ClaimTable::sorted(ClaimColumn column, Qt::SortOrder order) const
{
    const std::vector<int> &ranksOfRows = m_ranks[std::size_t(column)];
    const int last = count() - 1;
    // by counting: how many rows come before those of a rank
    const auto rankOf = [&](int row) {
        const int rank = ranksOfRows[std::size_t(row)];
        return std::size_t(order == Qt::AscendingOrder ? rank : last - rank);
    };
    std::vector<int> next(m_rows.size() + 1);
    for (int row = 0; row <= last; ++row)
        ++next[rankOf(row) + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    std::vector<int> rows(m_rows.size());
    for (int row = last; row >= 0; --row)
        rows[std::size_t(next[rankOf(row)]++)] = row;
    return rows;
}

std::vector<int> ClaimTable::passing(const ClaimFilter &filter, const std::vector<int> &rows) const
{
    QStringList wanted = store::foldedWords(filter.text);
    for (QString &word : wanted)
        word.prepend(QLatin1Char(' ')); // from the beginning of a word
    std::vector<int> result;
    for (const int row : rows) {
        if (!filter.accepts(claimAt(row), newsAt(row)))
            continue;
        const QString &words = m_rows[std::size_t(row)].words;
        if (std::ranges::all_of(wanted, [&](const QString &word) { return words.contains(word); }))
            result.push_back(row);
    }
    return result;
}

std::vector<int> ClaimTable::statements(const std::vector<int> &rows) const
{
    std::vector<bool> seen(std::size_t(m_statements), false);
    std::vector<int> result;
    for (const int row : rows) {
        const auto statement = std::size_t(m_rows[std::size_t(row)].statement);
        if (!seen[statement])
            result.push_back(row);
        seen[statement] = true;
    }
    return result;
}

} // namespace tickmark::tables
