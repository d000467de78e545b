// SPDX-License-Identifier: GPL-3.0-or-later
#include "AlphaVantageNewsProvider.h"

#include "AlphaVantageFault.h"
#include "FeedAnswer.h"
#include <news/FeedDraft.h>
#include <news/FeedFormats.h>
#include <news/FeedParser.h>

#include <QDateTime>
#include <QJsonArray>
#include <QUrlQuery>

namespace tickmark::sources {

namespace {

constexpr int kMostArticles = 1000;

QString stamp(core::Time time)
{
    return QDateTime::fromSecsSinceEpoch(time.ns / core::kNsPerSecond, Qt::UTC)
        .toString(QStringLiteral("yyyyMMddTHHmm"));
}

void readArticle(const QJsonObject &article, news::Feed &feed)
{
    const auto text = [&article](const char *key) { return article.value(QLatin1String(key)).toString(); };
    const QString link = news::safeLink(text("url"), {});
    news::FeedDraft draft;
    draft.setTitle({text("title"), true});
    draft.setSummary({text("summary"), true});
    draft.setLink(link);
    draft.setGuid(link);
    draft.setPublished(text("time_published"));
    draft.setAuthor(article.value(QLatin1String("authors")).toArray().first().toString());
    draft.setSource(text("source"), 0);
    draft.setSource(text("source_domain"), 1);
    news::addItem(draft, feed.language, feed);
}

} // namespace

QString AlphaVantageNewsProvider::code() const
{
    return QStringLiteral("alphavantage-news");
}

QString AlphaVantageNewsProvider::title() const
{
    return QStringLiteral("Alpha Vantage");
}

//! Shares and funds listed in the United States; coins and currencies have names of their own.
QString AlphaVantageNewsProvider::symbolOf(const core::Instrument &instrument) const
{
    constexpr qsizetype kCurrencyCode = 3;
    switch (instrument.kind) {
    case core::InstrumentKind::Stock:
    case core::InstrumentKind::Etf:
        return instrument.symbol.contains(QLatin1Char('.')) ? QString() : instrument.symbol;
    case core::InstrumentKind::Crypto:
        return QLatin1String("CRYPTO:") % instrument.symbol.section(QLatin1Char('-'), 0, 0);
    case core::InstrumentKind::Fx:
        return QLatin1String("FOREX:") % instrument.symbol.left(kCurrencyCode);
    case core::InstrumentKind::Index:
    case core::InstrumentKind::Commodity:
        break;
    }
    return {};
}

HttpRequest AlphaVantageNewsProvider::request(const NewsQuery &query, const ProviderSettings &settings) const
{
    QUrlQuery words;
    words.addQueryItem(QStringLiteral("function"), QStringLiteral("NEWS_SENTIMENT"));
    words.addQueryItem(QStringLiteral("tickers"), query.symbol);
    words.addQueryItem(QStringLiteral("time_from"), stamp(query.from));
    words.addQueryItem(QStringLiteral("time_to"), stamp(query.until));
    words.addQueryItem(QStringLiteral("sort"), QStringLiteral("LATEST"));
    words.addQueryItem(QStringLiteral("limit"), QString::number(kMostArticles));
    HttpRequest request = requestTo(kAlphaVantage, settings, QStringLiteral("/query"), words);
    request.secrets = {{HttpSecret::Place::Query, "apikey", settings.key}};
    request.limits.bodyBytes = news::kMostFeedBytes;
    return request;
}

ProviderResult<news::Feed> AlphaVantageNewsProvider::parse(const HttpResponse &answer, const NewsQuery &) const
{
    const auto json = readJsonText(answer);
    if (!json)
        return tl::unexpected(json.error());
    const QJsonObject object = json->toObject();
    news::Feed feed;
    feed.language = QStringLiteral("en");
    if (auto said = alphaVantageFault(object)) {
        if (said->value().fault == ProviderFault::NoData)
            return feed; // a quiet day
        return *said;
    }
    if (!object.value(QLatin1String("feed")).isArray())
        return providerFailure(ProviderFault::NotWhatWasAsked, QString::fromUtf8(answer.body.left(200)));
    for (const QJsonValue &value : object.value(QLatin1String("feed")).toArray())
        readArticle(value.toObject(), feed);
    return feed;
}

} // namespace tickmark::sources
