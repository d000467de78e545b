// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartSpec.h>
#include <claims/Judge.h>
#include <core/Result.h>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tickmark::report {

//! A text that a template gives in each language of reports. Empty: the usual one.
struct Words
{
    QString de;
    QString en;

    [[nodiscard]] const QString &in(const QString &language) const { return language == u"de" ? de : en; }
    [[nodiscard]] bool isEmpty() const { return de.isEmpty() && en.isEmpty(); }
    friend bool operator==(const Words &, const Words &) = default;
};

enum class SectionKind {
    Summary,   //!< a line per instrument
    Chart,     //!< linked panes with numbered headlines
    Headlines, //!< the numbered headlines with their verdicts
    Verdicts,  //!< what the quotes say of every number
    Quality,   //!< what is suspicious about the quotes of the range
    Method,    //!< how verdicts come about
    Sources,
    Text, //!< the user's own words
};

//! One part of a report. Options of other kinds than its own keep their defaults.
struct Section
{
    SectionKind kind = SectionKind::Summary;
    Words heading;
    bool newPage = false;
    //! Chart: empty shows the instruments of the report, in as many charts as they need.
    std::vector<charts::PaneSpec> panes;
    charts::CurveType curve = charts::CurveType::Line;
    std::optional<charts::ValueScale> scale;
    bool markers = true;
    bool isLow = false;                    //!< Chart: less high, to leave room for what follows
    bool details = true;                   //!< Verdicts: with formulas and quotes
    std::vector<claims::VerdictCode> only; //!< Verdicts: empty shows all
    Words text;                            //!< Text
};

//! What a report consists of, in order. A value.
struct ReportTemplate
{
    Words name;
    std::vector<Section> sections;
};

//! What stands above a section that names no heading, in the language of the program or its TextLanguage; empty for Text.
[[nodiscard]] QString usualHeading(SectionKind kind);

//! Names of the templates that come with the program: "standard", "brief", "factcheck".
[[nodiscard]] QStringList builtInTemplates();
//! One of them; "standard" is there always.
[[nodiscard]] core::Result<ReportTemplate> builtInTemplate(const QString &name);

//! Reads the JSON of a template; `name` is what errors call it. InvalidInput, naming section and key, for whatever is not
//! understood: an option that is passed over would leave something out of the report.
[[nodiscard]] core::Result<ReportTemplate> parseTemplate(const QByteArray &json, const QString &name);
//! What parseTemplate() reads back.
[[nodiscard]] QByteArray templateJson(const ReportTemplate &value);

//! Errors as parseTemplate(), NotFound and Io from the file system.
[[nodiscard]] core::Result<ReportTemplate> loadTemplate(const QString &path);
//! Errors as exporting::OutputFile.
[[nodiscard]] core::Result<> saveTemplate(const ReportTemplate &value, const QString &path, bool overwrite);

} // namespace tickmark::report
