// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartPlan.h>

#include <QString>
#include <QStringList>

namespace tickmark::exporting {

//! The words around a chart on a page, in the chart's language.
class PageTexts
{
public:
    explicit PageTexts(const charts::ChartPlan &plan) : m_plan(plan) {}

    //! "Nvidia, Broadcom and Vistra around 27 January 2025", with at most `names` instruments named.
    [[nodiscard]] QString title(int names) const;
    [[nodiscard]] int nameCount() const { return int(instrumentNames().size()); }
    //! "Change in % since the close of 24 January 2025. Daily closes, 14 January to 14 February 2025"
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QString headlinesHead(bool verdicts) const;
    [[nodiscard]] QString zoneNote() const;
    [[nodiscard]] QString moreHeadlines(int count) const;
    //! Time and publisher under a headline.
    [[nodiscard]] QString headlineMeta(const core::NewsItem &item) const;
    //! Whole sentences: base, sources, what `verdicts` rest on, notes, what the axis shows; `unlisted` headlines had no room.
    [[nodiscard]] QStringList foot(int unlisted, bool verdicts) const;
    //! "Base: close of 24 January 2025 = 0."; empty unless rebased.
    [[nodiscard]] QString baseNote() const;
    //! The source of the prices, a sentence or more.
    [[nodiscard]] QString source() const;

private:
    [[nodiscard]] QString text(const char *source, int count = -1) const;
    [[nodiscard]] QStringList instrumentNames() const;
    [[nodiscard]] QString unit() const;
    [[nodiscard]] QString period() const;
    [[nodiscard]] QString intradayPeriod() const;
    [[nodiscard]] QString range() const;
    [[nodiscard]] QString longDate(core::SessionDate date) const;
    [[nodiscard]] QString dayAndMonth(core::SessionDate date) const;
    [[nodiscard]] QString axisNote() const;
    [[nodiscard]] QString newsNote() const;
    [[nodiscard]] QString marketValueNote() const;
    [[nodiscard]] QString clockNote() const;

    const charts::ChartPlan &m_plan;
};

} // namespace tickmark::exporting
