// SPDX-License-Identifier: GPL-3.0-or-later
#include "FinnhubNewsProvider.h"

#include "FeedAnswer.h"
#include "FinnhubFault.h"
#include <core/Time.h>
#include <news/FeedDraft.h>
#include <news/FeedFormats.h>
#include <news/FeedParser.h>

#include <QJsonArray>
#include <QUrlQuery>

namespace tickmark::sources {

namespace {

//! Some publishers are named by the address of their page.
QString publisherOf(const QString &stated)
{
    const QString host = QUrl(stated).host();
    if (host.isEmpty())
        return stated;
    return host.startsWith(QLatin1String("www.")) ? host.sliced(4) : host;
}

void readArticle(const QJsonObject &article, news::Feed &feed)
{
    const auto text = [&article](const char *key) { return article.value(QLatin1String(key)).toString(); };
    const qint64 seconds = article.value(QLatin1String("datetime")).toInteger();
    const qint64 number = article.value(QLatin1String("id")).toInteger();
    news::FeedDraft draft;
    draft.setTitle({text("headline"), true});
    draft.setSummary({text("summary"), true});
    draft.setLink(news::safeLink(text("url"), {}));
    // numbers of the service, not of the publisher
    draft.setGuid(number == 0 ? QString() : QStringLiteral("finnhub:%1").arg(number));
    draft.setSource(publisherOf(text("source")));
    if (seconds > 0)
        draft.setPublished(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate));
    news::addItem(draft, feed.language, feed);
}

} // namespace

QString FinnhubNewsProvider::code() const
{
    return QStringLiteral("finnhub-news");
}

QString FinnhubNewsProvider::title() const
{
    return QStringLiteral("Finnhub");
}

//! Shares and funds of North America; a class of shares is parted by a point.
QString FinnhubNewsProvider::symbolOf(const core::Instrument &instrument) const
{
    const bool isShare = instrument.kind == core::InstrumentKind::Stock || instrument.kind == core::InstrumentKind::Etf;
    if (!isShare || instrument.symbol.contains(QLatin1Char('.')))
        return {};
    return QString(instrument.symbol).replace(QLatin1Char('-'), QLatin1Char('.'));
}

HttpRequest FinnhubNewsProvider::request(const NewsQuery &query, const ProviderSettings &settings) const
{
    const auto date = [](core::Time time) { return QString::fromStdString(core::SessionDate::utcDateOf(time).iso()); };
    QUrlQuery words;
    words.addQueryItem(QStringLiteral("symbol"), query.symbol);
    words.addQueryItem(QStringLiteral("from"), date(query.from));
    words.addQueryItem(QStringLiteral("to"), date(query.until));
    HttpRequest request = requestTo(kFinnhub, settings, QStringLiteral("/api/v1/company-news"), words);
    request.secrets = {{HttpSecret::Place::Header, "X-Finnhub-Token", settings.key}};
    request.limits.bodyBytes = news::kMostFeedBytes;
    return request;
}

ProviderResult<news::Feed> FinnhubNewsProvider::parse(const HttpResponse &answer, const NewsQuery &) const
{
    const auto json = readJsonText(answer);
    if (!json)
        return tl::unexpected(json.error());
    if (auto said = finnhubFault(json->toObject()))
        return *said;
    if (!json->isArray())
        return providerFailure(ProviderFault::NotWhatWasAsked, QString::fromUtf8(answer.body.left(200)));
    news::Feed feed;
    feed.language = QStringLiteral("en");
    for (const QJsonValue &value : json->toArray()) {
        if (!value.toObject().contains(QLatin1String("headline")))
            return providerFailure(ProviderFault::NotWhatWasAsked, QString::fromUtf8(answer.body.left(200)));
        readArticle(value.toObject(), feed);
    }
    return feed;
}

} // namespace tickmark::sources
