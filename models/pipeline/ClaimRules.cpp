// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClaimRules.h"

#include "NewsExcerpt.h"
#include <claims/ClaimExtractor.h>
#include <news/NameList.h>

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QSet>
#include <QtEndian>

namespace tickmark::pipeline {

using claims::Claim;
using claims::TextSpan;

namespace {

//! No sentence reaches across it.
const QString kParagraph = QStringLiteral("\n\n");

//! All that names can change in the claims of a text.
QByteArray digestOf(const std::vector<core::Instrument> &instruments)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    for (const core::Instrument &instrument : instruments) {
        stream << instrument.id << instrument.symbol << int(instrument.kind) << instrument.currency;
        for (const core::InstrumentNames &names : instrument.names)
            stream << names.language << names.name << names.shortName << names.aliases;
    }
    const QDir lists(QStringLiteral(":/names"));
    for (const QString &name : lists.entryList(QDir::Files, QDir::Name)) {
        QFile file(lists.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            stream << name << file.readAll();
    }
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

TextSpan shifted(TextSpan span, qsizetype by)
{
    return {span.start + by, span.end + by};
}

Claim shifted(Claim claim, qsizetype by)
{
    claim.span = shifted(claim.span, by);
    claim.sentence = shifted(claim.sentence, by);
    for (TextSpan &sentence : claim.context)
        sentence = shifted(sentence, by);
    return claim;
}

//! What makes two claims the same one, told twice.
//! Counted up when the same quotes may lead to another verdict: those of older stores are made again.
constexpr qint32 kVerdictVersion = 2;

using Identity = std::pair<quint64, qint64>;
Identity identityOf(const Claim &claim)
{
    return {claim.sentenceHash, (qint64(claim.nth) << 32) | qint64(quint32(claim.part))};
}

} // namespace

core::Result<ClaimRules> ClaimRules::of(const std::vector<core::Instrument> &instruments)
{
    static const auto names = news::NameList::loadBuiltIn(); // never changes, and takes as long as some feeds
    if (!names)
        return tl::unexpected(names.error());
    ClaimRules rules;
    rules.m_finder = news::MentionFinder(instruments, &*names);
    rules.m_names = digestOf(instruments);
    return rules;
}

qint64 ClaimRules::hash(const QString &language) const
{
    QByteArray bytes = m_names;
    QDataStream stream(&bytes, QIODevice::Append);
    stream << claims::builtInLexicon(language).hash() << qint32(claims::kGrammarVersion) << kVerdictVersion;
    const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    return qFromLittleEndian<qint64>(digest.constData());
}

std::vector<Claim> ClaimRules::claimsIn(QStringView text, const QString &language, core::Time published) const
{
    return claims::extractClaims(text, claims::builtInLexicon(language), m_finder.find(text, language), published);
}

store::NewsWithClaims ClaimRules::read(core::NewsItem item, QStringView fullText) const
{
    const QString whole = item.title + kParagraph + fullText;
    const qsizetype bodyStart = item.title.size() + kParagraph.size();
    std::vector<Claim> inTitle;
    std::vector<Claim> inBody;
    for (Claim &claim : claimsIn(whole, item.language, item.published)) {
        if (claim.span.start < item.title.size())
            inTitle.push_back(std::move(claim));
        else
            inBody.push_back(shifted(std::move(claim), -bodyStart));
    }
    // what a claim of the text takes from the headline stays with the headline
    for (Claim &claim : inBody)
        std::erase_if(claim.context, [](TextSpan sentence) { return sentence.start < 0; });
    const NewsExcerpt excerpt(fullText, inBody);
    store::NewsWithClaims news;
    news.claims.rules = hash(item.language);
    news.claims.tail = excerpt.tail();
    for (Claim &claim : inTitle)
        news.claims.claims.push_back({store::ClaimPlace::Title, std::move(claim)});
    for (Claim &claim : inBody)
        news.claims.claims.push_back(excerpt.placed(std::move(claim)));
    item.excerpt = excerpt.text();
    news.item = std::move(item);
    return news;
}

store::ClaimText ClaimRules::readAgain(const store::NewsText &text) const
{
    const core::NewsItem &item = text.item;
    const qsizetype excerptStart = item.title.size() + kParagraph.size();
    const qsizetype tailStart = excerptStart + item.excerpt.size() + kParagraph.size();
    const QString whole = item.title + kParagraph + item.excerpt + kParagraph + text.tail;
    store::ClaimText found;
    found.rules = hash(item.language);
    found.tail = text.tail;
    QSet<Identity> known;
    for (Claim &claim : claimsIn(whole, item.language, item.published)) {
        const bool isInTail = claim.span.start >= tailStart;
        // the tail repeats sentences that others cannot be read without
        if (isInTail && known.contains(identityOf(claim)))
            continue;
        known.insert(identityOf(claim));
        if (claim.span.start < item.title.size())
            found.claims.push_back({store::ClaimPlace::Title, std::move(claim)});
        else if (!isInTail)
            found.claims.push_back({store::ClaimPlace::Excerpt, shifted(std::move(claim), -excerptStart)});
        else
            found.claims.push_back({store::ClaimPlace::Tail, shifted(std::move(claim), -tailStart)});
    }
    return found;
}

} // namespace tickmark::pipeline
