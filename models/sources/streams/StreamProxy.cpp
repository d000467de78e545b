// SPDX-License-Identifier: GPL-3.0-or-later
#include "StreamProxy.h"

#include <QHostAddress>

#include <algorithm>

namespace tickmark::sources {

namespace {

//! "*", "example.com" with all below it, an address, or a network of addresses.
bool isExcepted(const QString &host, QString exception)
{
    if (exception == QLatin1String("*"))
        return true;
    while (exception.startsWith(QLatin1Char('.')))
        exception.remove(0, 1);
    if (exception.isEmpty())
        return false;
    const QHostAddress address(host);
    if (!address.isNull()) {
        const bool isNetwork = exception.contains(QLatin1Char('/'));
        return isNetwork ? address.isInSubnet(QHostAddress::parseSubnet(exception))
                         : address == QHostAddress(exception);
    }
    return host.compare(exception, Qt::CaseInsensitive) == 0
           || host.endsWith(QString(QLatin1Char('.') % exception), Qt::CaseInsensitive);
}

QByteArray firstSet(const Environment &environment, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (QByteArray value = environment(name); !value.isEmpty())
            return value;
    }
    return {};
}

std::optional<QNetworkProxy> proxyAt(const QString &text)
{
    constexpr quint16 kUsualPort = 1080; // as libcurl has it
    const QUrl url(text.contains(QLatin1String("://")) ? text : QString(QLatin1String("http://") % text));
    const QString scheme = url.scheme();
    const bool isSocks = scheme == QLatin1String("socks5") || scheme == QLatin1String("socks5h");
    if ((!isSocks && scheme != QLatin1String("http")) || url.host().isEmpty())
        return std::nullopt;
    return QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
                         quint16(url.port(kUsualPort)), url.userName(QUrl::FullyDecoded),
                         url.password(QUrl::FullyDecoded));
}

} // namespace

std::optional<QNetworkProxy> proxyFor(const QUrl &address, const Environment &environment)
{
    const bool isEncrypted = address.scheme() == QLatin1String("wss");
    // HTTP_PROXY in capitals is what a web server hands to its programs as a visitor's header: nobody's wish.
    QByteArray set = isEncrypted ? firstSet(environment, {"https_proxy", "HTTPS_PROXY"})
                                 : firstSet(environment, {"http_proxy"});
    if (set.isEmpty())
        set = firstSet(environment, {"all_proxy", "ALL_PROXY"});
    QString exceptions = QString::fromLocal8Bit(firstSet(environment, {"no_proxy", "NO_PROXY"}));
    const QStringList list = exceptions.replace(QLatin1Char(','), QLatin1Char(' ')).split(QLatin1Char(' '));
    const bool excepted = std::ranges::any_of(
        list, [&address](const QString &one) { return isExcepted(address.host(), one.trimmed()); });
    if (set.isEmpty() || excepted)
        return QNetworkProxy(QNetworkProxy::NoProxy);
    return proxyAt(QString::fromLocal8Bit(set));
}

} // namespace tickmark::sources
