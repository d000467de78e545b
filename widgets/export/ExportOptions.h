// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

#include <optional>

namespace tickmark::exporting {

//! What of a page is drawn around the chart. Markers belong to the chart (ChartSpec::markers).
struct PageParts
{
    bool title = true;
    bool subtitle = true;
    bool legend = true;   //!< the numbered headlines
    bool verdicts = true; //!< what their numbers came to, in the legend
    bool foot = true;     //!< base, sources, share counts, rates, what the axis shows

    friend bool operator==(const PageParts &, const PageParts &) = default;
};

//! How numbers, dates and columns are written into CSV.
enum class CsvForm {
    Neutral, //!< commas, decimal points, ISO dates and UTC times: for programs
    German,  //!< semicolons, decimal commas, "27.01.2025", exchange time: for German spreadsheets
};

//! How a chart goes into a file. The language is the spec's.
struct ExportOptions
{
    //! px at 96 dpi that the page is laid out in. Nothing: 1600 wide; a height of 0: as high as panes and headlines need.
    std::optional<QSize> size;
    //! Each of these px is this many 96ths of an inch on paper: below 1 texts are printed smaller than on a screen. PDF and
    //! SVG get exactly that size, PNG as many pixels as its dpi need.
    double zoom = 1;
    bool inMillimetres = false; //!< how the size was asked for: errors name theirs so too
    int dpi = 96;               //!< of PNG: its pixels are size * zoom * dpi / 96. Vector formats ignore it.
    QString title;              //!< empty: made from the instruments and the range
    bool overwrite = false;
    PageParts parts{};
    bool outlines = false; //!< SVG: texts as shapes, equal wherever they are shown, but not to be searched or edited
    CsvForm csv = CsvForm::Neutral;
};

} // namespace tickmark::exporting
