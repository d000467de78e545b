// SPDX-License-Identifier: GPL-3.0-or-later
#include "GdeltProvider.h"

#include "FeedAnswer.h"
#include <core/ContentSniffer.h>
#include <core/Time.h>
#include <news/FeedParser.h>

#include <QDateTime>
#include <QUrlQuery>

#include <algorithm>
#include <array>

namespace tickmark::sources {

namespace {

using namespace std::chrono_literals;

constexpr ProviderAddress kGdelt{"https://api.gdeltproject.org", 5s};
//! Shorter spans are refused.
constexpr qint64 kShortestSpanNs = core::kNsPerHour;
//! Shorter phrases are refused: "3M", "HP".
constexpr qsizetype kShortestPhrase = 3;
constexpr int kMostRecords = 250;

//! What the service says in words in place of a list.
ProviderFault saidInWords(const QByteArray &body)
{
    const QByteArray words = body.left(400).toLower();
    const auto says = [&words](const char *part) { return words.contains(part); };
    if (says("limit requests") || says("rate limit") || says("too many requests"))
        return ProviderFault::RateLimited;
    constexpr std::array kOfTheQuestion{"query", "keyword", "phrase", "timespan", "too short", "too long", "parenthes"};
    return std::ranges::any_of(kOfTheQuestion, says) ? ProviderFault::BadQuery : ProviderFault::NotWhatWasAsked;
}

//! What a search without a hit is answered with.
bool isEmptyObject(const QByteArray &body)
{
    return body.size() < 16 && body.simplified().replace(' ', "") == "{}";
}

QString stamp(core::Time time)
{
    return QDateTime::fromSecsSinceEpoch(time.ns / core::kNsPerSecond, Qt::UTC)
        .toString(QStringLiteral("yyyyMMddHHmmss"));
}

} // namespace

QString GdeltProvider::code() const
{
    return QStringLiteral("gdelt");
}

QString GdeltProvider::title() const
{
    return QStringLiteral("GDELT");
}

//! The name as papers write it, in quotation marks: symbols are no words.
QString GdeltProvider::symbolOf(const core::Instrument &instrument) const
{
    const QString language = QStringLiteral("en");
    QString phrase;
    for (const QString &name : {instrument.shortName(language), instrument.displayName(language)}) {
        if (phrase.size() < kShortestPhrase)
            phrase = QString(name).remove(QLatin1Char('"')).simplified();
    }
    const bool isName = phrase != instrument.symbol && phrase.size() >= kShortestPhrase;
    return isName ? QString(QLatin1Char('"') % phrase % QLatin1Char('"')) : QString();
}

HttpRequest GdeltProvider::request(const NewsQuery &query, const ProviderSettings &settings) const
{
    const core::Time from{std::min(query.from.ns, query.until.ns - kShortestSpanNs)};
    // only languages in whose texts claims are found
    const QString search = query.symbol % QLatin1String(" (sourcelang:english OR sourcelang:german)");
    QUrlQuery words;
    words.addQueryItem(QStringLiteral("query"), QString::fromLatin1(QUrl::toPercentEncoding(search)));
    words.addQueryItem(QStringLiteral("mode"), QStringLiteral("artlist"));
    words.addQueryItem(QStringLiteral("format"), QStringLiteral("json"));
    words.addQueryItem(QStringLiteral("maxrecords"), QString::number(kMostRecords));
    words.addQueryItem(QStringLiteral("sort"), QStringLiteral("datedesc"));
    words.addQueryItem(QStringLiteral("startdatetime"), stamp(from));
    words.addQueryItem(QStringLiteral("enddatetime"), stamp(query.until));
    HttpRequest request = requestTo(kGdelt, settings, QStringLiteral("/api/v2/doc/doc"), words);
    request.limits.bodyBytes = news::kMostFeedBytes;
    return request;
}

ProviderResult<news::Feed> GdeltProvider::parse(const HttpResponse &answer, const NewsQuery &) const
{
    const QByteArray &body = answer.body;
    if (isEmptyObject(body))
        return news::Feed{};
    if (core::sniffContent({body.constData(), static_cast<std::size_t>(body.size())}) == core::ContentKind::Text)
        return providerFailure(saidInWords(body), QString::fromUtf8(body));
    return readFeed(answer);
}

} // namespace tickmark::sources
