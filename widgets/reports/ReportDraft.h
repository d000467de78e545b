// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/Time.h>

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <report/ReportTemplate.h>

#include <optional>
#include <vector>

namespace tickmark::reportview {

//! What the charts show when a report is asked for.
struct ReportScene
{
    core::SessionDate from; //!< sessions in view, both included
    core::SessionDate to;
    std::optional<core::SessionDate> base; //!< pinned base of percent moves
    QStringList symbols;                   //!< of all charts
};

enum class RangeChoice { InView, Whole, Own };
enum class InstrumentChoice { Charts, Watchlist, Ticked };

//! A section of a template, which may be left out.
struct DraftSection
{
    report::Section section;
    bool isOn = true;
};

//! A report as the dialog was left: what it remembers from one time to the next. A value.
struct ReportDraft
{
    QString store; //!< that title, dates and ticked instruments are about
    QString title; //!< empty: made by the report
    RangeChoice range = RangeChoice::InView;
    std::optional<core::SessionDate> from; //!< of an own range
    std::optional<core::SessionDate> to;
    InstrumentChoice instruments = InstrumentChoice::Charts;
    QStringList ticked;
    QString templateId;                 //!< see TemplateBox; empty: the first
    std::vector<DraftSection> sections; //!< empty: as the template has them
    QString language;                   //!< empty: the window's
    QString suffix = QStringLiteral("pdf");
    QString folder; //!< empty: the user's documents

    [[nodiscard]] QJsonObject toJson() const;
    //! What it does not understand keeps its default: nothing here is worth an error.
    [[nodiscard]] static ReportDraft fromJson(const QJsonObject &json);
};

} // namespace tickmark::reportview
