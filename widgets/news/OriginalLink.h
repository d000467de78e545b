// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <optional>

//! The way to the article that a headline belongs to.
namespace tickmark::newsview {

//! The address when it is one that a browser may be given: http or https, with a host. News come from strangers.
[[nodiscard]] std::optional<QUrl> originalUrl(const QString &link);
//! Hands it to the user's browser; only ever after the user asked for it. False: no such address, or no browser.
bool openOriginal(const QString &link);

} // namespace tickmark::newsview
