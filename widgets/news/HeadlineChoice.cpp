// SPDX-License-Identifier: GPL-3.0-or-later
#include "HeadlineChoice.h"

namespace tickmark::newsview {

namespace {

const QString kText = QStringLiteral("text");
const QString kInstrument = QStringLiteral("instrument");
const QString kPublisher = QStringLiteral("publisher");
const QString kLanguage = QStringLiteral("language");
const QString kInView = QStringLiteral("inView");
const QString kUnread = QStringLiteral("unread");

} // namespace

QJsonObject HeadlineChoice::toJson() const
{
    return {{kText, text},         {kInstrument, symbol}, {kPublisher, publisher},
            {kLanguage, language}, {kInView, inViewOnly}, {kUnread, unreadOnly}};
}

HeadlineChoice HeadlineChoice::fromJson(const QJsonObject &json)
{
    return {json.value(kText).toString(),     json.value(kInstrument).toString(), json.value(kPublisher).toString(),
            json.value(kLanguage).toString(), json.value(kInView).toBool(),       json.value(kUnread).toBool()};
}

} // namespace tickmark::newsview
