// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartSpec.h>
#include <core/Result.h>
#include <export/ExportOptions.h>

#include <QJsonObject>
#include <QSizeF>
#include <QString>

namespace tickmark::exportdialog {

//! Which charts, and into how many files.
enum class ExportWhat {
    Pane,      //!< the active chart
    Desk,      //!< the linked charts on one page
    Panes,     //!< every chart of the desk, a file each
    Watchlist, //!< every instrument of the watchlist, a file each
};

//! The page: by one of exportPresets(), or by its own measures.
struct PageChoice
{
    static constexpr const char *kAutomatic = "auto"; //!< 1600 px wide, as high as needed
    static constexpr const char *kMillimetres = "mm";
    static constexpr const char *kPixels = "px";

    QString code = QString::fromLatin1(kAutomatic); //!< one of the above, or that of a preset
    QSizeF millimetres{180, 0};                     //!< a height of 0: as high as needed, which any chart has room on
    QSize pixels{1600, 900};
    int dpi = 192; //!< of PNG; not for pixels

    [[nodiscard]] bool isPixels() const { return code == QLatin1String(kPixels); }
    friend bool operator==(const PageChoice &, const PageChoice &) = default;
};

//! Everything that the export dialog asks. A value; kept as JSON from one time to the next.
struct ExportSettings
{
    ExportWhat what = ExportWhat::Desk;
    QString format = QStringLiteral("png"); //!< one of exporting::chartFormats()
    PageChoice page{};
    QString language = QStringLiteral("en");
    charts::ThemeName theme = charts::ThemeName::Print;
    exporting::PageParts parts{};
    bool markers = true; //!< headlines in the chart; without them there is no list of them either
    bool volume = true;  //!< the charts of volumes, where there are others too
    bool outlines = false;
    exporting::CsvForm csv = exporting::CsvForm::Neutral;
    QString pattern = QStringLiteral("{symbol}_{from}_{to}"); //!< see FileNamePattern.h
    QString folder{};                                         //!< empty: the user's documents

    [[nodiscard]] bool isTable() const { return format == QLatin1String("csv") || format == QLatin1String("xlsx"); }
    [[nodiscard]] bool isBatch() const { return what == ExportWhat::Panes || what == ExportWhat::Watchlist; }

    [[nodiscard]] QJsonObject toJson() const;
    //! Whatever cannot be read is as it is in `usual`.
    [[nodiscard]] static ExportSettings fromJson(const QJsonObject &json, const ExportSettings &usual);

    friend bool operator==(const ExportSettings &, const ExportSettings &) = default;
};

//! How a page of these settings is drawn. InvalidInput for measures that no page has.
[[nodiscard]] core::Result<exporting::ExportOptions> exportOptions(const ExportSettings &settings);
//! The spec of a chart with what the settings change of it: language, theme, parts.
[[nodiscard]] charts::ChartSpec asExported(charts::ChartSpec spec, const ExportSettings &settings);

} // namespace tickmark::exportdialog
