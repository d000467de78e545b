// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charts/ChartPlan.h>

#include <QString>
#include <QStringList>

#include <vector>

namespace tickmark::exporting {

//! A whole sentence under a chart. Of a page that is too low for all of them the lowest rank goes first.
struct FootSentence
{
    enum class Rank {
        ReadingRule, //!< what the axis shows, where news stands
        Detail,      //!< shares and rates, the clock
        Unplaced,    //!< what is seen in the chart, but found no room for words in it or in the list
        Note,        //!< of the content, as that texts are invented: goes only where there would be no page else
        Kept,        //!< base, sources, what is invented or missing: without them the chart would mislead
    };
    QString text;
    Rank rank = Rank::Kept;
};

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
    //! Base, sources, what `verdicts` rest on, notes, what the axis shows; `unlisted` headlines had no room, and neither had
    //! what `unwritten` says, see ChartStack.
    [[nodiscard]] std::vector<FootSentence> foot(int unlisted, bool verdicts, const QStringList &unwritten) const;
    //! All that is said of the chart itself, without verdicts.
    [[nodiscard]] QStringList notes() const;
    //! "Base: close of 24 January 2025 = 0."; empty unless rebased.
    [[nodiscard]] QString baseNote() const;
    //! Which instruments the chart was asked for and does not show; mostly empty.
    [[nodiscard]] QString undrawnNote() const;
    //! What the rings above a chart are whose headlines are in no list; empty where there are none.
    [[nodiscard]] QString ringNote() const;
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
