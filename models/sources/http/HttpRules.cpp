// SPDX-License-Identifier: GPL-3.0-or-later
#include "HttpRules.h"

#include <QHostAddress>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace tickmark::sources {

namespace {

constexpr int kHttpPort = 80;
constexpr int kHttpsPort = 443;
constexpr QLatin1String kMasked("***");
constexpr QChar kEllipsis(0x2026);
constexpr qsizetype kTellingLetters = 3; //!< of a key: fewer tell nothing, and any text may end with them
constexpr qsizetype kShortKey = 8;       //!< letters; a shorter one may be part of any word
constexpr std::chrono::seconds kMostPatience = std::chrono::hours(24);

bool isHttps(const QUrl &url)
{
    return url.scheme() == QLatin1String("https");
}

bool isThisMachine(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

int portOf(const QUrl &url)
{
    return url.port(isHttps(url) ? kHttpsPort : kHttpPort);
}

//! How a secret may come back: as it was sent, without the word before it ("apikey ..."), and as it stands in an address.
QList<QByteArray> spellings(const HttpSecret &secret)
{
    const QByteArray bare = secret.value.sliced(secret.value.lastIndexOf(' ') + 1);
    QList<QByteArray> all;
    for (const QByteArray &one : {secret.value, bare}) {
        for (const QByteArray &spelling : {one, one.toPercentEncoding()}) {
            if (!spelling.isEmpty() && !all.contains(spelling))
                all << spelling;
        }
    }
    return all;
}

void mask(QString &text, const QString &word)
{
    if (word.size() >= kShortKey) {
        text.replace(word, kMasked);
        return;
    }
    const auto isLetter = [&text](qsizetype at) { return at >= 0 && at < text.size() && text[at].isLetterOrNumber(); };
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at)) {
        const bool isWord = !isLetter(at - 1) && !isLetter(at + word.size());
        if (isWord)
            text.replace(at, word.size(), kMasked);
        at += isWord ? kMasked.size() : 1;
    }
}

//! A server that repeats the key in its Location would have us hand it to somebody else.
bool carriesSecret(const QUrl &url, const HttpRequest &request)
{
    const QByteArray address = url.toEncoded();
    return std::ranges::any_of(request.secrets, [&address](const HttpSecret &secret) {
        return std::ranges::any_of(spellings(secret),
                                   [&address](const QByteArray &word) { return address.contains(word); });
    });
}

} // namespace

std::optional<HttpFault> refusal(const QUrl &url, bool plainHttpAllowed)
{
    if (!url.isValid() || url.host().isEmpty())
        return HttpFault::BadAddress;
    if (isHttps(url))
        return std::nullopt;
    if (url.scheme() != QLatin1String("http"))
        return HttpFault::BadAddress;
    if (plainHttpAllowed || isThisMachine(url))
        return std::nullopt;
    return HttpFault::PlainRefused;
}

bool sameOrigin(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host() == other.host() && portOf(one) == portOf(other);
}

QUrl withSecrets(QUrl url, const HttpRequest &request)
{
    if (!sameOrigin(url, request.url))
        return url;
    // By hand: QUrlQuery would write the rest of the query anew.
    QByteArray query = url.query(QUrl::FullyEncoded).toLatin1();
    for (const HttpSecret &secret : request.secrets) {
        if (secret.place == HttpSecret::Place::Query && !secret.value.isEmpty() && !carriesSecret(url, request))
            query += (query.isEmpty() ? "" : "&") + secret.name + '=' + secret.value.toPercentEncoding();
    }
    if (!query.isEmpty())
        url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return url;
}

tl::expected<QUrl, HttpFault> redirectTarget(const QUrl &from, const QByteArray &location, const HttpRequest &request)
{
    if (location.isEmpty())
        return tl::unexpected(HttpFault::BadRedirect);
    const QUrl to = from.resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
    if (isHttps(from) && to.scheme() == QLatin1String("http"))
        return tl::unexpected(HttpFault::DowngradeRefused);
    if (refusal(to, request.plainHttpAllowed) || !to.userInfo().isEmpty())
        return tl::unexpected(HttpFault::BadRedirect);
    if (!sameOrigin(to, request.url) && carriesSecret(to, request))
        return tl::unexpected(HttpFault::BadRedirect);
    return to;
}

std::optional<HttpFault> faultOfStatus(int status, bool validatorsSent)
{
    if ((status >= 200 && status < 300) || (status == 304 && validatorsSent))
        return std::nullopt;
    if (status >= 500)
        return HttpFault::ServerFailed;
    switch (status) {
    case 401:
    case 407:
        return HttpFault::Unauthorized;
    case 403:
        return HttpFault::Forbidden;
    case 404:
    case 410:
        return HttpFault::NotFound;
    case 429:
        return HttpFault::RateLimited;
    default:
        return HttpFault::Refused;
    }
}

std::optional<std::chrono::seconds> parseRetryAfter(QByteArrayView value, const QDateTime &now)
{
    const QByteArray text = value.trimmed().toByteArray();
    if (!text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) {
        bool fits = false;
        const qlonglong seconds = text.toLongLong(&fits);
        return fits ? std::min(std::chrono::seconds(seconds), kMostPatience) : kMostPatience;
    }
    // IMF-fixdate; its names are English whatever the user speaks.
    QDateTime when = QLocale::c().toDateTime(QString::fromLatin1(text),
                                             QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!when.isValid())
        return std::nullopt;
    when.setTimeSpec(Qt::UTC);
    return std::clamp(std::chrono::seconds(now.secsTo(when)), std::chrono::seconds(0), kMostPatience);
}

std::optional<std::chrono::milliseconds> waitBefore(int next, const HttpError &error, const HttpLimits &limits,
                                                    double jitter)
{
    if (next > limits.attempts || !isPassing(error.fault))
        return std::nullopt;
    const std::chrono::milliseconds asked = error.retryAfter.value_or(std::chrono::seconds(0));
    if (asked > limits.longestWait)
        return std::nullopt;
    constexpr int kMostDoublings = 20;
    const std::chrono::milliseconds doubled = limits.firstWait * (qint64{1} << std::clamp(next - 2, 0, kMostDoublings));
    const auto full = std::min(doubled, limits.longestWait);
    const std::chrono::milliseconds spread(std::llround(static_cast<double>(full.count()) * (1.0 + jitter) / 2.0));
    return std::max(spread, asked);
}

bool isWebAddress(const QString &text)
{
    return text.startsWith(QLatin1String("https://")) || text.startsWith(QLatin1String("http://"));
}

QString shownAddress(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

QString withoutSecrets(QString text, const HttpRequest &request)
{
    for (const HttpSecret &secret : request.secrets) {
        for (const QByteArray &bytes : spellings(secret)) {
            const QString word = QString::fromUtf8(bytes);
            mask(text, word);
            // A text that was cut may end within it.
            qsizetype length = text.endsWith(kEllipsis) ? word.size() - 1 : 0;
            while (length >= kTellingLetters && !text.endsWith(word.first(length) % kEllipsis))
                --length;
            if (length >= kTellingLetters)
                text = text.chopped(length + 1) % kMasked % kEllipsis;
        }
    }
    return text;
}

} // namespace tickmark::sources
