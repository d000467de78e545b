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
const QString kVerdict = QStringLiteral("verdict");

} // namespace

QJsonObject HeadlineChoice::toJson() const
{
    QJsonObject json{{kText, text},         {kInstrument, symbol}, {kPublisher, publisher},
                     {kLanguage, language}, {kInView, inViewOnly}, {kUnread, unreadOnly}};
    if (verdict)
        json.insert(kVerdict, claims::verdictCodeText(*verdict));
    return json;
}

HeadlineChoice HeadlineChoice::fromJson(const QJsonObject &json)
{
    return {json.value(kText).toString(),
            json.value(kInstrument).toString(),
            json.value(kPublisher).toString(),
            json.value(kLanguage).toString(),
            json.value(kInView).toBool(),
            json.value(kUnread).toBool(),
            claims::verdictFromText(json.value(kVerdict).toString())};
}

} // namespace tickmark::newsview
