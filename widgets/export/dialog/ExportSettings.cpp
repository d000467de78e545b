// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExportSettings.h"

#include <export/ChartExport.h>
#include <export/ExportPreset.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace tickmark::exportdialog {

namespace {

//! A value and what it is called in the settings.
template <typename Value>
struct Word
{
    QLatin1String text;
    Value value;
};

constexpr std::array kWhats{Word<ExportWhat>{QLatin1String("pane"), ExportWhat::Pane},
                            Word<ExportWhat>{QLatin1String("desk"), ExportWhat::Desk},
                            Word<ExportWhat>{QLatin1String("panes"), ExportWhat::Panes},
                            Word<ExportWhat>{QLatin1String("watchlist"), ExportWhat::Watchlist}};
constexpr std::array kThemes{Word<charts::ThemeName>{QLatin1String("print"), charts::ThemeName::Print},
                             Word<charts::ThemeName>{QLatin1String("light"), charts::ThemeName::Light},
                             Word<charts::ThemeName>{QLatin1String("dark"), charts::ThemeName::Dark}};
constexpr std::array kCsvForms{Word<exporting::CsvForm>{QLatin1String("neutral"), exporting::CsvForm::Neutral},
                               Word<exporting::CsvForm>{QLatin1String("german"), exporting::CsvForm::German}};
constexpr std::array kLanguages{Word<bool>{QLatin1String("de"), true}, Word<bool>{QLatin1String("en"), true}};
constexpr std::array kParts{
    Word<bool exporting::PageParts::*>{QLatin1String("title"), &exporting::PageParts::title},
    Word<bool exporting::PageParts::*>{QLatin1String("subtitle"), &exporting::PageParts::subtitle},
    Word<bool exporting::PageParts::*>{QLatin1String("legend"), &exporting::PageParts::legend},
    Word<bool exporting::PageParts::*>{QLatin1String("verdicts"), &exporting::PageParts::verdicts},
    Word<bool exporting::PageParts::*>{QLatin1String("foot"), &exporting::PageParts::foot}};

constexpr int kMostPixels = 16384; // a side
constexpr int kMostMillimetres = 2000;

template <typename Words, typename Value>
QString wordOf(const Words &words, const Value &value)
{
    const auto found = std::ranges::find_if(words, [&](const auto &word) { return word.value == value; });
    return found == words.end() ? QString() : QString(found->text);
}

template <typename Words, typename Value>
void readWord(const QJsonObject &json, const char *key, const Words &words, Value &value)
{
    const QString text = json.value(QLatin1String(key)).toString();
    const auto found = std::ranges::find_if(words, [&](const auto &word) { return text == word.text; });
    if (found != words.end())
        value = found->value;
}

void readFlag(const QJsonObject &json, QLatin1String key, bool &flag)
{
    flag = json.value(key).toBool(flag);
}

void readText(const QJsonObject &json, const char *key, QString &text)
{
    if (const QString read = json.value(QLatin1String(key)).toString(); !read.isEmpty())
        text = read;
}

bool isPage(const QString &code)
{
    return code == QLatin1String(PageChoice::kAutomatic) || code == QLatin1String(PageChoice::kMillimetres)
           || code == QLatin1String(PageChoice::kPixels) || exporting::findPreset(code);
}

QJsonObject pageToJson(const PageChoice &page)
{
    return {{QStringLiteral("size"), page.code},
            {QStringLiteral("width_mm"), page.millimetres.width()},
            {QStringLiteral("height_mm"), page.millimetres.height()},
            {QStringLiteral("width_px"), page.pixels.width()},
            {QStringLiteral("height_px"), page.pixels.height()},
            {QStringLiteral("dpi"), page.dpi}};
}

PageChoice pageFromJson(const QJsonObject &json, PageChoice page)
{
    if (const QString code = json.value(QLatin1String("size")).toString(); isPage(code))
        page.code = code;
    const auto measure = [&json](const char *key, double most, double usual) {
        const double read = json.value(QLatin1String(key)).toDouble(usual);
        return std::isfinite(read) ? std::clamp(read, 0.0, most) : usual;
    };
    page.millimetres = {measure("width_mm", kMostMillimetres, page.millimetres.width()),
                        measure("height_mm", kMostMillimetres, page.millimetres.height())};
    page.pixels = {int(measure("width_px", kMostPixels, page.pixels.width())),
                   int(measure("height_px", kMostPixels, page.pixels.height()))};
    page.dpi = int(measure("dpi", 2400, page.dpi));
    return page;
}

} // namespace

