// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportDraft.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace tickmark::reportview {

namespace {

// Codes by the values of their enumerations.
constexpr std::array<QLatin1String, 3> kRanges{QLatin1String("in_view"), QLatin1String("whole"), QLatin1String("own")};
constexpr std::array<QLatin1String, 3> kInstruments{QLatin1String("charts"), QLatin1String("watchlist"),
                                                    QLatin1String("ticked")};

template <typename Choice>
Choice choiceOf(const std::array<QLatin1String, 3> &codes, const QString &code)
{
    const auto found = std::ranges::find(codes, code);
    return found == codes.end() ? Choice{} : Choice(found - codes.begin());
}

QString isoOf(const std::optional<core::SessionDate> &date)
{
    return date ? QString::fromStdString(date->iso()) : QString();
}

std::optional<core::SessionDate> dateOf(const QJsonValue &value)
{
    return core::SessionDate::fromIso(value.toString().toStdString());
}

} // namespace

QJsonObject ReportDraft::toJson() const
{
    report::ReportTemplate all;
    QJsonArray on;
    for (const DraftSection &one : sections) {
        all.sections.push_back(one.section);
        on.append(one.isOn);
    }
    QJsonObject json;
    json.insert(QStringLiteral("store"), store);
    json.insert(QStringLiteral("title"), title);
    json.insert(QStringLiteral("range"), kRanges[std::size_t(range)]);
    json.insert(QStringLiteral("from"), isoOf(from));
    json.insert(QStringLiteral("to"), isoOf(to));
    json.insert(QStringLiteral("instruments"), kInstruments[std::size_t(instruments)]);
    json.insert(QStringLiteral("ticked"), QJsonArray::fromStringList(ticked));
    json.insert(QStringLiteral("template"), templateId);
    if (!sections.empty()) {
        json.insert(QStringLiteral("sections"), QString::fromUtf8(report::templateJson(all)));
        json.insert(QStringLiteral("on"), on);
    }
    json.insert(QStringLiteral("language"), language);
    json.insert(QStringLiteral("suffix"), suffix);
    json.insert(QStringLiteral("folder"), folder);
    return json;
}

ReportDraft ReportDraft::fromJson(const QJsonObject &json)
{
    const auto text = [&json](const char *key) { return json.value(QLatin1String(key)).toString(); };
    ReportDraft draft;
    draft.store = text("store");
    draft.title = text("title");
    draft.range = choiceOf<RangeChoice>(kRanges, text("range"));
    draft.from = dateOf(json.value(QLatin1String("from")));
    draft.to = dateOf(json.value(QLatin1String("to")));
    draft.instruments = choiceOf<InstrumentChoice>(kInstruments, text("instruments"));
    for (const QJsonValue &symbol : json.value(QLatin1String("ticked")).toArray())
        draft.ticked.append(symbol.toString());
    draft.templateId = text("template");
    const auto sections = report::parseTemplate(text("sections").toUtf8(), QString());
    const QJsonArray on = json.value(QLatin1String("on")).toArray();
    if (sections && std::size_t(on.size()) == sections->sections.size()) {
        for (const report::Section &section : sections->sections)
            draft.sections.push_back({section, on.at(qsizetype(draft.sections.size())).toBool()});
    }
    draft.language = text("language");
    if (text("suffix") == QLatin1String("html"))
        draft.suffix = QStringLiteral("html");
    draft.folder = text("folder");
    return draft;
}

} // namespace tickmark::reportview
