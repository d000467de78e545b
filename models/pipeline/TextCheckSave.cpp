// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextCheckSave.h"

#include "ClaimRules.h"
#include "NewsText.h"
#include <news/HtmlText.h>
#include <news/SafeText.h>

#include <QCoreApplication>
#include <QCryptographicHash>

namespace tickmark::pipeline {

namespace {

constexpr qsizetype kLongestTitle = 300;

tl::unexpected<core::Error> refusal(const char *sentence)
{
    return core::failure(core::ErrorCode::InvalidInput, QCoreApplication::translate("TextCheck", sentence));
}

QStringView firstLine(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    const qsizetype end = trimmed.indexOf(u'\n');
    return end < 0 ? trimmed : trimmed.first(end);
}

//! Without its title, so that the claims of that are not found twice.
QString bodyOf(const QString &text, const QString &title)
{
    const QStringView whole = QStringView(text).trimmed();
    const QStringView line = firstLine(whole);
    const bool isTitle = news::visibleLine(line, kLongestTitle) == title && line.size() <= kLongestTitle;
    return news::tidyText(isTitle ? whole.sliced(line.size()) : whole, kLongestNewsBytes).text;
}

} // namespace

QString proposedTitle(QStringView text)
{
    return news::visibleLine(firstLine(text), kLongestTitle);
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
    const QString body = bodyOf(text.text, item.title);
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