QJsonObject ExportSettings::toJson() const
{
    QJsonObject json{{QStringLiteral("what"), wordOf(kWhats, what)},
                     {QStringLiteral("format"), format},
                     {QStringLiteral("page"), pageToJson(page)},
                     {QStringLiteral("language"), language},
                     {QStringLiteral("theme"), wordOf(kThemes, theme)},
                     {QStringLiteral("markers"), markers},
                     {QStringLiteral("volume"), volume},
                     {QStringLiteral("outlines"), outlines},
                     {QStringLiteral("csv"), wordOf(kCsvForms, csv)},
                     {QStringLiteral("pattern"), pattern},
                     {QStringLiteral("folder"), folder}};
    for (const auto &part : kParts)
        json.insert(part.text, parts.*(part.value));
    return json;
}

ExportSettings ExportSettings::fromJson(const QJsonObject &json, const ExportSettings &usual)
{
    ExportSettings settings = usual;
    readWord(json, "what", kWhats, settings.what);
    if (const QString format = json.value(QLatin1String("format")).toString();
        exporting::chartFormats().contains(format))
        settings.format = format;
    settings.page = pageFromJson(json.value(QLatin1String("page")).toObject(), usual.page);
    if (const QString language = json.value(QLatin1String("language")).toString();
        std::ranges::any_of(kLanguages, [&](const auto &known) { return language == known.text; }))
        settings.language = language;
    readWord(json, "theme", kThemes, settings.theme);
    readFlag(json, QLatin1String("markers"), settings.markers);
    readFlag(json, QLatin1String("volume"), settings.volume);
    readFlag(json, QLatin1String("outlines"), settings.outlines);
    readWord(json, "csv", kCsvForms, settings.csv);
    readText(json, "pattern", settings.pattern);
    readText(json, "folder", settings.folder);
    for (const auto &part : kParts)
        readFlag(json, part.text, settings.parts.*(part.value));
    return settings;
}

core::Result<exporting::ExportOptions> exportOptions(const ExportSettings &settings)
{
    exporting::ExportOptions options;
    options.dpi = settings.page.dpi;
    if (settings.page.isPixels()) {
        exporting::setPixelSize(settings.page.pixels, options);
    } else if (settings.page.code == QLatin1String(PageChoice::kMillimetres)) {
        if (auto set = exporting::setPaperSize(settings.page.millimetres, options); !set)
            return tl::unexpected(set.error());
    } else if (const exporting::ExportPreset *preset = exporting::findPreset(settings.page.code)) {
        exporting::applyPreset(*preset, options);
        options.dpi = settings.page.dpi;
    }
    options.parts = settings.parts;
    options.parts.legend = settings.markers && settings.parts.legend;
    options.parts.verdicts = options.parts.legend && settings.parts.verdicts;
    options.outlines = settings.outlines;
    options.csv = settings.csv;
    return options;
}

charts::ChartSpec asExported(charts::ChartSpec spec, const ExportSettings &settings)
{
    spec.language = settings.language;
    spec.theme = settings.theme;
    spec.markers = settings.markers;
    const auto isVolume = [](const charts::PaneSpec &pane) { return pane.kind == charts::PaneKind::Volume; };
    if (!settings.volume && !std::ranges::all_of(spec.panes, isVolume))
        std::erase_if(spec.panes, isVolume);
    return spec;
}

} // namespace tickmark::exportdialog
