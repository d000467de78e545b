// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ProviderFault.h"
#include "ProviderJson.h"
#include <news/Feed.h>
#include <sources/http/HttpRequest.h>

namespace tickmark::sources {

//! Answers in the formats that models/news reads. An ill-formed feed gives the items before its fault. Malformed: broken
//! before the first item, or cut off, however many items there are; NotWhatWasAsked: no feed.
[[nodiscard]] ProviderResult<news::Feed> readFeed(const HttpResponse &answer);

//! As readJson(), for services whose JSON is not always UTF-8 as it ought to be.
[[nodiscard]] ProviderResult<QJsonValue> readJsonText(const HttpResponse &answer);

} // namespace tickmark::sources
