// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleFiles.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tickmark::pipeline {

using core::Result;

namespace {

tl::unexpected<core::Error> broken(const QString &detail)
{
    return core::failure(core::ErrorCode::Damaged,
                         QCoreApplication::translate("SampleFiles", "The sample case inside the program is damaged."),
                         detail);
}

Result<QJsonObject> rootOf(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return broken(error.errorString());
    if (root.value(QLatin1String("schema")).toInt() != 1)
        return broken(QStringLiteral("schema is not 1"));
    return root;
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &text : array)
        texts.append(text.toString());
    return texts;
}

Result<core::Instrument> instrumentOf(const QJsonObject &object)
{
    core::Instrument instrument;
    instrument.symbol = object.value(QLatin1String("symbol")).toString();
    const auto kind = core::kindFromCode(object.value(QLatin1String("kind")).toString());
    if (instrument.symbol.isEmpty() || !kind)
        return broken(QStringLiteral("an instrument without symbol or kind"));
    instrument.kind = *kind;
    const QString mic = object.value(QLatin1String("mic")).toString();
    instrument.mic = mic == QLatin1String("24/7") ? QString() : mic;
    instrument.currency = object.value(QLatin1String("currency")).toString();
    const QJsonObject names = object.value(QLatin1String("names")).toObject();
    const QJsonObject aliases = object.value(QLatin1String("aliases")).toObject();
    for (auto it = names.begin(); it != names.end(); ++it) {
        const QJsonObject name = it.value().toObject();
        instrument.names.push_back({it.key(), name.value(QLatin1String("name")).toString(),
                                    name.value(QLatin1String("short")).toString(), textsOf(aliases.value(it.key()))});
    }
    return instrument;
}

} // namespace

Result<std::vector<core::Instrument>> parseSampleInstruments(const QByteArray &json)
{
    const auto root = rootOf(json);
    if (!root)
        return tl::unexpected(root.error());
    std::vector<core::Instrument> instruments;
    const QJsonArray array = root->value(QLatin1String("instruments")).toArray();
    for (const QJsonValue &value : array) {
        auto instrument = instrumentOf(value.toObject());
        if (!instrument)
            return tl::unexpected(instrument.error());
        instruments.push_back(std::move(*instrument));
    }
    return instruments;
}

Result<SampleNews> parseSampleNews(const QByteArray &json)
{
    const auto root = rootOf(json);
    if (!root)
        return tl::unexpected(root.error());
    SampleNews news;
    const QJsonObject note = root->value(QLatin1String("note")).toObject();
    news.noteDe = note.value(QLatin1String("de")).toString();
    news.noteEn = note.value(QLatin1String("en")).toString();
    const QJsonArray array = root->value(QLatin1String("items")).toArray();
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        const auto published = core::parseIsoTime(object.value(QLatin1String("published")).toString().toStdString());
        if (!published)
            return broken(QStringLiteral("a news item without time"));
        core::NewsItem item;
        item.guid = object.value(QLatin1String("id")).toString();
        item.published = *published;
        item.publisher = object.value(QLatin1String("publisher")).toString();
        item.language = object.value(QLatin1String("language")).toString();
        item.title = object.value(QLatin1String("title")).toString();
        item.excerpt = object.value(QLatin1String("text")).toString();
        news.items.push_back(std::move(item));
    }
    return news;
}

} // namespace tickmark::pipeline
