// SPDX-License-Identifier: GPL-3.0-or-later
#include "OriginalLink.h"

#include <QDesktopServices>

namespace tickmark::newsview {

std::optional<QUrl> originalUrl(const QString &link)
{
    const QUrl url(link.trimmed(), QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return url.isValid() && isWeb && !url.host().isEmpty() ? std::optional<QUrl>(url) : std::nullopt;
}

bool openOriginal(const QString &link)
{
    const std::optional<QUrl> url = originalUrl(link);
    return url && QDesktopServices::openUrl(*url);
}

} // namespace tickmark::newsview
