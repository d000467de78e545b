// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextCheckSave.h"

#include "ClaimRules.h"
#include "NewsText.h"
#include <claims/Lexicon.h>
#include <claims/SentenceSplitter.h>
#include <news/HtmlText.h>
#include <news/SafeText.h>

#include <QCoreApplication>
#include <QCryptographicHash>

namespace tickmark::pipeline {

namespace {

constexpr qsizetype kLongestTitle = 300;
constexpr qsizetype kLongestHeadline = 120; // what begins with more is no headline, but goes straight into its text

tl::unexpected<core::Error> refusal(const char *sentence)
{
    return core::failure(core::ErrorCode::InvalidInput, QCoreApplication::translate("TextCheck", sentence));
}

QStringView firstLine(QStringView trimmed)
{
    const qsizetype end = trimmed.indexOf(u'\n');
    return end < 0 ? trimmed : trimmed.first(end);
}

//! Whole words of `text`, as many as a title has room for.
QStringView shortened(QStringView text)
{
    if (text.size() <= kLongestTitle)
        return text;
    const qsizetype end = text.first(kLongestTitle + 1).lastIndexOf(u' ');
    return text.first(end > 0 ? end : kLongestTitle);
}

//! The headline of a trimmed text, from its beginning: the first line, or the first sentence where there is no headline.
QStringView headlineOf(QStringView trimmed, const QString &language)
{
    const QStringView line = firstLine(trimmed);
    const claims::TextSpan block = claims::BlockSplitter(trimmed).next();
    if (line.size() == block.end && line.size() <= kLongestHeadline)
        return line;
    const claims::LexiconData &lexicon = claims::builtInLexicon(language).data();
    const std::vector<claims::Token> tokens = claims::tokenize(trimmed, block, lexicon, {});
    const std::vector<claims::TokenRange> sentences = claims::splitSentences(tokens, lexicon);
    if (sentences.empty() || sentences.front().last == 0)
        return shortened(line);
    return shortened(trimmed.first(tokens[sentences.front().last - 1].span.end));
}

//! Without its title, so that the claims of that are not found twice.
QString bodyOf(const TextToSave &text, const QString &title)
{
    const QStringView whole = QStringView(text.text).trimmed();
    for (const QStringView part : {headlineOf(whole, text.language), firstLine(whole)}) {
        if (news::visibleLine(part, kLongestTitle) == title && part.size() <= kLongestTitle)
            return news::tidyText(whole.sliced(part.size()), kLongestNewsBytes).text;
    }
    return news::tidyText(whole, kLongestNewsBytes).text;
}

} // namespace

QString proposedTitle(QStringView text, const QString &language)
{
    return news::visibleLine(headlineOf(text.trimmed(), language), kLongestTitle);
}

core::Result<store::ImportResult> saveCheckedText(const TextToSave &text, store::StoreReader &reader,
                                                  store::StoreWriter &writer, std::stop_token stop)
{
    core::NewsItem item;
    item.title = news::visibleLine(text.title, kLongestTitle);
    item.publisher = news::visibleLine(text.publisher);
    if (item.title.isEmpty())
        return refusal(QT_TRANSLATE_NOOP("TextCheck", "A news item needs a headline."));
    if (text.published > text.now)
        return refusal(QT_TRANSLATE_NOOP("TextCheck", "The time of publication lies in the future."));
    if (text.text.size() > kLongestNewsBytes)
        return refusal(QT_TRANSLATE_NOOP("TextCheck", "The text is too long for a news item."));
    const auto instruments = reader.instruments();
    if (!instruments)
        return tl::unexpected(instruments.error());
    const auto rules = ClaimRules::of(*instruments);
    if (!rules)
        return tl::unexpected(rules.error());
    const QString body = bodyOf(text, item.title);
    const QString whole = item.title + QLatin1Char('\n') + body;
    item.guid = QString::fromLatin1(
        QCryptographicHash::hash(whole.toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
    item.language = text.language;
    item.published = text.published;
    std::vector<store::NewsWithClaims> items;
    const store::ImportOrigin origin{QStringLiteral("file"), store::ImportKind::News, item.title, text.now};
    items.push_back(rules->read(std::move(item), body));
    return writer.importNewsWithClaims(origin, std::move(items), {}, false, std::move(stop)).result();
}

} // namespace tickmark::pipeline
