// SPDX-License-Identifier: GPL-3.0-or-later
#include "ProviderSettings.h"

namespace tickmark::sources {

HttpRequest requestTo(const ProviderAddress &provider, const ProviderSettings &settings, const QString &path,
                      const QUrlQuery &words)
{
    HttpRequest request;
    request.url = settings.base.isEmpty() ? QUrl(QString::fromLatin1(provider.base)) : settings.base;
    QString root = request.url.path();
    while (root.endsWith(QLatin1Char('/')))
        root.chop(1);
    request.url.setPath(root % path);
    // A plus would be read as a blank.
    QString query = words.query(QUrl::FullyEncoded).replace(QLatin1Char('+'), QLatin1String("%2B"));
    if (!query.isEmpty())
        request.url.setQuery(query, QUrl::StrictMode);
    request.plainHttpAllowed = settings.plainHttpAllowed;
    request.pause = settings.base.isEmpty() ? provider.pause : std::chrono::milliseconds(0);
    return request;
}

} // namespace tickmark::sources
